import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { answer } from '../dev/fake/answer';
import { api, failure, PROBLEM } from './contract';
import { openPage } from './render';
import { server, world } from './server';

/** Every page, what it is called, and what it says where there is nobody. */
const PAGES = [
  ['/', 'Study', 'No participants yet'],
  ['/explore', 'No participants yet', 'No participants yet'],
  ['/sleep', 'No participants yet', 'No participants yet'],
  ['/activity', 'No participants yet', 'No participants yet'],
  ['/insights', 'Insights', 'No participants yet'],
  ['/pipeline', 'Pipeline', 'Nobody is on the schedule'],
  ['/pipeline?tab=jobs', 'Pipeline', 'No job has been asked for yet'],
  ['/pipeline?tab=runs', 'Pipeline', 'Nothing has been brought in yet'],
  ['/pipeline?tab=rejections', 'Pipeline', 'Nothing has been left out'],
  ['/pipeline?tab=imputation', 'Pipeline', 'Nothing has been imputed'],
] as const;

/** A service that was just installed: the catalogues are there, and nobody. */
function install(): void {
  const empty = { ...world, people: [], runs: [] };
  server.use(
    api.get('/jobs', ({ response }) => response(200).json({ jobs: [], next: null })),
    api.get('/rejections', ({ response }) => response(200).json({ rejections: [], next: null })),
    api.get('/imputation-runs', ({ response }) => response(200).json({ runs: [], next: null })),
    http.get('*/api/v1/*', ({ request }) => {
      const url = new URL(request.url);
      const { status, body } = answer(empty, url.pathname.slice('/api/v1'.length), url.searchParams);
      return url.pathname.endsWith('/events')
        ? undefined
        : HttpResponse.json(body as Record<string, unknown>, { status });
    }),
  );
}

describe('a new install', () => {
  it.each(PAGES)('%s has a heading and says what to do', async (address, heading, empty) => {
    install();
    openPage(address);
    expect(await screen.findByRole('heading', { level: 1, name: heading }, { timeout: 25_000 })).toBeTruthy();
    const [message] = await screen.findAllByText(empty);
    expect(message?.parentElement?.textContent?.length).toBeGreaterThan(empty.length + 40);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a service that fails', () => {
  it.each([...PAGES.map(([address]) => address), '/participants/1', '/insights/hours-slept'])(
    '%s says what failed and tries again',
    async (address) => {
      server.use(http.get('*/api/v1/*', failure));
      openPage(address);
      const [alert] = await screen.findAllByRole('alert', undefined, { timeout: 25_000 });
      expect(alert?.textContent).toContain(PROBLEM.detail);
      expect(alert?.textContent).toMatch(/could not be (loaded|answered)/);
      server.resetHandlers();
      for (const button of screen.getAllByRole('button', { name: 'Try again' })) {
        await userEvent.click(button);
      }
      await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    },
  );
});

describe('a service that takes long', () => {
  it.each(['/', '/explore', '/sleep', '/insights', '/pipeline', '/participants/1'])(
    '%s has its shape at once',
    async (address) => {
      server.use(http.get('*/api/v1/*', () => new Promise<never>(() => undefined)));
      openPage(address);
      await waitFor(() => expect(document.querySelector('main [class*="skeleton"]')).not.toBeNull());
      expect(screen.getByRole('navigation', { name: 'Sections' })).toBeTruthy();
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );
});

describe('a job', () => {
  it('that got no answer says that asking again is safe, and keeps what was typed', async () => {
    server.use(api.post('/jobs', ({ response }) => response.untyped(HttpResponse.error())));
    openPage('/pipeline?tab=jobs&new=verify');
    await userEvent.click(await screen.findByLabelText('The lake instead'));
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/^No answer from the Daystream service\. .*asking again is safe/);
    expect((screen.getByLabelText('The lake instead') as HTMLInputElement).checked).toBe(true);
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
