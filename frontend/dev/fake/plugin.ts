import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { answer } from './answer';
import { createWorld } from './world';

const NEW_DAY_EVERY = Number(process.env.FAKE_NEW_DAY_MS ?? 120_000);

/** Development only: answers /api/v1 from made-up people, so that pages can be seen without the service. */
export function fakeApi(): Plugin {
  const world = createWorld();
  const streams = new Set<ServerResponse>();
  let event = 0;

  const advance = () => {
    world.dueAt = Date.now() + NEW_DAY_EVERY;
    for (const day of world.advance()) {
      event++;
      for (const stream of streams) {
        stream.write(`id: ${event}\nevent: day\ndata: ${JSON.stringify(day)}\n\n`);
      }
    }
  };
  const files: Record<string, readonly [string, string]> = {
    '/api/openapi.yaml': ['../api/openapi.yaml', 'application/yaml'],
    '/api/docs/': ['dist/api-docs/index.html', 'text/html'],
    '/api/docs/start.js': ['dist/api-docs/start.js', 'text/javascript'],
    '/api/docs/swagger-ui.css': ['dist/api-docs/swagger-ui.css', 'text/css'],
    '/api/docs/swagger-ui-bundle.js': ['dist/api-docs/swagger-ui-bundle.js', 'text/javascript'],
  };
  const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/api/v1/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('event: ping\ndata: {}\n\n');
      streams.add(response);
      request.on('close', () => streams.delete(response));
    } else if (url.pathname.startsWith('/api/v1/')) {
      const { status, body } = answer(world, url.pathname.slice('/api/v1'.length), url.searchParams);
      response.writeHead(status, { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' });
      response.end(JSON.stringify(body));
    } else if (files[url.pathname]) {
      const [path, type] = files[url.pathname] ?? ['', ''];
      response.writeHead(200, { 'content-type': type });
      response.end(readFileSync(path));
    } else {
      next();
    }
  };
  const start = (use: (handler: typeof handle) => void) => {
    use(handle);
    setInterval(advance, NEW_DAY_EVERY).unref();
  };
  return {
    name: 'daystream-fake-api',
    configureServer: (server) => start((handler) => server.middlewares.use(handler)),
    configurePreviewServer: (server) => start((handler) => server.middlewares.use(handler)),
  };
}
