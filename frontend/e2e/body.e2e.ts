import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openSession, type Session, screenshot, settled } from './browser';

let session: Session;

beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.errors.splice(0));

it('a participant’s derived figures open how they came about', async () => {
  const { page, errors } = session;
  await page.goto('/participants/1');
  const tiles = page.getByRole('region', { name: /^Derived figures, / });
  await tiles.getByRole('button', { name: /^Resting heart rate \(Daystream\)/ }).click();
  const panel = page.getByRole('complementary', { name: 'How this figure came about' });
  await panel.getByRole('heading', { name: 'Formula' }).waitFor();
  await panel
    .getByRole('link', { name: /^doi:10\./ })
    .first()
    .waitFor();
  await panel
    .getByText(/^fitbit heart_rate, /)
    .first()
    .waitFor();
  await settled(page);
  await screenshot(page, 'participant-figure-1440-light');
  await page.reload();
  await panel.getByRole('heading', { name: 'Formula' }).waitFor();
  await panel.getByRole('button', { name: 'Close' }).click();
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Corrections' }).waitFor();
  await page.getByRole('list', { name: 'Time zones, oldest first' }).getByText('Europe/Berlin').waitFor();
  expect(errors).toEqual([]);
});

it('a participant’s charts show imputed values when asked', async () => {
  const { page, errors } = session;
  await page.goto('/participants/1?metrics=heart_rate,steps');
  await page.getByRole('checkbox', { name: 'Imputed' }).check();
  await page.waitForURL(/fill=both/);
  await settled(page);
  await page.getByRole('img', { name: 'Heart rate over time' }).waitFor();
  expect(errors).toEqual([]);
});

it('sleep: from the night to the weeks and to the night before', async () => {
  const { page, errors } = session;
  await page.goto('/');
  await page.getByRole('link', { name: 'Sleep', exact: true }).click();
  await page.getByRole('img', { name: 'Sleep stages of the night' }).waitFor();
  await page.getByRole('img', { name: 'Hours on each stage per night' }).waitFor();
  await page.getByRole('img', { name: /^Sleep regularity index day by day/ }).waitFor();
  await settled(page);
  await screenshot(page, 'sleep-1440-light');
  await page.getByRole('button', { name: 'Earlier' }).click();
  await page.waitForURL(/date=\d{4}-\d\d-\d\d/);
  await page.getByRole('combobox', { name: 'Participant' }).selectOption('2');
  await page.waitForURL(/participant=2/);
  await page.getByRole('main').getByText('America/New_York', { exact: true }).waitFor();
  expect(errors).toEqual([]);
});

it('activity: zones by day and week, and the hours of the week', async () => {
  const { page, errors } = session;
  await page.goto('/');
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await page.getByRole('img', { name: 'Minutes in heart-rate zones per day' }).waitFor();
  await settled(page);
  await screenshot(page, 'activity-1440-light');
  const map = page.getByRole('table', { name: 'Mean steps of each hour of the week' });
  await map
    .getByRole('row', { name: /^Saturday|^Sat/ })
    .locator('td')
    .nth(12)
    .hover();
  await page.getByText(/^Saturday 12:00 – 13:00: .* steps, mean of \d+ hours?$/).waitFor();
  await page.getByRole('button', { name: '4 weeks' }).click();
  await page.waitForURL(/span=4w/);
  await page.getByRole('region', { name: 'Week by week' }).getByRole('rowheader').first().waitFor();
  expect(errors).toEqual([]);
});

it('on a phone and in the dark: nothing is wider than the screen', async () => {
  for (const [scheme, width] of [
    ['light', 390],
    ['dark', 390],
    ['dark', 1440],
  ] as const) {
    const other = await openSession({ width, height: width === 390 ? 844 : 900 }, scheme);
    for (const path of ['sleep', 'activity']) {
      await other.page.goto(`/${path}`);
      await other.page.locator('.u-over').first().waitFor();
      await settled(other.page);
      await screenshot(other.page, `${path}-${width}-${scheme}`);
      const over = await other.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over).toBeLessThanOrEqual(0);
    }
    expect(other.errors).toEqual([]);
    await other.close();
  }
});
