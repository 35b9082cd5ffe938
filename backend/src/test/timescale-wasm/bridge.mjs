// A PostgreSQL server with TimescaleDB for tests: prints its port, and ends when its standard input does.
import { createServer } from 'node:net';
import { Databases } from './databases.mjs';
import { Session } from './session.mjs';

const databases = await Databases.start();
const server = createServer((socket) => new Session(socket, databases).serve());
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

process.stdin.resume();
process.stdin.on('close', () => process.exit());
