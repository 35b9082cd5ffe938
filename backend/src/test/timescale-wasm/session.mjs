// One client's connection: reads its messages, lets the backend answer them in turns of whole units.
import { baseline, RejectedSettings } from './database.mjs';
import { closeStatement, copyInResponse, error, message, query, Reader, sync, text, typeOf } from './messages.mjs';
import { readStartup, REPORTED, settingsOf, welcome } from './startup.mjs';

const COPY_IN = /^\s*COPY\b[^;]*\bFROM\s+STDIN\b/i;
const BINARY = /\bBINARY\b/i;
const SETS = /(?:^|;)\s*(?:SET(?!\s+LOCAL\b)|RESET|DISCARD)\b|\bset_config\s*\(/im;
const LISTENS = /(?:^|;)\s*(UN)?LISTEN\s+("(?:[^"]|"")+"|\w+|\*)/gi;
let lastId = 0;

export class Session {
    #id = ++lastId;
    #socket;
    #reader;
    #databases;
    #database;
    #statements = new Set();
    #unnamed;
    #setsSomething = false;
    #unlistened = false;
    #status = 'I';
    settings = baseline();
    channels = new Set();

    constructor(socket, databases) {
        this.#socket = socket;
        this.#databases = databases;
        this.#reader = new Reader(socket);
        socket.setNoDelay(true);
        socket.on('error', () => socket.destroy());
    }

    /** Serves the client until it leaves. */
    async serve() {
        try {
            if (await this.#start()) await this.#answer();
        } catch (failure) {
            this.send(error('FATAL', '57P02', `The backend broke: ${failure.message}`));
        } finally {
            await this.#leave();
            this.#socket.end();
        }
    }

    send(...messages) {
        if (this.#socket.writable) this.#socket.write(Buffer.concat(messages));
    }

    destroy() {
        this.#socket.destroy();
    }

    // ---- startup ---------------------------------------------------------------------------------------------------

    async #start() {
        const parameters = await readStartup(this.#reader, this.#socket);
        if (!parameters) return false;
        const name = parameters.get('database') ?? parameters.get('user');
        const database = this.#databases.get(name);
        if (!database) {
            this.send(error('FATAL', '3D000', `database "${name}" does not exist`));
            return false;
        }
        await database.ready;
        this.#database = database;
        database.add(this);
        return this.#greet(parameters);
    }

    async #greet(parameters) {
        for (const [setting, value] of settingsOf(parameters)) this.settings.set(setting, value);
        try {
            await this.#database.own(this);
            const reported = await this.#database.run(this, query(REPORTED));
            await this.#database.capture(this);
            this.send(...welcome(this.#id, reported));
            return true;
        } catch (failure) {
            if (!(failure instanceof RejectedSettings)) throw failure;
            this.send(failure.response);
            return false;
        } finally {
            this.#database.release();
        }
    }

    // ---- units: a simple query, or everything up to Sync or Flush ---------------------------------------------------

    async #answer() {
        let unit = [];
        for (let next = await this.#reader.next(); next && typeOf(next) !== 'X'; next = await this.#reader.next()) {
            if (typeOf(next) === 'Q') {
                await this.#simple(next);
                continue;
            }
            unit.push(await this.#translated(next));
            if ('SH'.includes(typeOf(next))) {
                await this.#run(unit);
                unit = [];
            }
        }
    }

    async #simple(bytes) {
        const sql = text(bytes, 5).value;
        this.#notice(sql);
        const unit = [query(await this.#databases.instead(sql))];
        if (COPY_IN.test(sql)) {
            // The backend reads to the end without ever waiting, so it gets statement and data at once.
            this.send(copyInResponse(BINARY.test(sql)));
            unit.push(...(await this.#copyData()));
            await this.#run(unit, (one) => typeOf(one) !== 'G');
        } else {
            await this.#run(unit);
        }
    }

    async #copyData() {
        const data = [];
        for (;;) {
            const next = (await this.#reader.next()) ?? message('f', 'the client has left');
            if (!'SH'.includes(typeOf(next))) data.push(next);
            if ('cf'.includes(typeOf(next))) return data;
        }
    }

    async #run(unit, wanted = () => true) {
        await this.#database.own(this);
        await this.#restoreUnnamed(unit);
        const answer = await this.#database.run(this, Buffer.concat(unit));
        const ready = answer.findLast((one) => typeOf(one) === 'Z');
        if (ready) this.#status = String.fromCharCode(ready[5]);
        const idle = ready && this.#status === 'I';
        if (idle) await this.#tidy();
        this.send(...answer.filter(wanted));
        if (idle) this.#database.release();
    }

    /** Before others have their turn, what they would lose or inherit is set right. */
    async #tidy() {
        if (this.#setsSomething) await this.#database.capture(this);
        if (this.#unlistened) await this.#database.listenAgain();
        this.#setsSomething = false;
        this.#unlistened = false;
    }

    /** Notes what a statement may do to what sessions share. */
    #notice(sql) {
        this.#setsSomething ||= SETS.test(sql);
        for (const [, un, name] of sql.matchAll(LISTENS)) {
            const channel = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
            if (un) this.#unlistened = true;
            if (!un) this.channels.add(channel);
            else if (channel === '*') this.channels.clear();
            else this.channels.delete(channel);
        }
    }

    // ---- prepared statements ----------------------------------------------------------------------------------------

    /** A message of the extended protocol, with the name of its prepared statement made the session's own. */
    async #translated(bytes) {
        switch (typeOf(bytes)) {
            case 'P': {
                const name = text(bytes, 5);
                const sql = text(bytes, name.next);
                this.#notice(sql.value);
                const own = this.#own(name.value);
                const parse = message('P', own, await this.#databases.instead(sql.value), bytes.subarray(sql.next));
                if (own) this.#statements.add(own);
                else this.#unnamed = parse;
                return parse;
            }
            case 'B': {
                const portal = text(bytes, 5);
                const name = text(bytes, portal.next);
                return message('B', portal.value, this.#own(name.value), bytes.subarray(name.next));
            }
            case 'C':
            case 'D': {
                if (bytes[5] !== 'S'.charCodeAt(0)) return bytes;
                const own = this.#own(text(bytes, 6).value);
                if (typeOf(bytes) === 'C') this.#statements.delete(own);
                return message(typeOf(bytes), 'S' + own);
            }
            default:
                return bytes;
        }
    }

    #own(name) {
        return name && `${this.#id}_${name}`;
    }

    /** The backend has one unnamed statement; another session, or a simple query, may have replaced it. */
    async #restoreUnnamed(unit) {
        if (usesUnnamed(unit[0]) && this.#database.unnamedOwner !== this) {
            await this.#database.run(this, this.#unnamed);
            this.#database.unnamedOwner = this;
        }
        for (const one of unit) {
            if (typeOf(one) === 'Q') this.#database.unnamedOwner = undefined;
            else if (typeOf(one) === 'P' && one[5] === 0) this.#database.unnamedOwner = this;
        }
    }

    async #leave() {
        const database = this.#database;
        if (!database) return;
        try {
            await database.own(this);
            const closing = [...this.#statements].map(closeStatement);
            if (this.#status !== 'I') await database.run(this, query('ROLLBACK'));
            if (closing.length > 0) await database.run(this, Buffer.concat([...closing, sync]));
        } catch {
            // The backend is gone, and all that the session had with it.
        }
        database.remove(this);
    }
}

function usesUnnamed(bytes) {
    if (typeOf(bytes) === 'D') return bytes[5] === 'S'.charCodeAt(0) && bytes[6] === 0;
    return typeOf(bytes) === 'B' && bytes[text(bytes, 5).next] === 0;
}
