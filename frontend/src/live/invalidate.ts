import type { QueryClient } from '@tanstack/react-query';
import type { DayEvent } from '../api/client';

const QUIET = 400;
const LONGEST = 2_000;

/** Query keys whose second part is a participant. */
const OF_PARTICIPANT = new Set<unknown>([
  'participant',
  'series',
  'lacks',
  'sleep',
  'days',
  'lineage',
  'derived',
  'explanation',
  'corrections',
  'zones',
]);
const OF_ALL = new Set<unknown>(['participants', 'study', 'runs', 'status', 'sources', 'rejections']);

export interface Refresher {
  /** Notes what a delivery made old. */
  add(event: Pick<DayEvent, 'participant'>): void;
  stop(): void;
}

/**
 * Asks again for what deliveries made old: once events pause, and at least every two seconds while they do not, so that
 * a backfill of hundreds of days costs a few requests and not hundreds.
 */
export function refresher(queries: QueryClient): Refresher {
  const participants = new Set<unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;

  const flush = () => {
    const stale = new Set(participants);
    participants.clear();
    since = undefined;
    void queries.invalidateQueries({
      predicate: ({ queryKey: [kind, id] }) => OF_ALL.has(kind) || (OF_PARTICIPANT.has(kind) && stale.has(id)),
    });
  };
  return {
    add({ participant }) {
      participants.add(participant);
      since ??= Date.now();
      clearTimeout(timer);
      timer = setTimeout(flush, Math.max(0, Math.min(QUIET, since + LONGEST - Date.now())));
    },
    stop: () => clearTimeout(timer),
  };
}
