import { useSyncExternalStore } from 'react';

/** What stands above and below the rows: bars, axis, map. */
const AROUND = 290;
const HEAD = 34;
const STRIP = 10;
const LOWEST = 92;
const HIGHEST = 560;

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** The height of each chart's plot so that all rows fit the window, as long as they stay legible. */
export function useRowHeight(rows: number, people: number): number {
  const height = useSyncExternalStore(subscribe, () => window.innerHeight);
  const each = (height - AROUND) / Math.max(1, rows) - HEAD - people * STRIP;
  return Math.round(Math.min(HIGHEST, Math.max(LOWEST, each)));
}
