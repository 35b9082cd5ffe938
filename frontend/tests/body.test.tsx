import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { derivedOf } from '../dev/fake/derived';
import { api, failure } from './contract';
import { openPage } from './render';
import { server, world } from './server';

describe('derived figures on a participant’s page', () => {
  it('stand against the person’s usual, with coverage, and open how they came about', async () => {
    const { router } = openPage('/participants/1?date=2026-05-11');
    // The first test also waits for the pages' code.
    const tiles = await screen.findByRole('region', { name: 'Derived figures, Mon 11 May 2026' }, { timeout: 25_000 });
    const tile = await within(tiles).findByRole('button', { name: /^Resting heart rate \(Daystream\)/ });
    expect(tile.textContent).toMatch(/bpm (above|below) usual|As usual/);
    expect(tile.textContent).toContain('coverage 93 %');
    await userEvent.click(tile);
    await waitFor(() => expect(router.state.location.search).toMatchObject({ figure: 'derived_resting_heart_rate' }));
    const panel = await screen.findByRole('complementary', { name: 'How this figure came about' });
    expect(await within(panel).findByText('The median of the minutes that count.')).toBeTruthy();
    expect(within(panel).getByText('120 min')).toBeTruthy();
    expect(within(panel).getByText(/fitbit heart_rate, 11 May, 9.000 samples, revision 2/)).toBeTruthy();
    expect(within(panel).getByRole('link', { name: /^doi:/ }).getAttribute('href')).toMatch(/^https:\/\/doi\.org\//);
    expect(await within(panel).findByRole('img', { name: /day by day, with what was usual/ })).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(router.state.location.search).not.toHaveProperty('figure'));
  });

  it('say why there is no value', async () => {
    openPage('/participants/1?date=2026-05-14');
    const tiles = await screen.findByRole('region', { name: 'Derived figures, Thu 14 May 2026' });
    const tile = await within(tiles).findByRole('button', { name: /^Sleep efficiency/ });
    expect(tile.textContent).toContain('The source does not have it');
    expect(tile.textContent).not.toContain('coverage');
  });

  it('have no tile where no day has a value, but can be asked what they need', async () => {
    const [person] = world.people as [(typeof world.people)[0], ...typeof world.people];
    server.use(
      api.get('/participants/{id}/derived', ({ query, response }) => {
        const keys = (query.get('metrics') ?? '').split(',');
        const page = derivedOf(person, query.get('from') ?? '', query.get('to') ?? '', keys);
        for (const metric of page.metrics.filter(({ key }) => key.startsWith('sleep'))) {
          metric.values = metric.values.map(() => null);
          metric.reasons = metric.reasons.map(() => 'no-sleep' as const);
        }
        return response(200).json(page);
      }),
    );
    const { router } = openPage('/participants/1?date=2026-05-11');
    const tiles = await screen.findByRole('region', { name: 'Derived figures, Mon 11 May 2026' });
    expect(await within(tiles).findByText(/^No value on any of \d+ days \(no sleep recorded\):/)).toBeTruthy();
    expect(within(tiles).getByRole('button', { name: /^Resting heart rate \(Daystream\)/ }).textContent).toContain(
      'bpm',
    );
    await userEvent.click(within(tiles).getByRole('button', { name: 'Sleep efficiency' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ figure: 'sleep_efficiency' }));
  });

  it('leave the charts alone when they fail', async () => {
    server.use(api.get('/participants/{id}/derived', ({ response }) => response.untyped(failure())));
    openPage('/participants/1');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The derived figures could not be loaded');
    expect(await screen.findByRole('img', { name: 'Steps over time' })).toBeTruthy();
  });
});

describe('a participant’s history', () => {
  it('tells what was corrected, by how much and by whom', async () => {
    openPage('/participants/1');
    const table = await screen.findByRole('region', { name: 'Table of corrections' });
    const [, refused, applied] = within(table).getAllByRole('row');
    expect(refused?.textContent).toContain('a fetch by hand');
    expect(refused?.textContent).toContain('refused');
    expect(applied?.textContent).toContain('steps: 240 samples added, 3 changed');
    expect(applied?.textContent).toMatch(/\(196 more\)/);
    expect(applied?.textContent).toContain('15 imputed values withdrawn');
    const zones = screen.getByRole('list', { name: 'Time zones, oldest first' });
    expect(within(zones).getByText('Europe/Berlin, from the beginning')).toBeTruthy();
  });

  it('asks for imputed values by a switch that the address holds', async () => {
    const { router } = openPage('/participants/1?metrics=steps');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Imputed' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ fill: 'both' }));
  });
});

describe('the sleep page', () => {
  it('shows the night and the weeks of the first participant', async () => {
    openPage('/sleep?date=2026-05-11');
    expect(await screen.findByRole('img', { name: 'Sleep stages of the night' })).toBeTruthy();
    expect(await screen.findByRole('img', { name: 'Hours on each stage per night' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Bed and wake times of each night' })).toBeTruthy();
    expect(await screen.findByRole('img', { name: /^Sleep regularity index day by day/ })).toBeTruthy();
    expect(screen.getByText(/of the time in bed on a known level/)).toBeTruthy();
  });

  it('goes by day and by participant, and keeps it in the address', async () => {
    const { router } = openPage('/sleep');
    await userEvent.click(await screen.findByRole('button', { name: 'Earlier' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?date=2026-05-11'));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Participant' }), '2');
    await waitFor(() => expect(router.state.location.searchStr).toBe('?participant=2'));
    await userEvent.click(await screen.findByRole('button', { name: '4 weeks' }));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?participant=2&span=4w'));
  });

  it('says when a night has no record, and what to do', async () => {
    server.use(
      api.get('/participants/{id}/sleep', ({ response }) =>
        response(200).json({ from: '2026-05-01', to: '2026-05-12', sessions: [], next: null }),
      ),
    );
    openPage('/sleep');
    expect(await screen.findByText('No sleep was recorded for this night')).toBeTruthy();
    expect(screen.getByText('No sleep was recorded in these weeks')).toBeTruthy();
  });

  it('says what failed and who is not there', async () => {
    server.use(api.get('/participants/{id}/sleep', ({ response }) => response.untyped(failure())));
    openPage('/sleep');
    expect((await screen.findByRole('alert')).textContent).toContain('Sleep could not be loaded');
  });

  it('tells totals where a source brings no sessions, and that more cannot be known', async () => {
    openPage('/sleep?participant=4');
    expect(await screen.findByText('The source brought no sleep sessions')).toBeTruthy();
    const totals = screen.getByRole('region', { name: 'Totals of the nights' });
    await waitFor(() => expect(totals.textContent).toMatch(/Mean of \d+ of \d+ nights6 h \d+ min asleep/));
    expect(screen.queryByText('No sleep was recorded for this night')).toBeNull();
  });

  it('knows when there is no such participant', async () => {
    openPage('/sleep?participant=999');
    expect(await screen.findByText('There is no such participant')).toBeTruthy();
  });
});

describe('the activity page', () => {
  it('shows zones by day and week, rows of days, and the hours of the week', async () => {
    openPage('/activity?participant=1&span=4w');
    expect(await screen.findByRole('img', { name: 'Minutes in heart-rate zones per day' })).toBeTruthy();
    const weeks = await screen.findByRole('region', { name: 'Week by week' });
    expect(within(weeks).getByRole('rowheader', { name: '4 – 10 May 2026' })).toBeTruthy();
    expect(within(weeks).getAllByText(/^light .* peak /).length).toBeGreaterThan(3);
    expect(within(weeks).getAllByText(/^(as advised|\d+ short|of \d days?)$/).length).toBeGreaterThan(3);
    const streaks = screen.getByRole('region', { name: 'Days in a row' });
    expect(streaks.textContent).toMatch(/22 active minutes or more.*longest \d+ days?, up to .* of \d+ days with data/);
    expect(streaks.textContent).toMatch(/10\u202f000 steps or more/);
    const map = await screen.findByRole('table', { name: 'Mean steps of each hour of the week' });
    expect(within(map).getAllByRole('row')).toHaveLength(8);
  });

  it('keeps the hours of the week when the zones fail', async () => {
    server.use(api.get('/participants/{id}/derived', ({ response }) => response.untyped(failure())));
    openPage('/activity');
    expect(await screen.findByText('Time in heart-rate zones could not be loaded')).toBeTruthy();
    expect(await screen.findByRole('table', { name: 'Mean steps of each hour of the week' })).toBeTruthy();
  });
});
