import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { decodeSeries } from '../src/api/decode';
import { bandBoxes } from '../src/charts/layers/band';
import { visibleRuns } from '../src/charts/layers/runs';
import { BASE, openSession, type Session, screenshot, settled } from './browser';
import { plotOf, viewOf } from './charts';

const MINUTE = 60_000;
const HEART = 'Heart rate over time';

let session: Session;

beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.errors.splice(0));

it('three drags lead from the whole history to single samples, and a click on one to its lineage', async () => {
  const { page, errors } = session;
  await page.goto('/explore?metrics=heart_rate&range=all');
  await settled(page);
  for (let drag = 0; drag < 3; drag++) {
    const box = await plotOf(page, HEART);
    const [x, y] = [box.x + box.width * 0.55, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 6, y, { steps: 2 });
    await page.mouse.move(x + 14, y, { steps: 4 });
    const before = page.url();
    await page.mouse.up();
    await page.waitForURL((url) => url.href !== before);
    await settled(page);
  }
  const { from, to } = viewOf(page);
  expect(to - from).toBeLessThan(30 * MINUTE);
  const resolution = page.getByRole('combobox', { name: 'Resolution of all charts' }).first();
  expect(await resolution.getAttribute('title')).toContain('Every sample');
  await screenshot(page, 'explore-three-drags-1440-light');
  const box = await plotOf(page, HEART);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.getByRole('complementary', { name: 'Where this point comes from' }).waitFor();
  expect(errors).toEqual([]);
});

it('a pinch zooms, and a finger on the map moves', async () => {
  const phone = await openSession({ width: 390, height: 844 });
  const { page, errors } = phone;
  await page.goto('/explore?metrics=heart_rate,steps');
  await settled(page);
  await page.getByRole('button', { name: '1 d', exact: true }).click();
  await page.waitForURL(/range=/);
  await settled(page);
  const before = viewOf(page);
  const box = await plotOf(page, HEART);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...places: number[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: places.map((place, id) => ({ x: place, y, id })) });
  await touch('touchStart', x - 30, x + 30);
  for (let step = 1; step <= 6; step++) {
    await touch('touchMove', x - 30 - step * 10, x + 30 + step * 10);
  }
  await touch('touchEnd');
  await page.waitForTimeout(600);
  const pinched = viewOf(page);
  expect((before.to - before.from) / (pinched.to - pinched.from)).toBeGreaterThan(2.4);
  await page.getByRole('slider', { name: 'Part of the history in view' }).scrollIntoViewIfNeeded();
  const mark = await page.getByRole('slider', { name: 'Part of the history in view' }).boundingBox();
  const map = await page.getByRole('img', { name: 'The whole history' }).locator('.u-over').boundingBox();
  await page.mouse.click((map?.x ?? 0) + (map?.width ?? 0) * 0.3, (mark?.y ?? 0) + 10);
  await page.waitForTimeout(600);
  expect(viewOf(page).from).toBeLessThan(pinched.from);
  expect(viewOf(page).to - viewOf(page).from).toBe(pinched.to - pinched.from);
  expect(errors).toEqual([]);
  await phone.close();
});

it('on a phone every chart can be seen whole between the head and the axis', async () => {
  const phone = await openSession({ width: 390, height: 844 });
  const { page } = phone;
  await page.goto('/explore?metrics=heart_rate,steps,calories,distance,sleep,resting_heart_rate');
  await settled(page);
  const rows = page.locator('section section');
  for (let row = 0; row < (await rows.count()); row++) {
    await rows.nth(row).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const hidden = await rows.nth(row).evaluate((element) => {
      const { left, bottom, width } = element.getBoundingClientRect();
      const top = document.elementFromPoint(left + width / 2, bottom - 4);
      return top === null || !element.contains(top);
    });
    expect(hidden, `row ${row}`).toBe(false);
  }
  await screenshot(page, 'explore-rows-390-light');
  await phone.close();
});

it('the service’s roll-ups and the band lose no pixel column’s lowest or highest', async () => {
  const ask = async (path: string) => (await fetch(`${BASE}/api/v1${path}`)).json();
  const { participants } = await ask('/participants?limit=10');
  const { id, lastDay } = participants.find((one: { lastDay: string | null }) => one.lastDay !== null);
  const date = new Date(Date.parse(lastDay) - 4 * 24 * 60 * MINUTE).toISOString().slice(0, 10);
  const series = async (resolution: string) => {
    const range = `from=${date}&to=${lastDay}&resolution=${resolution}&limit=200000`;
    const page = await ask(`/participants/${id}/series?metrics=heart_rate&${range}`);
    expect(page.next).toBeNull();
    return decodeSeries(page.series);
  };
  const raw = await series('raw');
  expect(raw.x.length).toBeGreaterThan(10_000);
  for (const resolution of ['1m', '1h', '1d']) {
    const reduced = await series(resolution);
    for (const [from, to, width] of [
      [0, 1, 1147],
      [0.21, 0.87, 331],
      [0.4, 0.43, 1913],
      [0.501, 0.502, 777],
    ] as const) {
      const [first, last] = [raw.x[0] as number, raw.x.at(-1) as number];
      const view = { from: first + from * (last - first), to: first + to * (last - first) };
      const x = (at: number) => ((at - view.from) / (view.to - view.from)) * width;
      const boxes = visibleRuns(reduced, view.from, view.to).flatMap((run) => bandBoxes(reduced, run, x, [0, width]));
      const lost = [...raw.x.keys()].filter((row) => {
        const [at, value] = [raw.x[row] as number, raw.y[row] as number];
        const column = Math.floor(x(at));
        const held = (box: (typeof boxes)[number]) =>
          box.left <= column && column < box.right && box.low <= value && value <= box.high;
        return at >= view.from && at < view.to && !boxes.some(held);
      });
      expect({ resolution, width, lost: lost.length }).toEqual({ resolution, width, lost: 0 });
    }
  }
});
