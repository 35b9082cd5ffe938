import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read, readPages, type Series } from '../client';
import { type Columns, decodeSeries, type Lack, lacksOf } from '../columns';
import { groupBy } from '../groupBy';

/** What the address may ask for; `auto` leaves it to the service. */
export const RESOLUTIONS = ['auto', 'raw', '1m', '1h', '1d'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Points that the widest chart can show apart; the service reduces to stay within. */
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
}

/** One source's values of a metric. */
export interface DecodedSeries {
  readonly source: string;
  readonly device: string;
  readonly columns: Columns;
  readonly lacks: readonly Lack[];
}

export interface MetricData {
  readonly series: readonly DecodedSeries[];
  /** More points exist than were fetched. */
  readonly cut: boolean;
}

/** One metric of one participant, decoded. While a finer answer is on its way the coarser one stays in place. */
export const seriesQuery = ({ participant, metric, from, to, resolution }: SeriesRequest) =>
  queryOptions({
    queryKey: ['series', participant, metric, from, to, resolution],
    queryFn: async ({ signal }): Promise<MetricData> => {
      const pages = await readPages(
        (cursor) =>
          read(
            api.GET('/participants/{id}/series', {
              params: {
                path: { id: participant },
                query: {
                  metrics: [metric],
                  from,
                  to,
                  resolution,
                  points: POINTS,
                  limit: POINTS_PER_PAGE,
                  ...(cursor && { cursor }),
                },
              },
              signal,
            }),
          ),
        MOST_PAGES,
      );
      return { series: bySource(pages.flatMap((page) => page.series)), cut: pages.at(-1)?.next != null };
    },
    placeholderData: keepPreviousData,
  });

function bySource(series: readonly Series[]): DecodedSeries[] {
  const groups = groupBy(series, ({ source, device }) => `${source}\n${device}`);
  return [...groups.values()].flatMap((pages) => {
    const [first] = pages;
    return first
      ? [{ source: first.source, device: first.device, columns: decodeSeries(pages), lacks: lacksOf(pages) }]
      : [];
  });
}
