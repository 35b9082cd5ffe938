import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SleepSession } from '../../api/client';
import { daysQuery } from '../../api/queries/days';
import { sleepQuery } from '../../api/queries/sleep';
import { useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { SleepReadout } from '../../charts/SleepReadout';
import { showsStages, sleepPicture } from '../../charts/sleepPicture';
import { TimePlot } from '../../charts/TimePlot';
import { addDays } from '../../time/localDate';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import type { ParticipantPlace } from './usePlace';

const HEIGHT = 112;
const NONE: readonly SleepSession[] = [];

/** Every session of the range as a hypnogram, naps too. The night that begins on the last day ends on the next. */
export function SleepChart({ id, place }: { readonly id: number; readonly place: ParticipantPlace }) {
  const { range } = place;
  const { data, error, refetch, isPlaceholderData } = useQuery(
    sleepQuery(id, { from: range.from, to: addDays(range.to, 1) }),
  );
  const has = useSleepKind(id, place, data);
  const { view, palette } = useTimeAxis();
  const staged = showsStages(view);
  const { layers, scale } = useMemo(
    () => sleepPicture(data ?? NONE, place.clock, place.shown.clock, staged, palette),
    [data, place.clock, place.shown.clock, staged, palette],
  );
  return (
    <ChartRow
      title={staged ? 'Sleep' : 'Sleep times'}
      hue="var(--sleep)"
      readout={
        data &&
        !isPlaceholderData &&
        (has === 'sums' ? (
          'Only sums of each day, no times or stages'
        ) : (
          <SleepReadout sessions={data} clock={place.shown.clock} range={range} />
        ))
      }
    >
      {error && !data ? (
        <QueryError what="Sleep" error={error} onRetry={() => void refetch()} compact />
      ) : has !== 'sessions' ? null : data ? (
        <TimePlot
          label={staged ? 'Sleep stages over time' : 'Bed and wake times of each day'}
          height={HEIGHT}
          y={scale}
          layers={layers}
          empty={data.length ? undefined : 'No sleep recorded'}
        />
      ) : (
        <Skeleton height={HEIGHT} />
      )}
    </ChartRow>
  );
}

/** What there is in the range and in the days before it; a person without any sessions needs no empty lanes. */
function useSleepKind(id: number, { range }: ParticipantPlace, sessions: readonly SleepSession[] = NONE) {
  const { data: days } = useQuery(daysQuery(id, range));
  if (sessions.length > 0 || !days || days.some(({ sleep }) => sleep !== null)) {
    return 'sessions';
  }
  return days.some(({ vendor }) => vendor.sleep_minutes_asleep !== undefined) ? 'sums' : 'nothing';
}
