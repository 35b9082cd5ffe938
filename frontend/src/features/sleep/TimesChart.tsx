import { useMemo } from 'react';
import type { SleepSession } from '../../api/client';
import { useCursorInstant, useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { grid } from '../../charts/layers/grid';
import { clockScale, clockWindows } from '../../charts/layers/windows';
import { windowsOf } from '../../charts/sleepBlocks';
import { TimePlot } from '../../charts/TimePlot';
import { formatShortDate, formatTime } from '../../format/dates';
import { formatMinutes } from '../../format/numbers';
import type { WallClock } from '../../time/zone';
import { usualTimes } from './usualTimes';

interface Props {
  readonly sessions: readonly SleepSession[];
  /** Where days begin. */
  readonly days: WallClock;
  /** By which bed and wake times are shown. */
  readonly clock: WallClock;
}

/** When nights begin and end on the person's clock: how even the bars lie is how regular the sleep is. */
export function TimesChart({ sessions, days, clock }: Props) {
  const { palette } = useTimeAxis();
  const windows = useMemo(() => windowsOf(sessions, days, clock), [sessions, days, clock]);
  const layers = useMemo(() => [grid, clockWindows(windows, palette.sleep)], [windows, palette]);
  const scale = useMemo(() => clockScale(windows), [windows]);
  return (
    <ChartRow
      title="Bed and wake times"
      unit="clock"
      hue="var(--sleep)"
      readout={<Readout sessions={sessions} days={days} clock={clock} />}
    >
      <TimePlot label="Bed and wake times of each night" height={180} y={scale} layers={layers} />
    </ChartRow>
  );
}

function Readout({ sessions, days, clock }: Props) {
  const instant = useCursorInstant();
  const usual = useMemo(() => usualTimes(windowsOf(sessions, days, clock)), [sessions, days, clock]);
  if (instant === null) {
    return usual ? (
      <>
        usually <strong>{usual.bed}</strong> to <strong>{usual.wake}</strong>, in most nights within{' '}
        {formatMinutes(usual.bedSpread)} and {formatMinutes(usual.wakeSpread)} of it ({usual.nights} nights)
      </>
    ) : null;
  }
  const date = days.dateAt(instant);
  const words = sessions
    .filter((session) => session.date === date)
    .map(({ start, end, main }) => {
      const times = `${formatTime(clock, Date.parse(start))} – ${formatTime(clock, Date.parse(end))}`;
      return main ? times : `nap ${times}`;
    });
  return <>{`${formatShortDate(date)}: ${words.join(', ') || 'no sleep recorded'}`}</>;
}
