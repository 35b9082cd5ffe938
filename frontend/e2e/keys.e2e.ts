import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSession, type Session, settled } from './browser';
import { type Stop, stops, visit } from './tour';

/** More steps than any page has controls in its first part. */
const MOST_TABS = 60;

const all = await stops();
let session: Session;

beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.errors.splice(0));

interface Focus {
  readonly name: string;
  readonly tag: string;
  readonly visible: boolean;
  readonly outlined: boolean;
  /** It is where it was before. */
  readonly held: boolean;
}

/** What has the focus, whether it can be seen, and whether one sees that it has it. */
function focus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { width, height } = element.getBoundingClientRect();
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60) ?? '';
    const marked = (one: Element | null, part?: string) => {
      const style = one && getComputedStyle(one, part);
      return style !== null && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    };
    // A link that is as large as its row is marked on the row, a date behind its words on the label.
    const held = element === (window as { last?: Element }).last;
    // The button within a date field is the browser's, and so is its ring.
    const own = held && (element as HTMLInputElement).type === 'date';
    const outlined = own || marked(element) || marked(element, '::after') || marked(element.closest('label'));
    (window as { last?: Element }).last = element;
    return { name, tag: element.tagName, visible: width > 0 && height > 0, outlined, held };
  });
}

async function tabTo(page: Page, name: RegExp, most = MOST_TABS): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    if (name.test((await focus(page)).name)) {
      return;
    }
  }
  throw new Error(`Tab does not reach ${name} on ${page.url()}`);
}

describe('by keys alone', () => {
  it.each(all.filter(({ open }) => !open))('the focus is seen and is nowhere held: $name', async (stop: Stop) => {
    const { page } = session;
    await visit(page, stop);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const unseen: string[] = [];
    let times = 0;
    for (let step = 0; step < MOST_TABS; step++) {
      await page.keyboard.press('Tab');
      const { name, tag, visible, outlined, held } = await focus(page);
      if (tag === 'BODY') {
        break;
      }
      if (!visible || !outlined) {
        unseen.push(`${tag} ${name}`);
      }
      times = held ? times + 1 : 0;
      // A date has three parts and a button; no control has more than that.
      expect(times, `the focus stays on ${tag} ${name}`).toBeLessThan(6);
    }
    expect(unseen).toEqual([]);
  });

  it('the first key skips to the content', async () => {
    const { page } = session;
    await page.goto('/');
    await page.locator('tbody a').first().waitFor();
    await page.keyboard.press('Tab');
    expect((await focus(page)).name).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
  });

  it('from the study to a person, a metric, a zoom, a figure and back', async () => {
    const { page, errors } = session;
    await page.goto('/');
    await page.locator('tbody a').first().waitFor();
    await tabTo(page, /^Alice/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/participants\/1/);
    await page.getByRole('img', { name: 'Heart rate over time' }).waitFor();
    await settled(page);
    await page.locator('main').focus();
    await tabTo(page, /^Metrics/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.waitForURL(/metrics=/);
    await page.keyboard.press('Escape');
    expect((await focus(page)).name).toMatch(/^Metrics/);
    await tabTo(page, /^Charts on one time axis/);
    await page.keyboard.press('+');
    await page.waitForURL(/zoom=/);
    await page.keyboard.press('0');
    await page.waitForURL((url) => !url.searchParams.has('zoom'));
    await tabTo(page, /^Resting heart rate \(Daystream\)/);
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'How this figure came about' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'How this figure came about' }).waitFor({ state: 'detached' });
    expect((await focus(page)).name).toMatch(/^Resting heart rate/);
    expect(errors).toEqual([]);
  });

  it('the list of keys opens by ?, and closing it gives the focus back', async () => {
    const { page } = session;
    await page.goto('/insights');
    await page.getByRole('heading', { name: 'Insights' }).waitFor();
    await tabTo(page, /^Everybody|participants$/);
    const before = await focus(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });
    expect((await focus(page)).name).toEqual(before.name);
  });

  it('a job is asked for and its form left', async () => {
    const { page } = session;
    await page.goto('/pipeline?tab=jobs');
    await page.getByRole('button', { name: 'Verify' }).waitFor();
    await page.locator('main').focus();
    await tabTo(page, /^Verify/);
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: 'Verify' }).waitFor();
    await tabTo(page, /^Close/);
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: 'Verify' }).waitFor({ state: 'detached' });
  });
});
