import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Metric } from '../../api/client';
import { stretches } from '../../api/columns';
import { type MetricData, type Resolution, type SeriesRequest, seriesQuery } from '../../api/queries/series';
import { useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { CoverageStrip } from '../../charts/CoverageStrip';
import { MetricReadout } from '../../charts/MetricReadout';
import { layersOf, missingOfAll, scaleOf } from '../../charts/metricLayers';
import { ResolutionControl } from '../../charts/ResolutionControl';
import { TimePlot } from '../../charts/TimePlot';
import { useChartWords } from '../../charts/useChartWords';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { seriesRange } from './seriesRange';
import { useHeartRateZones } from './useHeartRateZones';
import type { ParticipantPlace } from './usePlace';

interface Props {
  readonly id: number;
  readonly metric: Metric;
  readonly place: ParticipantPlace;
}

const TALL = 148;
const LOW = 104;
const NONE: MetricData = { series: [], cut: false };

/** One metric over the range, in what detail the view needs. */
export function MetricChart({ id, metric, place }: Props) {
  const { palette, view } = useTimeAxis();
  const resolution = place.search.resolution ?? 'auto';
  const fill = metric.impute > 0 ? place.search.fill : undefined;
  const request: SeriesRequest = { participant: id, metric: metric.key, resolution, fill, ...seriesRange(place) };
  const { data, error, refetch, isPlaceholderData } = useQuery(seriesQuery(request));
  const shades = useHeartRateZones(id, place, metric.key === 'heart_rate');
  const { series } = data ?? NONE;
  const height = metric.key === 'heart_rate' ? TALL : LOW;
  const layers = useMemo(() => layersOf(metric, series, shades, palette), [metric, series, shades, palette]);
  const scale = useMemo(() => scaleOf(metric, series), [metric, series]);
  const present = useMemo(
    () => series.flatMap(({ columns }) => stretches(columns)).toSorted((a, b) => a.from - b.from),
    [series],
  );
  const words = useChartWords(useMemo(() => [{ metric, participant: id }], [metric, id]));
  const lacks = useMemo(() => missingOfAll(series), [series]);
  const empty = data && !isPlaceholderData && !present.some(({ from, to }) => from < view.to && to > view.from);

  return (
    <ChartRow
      title={metric.name}
      unit={metric.display}
      hue={`var(--${metric.family})`}
      readout={data && <MetricReadout participant={id} metric={metric} data={data} pending={isPlaceholderData} />}
      corner={
        <ResolutionControl
          used={series[0]?.columns.resolution}
          chosen={resolution}
          onChoose={(value) => place.go(withResolution(place.search, value), true)}
          busy={isPlaceholderData}
        />
      }
    >
      {error && !data ? (
        <QueryError what={metric.name} error={error} onRetry={() => void refetch()} compact />
      ) : data ? (
        <>
          <TimePlot
            label={`${metric.name} over time`}
            words={words}
            height={height}
            y={scale}
            layers={layers}
            empty={empty ? emptyWords(metric, place) : undefined}
          />
          <CoverageStrip
            present={present}
            colour={palette[metric.family]}
            lacks={lacks}
            reason={metric.present === 'asleep' ? 'Measured only during sleep' : undefined}
          />
        </>
      ) : (
        <Skeleton height={height + 15} />
      )}
    </ChartRow>
  );
}

function withResolution(search: ParticipantPlace['search'], chosen: Resolution): ParticipantPlace['search'] {
  const { resolution: _, ...rest } = search;
  return chosen === 'auto' ? rest : { ...rest, resolution: chosen };
}

function emptyWords({ name }: Metric, { range, zoom }: ParticipantPlace): string {
  const when = zoom ? 'in this part' : range.from === range.to ? 'on this day' : 'in this range';
  return `No ${name.toLowerCase()} ${when}`;
}
