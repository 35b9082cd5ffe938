import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openSession } from './browser';
import { belongsTo, routes, type Stop, stops, visit } from './tour';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of moderate or minor weight that are not held, each with its reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {};

const LOOKS = [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1440, height: 900 }],
  ['light', { width: 390, height: 844 }],
  ['dark', { width: 390, height: 844 }],
] as const;

const all = await stops();

it('every route of the dashboard is visited', () => {
  const missed = routes().filter((route) => !all.some(({ path }) => belongsTo(path, route)));
  expect(missed).toEqual([]);
  expect(routes().length).toBeGreaterThan(7);
});

describe.each(LOOKS)('axe finds nothing, %s, %o', (scheme, viewport) => {
  it('on any page', { timeout: 600_000 }, async () => {
    const session = await openSession(viewport, scheme);
    const found: string[] = [];
    for (const stop of all) {
      await visit(session.page, stop);
      found.push(...(await findings(session.page, stop)));
    }
    await session.close();
    expect(found).toEqual([]);
  });
});

async function findings(page: Page, { name }: Stop): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Result[] }> } };
    return (await axe.run({ resultTypes: ['violations'] })).violations;
  });
  return violations
    .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || !(id in LEFT_OUT))
    .flatMap(({ id, impact, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => {
        const why = failureSummary?.split('\n')[1]?.trim() ?? '';
        return `${name}: ${id} (${impact}), ${nodes.length} times: ${html.slice(0, 160)} — ${why}`;
      }),
    );
}
