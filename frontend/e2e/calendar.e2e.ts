import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openSession, type Session, screenshot } from './browser';

let session: Session;

beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.errors.splice(0));

it('the calendar: choose a metric, walk by keys, open a day', async () => {
  const { page, errors } = session;
  await page.goto('/participants/1');
  const calendar = page.getByRole('region', { name: 'Calendar' });
  await calendar.scrollIntoViewIfNeeded();
  await calendar
    .getByRole('gridcell', { name: /worn \d+ h/ })
    .first()
    .waitFor();
  await calendar.getByRole('combobox', { name: 'Shown in the calendar' }).selectOption('steps');
  await page.waitForURL(/calendar=steps/);
  const stop = calendar.locator('td[tabindex="0"]');
  const first = (await stop.getAttribute('data-date')) ?? '';
  await stop.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  const reached = (await stop.getAttribute('data-date')) ?? '';
  expect(Date.parse(first) - Date.parse(reached)).toBe(2 * 86_400_000);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-date'))).toBe(reached);
  await screenshot(page, 'participant-calendar-1440-light');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('date') === reached);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has('date'));
  expect(errors).toEqual([]);
});

it('the calendar scrolls within its own box on a phone', async () => {
  const phone = await openSession({ width: 390, height: 844 }, 'dark');
  await phone.page.goto('/participants/1?view=year');
  const calendar = phone.page.getByRole('region', { name: 'Calendar' });
  await calendar
    .getByRole('gridcell', { name: /worn \d+ h/ })
    .first()
    .waitFor();
  await screenshot(phone.page, 'participant-calendar-390-dark');
  const over = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  expect(phone.errors).toEqual([]);
  await phone.close();
});

it('a report is printed when it is whole, on A4 and on Letter', async () => {
  const { page, errors } = session;
  await page.addInitScript(() => {
    window.print = () => {
      const ready = document.querySelector('[data-ready]')?.getAttribute('data-ready');
      document.documentElement.dataset.printed = `${document.documentElement.dataset.printed ?? ''}${ready} `;
    };
  });
  await page.goto('/participants/1?view=week');
  await page.getByRole('link', { name: 'Print report' }).waitFor();
  await page.keyboard.press('Control+p');
  await page.waitForURL(/\/report\?/);
  await page.waitForFunction(() => document.documentElement.dataset.printed === 'true ', undefined, {
    timeout: 30_000,
  });
  expect(page.url()).not.toContain('print=');
  const report = page.getByRole('article', { name: /^Report about / });
  expect(await report.getByRole('img', { name: 'Steps per day' }).locator('path').count()).toBeGreaterThan(3);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: 'Sections' }).isVisible()).toBe(false);
  expect(await page.getByRole('toolbar', { name: 'Report' }).isVisible()).toBe(false);
  expect(await report.getByText(/ of 7$/).count()).toBeGreaterThan(5);
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1');
    const pages = pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThanOrEqual(7);
    // Words are text, and charts are not pictures of pixels.
    expect(pdf).toContain('/ToUnicode');
    expect(pdf).not.toContain('/Subtype /Image');
  }
  await page.emulateMedia({ media: null });
  await screenshot(page, 'participant-report-1440-light');
  expect(errors).toEqual([]);
});
