import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSession, type Session, screenshot, settled } from './browser';
import { openRelay, type Relay } from './relay';

const BACK = { timeout: 25_000 };

let relay: Relay;
let session: Session;

beforeAll(async () => {
  relay = await openRelay();
  session = await openSession();
});
afterAll(async () => {
  await session.close();
  await relay.cut();
});
beforeEach(() => session.errors.splice(0));

const notice = () => session.page.getByText(/^No connection to the Daystream service\. What is shown stays/);
const live = () => session.page.getByRole('status').getByText('Live', { exact: true });
/** A request without an answer is told by the browser itself, a page in whose place an error stands by React; the rest is ours. */
const ours = () => session.errors.filter((error) => !/Failed to load resource|net::ERR|PageCodeError/.test(error));

describe('when the service goes away', () => {
  it('what is shown stays, other pages say what is missing, and all comes back by itself', async () => {
    const { page } = session;
    await page.goto(`${relay.url}/participants/1`);
    await page.getByRole('img', { name: 'Heart rate over time' }).waitFor();
    await settled(page);
    await live().waitFor();
    // The code of the other pages comes a moment after the first one.
    await page.waitForTimeout(4_000);
    const shown = await page.getByRole('region', { name: 'Daily values' }).textContent();

    await relay.cut();
    await notice().waitFor(BACK);
    await screenshot(page, 'lost-1440-light');
    expect(await page.getByRole('region', { name: 'Daily values' }).textContent()).toBe(shown);
    expect(await page.getByRole('img', { name: 'Heart rate over time' }).isVisible()).toBe(true);

    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Insights' }).click();
    const alert = page.getByRole('alert').first();
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/could not be loaded.*No answer from the Daystream service.*Try again/);
    await page.goBack();
    await page.getByRole('img', { name: 'Heart rate over time' }).waitFor();
    await page.goForward();
    await alert.waitFor();

    await relay.mend();
    await live().waitFor(BACK);
    await page.getByRole('link', { name: 'How many hours do I sleep most often?' }).waitFor(BACK);
    await notice().waitFor({ state: 'detached' });
    expect(await alert.count()).toBe(0);
    expect(ours()).toEqual([]);
  });

  it('a job that could not be asked for says so, keeps what was typed, and is asked for again', async () => {
    const { page } = session;
    await page.goto(`${relay.url}/pipeline?tab=jobs&new=verify`);
    await live().waitFor();
    await page.getByLabel('The lake instead').check();
    await relay.cut();
    await page.getByRole('button', { name: 'Start' }).click();
    const alert = page.getByRole('form').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/No answer from the Daystream service\. .* asking again is safe/);
    expect(await page.getByLabel('The lake instead').isChecked()).toBe(true);
    await relay.mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(/^Verify is job \d+/).waitFor(BACK);
    expect(ours()).toEqual([]);
  });

  it('a browser that believes to be offline says the same', async () => {
    const { page } = session;
    await page.goto(`${relay.url}/`);
    await page.locator('tbody a').first().waitFor();
    await live().waitFor();
    await page.context().setOffline(true);
    await relay.cut();
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Pipeline' }).click();
    await page.getByRole('alert').first().waitFor();
    await page.context().setOffline(false);
    await relay.mend();
    await live().waitFor(BACK);
    await page.getByRole('region', { name: 'Process flow' }).waitFor(BACK);
    expect(ours()).toEqual([]);
  });
});
