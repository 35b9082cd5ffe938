import { ApiError } from '../api/client';

/**
 * A request is sent even when the browser believes that it is offline: the service may be on this machine. One that gets
 * no answer fails and says so; held back, it would look as if it were under way.
 */
export const mutationDefaults = { networkMode: 'always' } as const;

/** What was fetched counts as fresh for half a minute; live events shorten that. A wrong request is not repeated. */
export const queryDefaults = {
  networkMode: 'always' as const,
  staleTime: 30_000,
  gcTime: 10 * 60_000,
  retry: (failures: number, error: Error) =>
    failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
  retryDelay: (attempt: number) => Math.min(500 * 2 ** attempt, 4_000),
};
