import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { answer } from '../dev/fake/answer';
import { createWorld } from '../dev/fake/world';

/** The made-up people as the service would answer for them; their types are the contract's. */
export const world = createWorld('2026-05-12', 20);

export const server = setupServer(
  http.get('*/api/v1/events', () => new HttpResponse(null, { status: 204 })),
  http.get('*/api/v1/*', ({ request }) => {
    const url = new URL(request.url);
    const { status, body } = answer(world, url.pathname.slice('/api/v1'.length), url.searchParams);
    return HttpResponse.json(body as Record<string, unknown>, { status });
  }),
);
