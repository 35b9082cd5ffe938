// Frontend and backend messages of PostgreSQL's protocol, version 3: one byte of type, four of length, the body.

/** A message from its type and the parts of its body. */
export function message(type, ...parts) {
    const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)));
    const head = Buffer.alloc(5);
    head.write(type, 0, 'latin1');
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
}

export function int32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
}

export const query = (sql) => message('Q', sql);

export const sync = message('S');

export const closeStatement = (name) => message('C', `S${name}`);

export const copyInResponse = (binary) => message('G', Buffer.from([binary ? 1 : 0, 0, 0]));

export const readyForQuery = (status) => message('Z', Buffer.from(status));

export function error(severity, sqlState, text) {
    return message('E', `S${severity}`, `V${severity}`, `C${sqlState}`, `M${text}`, Buffer.alloc(1));
}

/** The zero-terminated string at a place of a message, and where the next field begins. */
export function text(bytes, start) {
    const end = bytes.indexOf(0, start);
    return { value: bytes.toString('utf8', start, end), next: end + 1 };
}

export const typeOf = (bytes) => String.fromCharCode(bytes[0]);

/** The whole messages in some bytes. */
export function* split(bytes) {
    for (let start = 0; start < bytes.length; ) {
        const end = start + 1 + bytes.readInt32BE(start + 1);
        yield bytes.subarray(start, end);
        start = end;
    }
}

/** Cuts what a socket receives into messages; the first ones of a connection, which have no type, get an empty one. */
export class Reader {
    #socket;
    #chunks;
    #buffer = Buffer.alloc(0);

    constructor(socket) {
        this.#socket = socket;
        this.#chunks = socket[Symbol.asyncIterator]();
    }

    /** The body of a message without type, as a connection begins with; undefined at the end. */
    async untyped() {
        if (!(await this.#fill(4))) return undefined;
        const length = this.#buffer.readInt32BE(0);
        return (await this.#fill(length)) ? this.#take(length).subarray(4) : undefined;
    }

    /** The next message; undefined at the end. */
    async next() {
        if (!(await this.#fill(5))) return undefined;
        const length = 1 + this.#buffer.readInt32BE(1);
        return (await this.#fill(length)) ? this.#take(length) : undefined;
    }

    #take(length) {
        const taken = this.#buffer.subarray(0, length);
        this.#buffer = this.#buffer.subarray(length);
        return taken;
    }

    async #fill(length) {
        const chunks = [this.#buffer];
        let size = this.#buffer.length;
        while (size < length) {
            const { value, done } = await this.#chunks.next().catch(() => ({ done: true }));
            if (done) return false;
            chunks.push(value);
            size += value.length;
        }
        if (chunks.length > 1) this.#buffer = Buffer.concat(chunks);
        return true;
    }
}
