import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPage } from './render';
import { server } from './server';

const PROBLEM = { type: '/api/docs/problems', title: 'Broken', status: 500, detail: 'The store does not answer.' };

/** The first test also waits for the pages' code. */
const SLOW = { timeout: 25_000 };

async function year(name: string) {
  const grid = await screen.findByRole('grid', { name }, SLOW);
  return within(grid);
}

describe('the calendar', () => {
  it('has a cell for each day, with date, value and reason', async () => {
    openPage('/participants/1?calendar=steps');
    const cells = await year('Steps in 2026');
    const day = await cells.findByRole('gridcell', { name: /^Mon 11 May 2026: [\d\u202f]+ steps/ });
    expect(day.getAttribute('data-level')).toMatch(/^[1-7]$/);
    const missing = cells.getByRole('gridcell', { name: /^Tue 17 Mar 2026: no value/ });
    expect(missing.getAttribute('data-level')).toBeNull();
    expect(missing.getAttribute('data-look')).not.toBeNull();
    expect(cells.getAllByRole('gridcell')).toHaveLength(60);
    const legend = screen.getByRole('list', { name: 'Shades of the calendar' });
    expect(legend.textContent).toMatch(/0 steps.*000 steps/);
  });

  it('is walked by keys, one stop for all days, and Enter opens the day', async () => {
    const { router } = openPage('/participants/1?calendar=steps');
    const cells = await year('Steps in 2026');
    const last = await cells.findByRole('gridcell', { name: /^Tue 12 May 2026: / });
    expect(cells.getAllByRole('gridcell').filter(({ tabIndex }) => tabIndex === 0)).toEqual([last]);
    last.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}');
    const reached = cells.getByRole('gridcell', { name: /^Mon 4 May 2026: / });
    expect(document.activeElement).toBe(reached);
    expect(cells.getAllByRole('gridcell').filter(({ tabIndex }) => tabIndex === 0)).toEqual([reached]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.search).toMatchObject({ date: '2026-05-04', calendar: 'steps' }));
  });

  it('shows what is chosen, a derived figure too, and keeps it in the address', async () => {
    const { router } = openPage('/participants/1?view=week');
    await year('Worn in 2026');
    const choice = await screen.findByRole('combobox', { name: 'Shown in the calendar' });
    await within(choice).findByRole('option', { name: 'Sleep efficiency' });
    await userEvent.selectOptions(choice, 'sleep_efficiency');
    await waitFor(() => expect(router.state.location.search).toMatchObject({ calendar: 'sleep_efficiency' }));
    const cells = await year('Sleep efficiency in 2026');
    expect(await cells.findByRole('gridcell', { name: /^Mon 11 May 2026: [\d.]+ %, coverage 93 %/ })).toBeTruthy();
    await userEvent.selectOptions(choice, 'wear');
    await waitFor(() => expect(router.state.location.search).not.toHaveProperty('calendar'));
  });

  it('says what failed, and the rest of the page stays', async () => {
    server.use(
      http.get('*/api/v1/participants/:id/days', ({ request }) =>
        request.url.includes('-01-01') ? HttpResponse.json(PROBLEM, { status: 500 }) : undefined,
      ),
    );
    openPage('/participants/1');
    expect((await screen.findByRole('alert')).textContent).toContain('The calendar could not be loaded');
    expect(await screen.findByRole('region', { name: 'Daily values' })).toBeTruthy();
  });
});

describe('the report', () => {
  const print = vi.fn();
  beforeEach(() => {
    print.mockReset();
    vi.stubGlobal('print', print);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('tells who, when and by which clock, and has every part', async () => {
    openPage('/participants/1/report?from=2026-04-20&to=2026-05-12');
    const report = await screen.findByRole('article', { name: 'Report about Alice' }, SLOW);
    expect(report.textContent).toContain('20 Apr – 12 May 2026, 23 days');
    expect(report.textContent).toContain('Europe/Berlin');
    for (const name of ['Overview', 'Derived metrics', 'Charts', 'Weeks', 'Sleep', 'Coverage', 'Corrections']) {
      expect(within(report).getByRole('heading', { name })).toBeTruthy();
    }
    expect(await within(report).findByRole('img', { name: 'Steps per day' })).toBeTruthy();
    expect(within(report).getByRole('rowheader', { name: '4 – 10 May 2026' })).toBeTruthy();
    expect(within(report).getAllByText(/version 1\. /).length).toBeGreaterThan(5);
    expect(print).not.toHaveBeenCalled();
  });

  it('prints once everything is there, and not again on reload', async () => {
    const { router } = openPage('/participants/1/report?from=2026-05-06&to=2026-05-12&print=now');
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1), SLOW);
    expect(document.querySelector('[data-ready="true"]')).toBeTruthy();
    expect(router.state.location.searchStr).toBe('?from=2026-05-06&to=2026-05-12');
  });

  it('is what the keys for a print lead to from the page', async () => {
    const { router } = openPage('/participants/1?view=week');
    await screen.findByRole('link', { name: 'Print report' }, SLOW);
    await userEvent.keyboard('{Control>}p{/Control}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/participants/1/report'));
    expect(router.state.location.search).toMatchObject({ from: '2026-05-06', to: '2026-05-12' });
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1), SLOW);
  });
});

it('a week’s derived figures are means of the week', async () => {
  openPage('/participants/1?view=week');
  const tiles = await screen.findByRole('region', { name: 'Derived figures, 6 – 12 May 2026' }, SLOW);
  const tile = await within(tiles).findByRole('button', { name: /^Sleep efficiency/ });
  expect(tile.textContent).toMatch(/\d of 7 days, coverage 93 %/);
});
