import type { QueryClient } from '@tanstack/react-query';
import type { DayEvent } from '../api/client';
import type { LocalDate } from '../time/localDate';

const QUIET = 400;
const LONGEST = 2_000;

/** Query keys whose second part is a participant. */
const OF_PARTICIPANT = new Set<unknown>([
  'participant',
  'series',
  'sleep',
  'days',
  'summary',
  'lineage',
  'derived',
  'explanation',
  'corrections',
  'zones',
]);
/** The same, with the first and last of their days as third and fourth: one that holds none of the days that came stays. */
const OF_DAYS = new Set<unknown>(['calendar']);
const OF_ALL = new Set<unknown>(['participants', 'study', 'runs', 'status', 'sources', 'rejections']);

export interface Refresher {
  /** Notes what a delivery made old. */
  add(event: Pick<DayEvent, 'participant'> & { readonly date?: LocalDate }): void;
  stop(): void;
}

/**
 * Asks again for what deliveries made old: once events pause, and at least every two seconds while they do not, so that
 * a backfill of hundreds of days costs a few requests and not hundreds.
 */
export function refresher(queries: QueryClient): Refresher {
  /** With the days that were delivered; undefined stands for all of them. */
  const participants = new Map<unknown, Set<LocalDate | undefined>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;

  const flush = () => {
    const stale = new Map(participants);
    participants.clear();
    since = undefined;
    void queries.invalidateQueries({
      predicate: ({ queryKey: [kind, id, from, to] }) =>
        OF_ALL.has(kind) ||
        (OF_PARTICIPANT.has(kind) && stale.has(id)) ||
        (OF_DAYS.has(kind) && holds(from, to, stale.get(id))),
    });
  };
  return {
    add({ participant, date }) {
      participants.set(participant, (participants.get(participant) ?? new Set()).add(date));
      since ??= Date.now();
      clearTimeout(timer);
      timer = setTimeout(flush, Math.max(0, Math.min(QUIET, since + LONGEST - Date.now())));
    },
    stop: () => clearTimeout(timer),
  };
}

function holds(from: unknown, to: unknown, dates: ReadonlySet<LocalDate | undefined> = new Set()): boolean {
  return [...dates].some((date) => date === undefined || (String(from) <= date && date <= String(to)));
}
