import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, read, type Schemas } from '../client';

export type Rejection = Schemas['Rejection'];

export const REJECTION_REASONS = [
  'malformed',
  'out-of-range',
  'no-such-time',
  'other-day',
  'conflict',
  'missing-element',
] as const satisfies readonly Rejection['reason'][];

/** Which rejections to list; what is missing does not narrow. */
export interface RejectionFilter {
  readonly run?: number | undefined;
  readonly participant?: number | undefined;
  readonly dataType?: string | undefined;
  readonly reason?: Rejection['reason'] | undefined;
}

/** Records that were left out, newest first, page by page. */
export const rejectionsQuery = (filter: RejectionFilter) =>
  infiniteQueryOptions({
    queryKey: ['rejections', filter],
    queryFn: ({ pageParam, signal }) => {
      const given = Object.entries({ ...filter, cursor: pageParam }).filter(([, value]) => value !== undefined);
      return read(api.GET('/rejections', { params: { query: { limit: 50, ...Object.fromEntries(given) } }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
