import type { Page } from 'playwright-core';

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
