import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inkOf, openSession, type Session, screenshot, settled } from './browser';

const DAY = 86_400_000;

let desktop: Session;

beforeAll(async () => {
  desktop = await openSession();
});
afterAll(() => desktop.close());
beforeEach(() => desktop.errors.splice(0));

describe('the start page', () => {
  it('lists the participants and leads to one', async () => {
    const { page, errors } = desktop;
    await page.goto('/');
    const links = page.locator('tbody a');
    await links.first().waitFor();
    expect(await links.count()).toBeGreaterThanOrEqual(3);
    await settled(desktop.page);
    await page.locator('tbody svg path').first().waitFor();
    await screenshot(page, 'study-1440-light');
    await links.first().click();
    await page.waitForURL(/\/participants\/\d+/);
    expect(errors).toEqual([]);
  });
});

describe('a participant’s page', () => {
  it('shows the newest day: figures, charts, hypnogram, and the zone of its axis', async () => {
    const { page, errors } = desktop;
    await page.goto('/participants/1');
    await page.getByRole('img', { name: 'Heart rate over time' }).waitFor();
    await settled(desktop.page);
    const tiles = page.getByRole('region', { name: 'Daily values' });
    expect(await tiles.textContent()).toMatch(/Steps[\s\S]*steps/);
    await page.getByRole('img', { name: 'Sleep stages over time' }).waitFor();
    expect(await page.getByText(/^\w+’s time in [A-Z]\w+\/\w+, UTC/).count()).toBe(1);
    expect(await inkOf(desktop.page, 'Sleep stages over time')).toBeGreaterThan(500);
    expect(await inkOf(desktop.page, 'Heart rate over time')).toBeGreaterThan(500);
    await screenshot(page, 'day-1440-light');
    expect(errors).toEqual([]);
  });

  it('fetches finer data when zoomed, names the zoom in the address, and goes back', async () => {
    const { page, errors } = desktop;
    const plot = page.getByRole('img', { name: 'Heart rate over time' }).locator('.u-over');
    const box = await plot.boundingBox();
    if (!box) {
      throw new Error('The chart is not laid out.');
    }
    const finer = page.waitForResponse((response) => {
      const query = new URL(response.url()).searchParams;
      return response.ok() && query.get('metrics') === 'heart_rate' && spanOf(query) < DAY / 2;
    });
    await page.mouse.move(box.x + box.width * 0.5, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 40, { steps: 6 });
    await page.mouse.up();
    const { series } = (await (await finer).json()) as { series: { resolution: string }[] };
    expect(series.map(({ resolution }) => resolution)).toContain('raw');
    await page.waitForURL(/zoom=/);
    await settled(desktop.page);
    await page
      .getByRole('combobox', { name: 'Resolution of all charts' })
      .first()
      .getByText('auto: raw')
      .waitFor({ state: 'attached' });
    await screenshot(page, 'zoom-1440-light');
    await page.reload();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForURL((url) => !url.searchParams.has('zoom'));
    await page.goBack();
    await page.waitForURL(/zoom=/);
    expect(errors).toEqual([]);
  });

  it('zooms and moves by keys', async () => {
    const { page, errors } = desktop;
    await page.goto('/participants/1');
    await settled(desktop.page);
    await page.getByRole('region', { name: /Charts on one time axis/ }).focus();
    await page.keyboard.press('+');
    await page.waitForURL(/zoom=/);
    const before = page.url();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL((url) => url.href !== before);
    await page.keyboard.press('0');
    await page.waitForURL((url) => !url.searchParams.has('zoom'));
    expect(errors).toEqual([]);
  });

  it('changes the view', async () => {
    const { page, errors } = desktop;
    await page.setViewportSize({ width: 1440, height: 1640 });
    for (const view of ['Week', 'Month'] as const) {
      await page.getByRole('button', { name: view, exact: true }).click();
      await page.waitForURL(new RegExp(`view=${view.toLowerCase()}`));
      await page.getByRole('img', { name: 'Steps per day over the range' }).waitFor();
      await settled(desktop.page);
      await screenshot(page, `${view.toLowerCase()}-1440-light`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(errors).toEqual([]);
  });
});

describe('the pipeline page', () => {
  it('lists runs and narrows them', async () => {
    const { page, errors } = desktop;
    await page.goto('/pipeline?tab=runs');
    await page.getByRole('region', { name: 'Runs' }).locator('td').getByText('stored').first().waitFor();
    await settled(desktop.page);
    await screenshot(page, 'runs-1440-light');
    await page.getByRole('combobox', { name: 'State' }).selectOption('stored');
    await page.waitForURL(/state=stored/);
    expect(errors).toEqual([]);
  });
});

describe('the API’s pages', () => {
  it('render the contract', async () => {
    const { page, errors } = desktop;
    await page.goto('/api/docs/');
    await page.getByText('Daystream API').first().waitFor();
    expect(await page.locator('.opblock').count()).toBeGreaterThan(8);
    expect(errors).toEqual([]);
  });
});

describe('other sizes and colours', () => {
  it('dark, at desktop size', async () => {
    const dark = await openSession({ width: 1440, height: 900 }, 'dark');
    await visit(dark, 'dark', '1440');
    await dark.close();
  });

  it('a phone, light and dark, without sideways scrolling', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const phone = await openSession({ width: 390, height: 844 }, scheme);
      await visit(phone, scheme, '390');
      await phone.close();
    }
  });
});

async function visit(session: Session, scheme: string, width: string): Promise<void> {
  const { page, errors } = session;
  for (const [name, path] of [
    ['study', '/'],
    ['day', '/participants/1'],
    ['week', '/participants/2?view=week'],
    ['pipeline', '/pipeline'],
    ['insights', '/insights'],
    ['insight', '/insights/steps-by-hour'],
  ] as const) {
    await page.goto(path);
    await page.locator('tbody a, .u-over, [role=img]').first().waitFor();
    await settled(page);
    await screenshot(page, `${name}-${width}-${scheme}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  expect(errors).toEqual([]);
}

function spanOf(query: URLSearchParams): number {
  return Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '');
}
