import type { Page } from 'playwright-core';

/** Until nothing is asked for any more and everything is painted. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[class*="skeleton"], [aria-busy="true"]'), undefined, {
    timeout: 30_000,
  });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
}

/** The view as the address has it. */
export function viewOf(page: Page): { from: number; to: number } {
  const [from = '', to = ''] = (new URL(page.url()).searchParams.get('range') ?? '').split('~');
  return { from: Date.parse(from), to: Date.parse(to) };
}

/** Where a chart's plot lies on the page. */
export async function plotOf(page: Page, name: string) {
  const box = await page.getByRole('img', { name }).locator('.u-over').boundingBox();
  if (!box) {
    throw new Error(`${name} is not laid out.`);
  }
  return box;
}
