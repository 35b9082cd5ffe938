import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { BASE, settled } from './browser';

/** A page in one state, as the tours visit it. */
export interface Stop {
  readonly name: string;
  readonly path: string;
  /** Opens what is closed at first. */
  readonly open?: (page: Page) => Promise<unknown>;
}

interface Person {
  readonly id: number;
  readonly lastDay: string | null;
}

/** Every page, and every panel, menu and form that opens on one. A new route is added here, and `routes` insists. */
export async function stops(): Promise<Stop[]> {
  const { participants } = (await (await fetch(`${BASE}/api/v1/participants`)).json()) as { participants: Person[] };
  const [first, second] = participants.filter(({ lastDay }) => lastDay !== null);
  const [a, b] = [first?.id ?? 1, second?.id ?? 2];
  const day = first?.lastDay ?? '';
  const hour = (from: string, to: string) => `${day}T${from}:00Z~${day}T${to}:00Z`;
  const menu = (name: RegExp) => (page: Page) => page.locator('summary').filter({ hasText: name }).first().click();
  return [
    { name: 'study', path: '/' },
    { name: 'study, thresholds', path: '/', open: (page) => page.getByRole('button', { name: 'Thresholds' }).click() },
    { name: 'study, letter', path: `/?write=${a}` },
    { name: 'person day', path: `/participants/${a}` },
    { name: 'person week', path: `/participants/${a}?view=week` },
    { name: 'person month', path: `/participants/${b}?view=month` },
    { name: 'person year', path: `/participants/${b}?view=year` },
    { name: 'person, derived figure', path: `/participants/${a}?figure=derived_resting_heart_rate` },
    { name: 'person, metric menu', path: `/participants/${a}`, open: menu(/^Metrics/) },
    { name: 'report', path: `/participants/${a}/report?from=${day}&to=${day}` },
    { name: 'nobody', path: '/participants/999999' },
    { name: 'explore', path: '/explore' },
    { name: 'explore, two', path: `/explore?people=${a},${b}&metrics=heart_rate,steps&layout=overlaid` },
    { name: 'explore, samples', path: `/explore?people=${a}&metrics=heart_rate&range=${hour('10:00', '10:20')}` },
    {
      name: 'explore, lineage',
      path: `/explore?people=${a}&metrics=heart_rate&point=${a}~heart_rate~${day}T10:05:00Z&range=${hour('10:00', '10:20')}`,
    },
    { name: 'explore, metric menu', path: '/explore', open: menu(/^Metrics/) },
    { name: 'explore, download menu', path: '/explore', open: menu(/^Download/) },
    { name: 'sleep', path: `/sleep?participant=${a}` },
    { name: 'sleep, figure', path: `/sleep?participant=${a}&figure=sleep_regularity` },
    { name: 'activity', path: `/activity?participant=${a}` },
    { name: 'insights', path: '/insights' },
    { name: 'insight', path: '/insights/hours-slept' },
    { name: 'insight table', path: '/insights/hours-slept?view=table' },
    { name: 'pipeline', path: '/pipeline' },
    ...['backfill', 'retry', 'reparse', 'verify'].map((kind) => ({
      name: `pipeline, ${kind}`,
      path: `/pipeline?tab=jobs&new=${kind}`,
    })),
    ...['sources', 'runs', 'rejections', 'imputation'].map((tab) => ({
      name: `pipeline, ${tab}`,
      path: `/pipeline?tab=${tab}`,
    })),
    { name: 'no page', path: '/nothing/here' },
  ];
}

/** The routes of the dashboard as its router names them. */
export function routes(): string[] {
  const source = readFileSync(new URL('../src/app/router.tsx', import.meta.url), 'utf8');
  return [...source.matchAll(/^\s*path: '([^']+)'/gm)].map(([, path = '']) => path);
}

/** Whether the address belongs to the route: `/participants/1?view=week` to `/participants/$id`. */
export function belongsTo(path: string, route: string): boolean {
  const pattern = route.replace(/\$\w+/g, '[^/?]+');
  return new RegExp(`^${pattern}(\\?|$)`).test(path);
}

/** Goes to the stop, and opens what it says. */
export async function visit(page: Page, { path, open }: Stop): Promise<void> {
  await page.goto(path);
  await page.locator('main h1, main [role=status] p, main [role=alert] p').first().waitFor();
  await settled(page);
  await open?.(page);
}
