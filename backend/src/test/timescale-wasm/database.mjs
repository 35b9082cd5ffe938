// A database: one backend, and the sessions that take turns on it.
import { Worker } from 'node:worker_threads';
import { query, split, text, typeOf } from './messages.mjs';

/** What other servers begin with, and this one does not. */
const BASELINE = new Map([
    ['client_min_messages', 'notice'],
    ['enable_seqscan', 'on'],
    ['search_path', '"$user", public'],
]);
const CAPTURE = "SELECT name, setting FROM pg_settings WHERE source = 'session'";

export class Database {
    #worker;
    #requests = new Map();
    #lastRequest = 0;
    #owner;
    #waiting = [];
    #settings = new Map();
    #sessions = new Set();
    /** Whose unnamed prepared statement the backend holds. */
    unnamedOwner;
    ready;

    /**
     * Starts a backend.
     *
     * @param module the compiled engine
     * @param files what a database begins with; nothing for one that is initialised anew
     */
    constructor(module, files) {
        this.#worker = new Worker(new URL('./backend.mjs', import.meta.url), { workerData: { module, files } });
        this.ready = new Promise((resolve, reject) => this.#requests.set(0, { resolve, reject }));
        this.ready.catch(() => {});
        this.#worker.on('message', ({ id, answer, failure }) => {
            const { resolve, reject } = this.#requests.get(id);
            this.#requests.delete(id);
            if (failure) reject(new Error(failure));
            else resolve(answer);
        });
        this.#worker.on('error', (failure) => this.#fail(failure));
        this.#worker.on('exit', () => this.#fail(new Error('the backend has ended')));
    }

    /** Sends protocol messages to the backend; returns what it answers, notifications delivered and noise removed. */
    async run(session, bytes) {
        const answer = Buffer.from(await this.#request('run', bytes));
        const kept = [];
        for (const one of split(answer)) {
            if (typeOf(one) === 'A') this.#notify(session, one, kept);
            else if (!isNoise(one)) kept.push(one);
        }
        return kept;
    }

    /** The files of the database, from which another can begin. */
    files() {
        return this.#request('files');
    }

    add(session) {
        this.#sessions.add(session);
    }

    remove(session) {
        this.#sessions.delete(session);
        this.#waiting = this.#waiting.filter((waiting) => waiting.session !== session);
        if (this.#owner === session) this.release();
    }

    /** Waits until no other session is in a transaction, and makes the backend the session's. */
    async own(session) {
        if (this.#owner === session) return;
        if (this.#owner) await new Promise((resolve) => this.#waiting.push({ session, resolve }));
        this.#owner = session;
        await this.#apply(session.settings);
    }

    /** Lets the next session in. */
    release() {
        const next = this.#waiting.shift();
        this.#owner = next?.session;
        next?.resolve();
    }

    /** Remembers what the owner has set, to set it again when others had the backend in between. */
    async capture(session) {
        const rows = (await this.#query(CAPTURE)).filter((one) => typeOf(one) === 'D').map(columns);
        session.settings = new Map(rows);
        this.#settings = session.settings;
    }

    /** Listens again to what sessions want to hear: one that no longer does has ended it for all. */
    async listenAgain() {
        const channels = new Set([...this.#sessions].flatMap((session) => [...session.channels]));
        if (channels.size > 0) {
            await this.#query([...channels].map((name) => `LISTEN "${name.replaceAll('"', '""')}"`).join(';'));
        }
    }

    /** Ends the backend and the connections of all sessions. */
    async close() {
        for (const session of this.#sessions) session.destroy();
        await this.#worker.terminate();
    }

    #request(request, argument) {
        const id = ++this.#lastRequest;
        return new Promise((resolve, reject) => {
            this.#requests.set(id, { resolve, reject });
            this.#worker.postMessage({ id, request, argument });
        });
    }

    #fail(failure) {
        for (const { reject } of this.#requests.values()) reject(failure);
        this.#requests.clear();
        for (const session of this.#sessions) session.destroy();
    }

    async #query(sql) {
        this.unnamedOwner = undefined;
        const answer = [...split(Buffer.from(await this.#request('run', query(sql))))];
        const failure = answer.find((one) => typeOf(one) === 'E');
        if (failure) throw new RejectedSettings(failure);
        return answer;
    }

    async #apply(wanted) {
        const gone = [...this.#settings.keys()].filter((name) => !wanted.has(name));
        const changed = [...wanted].filter(([name, value]) => this.#settings.get(name) !== value);
        if (gone.length + changed.length > 0) {
            await this.#query(
                [
                    ...gone.map((name) => `RESET ${name}`),
                    ...changed.map(([name, value]) => `SELECT set_config(${literal(name)}, ${literal(value)}, false)`),
                ].join(';'),
            );
            this.#settings = wanted;
        }
    }

    #notify(sender, notification, answer) {
        const channel = text(notification, 9).value;
        for (const session of this.#sessions) {
            if (!session.channels.has(channel)) continue;
            if (session === sender) answer.push(notification);
            else session.send(notification);
        }
    }
}

/** What a session wanted to be set, and the backend refused; holds the backend's own message. */
export class RejectedSettings extends Error {
    constructor(response) {
        super('a setting was refused');
        this.response = response;
    }
}

/** What every session begins with. */
export const baseline = () => new Map(BASELINE);

function literal(value) {
    return `E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** This build warns of every aborted transaction; its own traces begin with a number sign. */
function isNoise(bytes) {
    return typeOf(bytes) === 'N' && bytes.includes('\0M# ');
}

function columns(row) {
    const values = [];
    for (let at = 7; at < row.length; ) {
        const length = row.readInt32BE(at);
        values.push(row.toString('utf8', at + 4, at + 4 + length));
        at += 4 + length;
    }
    return values;
}
