import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DerivedMetric } from '../src/api/derived';
import { plain, type RightAnswer, rightAnswers, shown, shownDerived, wordsOf } from './badDays';
import { BASE, openSession, type Session, screenshot, settled } from './browser';

const RIGHT = rightAnswers().filter(({ participant }) => participant === 1);
const DAYS = [...new Set(RIGHT.filter(({ group }) => group === 'value').map(({ date }) => date))];
/** Names of the tiles by key of the daily value. */
const TILES: Readonly<Record<string, string>> = {
  steps: 'Steps',
  asleep: 'Asleep',
  distance: 'Distance',
  resting_heart_rate: 'Resting heart rate',
};

let session: Session;

const answers = (date: string, group: string) => RIGHT.filter((row) => row.date === date && row.group === group);

/** The texts of the tiles of a region, without spaces. */
const tilesOf = (region: Locator) =>
  region
    .locator(':scope > *')
    .evaluateAll((tiles) => tiles.map((tile) => (tile.textContent ?? '').replace(/\s/g, '').toLowerCase()));

/** What is wrong with a tile: it must have the value, or the reason instead of any number. */
function faults(
  tiles: readonly string[],
  name: string,
  { key, value, present, expected, reason }: RightAnswer,
  text: string,
): string[] {
  const tile = tiles.find((text) => text.startsWith(plain(name)));
  if (tile === undefined) {
    return value === '' ? [] : [`${name}: no tile`];
  }
  // Of a value that both tell, the tile says whose it is.
  const rest = tile.slice(plain(name).length).replace(/^\(vendor\)/, '');
  const wrong = [];
  if (value !== '' && !rest.startsWith(text)) {
    wrong.push(`${tile}: not ${text}`);
  }
  if (value === '' && (/^\d/.test(rest) || /coverage\d/.test(rest))) {
    wrong.push(`${tile}: a claim without a value`);
  }
  if (reason !== '' && !wordsOf(reason).some((words) => rest.includes(words))) {
    wrong.push(`${tile}: not ${reason}`);
  }
  if (key === 'steps' && value !== '' && present !== expected && !rest.includes(`${present}of${expected}`)) {
    wrong.push(`${tile}: not ${present} of ${expected}`);
  }
  return wrong;
}

/** One participant, one bad day after the other: each page has what the table of right answers has. */
describe.skipIf(!process.env.DAYSTREAM_BAD_DAYS)('one bad day, everywhere', () => {
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());
  beforeEach(() => session.errors.splice(0));

  it.each(DAYS)('the tiles of %s', async (date) => {
    const { page, errors } = session;
    await page.goto(`/participants/1?date=${date}`);
    const region = page.getByRole('region', { name: 'Daily values' });
    await region.locator('p').first().waitFor();
    await settled(page);
    await screenshot(page, `bad-day-${date}`);
    const tiles = await tilesOf(region);
    const wrong = answers(date, 'value').flatMap((row) =>
      TILES[row.key] ? faults(tiles, TILES[row.key] ?? '', row, shown(row.key, row.value)) : [],
    );
    const note = answers(date, 'note').find(({ value }) => value !== '' && value !== '?');
    expect(wrong).toEqual([]);
    expect(plain(await page.locator('main').textContent())).toContain(plain(note?.value));
    expect(errors).toEqual([]);
  });

  it.each(DAYS)('the sleep page of %s', async (date) => {
    const { page } = session;
    const { metrics } = (await (await fetch(`${BASE}/api/v1/derived-metrics`)).json()) as { metrics: DerivedMetric[] };
    await page.goto(`/sleep?participant=1&date=${date}&span=4w`);
    const region = page.getByRole('region', { name: /^Derived/ }).first();
    await region.locator(':scope > *').first().waitFor();
    await settled(page);
    await screenshot(page, `bad-day-sleep-${date}`);
    const tiles = await tilesOf(region);
    const shownHere = ['sleep_efficiency', 'sleep_latency', 'sleep_quality_score'];
    const rows = answers(date, 'derived').filter(({ key }) => shownHere.includes(key));
    const wrong = rows.flatMap((row) => {
      const metric = metrics.find(({ key }) => key === row.key) as DerivedMetric;
      return faults(tiles, metric.name, row, shownDerived(metric, row.value));
    });
    expect(wrong).toEqual([]);
  });

  it('the month and the report leave out what does not count', async () => {
    const { page } = session;
    for (const path of [
      '/participants/1?view=month&date=2026-10-31',
      '/participants/1/report?from=2026-10-01&to=2026-10-31',
    ]) {
      await page.goto(path);
      const region = page.getByRole('region', { name: 'Daily values' }).first();
      await region.locator('p').first().waitFor();
      await settled(page);
      await screenshot(page, `bad-days-${path.includes('report') ? 'report' : 'month'}`);
      const tiles = await tilesOf(region);
      const means = RIGHT.filter(({ group, key }) => group === 'mean' && TILES[key]);
      const wrong = means.flatMap(({ key, value, present, expected }) => {
        const tile = tiles.find((text) => text.startsWith(plain(TILES[key]))) ?? `${key}: no tile`;
        return tile.includes(shown(key, value)) && tile.includes(`${present}of${expected}`)
          ? []
          : [`${tile}: not ${shown(key, value)}, ${present} of ${expected}`];
      });
      expect(wrong, path).toEqual([]);
    }
  });

  it('the calendar says not worn, never 0', async () => {
    const { page } = session;
    for (const shows of ['wear', 'steps', 'sleep_minutes_asleep']) {
      await page.goto(`/participants/1?view=year&date=2026-10-31${shows === 'wear' ? '' : `&calendar=${shows}`}`);
      const calendar = page.getByRole('region', { name: 'Calendar' });
      await calendar.scrollIntoViewIfNeeded();
      const cell = (date: string) => calendar.locator(`td[data-date="${date}"]`);
      await page.waitForFunction(() =>
        /\d/.test(
          document.querySelector('td[data-date="2026-10-16"]')?.getAttribute('aria-label')?.split(': ')[1] ?? '',
        ),
      );
      await screenshot(page, `bad-days-calendar-${shows}`);
      expect(await cell('2026-10-27').getAttribute('aria-label'), shows).toMatch(/: (no value, )?not worn/i);
      if (shows === 'sleep_minutes_asleep') {
        expect(await cell('2026-10-17').getAttribute('aria-label')).toMatch(/: (no value, )?not worn/i);
      }
    }
  });

  it('the desk and a message', async () => {
    const { page } = session;
    await fetch(`${BASE}/api/v1/participants/1`, {
      method: 'PATCH',
      body: JSON.stringify({ email: 'bad@example.org' }),
      headers: { 'Content-Type': 'application/json' },
    });
    await page.goto('/');
    const row = page.locator('tbody tr', { hasText: 'Bad days' });
    await row.getByText('86 %').first().waitFor();
    await screenshot(page, 'bad-days-desk');
    const desk = (key: string) => RIGHT.find((right) => right.group === 'desk' && right.key === key)?.value;
    expect(plain(await row.textContent())).toContain(`${desk('nights')}of${desk('nightsOf')}`);
    await row.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Write to 1' }).click();
    const dialog = page.getByRole('dialog', { name: 'Write to 1 participant' });
    await dialog.getByLabel('Template').selectOption('Little wear');
    await dialog.getByRole('button', { name: 'Preview' }).click();
    // The week that the message is about ended long ago.
    await dialog
      .getByText(/\d (will be|not) sent/)
      .first()
      .waitFor();
    await screenshot(page, 'bad-days-message');
    // That the data were fetched just now is no reason.
    expect(await dialog.textContent()).not.toContain('Data arrived within');
    expect(await dialog.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
  });
});
