import { openBare, openPage, settle } from './browser.mjs';
import { above, line, quantile } from './figures.mjs';

const METRICS = ['heart_rate', 'steps', 'calories', 'distance'];
const FRAME = 1000 / 60;
/** A display of 60 frames a second is late when a frame takes half as long again. */
const LATE = 1.5 * FRAME;

/** Real wheel events around one place: closer, and back out. */
async function zoom(page, { x, y }) {
  await page.mouse.move(x, y);
  for (const direction of [-1, 1, -1, 1]) {
    for (let step = 0; step < 25; step++) {
      await page.mouse.wheel(0, direction * 60);
      await page.waitForTimeout(12);
    }
  }
}

/** Real pointer moves with shift held, which takes hold of the time axis. */
async function pan(page, { x, y }) {
  await page.keyboard.down('Shift');
  for (const side of [1, -1, 1, -1]) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 25; step++) {
      await page.mouse.move(x + side * step * 12, y);
      await page.waitForTimeout(12);
    }
    await page.mouse.up();
  }
  await page.keyboard.up('Shift');
}

async function measured(page, input) {
  const box = await page.locator('.u-over').first().boundingBox();
  const place = { x: box.x + box.width * 0.5, y: box.y + box.height * 0.5 };
  await page.evaluate(() => {
    window.benchStop = window.benchWatch.frames();
  });
  await input(page, place);
  return page.evaluate(() => window.benchStop());
}

async function both(page) {
  await settle(page);
  const found = {};
  for (const input of [zoom, pan]) {
    found[input.name] = await measured(page, input);
    await settle(page);
  }
  return found;
}

async function ours(browser, base, { participant, from, to }) {
  const { page, close } = await openPage(browser, base);
  await page.goto(`/explore?people=${participant}&metrics=${METRICS.join(',')}&range=${from}~${to}`);
  await page.locator('.u-over').nth(METRICS.length).waitFor();
  const frames = await both(page);
  await close();
  return frames;
}

/** The same time with the same margin around it, at the resolution that the service chooses for ours. */
async function bare(browser, base, { participant, first, last }) {
  const { page, close } = await openPage(browser, base);
  await openBare(page, 'four.js');
  const paths = METRICS.map(
    (metric) => `/api/v1/participants/${participant}/series?metrics=${metric}&from=${first}&to=${last}&points=12000`,
  );
  await page.evaluate((addresses) => window.benchFour(addresses), paths);
  const frames = await both(page);
  await close();
  return frames;
}

/** Zoom and pan with four metrics: ours and four bare plots by turns. */
export async function framesBench(browser, base, week, repeats) {
  const sides = { ours: { zoom: [], pan: [] }, bare: { zoom: [], pan: [] } };
  for (let turn = 0; turn < repeats; turn++) {
    for (const [side, run] of Object.entries({ bare, ours })) {
      const found = await run(browser, base, week);
      sides[side].zoom.push(...found.zoom);
      sides[side].pan.push(...found.pan);
    }
  }
  console.log(`\nFrames while zooming and panning four metrics over a week; ms, ${repeats} turns`);
  let held = true;
  for (const what of ['zoom', 'pan']) {
    for (const side of ['ours', 'bare']) {
      const frames = sides[side][what];
      const figures = `median ${quantile(frames, 0.5).toFixed(1)}, 95 % ${quantile(frames, 0.95).toFixed(1)}`;
      const late = `late ${above(frames, LATE).toFixed(1)} %, over 33 ms ${above(frames, 2 * FRAME + 1).toFixed(1)} %`;
      const goal = side === 'ours' && 'median 60 a second';
      held =
        line(
          `  ${side}: ${what}, ${frames.length} frames`,
          `${figures}, ${late}`,
          goal,
          quantile(frames, 0.5) < LATE,
        ) && held;
    }
  }
  return held;
}
