import { openPage } from './browser.mjs';
import { line, median, spread } from './figures.mjs';

const GOAL = 1500;

/** The first page with nothing cached: until its first row can be clicked, and until its data stand in it. */
async function opened(browser, base) {
  const { page, close } = await openPage(browser, base);
  await page.addInitScript(() => {
    const times = {};
    window.benchStart = new Promise((resolve) => {
      const look = () => {
        const link = document.querySelector('tbody a');
        const { x, y, width, height } = link?.getBoundingClientRect() ?? {};
        const hit = link && document.elementFromPoint(x + width / 2, y + height / 2);
        if (hit && (hit === link || link.contains(hit))) {
          times.row ??= window.benchWatch.shown();
        }
        if (times.row && document.querySelector('tbody svg rect, tbody svg path, tbody canvas')) {
          times.data ??= window.benchWatch.shown();
          resolve(Promise.all([times.row, times.data]));
        } else {
          requestAnimationFrame(look);
        }
      };
      requestAnimationFrame(look);
    });
  });
  await page.goto('/', { waitUntil: 'commit' });
  const [row, data] = await page.evaluate(() => window.benchStart);
  await close();
  return { row, data };
}

/** From the navigation to the first page in use. */
export async function startBench(browser, base, repeats) {
  const all = [];
  for (let turn = 0; turn < repeats; turn++) {
    all.push(await opened(browser, base));
  }
  const [rows, data] = [all.map(({ row }) => row), all.map((times) => times.data)];
  console.log(`\nFirst page, nothing cached; ms from the navigation, median (range) of ${repeats} turns`);
  return [
    line('  first row can be clicked', spread(rows), '< 1500', median(rows) < GOAL),
    line('  its data are painted', spread(data), '< 1500', median(data) < GOAL),
  ].every(Boolean);
}
