import { openBare, openPage, settle } from './browser.mjs';
import { line, median, spread } from './figures.mjs';

const ROW = 'section[aria-label="Heart rate"]';

/** From the click to the frame that shows the day, and what of it passed after the answer had come. */
async function timed(page, click, where, done) {
  await page.evaluate(
    ([selector, rows]) => {
      performance.clearResourceTimings();
      window.benchWatch.where = selector;
      const holds = rows
        ? () => document.querySelector(selector)?.textContent.includes(rows)
        : () => window.benchRows !== undefined;
      window.benchShown = window.benchWatch.painted(holds);
    },
    [where, done],
  );
  await click();
  return page.evaluate(async () => {
    const shown = await Promise.race([
      window.benchShown,
      new Promise((_, fail) => setTimeout(fail, 60_000, 'Nothing was painted.')),
    ]);
    const { sent, done, bytes } = window.benchWatch.request('metrics=heart_rate');
    return { all: shown - window.benchWatch.click, paint: shown - done, request: done - sent, bytes };
  });
}

async function ours(browser, base, { participant, from, to, samples }) {
  const { page, close } = await openPage(browser, base);
  await page.goto(`/explore?people=${participant}&metrics=steps&range=${from}~${to}&resolution=raw`);
  await page.locator('.u-over').first().waitFor();
  await settle(page);
  await page.getByText('Metrics (1)').click();
  const box = page.getByRole('checkbox', { name: 'Heart rate', exact: true });
  const words = `${samples.toLocaleString('en-GB').replaceAll(',', '\u202f')} samples`;
  const times = await timed(page, () => box.click({ noWaitAfter: true }), ROW, words);
  await close();
  return times;
}

async function bare(browser, base, { path }) {
  const { page, close } = await openPage(browser, base);
  await openBare(page, 'day.js');
  await page.evaluate((address) => window.benchDay(address), path);
  const times = await timed(page, () => page.click('button', { noWaitAfter: true }), 'body', '');
  await close();
  return times;
}

/** A day of one sample a second: our Explorer and a bare uPlot page by turns, from the click to the picture. */
export async function dayBench(browser, base, day, repeats) {
  const sides = { ours: [], bare: [] };
  for (let turn = -1; turn < repeats; turn++) {
    const pair = { bare: await bare(browser, base, day), ours: await ours(browser, base, day) };
    if (turn >= 0) {
      sides.ours.push(pair.ours);
      sides.bare.push(pair.bare);
    }
  }
  const column = (side, name) => sides[side].map((times) => times[name]);
  const ratio = (name) => column('ours', name).map((value, turn) => value / column('bare', name)[turn]);
  const more = median(column('ours', 'all')) - median(column('bare', 'all'));
  const quotient = median(column('ours', 'all')) / median(column('bare', 'all'));
  console.log(`\nOne day, ${day.samples.toLocaleString('en-GB')} samples; ms, median (range) of ${repeats} turns`);
  for (const side of ['ours', 'bare']) {
    line(`  ${side}: click to painted`, spread(column(side, 'all')));
    line(`  ${side}: of it the request`, spread(column(side, 'request')));
    line(`  ${side}: of it from the answer to painted`, spread(column(side, 'paint')));
  }
  line('  turn by turn, ours ÷ bare', spread(ratio('all'), 2));
  line('  turn by turn, from the answer to painted', spread(ratio('paint'), 2));
  return [
    line('  medians, ours ÷ bare', quotient.toFixed(2), '≤ 1.5', quotient <= 1.5),
    line('  medians, ours − bare, ms', more.toFixed(0), '≤ 150', more <= 150),
  ].every(Boolean);
}
