import createClient from 'openapi-fetch';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Participant = Schemas['Participant'];
export type ParticipantDetail = Schemas['ParticipantDetail'];
export type Metric = Schemas['Metric'];
export type Series = Schemas['Series'];
export type Day = Schemas['Day'];
export type SleepSession = Schemas['SleepSession'];
export type SleepLevel = Schemas['SleepStage']['level'];
export type Run = Schemas['Run'];
export type Status = Schemas['Status'];
export type DayEvent = Schemas['DayEvent'];
export type ParticipantEvent = Schemas['ParticipantEvent'];
export type Problem = Schemas['Problem'];

/** The API on the page's own origin. Lists go out as `a,b`, as the contract says. */
export const api = createClient<paths>({
  baseUrl: `${window.location.origin}/api/v1`,
  querySerializer: { array: { style: 'form', explode: false } },
  // Looked up at each call, so that whatever stands in for the network in tests is used.
  fetch: (request) => globalThis.fetch(request),
});

/** An answer that was not a success. `status` is 0 when no answer came. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    message: string,
    readonly problem?: Problem,
  ) {
    super(message);
  }
}

/** The body of a successful answer; throws {@link ApiError} otherwise. */
export async function read<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let answer: { data?: T; error?: unknown; response: Response };
  try {
    answer = await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new ApiError(0, 'No answer from the Daystream service.');
  }
  if (answer.data !== undefined) {
    return answer.data;
  }
  const problem = isProblem(answer.error) ? answer.error : undefined;
  throw new ApiError(
    answer.response.status,
    problem?.detail ?? `The service answered ${answer.response.status}.`,
    problem,
  );
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'detail' in body;
}

/** Follows `next` to the last page, or to `mostPages`. */
export async function readPages<P extends { next: string | null }>(
  page: (cursor: string | undefined) => Promise<P>,
  mostPages = 50,
): Promise<P[]> {
  const pages: P[] = [];
  let cursor: string | undefined;
  do {
    const answer = await page(cursor);
    pages.push(answer);
    cursor = answer.next ?? undefined;
  } while (cursor !== undefined && pages.length < mostPages);
  return pages;
}
