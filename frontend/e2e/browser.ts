import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** Where the service under test answers. */
export const BASE = process.env.DAYSTREAM_URL ?? 'http://127.0.0.1:3000';

const SHOTS = process.env.DAYSTREAM_SCREENSHOTS;
const DESKTOP = { width: 1440, height: 900 };
const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export interface Session {
  readonly page: Page;
  /** Errors of the console and of scripts since the session began. */
  readonly errors: string[];
  close(): Promise<void>;
}

/** A browser with a profile of its own, at desktop size. */
export async function openSession(viewport = DESKTOP, colorScheme: 'light' | 'dark' = 'light'): Promise<Session> {
  const profile = mkdtempSync(join(tmpdir(), 'daystream-e2e-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET,
    viewport,
    colorScheme,
    reducedMotion: 'reduce',
    baseURL: BASE,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    page,
    errors,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Keeps a picture when DAYSTREAM_SCREENSHOTS names a directory. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (SHOTS) {
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  }
}

/** Waits until nothing in sight is a placeholder or busy any more; what is out of sight may load when it is looked at. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      Array.from(document.querySelectorAll('[class*="skeleton"], [aria-busy="true"]')).every((pending) => {
        const { top, bottom } = pending.getBoundingClientRect();
        return bottom < 0 || top > window.innerHeight;
      }),
    undefined,
    { timeout: 30_000 },
  );
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
}

/** Painted pixels that are neither ground nor grid, on the canvas of a chart. */
export function inkOf(page: Page, name: string): Promise<number> {
  return page
    .getByRole('img', { name })
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      let ink = 0;
      for (let index = 0; index < data.length; index += 4) {
        const [red = 0, green = 0, blue = 0, opacity = 0] = [
          data[index],
          data[index + 1],
          data[index + 2],
          data[index + 3],
        ];
        if (opacity > 128 && Math.max(red, green, blue) - Math.min(red, green, blue) > 60) {
          ink++;
        }
      }
      return ink;
    });
}
