import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, type Run, read } from '../client';

export const RUN_STATES = ['stored', 'unchanged', 'refused', 'failed'] as const satisfies readonly Run['state'][];
export const RUN_TRIGGERS = [
  'first-start',
  'schedule',
  'refresh',
  'backfill',
  'manual',
  'import',
  'reparse',
  'retry',
] as const satisfies readonly Run['trigger'][];

/** Which runs to list; what is missing does not narrow. */
export interface RunFilter {
  readonly participant?: number | undefined;
  readonly state?: Run['state'] | undefined;
  readonly trigger?: Run['trigger'] | undefined;
  readonly dataType?: string | undefined;
}

/** Ingest runs, newest first, page by page. */
export const runsQuery = (filter: RunFilter) =>
  infiniteQueryOptions({
    queryKey: ['runs', filter],
    queryFn: ({ pageParam, signal }) => {
      const given = Object.entries({ ...filter, cursor: pageParam }).filter(([, value]) => value !== undefined);
      return read(api.GET('/runs', { params: { query: { limit: 100, ...Object.fromEntries(given) } }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
