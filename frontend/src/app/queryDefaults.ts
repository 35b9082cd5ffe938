import { ApiError } from '../api/client';

/** What was fetched counts as fresh for half a minute; live events shorten that. A wrong request is not repeated. */
export const queryDefaults = {
  staleTime: 30_000,
  gcTime: 10 * 60_000,
  retry: (failures: number, error: Error) =>
    failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
  retryDelay: (attempt: number) => Math.min(500 * 2 ** attempt, 4_000),
};
