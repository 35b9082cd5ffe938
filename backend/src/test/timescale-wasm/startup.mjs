// How a connection begins: what the client wants, and what it is told.
import { int32, message, readyForQuery, text, typeOf } from './messages.mjs';

const PROTOCOL_3 = 196608;
/** Requests for encryption, by TLS and by GSSAPI. */
const ENCRYPTION = [80877103, 80877104];
/** Parameters of the startup message that are no settings. */
const NO_SETTINGS = new Set(['user', 'database', 'options', 'replication']);
const NAMES = [
    'server_version', 'server_encoding', 'client_encoding', 'application_name', 'is_superuser', 'session_authorization',
    'DateStyle', 'IntervalStyle', 'TimeZone', 'integer_datetimes', 'standard_conforming_strings',
    'default_transaction_read_only', 'in_hot_standby',
];

/** Asks for what a server reports to every client. */
export const REPORTED = `SELECT name, current_setting(name) FROM (VALUES ${NAMES.map((name) => `('${name}')`).join()}) AS reported(name)`;

/**
 * Reads what the client wants; encryption is refused. Returns nothing if it has left or wants another protocol, which includes cancelling:
 * the thread of a running statement hears nothing before it is done.
 */
export async function readStartup(reader, socket) {
    let body = await reader.untyped();
    while (body && ENCRYPTION.includes(body.readInt32BE(0))) {
        socket.write('N');
        body = await reader.untyped();
    }
    return body?.readInt32BE(0) === PROTOCOL_3 ? parameters(body) : undefined;
}

/** The messages that let a client in; reported is the answer to REPORTED. */
export function welcome(id, reported) {
    const statuses = reported.filter((one) => typeOf(one) === 'D').map(status);
    return [message('R', int32(0)), ...statuses, message('K', int32(id), int32(0)), readyForQuery('I')];
}

/** The settings that a client wants, by name. */
export function settingsOf(wanted) {
    const plain = [...wanted].filter(([name]) => !NO_SETTINGS.has(name) && !name.startsWith('_pq_.'));
    const options = [...(wanted.get('options') ?? '').matchAll(/-c\s*([\w.]+)=((?:\\.|\S)*)/g)];
    return [...plain, ...options.map(([, name, value]) => [name, value.replace(/\\(.)/g, '$1')])];
}

function parameters(body) {
    const found = new Map();
    let name = text(body, 4);
    while (name.value) {
        const value = text(body, name.next);
        found.set(name.value, value.value);
        name = text(body, value.next);
    }
    return found;
}

function status(row) {
    const end = 11 + row.readInt32BE(7);
    return message('S', row.toString('utf8', 11, end), row.toString('utf8', end + 4));
}
