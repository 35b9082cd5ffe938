import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Lack } from '../api/lacks';
import { lacksQuery, type MetricData, type SeriesRequest, seriesQuery, withLacks } from '../api/queries/series';

const NONE: ReadonlyMap<string, readonly Lack[]> = new Map();

/** One metric of one participant with the reasons for what is missing, also where single samples are shown. */
export function useMetricData(request: SeriesRequest) {
  const answer = useQuery(seriesQuery(request));
  const raw = answer.data?.series.find(({ columns }) => columns.resolution === 'raw');
  const lacks = useQuery({ ...lacksQuery(request, raw?.cadence ?? 60), enabled: raw !== undefined });
  const data = useMemo(
    (): MetricData | undefined => answer.data && withLacks(answer.data, lacks.data ?? NONE),
    [answer.data, lacks.data],
  );
  return { ...answer, data };
}
