import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { BASE } from './browser';

/** A way to the service that can be cut and mended, as when it is stopped and started again. */
export interface Relay {
  /** Where pages are opened. */
  readonly url: string;
  /** Nothing listens any more, and what is open ends. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Listens on any free port, and on the same one after it was cut. */
export async function openRelay(): Promise<Relay> {
  let port = 0;
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const mend = async () => {
    server = createServer(pass);
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((listening) => server?.listen(port, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port;
  };
  const cut = async () => {
    const closed = new Promise((done) => server?.close(done));
    for (const socket of sockets) {
      socket.destroy();
    }
    await closed;
  };
  await mend();
  return { url: `http://127.0.0.1:${port}`, cut, mend };
}

function pass(incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, headers, url = '/' } = incoming;
  const { host, hostname, port } = new URL(BASE);
  const outgoing = request({ hostname, port, path: url, method, headers: { ...headers, host } }, (answered) => {
    answer.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(answer);
  });
  outgoing.on('error', () => answer.destroy());
  answer.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}
