// Takes the pictures in docs/screenshots from the running service at DAYSTREAM_URL. They may show simulated people
// only, so a service that also holds others is refused.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const BASE = process.env.DAYSTREAM_URL ?? 'http://127.0.0.1:3000';
const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const LARGEST = 250_000;
const DESKTOP = { width: 1440, height: 900 };
/** High enough for all charts of a day, and for a week's down to its heart rate. */
const TALL = { width: 1440, height: 1120 };
const PHONE = { width: 390, height: 844 };

async function ask(path) {
  const answer = await fetch(`${BASE}/api/v1${path}`);
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  return answer.json();
}

/** A day worth a picture: a workout, a whole night, a watch that was worn. */
function beauty({ metrics, sleep, heartRateMinutes, workouts, hours }) {
  const night = Math.min(sleep?.minutesAsleep ?? 0, 480) / 480;
  const worn = heartRateMinutes / (hours * 60);
  const effort = (metrics.heart_rate?.max ?? 0) / 190 + Math.min(workouts.length, 1) / 2;
  return effort + night + 2 * worn;
}

async function shoot(browser, name, path, viewport, colorScheme = 'light') {
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce', baseURL: BASE });
  await page.goto(path);
  await page.locator('tbody a, .u-over').first().waitFor();
  await page.waitForLoadState('load');
  await page.waitForFunction(() => !document.querySelector('[class*="skeleton"], [aria-busy="true"]'));
  await page.evaluate(() => document.fonts.ready);
  // The canvases are painted in the frames after the last answer.
  await page.waitForTimeout(1_000);
  const file = join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file });
  await page.close();
  const { size } = statSync(file);
  if (size > LARGEST) {
    throw new Error(`${name}.png has ${size} bytes, more than ${LARGEST}`);
  }
  console.log(`${name}.png  ${path}  ${Math.round(size / 1000)} kB`);
}

const { participants } = await ask('/participants?limit=500');
const others = participants.filter(({ externalId }) => !externalId?.startsWith('SIM'));
if (participants.length === 0 || others.length > 0) {
  throw new Error(`Needs a service with simulated people only; ${others.length} of ${participants.length} are not.`);
}
const [{ id }] = participants;
const { days } = await ask(`/participants/${id}/days`);
const { date } = days.toSorted((a, b) => beauty(b) - beauty(a))[0];
const day = `/participants/${id}?date=${date}`;

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
});
try {
  await shoot(browser, 'day', day, TALL);
  await shoot(browser, 'day-dark', day, TALL, 'dark');
  await shoot(browser, 'day-phone', day, PHONE);
  await shoot(browser, 'week', `/participants/${id}?view=week`, TALL);
  await shoot(
    browser,
    'explore',
    `/explore?people=${participants.slice(0, 3).map((one) => one.id)}&metrics=heart_rate,steps`,
    DESKTOP,
  );
  await shoot(browser, 'study', '/', DESKTOP);
  await shoot(browser, 'pipeline', '/pipeline', DESKTOP);
} finally {
  await browser.close();
}
