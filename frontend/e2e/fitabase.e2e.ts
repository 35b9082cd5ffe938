import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BASE, inkOf, openSession, type Session, screenshot, settled } from './browser';
import { type Export, openExport, readTime, sum } from './fitabase';

/** Where the export lies that the service has imported with the zone America/New_York; without it there is nothing to see. */
const FOLDER = process.env.DAYSTREAM_FITABASE;
const PERSON = '4388161847';
const DATE = '2016-04-20';
/** That day in America/New_York. */
const RANGE = `${DATE}T04:00:00Z~2016-04-21T04:00:00Z`;

interface Entry {
  readonly id: number;
  readonly externalId: string | null;
}

describe.skipIf(!FOLDER)('the pages on real people, from a Fitabase export', () => {
  let session: Session;
  let files: Export;
  let id = 0;

  beforeAll(async () => {
    files = openExport(FOLDER ?? '');
    session = await openSession();
    const { participants } = (await (await fetch(`${BASE}/api/v1/participants?limit=1000`)).json()) as {
      participants: Entry[];
    };
    expect(participants).toHaveLength(33);
    id = participants.find(({ externalId }) => externalId === PERSON)?.id ?? 0;
  });
  afterAll(() => session?.close());
  beforeEach(() => session.errors.splice(0));

  const stepsOf = (of: (time: ReturnType<typeof readTime>) => boolean) =>
    files
      .rows('minuteStepsWide', PERSON)
      .filter(([, time = '']) => of(readTime(time)))
      .map(([, , ...minutes]) => sum(minutes.map(Number)));
  const beatsOfDay = () =>
    files
      .rows('heartrate_seconds', PERSON)
      .filter(([, time = '']) => time.startsWith('4/20/2016 '))
      .map(([, , value]) => Number(value));
  const nightOf = () =>
    files.rows('sleepDay', PERSON).find(([, time = '']) => readTime(time).date === DATE) ?? ([] as string[]);
  const plain = (text: string | null) => (text ?? '').replace(/\s/g, '');

  it('a participant’s day has the export’s figures', async () => {
    const { page, errors } = session;
    await page.goto(`/participants/${id}?date=${DATE}`);
    await page.getByRole('img', { name: 'Heart rate over time' }).waitFor();
    await settled(page);
    await screenshot(page, 'fitabase-day-1440-light');
    const tiles = plain(await page.getByRole('region', { name: 'Daily values' }).textContent());
    const steps = sum(stepsOf(({ date }) => date === DATE));
    expect(steps).toBeGreaterThan(5_000);
    expect(tiles).toContain(`Steps${steps}`);
    const asleep = Number(nightOf()[3]);
    expect(tiles).toContain(`Asleep${Math.floor(asleep / 60)}h${asleep % 60 ? `${asleep % 60}min` : ''}`);
    expect(await inkOf(page, 'Heart rate over time')).toBeGreaterThan(500);
    await page.getByText('Only sums of each day, no times or stages').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('the Explorer shows and gives away the export’s samples', async () => {
    const { page, errors } = session;
    await page.goto(`/explore?people=${id}&metrics=heart_rate,steps&resolution=1h&range=${RANGE}`);
    await page.getByRole('img', { name: 'Steps over time' }).waitFor();
    await settled(page);
    await screenshot(page, 'fitabase-explore-1440-light');
    expect(await inkOf(page, 'Heart rate over time')).toBeGreaterThan(300);
    await page.getByText('Download', { exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^CSV/ }).click(),
    ]);
    const [head = [], ...rows] = readFileSync((await file.path()) ?? '', 'utf8')
      .split('\r\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split(','));
    const column = (metric: string, name: string) =>
      rows.filter((row) => row[head.indexOf('metric')] === metric).map((row) => row[head.indexOf(name)] ?? '');
    const numbers = (metric: string, name: string) => column(metric, name).filter(Boolean).map(Number);
    const beats = beatsOfDay();
    expect(sum(numbers('steps', 'value'))).toBe(sum(stepsOf(({ date }) => date === DATE)));
    expect(sum(numbers('heart_rate', 'count'))).toBe(beats.length);
    expect(Math.min(...numbers('heart_rate', 'min'))).toBe(Math.min(...beats));
    expect(Math.max(...numbers('heart_rate', 'max'))).toBe(Math.max(...beats));
    expect(errors).toEqual([]);
  });

  it('activity has the mean of each hour of the week', async () => {
    const { page, errors } = session;
    await page.goto(`/activity?participant=${id}`);
    const map = page.getByRole('table', { name: 'Mean steps of each hour of the week' });
    await map.scrollIntoViewIfNeeded();
    await map.getByRole('row', { name: /^Wed/ }).locator('td').nth(12).hover();
    const hours = stepsOf(({ weekday, hour }) => weekday === 3 && hour === 12);
    const mean = Math.round(sum(hours) / hours.length);
    const words = await page.getByText(/^Wednesday 12:00 – 13:00: /).textContent();
    expect(plain(words)).toContain(`:${mean}steps,meanof${hours.length}hours`);
    await settled(page);
    await screenshot(page, 'fitabase-activity-1440-light');
    expect(errors).toEqual([]);
  });

  it('sleep says that the export has totals and no sessions', async () => {
    const { page, errors } = session;
    await page.goto(`/sleep?participant=${id}&date=${DATE}`);
    await page.getByText('The source brought no sleep sessions').waitFor();
    await settled(page);
    await screenshot(page, 'fitabase-sleep-1440-light');
    const totals = plain(await page.getByRole('region', { name: 'Totals of the nights' }).textContent());
    const [asleep = 0, inBed = 0] = nightOf().slice(3).map(Number);
    const words = (minutes: number) =>
      [minutes >= 60 && `${Math.floor(minutes / 60)}h`, minutes % 60 && `${minutes % 60}min`].filter(Boolean).join('');
    expect(totals).toContain(`${words(asleep)}asleepof${words(inBed)}inbed`);
    expect(await page.getByRole('img', { name: /Sleep stages|Hours on each stage/ }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('insights rank the export’s own days', async () => {
    const { page, errors } = session;
    await page.goto(`/insights/most-active-days?participants=${id}&view=table`);
    const days = files
      .rows('dailyActivity', PERSON)
      .map((row) => ({ date: readTime(row[1] ?? '').date, minutes: Number(row[10]) + Number(row[11]) }))
      .toSorted((a, b) => b.minutes - a.minutes || a.date.localeCompare(b.date));
    const answer = page.getByRole('region', { name: 'Answer' });
    await answer.locator('tbody tr').first().waitFor();
    await screenshot(page, 'fitabase-insight-1440-light');
    const { rows, insight } = (await (
      await fetch(`${BASE}/api/v1/insights/most-active-days?participants=${id}`)
    ).json()) as { rows: unknown[][]; insight: { columns: { name: string }[] } };
    const at = (name: string) => insight.columns.findIndex((column) => column.name === name);
    expect(rows.map((row) => ({ date: row[at('local_date')], minutes: row[at('active_minutes')] }))).toEqual(
      days.slice(0, 20),
    );
    const first = plain(await answer.locator('tbody tr').first().textContent());
    expect(first).toContain(String(days[0]?.minutes));
    expect(errors).toEqual([]);
  });
});
