// npm run bench: how fast the dashboard is, beside a bare uPlot page in the same browser and the same run. Looks at the
// service at DAYSTREAM_URL, or starts one of its own, with a heart rate every second.
import { loadavg } from 'node:os';
import { openBrowser } from './browser.mjs';
import { dayBench } from './day.mjs';
import { framesBench } from './frames.mjs';
import { denseDay, openService } from './service.mjs';
import { startBench } from './start.mjs';

const REPEATS = Number(process.env.BENCH_REPEATS ?? 9);
const wanted = process.argv.slice(2);
const chosen = (name) => wanted.length === 0 || wanted.includes(name);
const load = () => loadavg().map((value) => value.toFixed(2))[0];

const service = await openService();
const browser = await openBrowser();
try {
  const { day, week } = await denseDay(service.base);
  console.log(`Chromium ${browser.version()}, load ${load()}`);
  const held = [
    !chosen('day') || (await dayBench(browser, service.base, day, REPEATS)),
    !chosen('frames') || (await framesBench(browser, service.base, week, Math.max(1, Math.round(REPEATS / 3)))),
    !chosen('start') || (await startBench(browser, service.base, REPEATS)),
  ];
  console.log(`\nload ${load()}`);
  process.exitCode = held.every(Boolean) ? 0 : 1;
} finally {
  await browser.close();
  await service.close();
}
