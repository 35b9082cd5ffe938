import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openSession, screenshot } from './browser';
import { stops, visit } from './tour';

/** What a finger can hit, in CSS pixels. */
const TARGET = 44;

const all = await stops();

describe.each([390, 360])('a phone of %i pixels', (width) => {
  it('scrolls no page sideways, and every control is large enough', { timeout: 300_000 }, async () => {
    const { page, errors, close } = await openSession({ width, height: 844 });
    const wrong: string[] = [];
    for (const stop of all) {
      await visit(page, stop);
      await screenshot(page, `phone-${width}-${stop.name.replaceAll(/\W+/g, '-')}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      wrong.push(...(over > 0 ? [`${stop.name}: ${over} pixels too wide`] : []));
      wrong.push(...(await smallTargets(page)).map((control) => `${stop.name}: ${control}`));
    }
    await close();
    expect([...new Set(wrong)]).toEqual([]);
    // One stop asks for somebody who is not there.
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  });
});

describe('on a phone', () => {
  it('everything is reached from the bar', async () => {
    const { page, close } = await openSession({ width: 390, height: 844 });
    await page.goto('/');
    const more = page.getByRole('button', { name: 'More' });
    await more.click();
    await page.getByRole('link', { name: 'Bob' }).last().waitFor();
    await page.getByRole('combobox', { name: 'Time zone in which times are shown' }).selectOption('viewer');
    await page.waitForURL(/zone=viewer/);
    await page.keyboard.press('Escape');
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
    await more.click();
    await page.getByRole('navigation', { name: 'More sections' }).getByRole('link', { name: 'Pipeline' }).click();
    await page.waitForURL(/\/pipeline\?zone=viewer/);
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    for (const name of ['Study', 'Explore', 'Sleep', 'Activity', 'Insights']) {
      await page.getByRole('navigation', { name: 'Sections', exact: true }).getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    }
    await close();
  });
});

/** Controls that are smaller than a finger; a link within words is as high as its line. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((target) => {
    const controls = document.querySelectorAll<HTMLElement>('button, select, summary, input, [role="slider"], a');
    return Array.from(controls).flatMap((control) => {
      // A link with a part of its own that covers its row is as large as the row.
      const covers = getComputedStyle(control, '::after').position === 'absolute';
      const hit = control.closest('label') ?? (covers ? control.closest('tr, li') : undefined) ?? control;
      const { width, height, bottom } = hit.getBoundingClientRect();
      const inWords = control.tagName === 'A' && getComputedStyle(control).display === 'inline';
      // A day on an axis is a short way to what the date above does too; the map can be pressed anywhere.
      const spared = control.closest('[data-wheel]') !== null || control.role === 'slider';
      const hidden =
        spared ||
        bottom <= 0 ||
        width < 2 ||
        height < 2 ||
        !control.checkVisibility() ||
        getComputedStyle(hit).clipPath !== 'none';
      if (inWords || hidden || (width >= target - 0.5 && height >= target - 0.5)) {
        return [];
      }
      const name = control.getAttribute('aria-label') ?? control.textContent?.trim().slice(0, 40);
      return [`${control.tagName.toLowerCase()} ${name}, ${Math.round(width)} × ${Math.round(height)}`];
    });
  }, TARGET);
}
