import { useSyncExternalStore } from 'react';
import type { DayEvent } from '../api/client';

/** What came in while the page is open. */
export interface Arrivals {
  readonly deliveries: number;
  readonly samples: number;
  readonly last: DayEvent | undefined;
}

let arrivals: Arrivals = { deliveries: 0, samples: 0, last: undefined };
const watchers = new Set<() => void>();

/** Counts a delivery. */
export function arrived(event: DayEvent): void {
  const { deliveries, samples } = arrivals;
  arrivals = { deliveries: deliveries + 1, samples: samples + event.samples, last: event };
  for (const watcher of watchers) {
    watcher();
  }
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Deliveries since the page was opened. */
export function useArrivals(): Arrivals {
  return useSyncExternalStore(watch, () => arrivals);
}
