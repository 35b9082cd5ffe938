import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openSession, type Session, screenshot, settled } from './browser';
import { plotOf, viewOf } from './charts';

const HOUR = 3_600_000;

let session: Session;

beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.errors.splice(0));

it('goes from the whole history to single samples with the wheel, and back by the address', async () => {
  const { page, errors } = session;
  await page.goto('/');
  await page.getByRole('link', { name: 'Explore' }).click();
  await page.getByRole('img', { name: 'Heart rate over time' }).waitFor();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.waitForURL(/range=all/);
  await settled(page);
  await screenshot(page, 'explore-all-1440-light');
  const box = await plotOf(page, 'Heart rate over time');
  await page.mouse.move(box.x + box.width * 0.6, box.y + 40);
  for (let step = 0; step < 45; step++) {
    await page.mouse.wheel(0, -120);
    await page.waitForTimeout(30);
  }
  await page.waitForURL((url) => url.searchParams.get('range') !== 'all');
  await settled(page);
  await page
    .getByRole('combobox', { name: 'Resolution of all charts' })
    .first()
    .getByText('auto: raw')
    .waitFor({ state: 'attached' });
  const { from, to } = viewOf(page);
  expect(to - from).toBeLessThan(2 * HOUR);
  await screenshot(page, 'explore-raw-1440-light');
  await page.reload();
  await settled(page);
  expect(viewOf(page)).toEqual({ from, to });
  // A wheel that falters on a busy machine rests more than once, and each rest is a step back.
  for (let step = 0; step < 6 && !page.url().includes('range=all'); step++) {
    await page.goBack();
    await page.waitForTimeout(300);
  }
  expect(page.url()).toContain('range=all');
  expect(errors).toEqual([]);
});

it('moves by the axis, the map and the keys', async () => {
  const { page, errors } = session;
  await page.goto('/explore?metrics=steps');
  await page.getByRole('img', { name: 'Steps over time' }).waitFor();
  await page.getByRole('button', { name: '1 d', exact: true }).click();
  await page.waitForURL(/range=/);
  await settled(page);
  const before = viewOf(page);
  const box = await plotOf(page, 'Steps over time');
  const axis = await page.getByText(/ time in [A-Z]\w+\/\w+, UTC/).boundingBox();
  await page.mouse.move(box.x + 200, (axis?.y ?? 0) - 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 200 + box.width / 4, (axis?.y ?? 0) - 8, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL((url) => !url.href.includes(new Date(before.from).toISOString().slice(0, 16)));
  expect(before.from - viewOf(page).from).toBeGreaterThan(5 * HOUR);
  const dragged = viewOf(page);
  const mark = await page.getByRole('slider', { name: 'Part of the history in view' }).boundingBox();
  const [x, y] = [(mark?.x ?? 0) + (mark?.width ?? 0) / 2, (mark?.y ?? 0) + (mark?.height ?? 0) / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 150, y, { steps: 5 });
  await page.mouse.up();
  await page.waitForTimeout(500);
  expect(dragged.from - viewOf(page).from).toBeGreaterThan(24 * HOUR);
  expect(viewOf(page).to - viewOf(page).from).toBe(dragged.to - dragged.from);
  await page.getByRole('region', { name: /Charts on one time axis/ }).focus();
  await page.keyboard.press('+');
  await page.waitForTimeout(500);
  expect(viewOf(page).to - viewOf(page).from).toBe((dragged.to - dragged.from) / 2);
  expect(errors).toEqual([]);
});

it('tells where a point comes from', async () => {
  const { page, errors } = session;
  await page.goto('/explore?metrics=heart_rate');
  await page.getByRole('button', { name: '1 h', exact: true }).click();
  await settled(page);
  const box = await plotOf(page, 'Heart rate over time');
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height / 2);
  const panel = page.getByRole('complementary', { name: 'Where this point comes from' });
  await panel.getByText(/^fitbit\/\d+\/\d{4}-\d\d-\d\d\/heart_rate/).waitFor();
  expect(new URL(page.url()).searchParams.get('point')).toMatch(/^\d+~heart_rate~/);
  await screenshot(page, 'explore-lineage-1440-light');
  await panel.getByRole('button', { name: 'Close' }).click();
  await panel.waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
});

it('downloads what is shown', async () => {
  const { page, errors } = session;
  await page.goto('/explore?people=1,2&metrics=heart_rate,steps');
  await settled(page);
  const files = new Map<string, string>();
  for (const [label, ending] of [
    ['PNG', 'png'],
    ['SVG, for print', 'svg'],
    ['CSV, with coverage and reasons', 'csv'],
    ['JSON', 'json'],
  ] as const) {
    await page.getByText('Download', { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^daystream-heart_rate-steps-.*\\.${ending}$`));
    files.set(ending, readFileSync(await download.path(), ending === 'png' ? 'latin1' : 'utf8'));
    await page.keyboard.press('Escape');
  }
  expect(files.get('png')?.slice(1, 4)).toBe('PNG');
  expect(files.get('svg')?.match(/<path /g)?.length).toBeGreaterThan(100);
  expect(files.get('csv')).toContain('participant,metric,unit,source,resolution,start');
  const { rows } = JSON.parse(files.get('json') ?? '{}') as {
    rows: { coverage: number | null; reason: string | null }[];
  };
  expect(rows.length).toBeGreaterThan(300);
  expect(rows.some(({ reason }) => reason === 'not-worn')).toBe(true);
  expect(errors).toEqual([]);
});

it('a participant’s charts shade what is missing, and the cursor says why', async () => {
  const { page, errors } = session;
  await page.goto('/participants/1?view=custom&from=2020-01-01&to=2020-01-03&metrics=heart_rate');
  await settled(page);
  const box = await plotOf(page, 'Heart rate over time');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.getByText('no data: before the first day of taking part').waitFor();
  await page.getByRole('list', { name: 'Shades of time without data' }).waitFor();
  expect(errors).toEqual([]);
});

it('on a phone and in the dark: nothing is wider than the screen', async () => {
  for (const [scheme, width] of [
    ['light', 390],
    ['dark', 390],
    ['dark', 1440],
  ] as const) {
    const other = await openSession({ width, height: width === 390 ? 844 : 900 }, scheme);
    await other.page.goto('/explore?people=1,2,3&metrics=heart_rate,steps');
    await other.page.locator('.u-over').first().waitFor();
    await settled(other.page);
    await screenshot(other.page, `explore-${width}-${scheme}`);
    const over = await other.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    expect(other.errors).toEqual([]);
    await other.close();
  }
});
