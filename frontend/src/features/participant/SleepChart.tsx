import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sleepQuery } from '../../api/queries/sleep';
import { ChartRow } from '../../charts/ChartRow';
import { grid } from '../../charts/layers/grid';
import { hypnogram, laneScale } from '../../charts/layers/hypnogram';
import { TimePlot } from '../../charts/TimePlot';
import { addDays } from '../../time/localDate';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { SleepReadout } from './SleepReadout';
import { blocksOf, lanesOf } from './sleepBlocks';
import type { ParticipantPlace } from './usePlace';

const HEIGHT = 112;

/** Every session of the range as a hypnogram, naps too. The night that begins on the last day ends on the next. */
export function SleepChart({ id, place }: { readonly id: number; readonly place: ParticipantPlace }) {
  const { range } = place;
  const { data, error, refetch } = useQuery(sleepQuery(id, { from: range.from, to: addDays(range.to, 1) }));
  const lanes = useMemo(() => lanesOf(data ?? []), [data]);
  const layers = useMemo(() => [grid, hypnogram(blocksOf(data ?? [], lanes))], [data, lanes]);
  const scale = useMemo(() => laneScale(lanes), [lanes]);
  return (
    <ChartRow title="Sleep" hue="var(--sleep)" readout={<SleepReadout sessions={data ?? []} place={place} />}>
      {error && !data ? (
        <QueryError what="Sleep" error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <TimePlot label="Sleep stages over time" height={HEIGHT} y={scale} layers={layers} />
      ) : (
        <Skeleton height={HEIGHT} />
      )}
    </ChartRow>
  );
}
