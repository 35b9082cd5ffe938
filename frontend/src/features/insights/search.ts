import type { InsightFilter } from '../../api/queries/insights';
import { isLocalDate } from '../../time/localDate';

/** The contract's limit. */
export const MOST_PARTICIPANTS = 200;

/** What the address of the insights holds: `?participants=1,2&from=2026-03-01&view=table`. */
export interface InsightsSearch {
  readonly participants?: string;
  readonly from?: string;
  readonly to?: string;
  readonly view?: 'table';
}

/** Reads the address; what it does not know is left out. */
export function readSearch(search: Record<string, unknown>): InsightsSearch {
  const ids = idsOf(search.participants);
  const [from, to] = [dateOf(search.from), dateOf(search.to)];
  return {
    ...(ids.length > 0 && { participants: ids.join(',') }),
    ...(from && { from }),
    ...(to && (!from || from <= to) && { to }),
    ...(search.view === 'table' && { view: 'table' as const }),
  };
}

/** What the API is asked for. */
export function filterOf(search: InsightsSearch): InsightFilter {
  const ids = idsOf(search.participants);
  return { participants: ids.length > 0 ? ids : undefined, from: search.from, to: search.to };
}

function idsOf(value: unknown): number[] {
  const ids = String(value ?? '')
    .split(',')
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0);
  return [...new Set(ids)].slice(0, MOST_PARTICIPANTS);
}

function dateOf(value: unknown): string | undefined {
  return typeof value === 'string' && isLocalDate(value) ? value : undefined;
}
