// Takes the pictures in docs/screenshots from the running service at DAYSTREAM_URL: all pages of pages.mjs, or those that
// are named. They may show simulated people only, so a service that also holds others is refused.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { DESKTOP, PHONE, pages } from './pages.mjs';
import { shrink } from './shrink.mjs';

const BASE = process.env.DAYSTREAM_URL ?? 'http://127.0.0.1:3000';
const FOLDER = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
/** Bytes that one picture and the whole folder may have. */
const LARGEST = 400_000;
const LARGEST_FOLDER = 6_000_000;

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

async function subject() {
  const { participants } = await ask('/participants?limit=500');
  const others = participants.filter(({ externalId }) => !externalId?.startsWith('SIM'));
  if (participants.length < 2 || others.length > 0) {
    throw new Error(`Needs simulated people and nobody else; ${others.length} of ${participants.length} are not.`);
  }
  const [{ id: person }, { id: second }] = participants;
  const { days } = await ask(`/participants/${person}/days`);
  const [{ date }] = days.toSorted((a, b) => beauty(b) - beauty(a));
  return { person, second, date };
}

async function shoot(browser, { name, path, open }, look, viewport, colorScheme) {
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce', baseURL: BASE });
  await page.goto(path);
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(loaded, undefined, { timeout: 60_000 });
  if (open) {
    await open(page);
    await page.waitForFunction(loaded, undefined, { timeout: 60_000 });
  }
  await page.evaluate(() => document.fonts.ready);
  // The canvases are painted in the frames after the last answer.
  await page.waitForTimeout(1_000);
  const picture = shrink(await page.screenshot());
  await page.close();
  const file = `${name}-${look}.png`;
  writeFileSync(join(FOLDER, file), picture);
  console.log(`${file}  ${Math.round(picture.length / 1000)} kB  ${path}`);
  if (picture.length > LARGEST) {
    throw new Error(`${file} has ${picture.length} bytes, more than ${LARGEST}`);
  }
}

/** Nothing in sight is on its way any more. */
function loaded() {
  return Array.from(document.querySelectorAll('[class*="skeleton"], [aria-busy="true"]')).every((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom < 0 || top > window.innerHeight;
  });
}

const wanted = process.argv.slice(2);
const all = pages(await subject());
const chosen = wanted.length > 0 ? all.filter(({ name }) => wanted.includes(name)) : all;
const unknown = wanted.filter((name) => !all.some((page) => page.name === name));
if (unknown.length > 0) {
  throw new Error(`No page is called ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}.`);
}
if (wanted.length === 0) {
  rmSync(FOLDER, { recursive: true, force: true });
}
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
});
try {
  for (const page of chosen) {
    const desktop = { width: DESKTOP, height: page.height };
    await shoot(browser, page, 'light', desktop, 'light');
    await shoot(browser, page, 'dark', desktop, 'dark');
    await shoot(browser, page, 'phone', { ...PHONE, height: page.phoneHeight ?? PHONE.height }, 'light');
  }
} finally {
  await browser.close();
}
const bytes = readdirSync(FOLDER).reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0);
console.log(`${Math.round(bytes / 1000)} kB in all`);
if (bytes > LARGEST_FOLDER) {
  throw new Error(`The pictures have ${bytes} bytes, more than ${LARGEST_FOLDER}`);
}
