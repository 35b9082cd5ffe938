import { isLocalDate, type LocalDate } from '../../time/localDate';
import { spanOfText } from '../../time/span';

/** How many days back a page about one person looks. */
export const SPANS = ['4w', '12w', '26w', '1y'] as const;
export type WeekSpan = (typeof SPANS)[number];

export const SPAN_DAYS: Readonly<Record<WeekSpan, number>> = { '4w': 28, '12w': 84, '26w': 182, '1y': 364 };

/** What the address of a page about one person holds. Without `date` it follows the newest day. */
export interface PersonSearch {
  readonly participant?: number;
  readonly date?: LocalDate;
  readonly span?: Exclude<WeekSpan, '12w'>;
  /** The derived figure whose origin is open. */
  readonly figure?: string;
  /** The part of the days in view. */
  readonly zoom?: string;
}

/** Reads the address; what it does not know is left out, so that an old link still opens. */
export function readPersonSearch(search: Record<string, unknown>): PersonSearch {
  const participant = Number(search.participant);
  const span = SPANS.find((name) => name === search.span);
  return {
    ...(Number.isSafeInteger(participant) && participant > 0 && { participant }),
    ...(typeof search.date === 'string' && isLocalDate(search.date) && { date: search.date }),
    ...(span && span !== '12w' && { span }),
    ...(typeof search.figure === 'string' && { figure: search.figure }),
    ...(typeof search.zoom === 'string' && spanOfText(search.zoom) && { zoom: search.zoom }),
  };
}

/** The address with some of it changed; what is undefined goes away, and so does the zoom when the days change. */
export function changed({ zoom, ...search }: PersonSearch, change: Changes): PersonSearch {
  const other = 'date' in change || 'span' in change || 'participant' in change;
  return Object.fromEntries(
    Object.entries({ ...search, ...(!other && { zoom }), ...change }).filter(([, value]) => value !== undefined),
  ) as PersonSearch;
}

export type Changes = { readonly [K in keyof PersonSearch]?: PersonSearch[K] | undefined };
