import type { LocalDate } from '../../time/localDate';
import type { DayRange } from '../../time/range';
import type { Span } from '../../time/span';

interface Wanted {
  readonly people: readonly { readonly id: number }[];
  readonly fill: 'raw' | 'both';
}

/** What a file of series is to hold. */
export interface WantedSeries extends Wanted {
  readonly metrics: readonly string[];
  readonly view: Span;
  readonly resolution: string;
  /** IANA zone of wall times; each participant's own unless given. */
  readonly zone?: string | undefined;
}

/** What a file of daily figures is to hold: all of them, of whole local days. */
export interface WantedDays extends Wanted {
  readonly range: DayRange;
}

/** A file that the server makes. */
export interface ServerFile {
  readonly format: string;
  readonly label: string;
  readonly href: string;
}

const FORMATS = [
  { format: 'csv', label: 'CSV' },
  { format: 'json', label: 'JSON' },
  { format: 'parquet', label: 'Parquet' },
] as const;

/** Links to files of all samples or buckets of a range. */
export function seriesFiles({ people, metrics, view, resolution, fill, zone }: WantedSeries): ServerFile[] {
  return files('series', people, {
    metrics: metrics.join(','),
    from: new Date(view.from).toISOString(),
    to: new Date(view.to).toISOString(),
    ...{ resolution, fill },
    ...(zone !== undefined && { zone }),
  });
}

/** Links to files of the daily figures of a range. */
export function dayFiles({ people, range: { from, to }, fill }: WantedDays): ServerFile[] {
  return files('days', people, { from, to, fill } satisfies { from: LocalDate; to: LocalDate; fill: string });
}

function files(what: 'series' | 'days', people: Wanted['people'], more: Record<string, string>): ServerFile[] {
  return FORMATS.map(({ format, label }) => {
    const search = new URLSearchParams({ participants: people.map(({ id }) => id).join(','), ...more, format });
    return { format, label, href: `/api/v1/export/${what}?${search}` };
  });
}
