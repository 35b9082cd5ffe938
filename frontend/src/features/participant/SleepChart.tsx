import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SleepSession } from '../../api/client';
import { daysQuery } from '../../api/queries/days';
import { sleepQuery } from '../../api/queries/sleep';
import { useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { grid } from '../../charts/layers/grid';
import { hypnogram, laneScale } from '../../charts/layers/hypnogram';
import { clockScale, clockWindows } from '../../charts/layers/windows';
import { blocksOf, lanesOf, windowsOf } from '../../charts/sleepBlocks';
import { TimePlot } from '../../charts/TimePlot';
import { addDays } from '../../time/localDate';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { withBaseline } from './figures';
import { SleepReadout } from './SleepReadout';
import type { ParticipantPlace } from './usePlace';

const HEIGHT = 112;
/** In a longer view stages are finer than a pixel; bed and wake times say more. */
const STAGES_UP_TO = 9.5 * 86_400_000;
const NONE: readonly SleepSession[] = [];

/** Every session of the range as a hypnogram, naps too. The night that begins on the last day ends on the next. */
export function SleepChart({ id, place }: { readonly id: number; readonly place: ParticipantPlace }) {
  const { range } = place;
  const { data, error, refetch, isPlaceholderData } = useQuery(
    sleepQuery(id, { from: range.from, to: addDays(range.to, 1) }),
  );
  const has = useSleepKind(id, place, data);
  const { view } = useTimeAxis();
  const staged = view.to - view.from <= STAGES_UP_TO;
  const { layers, scale } = useSleepPicture(data ?? NONE, place, staged);
  return (
    <ChartRow
      title={staged ? 'Sleep' : 'Sleep times'}
      hue="var(--sleep)"
      readout={
        data &&
        !isPlaceholderData &&
        (has === 'sums' ? 'Only sums of each day, no times or stages' : <SleepReadout sessions={data} place={place} />)
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
  // The tiles' request serves here too.
  const { data: days } = useQuery(daysQuery(id, withBaseline(range)));
  if (sessions.length > 0 || !days || days.some(({ sleep }) => sleep !== null)) {
    return 'sessions';
  }
  return days.some(({ vendor }) => vendor.sleep_minutes_asleep !== undefined) ? 'sums' : 'nothing';
}

function useSleepPicture(sessions: readonly SleepSession[], { clock, shown }: ParticipantPlace, staged: boolean) {
  const { palette } = useTimeAxis();
  return useMemo(() => {
    if (!staged) {
      const windows = windowsOf(sessions, clock, shown.clock);
      return { layers: [grid, clockWindows(windows, palette.sleep)], scale: clockScale(windows) };
    }
    const lanes = lanesOf(sessions);
    return { layers: [grid, hypnogram(blocksOf(sessions, lanes))], scale: laneScale(lanes) };
  }, [sessions, clock, shown, staged, palette]);
}
