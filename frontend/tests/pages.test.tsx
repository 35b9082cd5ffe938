import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { api, failure, PROBLEM } from './contract';
import { openPage } from './render';
import { server } from './server';

describe('the study page', () => {
  it('lists everyone with their last measurement, however late it arrived', async () => {
    openPage('/');
    const table = await screen.findByRole('table');
    expect(within(table).getByRole('link', { name: 'Alice' }).getAttribute('href')).toBe('/participants/1');
    expect(screen.getByText(/^36 participants · 3 measured within two days · last measurement 8 h ago/)).toBeTruthy();
    expect(within(table).getAllByText('8 h ago')).toHaveLength(3);
    expect(within(table).getAllByText('12 May 2016').length).toBeGreaterThan(3);
  });

  it('filters and sorts by the address', async () => {
    const { router } = openPage('/');
    await screen.findByRole('table');
    await userEvent.type(screen.getByRole('searchbox', { name: /name, id or source/ }), 'char');
    await waitFor(() => expect(router.state.location.search).toEqual({ filter: 'char' }));
    const table = screen.getByRole('table');
    expect(within(table).queryByRole('link', { name: 'Alice' })).toBeNull();
    expect(within(table).getByRole('link', { name: 'Charlie' })).toBeTruthy();
    await userEvent.click(within(table).getByRole('link', { name: /^Last measured/ }));
    await waitFor(() => expect(router.state.location.search).toEqual({ filter: 'char', sort: 'lastMeasured' }));
  });

  it('says what to do when nobody is there', async () => {
    server.use(
      api.get('/study', ({ response }) =>
        response(200).json({ rows: [], next: null, wear: { state: 'complete', pending: 0, detail: null } }),
      ),
    );
    openPage('/');
    expect(await screen.findByText('No participants yet')).toBeTruthy();
    expect(screen.getByText('./daystream up')).toBeTruthy();
  });

  it('says what failed and offers the retry', async () => {
    server.use(api.get('/study', ({ response }) => response.untyped(failure())));
    openPage('/');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The participants could not be loaded');
    expect(alert.textContent).toContain(PROBLEM.detail);
    server.resetHandlers();
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeTruthy();
  });
});

describe('a participant’s page', () => {
  it('says when an account is set to another time zone, and how to follow it', async () => {
    openPage('/participants/3');
    expect(await screen.findByText(/The fitbit profile says Asia\/Kathmandu, first told on 12 May 2026/)).toBeTruthy();
    expect(screen.getByText('./daystream participants zone set 3 Asia/Kathmandu --from DATE')).toBeTruthy();
  });

  it('offers the charted metrics and the daily figures of its range as files', async () => {
    openPage('/participants/1?view=week&date=2026-05-12&metrics=heart_rate,sleep&resolution=1h');
    await userEvent.click(await screen.findByText('Download'));
    const files = (legend: RegExp) =>
      within(screen.getByRole('group', { name: legend }))
        .getAllByRole('link')
        .map((link) => link.getAttribute('href'));
    const [series] = files(/^Charted metrics, 6 – 12 May 2026$/);
    expect(Object.fromEntries(new URL(series ?? '', 'http://localhost').searchParams)).toEqual({
      ...{ participants: '1', metrics: 'heart_rate', resolution: '1h', fill: 'raw', format: 'csv' },
      ...{ from: '2026-05-05T22:00:00.000Z', to: '2026-05-12T22:00:00.000Z' },
    });
    expect(files(/^Daily figures, 6 – 12 May 2026$/)[2]).toBe(
      '/api/v1/export/days?participants=1&from=2026-05-06&to=2026-05-12&fill=raw&format=parquet',
    );
  });

  it('shows the newest day with its figures', async () => {
    openPage('/participants/1');
    expect(await screen.findByRole('heading', { name: 'Alice' })).toBeTruthy();
    expect(screen.getByText('Tue 12 May 2026')).toBeTruthy();
    const tiles = await screen.findByRole('region', { name: 'Daily values' });
    expect(await within(tiles).findByText('Resting heart rate (vendor)')).toBeTruthy();
    expect(within(tiles).getAllByText(/(above|below) usual|As usual/).length).toBeGreaterThan(3);
    expect(within(tiles).getAllByText(/of 1.440 min worn and recorded/).length).toBeGreaterThan(1);
  });

  it('changes the view by the address, and back again', async () => {
    const { router } = openPage('/participants/1?date=2026-05-09&metrics=steps');
    await userEvent.click(await screen.findByRole('button', { name: 'Week' }));
    await waitFor(() =>
      expect(router.state.location.search).toEqual({ view: 'week', date: '2026-05-09', metrics: 'steps' }),
    );
    expect(screen.getByText('3 – 9 May 2026')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Earlier' }));
    expect(await screen.findByText('26 Apr – 2 May 2026')).toBeTruthy();
    router.history.back();
    expect(await screen.findByText('3 – 9 May 2026')).toBeTruthy();
  });

  it('opens an old or mistyped address as far as it is understood', async () => {
    openPage('/participants/1?date=2026-13-45&view=decade&resolution=2m&zoom=x');
    expect(await screen.findByText('Tue 12 May 2026')).toBeTruthy();
    expect(await screen.findByRole('img', { name: 'Steps over time' })).toBeTruthy();
  });

  it('names a day of 23 hours', async () => {
    openPage('/participants/1?date=2026-03-29');
    expect(await screen.findByText('29 Mar has 23 hours, the clocks go forward')).toBeTruthy();
  });

  it('shades what is missing by reason and says what the shades mean', async () => {
    openPage('/participants/1?view=week&date=2026-05-14&metrics=heart_rate');
    const key = await screen.findByRole('list', { name: 'Shades of time without data' });
    expect(within(key).getByText('not synced')).toBeTruthy();
    const strip = await screen.findByRole('img', { name: /^coverage, data in \d+ stretches/ });
    const place = strip.parentElement as HTMLElement;
    // The last two of the seven days have not come yet.
    fireEvent.pointerMove(place, { clientX: 900 });
    expect(await within(place).findByText(/^Not synced /)).toBeTruthy();
  });

  it('offers only metrics that the participant has, by family', async () => {
    const { router } = openPage('/participants/4?date=2016-05-10');
    await userEvent.click(await screen.findByText(/^Metrics \(/));
    const [movement] = screen.getAllByRole('group', { name: 'Movement' });
    if (!movement) {
      throw new Error('no menu');
    }
    expect(within(movement).getByLabelText('Calories')).toBeTruthy();
    expect(within(movement).queryByLabelText('Floors climbed')).toBeNull();
    await userEvent.click(within(movement).getByLabelText('Calories'));
    await waitFor(() =>
      expect(router.state.location.search).toMatchObject({ metrics: 'heart_rate,sleep,steps,calories' }),
    );
  });

  it('keeps the other charts when one fails', async () => {
    server.use(
      api.get('/participants/{id}/series', ({ query, response }) =>
        query.getAll('metrics').join() === 'heart_rate' ? response.untyped(failure()) : undefined,
      ),
    );
    openPage('/participants/1');
    const failed = await screen.findByRole('alert');
    expect(failed.textContent).toContain('Heart rate could not be loaded');
    expect(await screen.findByRole('img', { name: 'Steps over time' })).toBeTruthy();
  });

  it('says so when there is no such participant', async () => {
    openPage('/participants/999');
    expect(await screen.findByText('There is no such participant')).toBeTruthy();
  });
});
