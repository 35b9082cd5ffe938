import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read, readPages, type Series } from '../client';
import type { Columns } from '../columns';
import { decodeSeries } from '../decode';
import { groupBy } from '../groupBy';
import { type Imputed, imputedOf } from '../imputation';
import { type Lack, lacksOf, missingOf } from '../lacks';

/** What the address may ask for; `auto` leaves it to the service. */
export const RESOLUTIONS = ['auto', 'raw', '1m', '1h', '1d'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** The service reduces to stay within. */
const POINTS = 2000;
const POINTS_PER_PAGE = 200_000;
const MOST_PAGES = 4;

export interface SeriesRequest {
  readonly participant: number;
  readonly metric: string;
  /** Instants or local dates, as the contract takes them. */
  readonly from: string;
  readonly to: string;
  readonly resolution: Resolution;
  /** How many points `auto` may choose; as many as the widest chart can show apart unless given. */
  readonly points?: number;
  /** Asks for imputed values beside the data. */
  readonly fill?: 'both' | undefined;
}

/** One source's values of a metric. */
export interface DecodedSeries {
  readonly source: string;
  readonly device: string;
  /** Expected seconds between samples. */
  readonly cadence: number;
  readonly columns: Columns;
  /** Every stretch with less than enough, and why. */
  readonly lacks: readonly Lack[];
  /** The parts of them that a picture shows as missing. */
  readonly missing: readonly Lack[];
  /** Imputed values, where they were asked for and made. */
  readonly imputed?: Imputed | undefined;
}

export interface MetricData {
  readonly series: readonly DecodedSeries[];
  /** More points exist than were fetched. */
  readonly cut: boolean;
}

/** One metric of one participant, decoded. While a finer answer is on its way the coarser one stays in place. */
export const seriesQuery = (request: SeriesRequest) =>
  queryOptions({
    queryKey: keyOf(request),
    queryFn: async ({ signal }): Promise<MetricData> => {
      const pages = await readSeries(request, signal);
      return { series: bySource(pages.flatMap((page) => page.series)), cut: pages.at(-1)?.next != null };
    },
    placeholderData: keepPreviousData,
  });

function keyOf({ participant, metric, from, to, resolution, points = POINTS, fill }: SeriesRequest) {
  return ['series', participant, metric, from, to, resolution, points, fill] as const;
}

function readSeries(request: SeriesRequest, signal: AbortSignal) {
  const { participant, metric, from, to, resolution, points = POINTS, fill } = request;
  const query = { metrics: [metric], from, to, resolution, points, limit: POINTS_PER_PAGE };
  return readPages(
    (cursor) =>
      read(
        api.GET('/participants/{id}/series', {
          params: {
            path: { id: participant },
            query: { ...query, ...(fill && { fill }), ...(cursor && { cursor }) },
          },
          signal,
        }),
      ),
    MOST_PAGES,
  );
}

function sourceKey({ source, device }: Pick<Series, 'source' | 'device'>): string {
  return `${source}\n${device}`;
}

function bySource(series: readonly Series[]): DecodedSeries[] {
  return [...groupBy(series, sourceKey).values()].flatMap((pages) => {
    const [first] = pages;
    if (!first) {
      return [];
    }
    const { source, device, cadence } = first;
    const [columns, lacks] = [decodeSeries(pages), lacksOf(pages)];
    const missing = missingOf(columns, lacks);
    return [{ source, device, cadence, columns, lacks, missing, imputed: imputedOf(pages) }];
  });
}
