import type { Span } from '../../time/span';

/** What a file of the server's is to hold. */
export interface Wanted {
  readonly people: readonly { readonly id: number }[];
  readonly metrics: readonly { readonly key: string }[];
  readonly view: Span;
  readonly resolution: string;
  readonly fill: 'raw' | 'both';
  /** IANA zone of wall times; each participant's own unless given. */
  readonly zone?: string | undefined;
}

const FORMATS = [
  { format: 'csv', label: 'CSV' },
  { format: 'json', label: 'JSON' },
  { format: 'parquet', label: 'Parquet' },
] as const;

/** Links to files of all data of a range, which the server makes. */
export function serverExports({ people, metrics, view, resolution, fill, zone }: Wanted) {
  return FORMATS.map(({ format, label }) => {
    const search = new URLSearchParams({
      participants: people.map(({ id }) => id).join(','),
      metrics: metrics.map(({ key }) => key).join(','),
      from: new Date(view.from).toISOString(),
      to: new Date(view.to).toISOString(),
      ...{ resolution, fill, format },
      ...(zone !== undefined && { zone }),
    });
    return { format, label, href: `/api/v1/export/series?${search}` };
  });
}
