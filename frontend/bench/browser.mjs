import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('uplot/package.json'));
const UPLOT = join(PACKAGE, 'dist', 'uPlot.iife.min.js');
const UPLOT_STYLE = join(PACKAGE, 'dist', 'uPlot.min.css');
const QUIET = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'];
const VIEWPORT = { width: 1440, height: 900 };

/** One Chromium for both sides of everything. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET,
  });
}

/** A page of its own with an empty HTTP cache, which stays off unless `cache`. */
export async function openPage(browser, base, { cache = false } = {}) {
  // The served policy forbids scripts from elsewhere, such as the bare page's.
  const context = await browser.newContext({ viewport: VIEWPORT, baseURL: base, bypassCSP: true });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: !cache });
  await page.addInitScript({ path: fileURLToPath(new URL('./bare/watch.js', import.meta.url)) });
  page.on('pageerror', (error) => console.error(String(error)));
  return { page, cdp, close: () => context.close() };
}

/** An empty page on the service's origin, with uPlot and a script of `bare/`. */
export async function openBare(page, script) {
  await page.goto('/favicon.svg');
  await page.goto('/api/docs/problems');
  await page.setContent('<!doctype html><style>body{margin:0;font:14px sans-serif}</style><button>Show</button>');
  await page.evaluate(() => window.benchWatch.listen());
  await page.addStyleTag({ path: UPLOT_STYLE });
  await page.addScriptTag({ path: UPLOT });
  await page.addScriptTag({ path: fileURLToPath(new URL(`./bare/${script}`, import.meta.url)) });
}

/** Until nothing has been asked for and nothing painted for a while. */
export async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(700);
}
