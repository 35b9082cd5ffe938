import { useMemo } from 'react';
import type { SleepSession } from '../../api/client';
import { useCursorInstant } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { grid } from '../../charts/layers/grid';
import type { YScale } from '../../charts/layers/layer';
import { stackedDays } from '../../charts/layers/stackedDays';
import { TimePlot } from '../../charts/TimePlot';
import { dayWords } from '../../charts/useChartWords';
import { formatShortDate } from '../../format/dates';
import { count, formatMinutes } from '../../format/numbers';
import { type DayRange, daysIn } from '../../time/range';
import type { WallClock } from '../../time/zone';
import { minutesOfParts, partsOf, stagesPerNight } from './nights';

interface Props {
  readonly nights: ReadonlyMap<string, readonly SleepSession[]>;
  readonly clock: WallClock;
  readonly range: DayRange;
}

/** Hours on each stage, night by night; a night without a record is empty. */
export function StagesChart({ nights, clock, range }: Props) {
  const days = useMemo(() => stagesPerNight(nights, clock), [nights, clock]);
  const layers = useMemo(() => [grid, stackedDays(days)], [days]);
  const scale = useMemo<YScale>(() => {
    const highest = Math.max(...days.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)), 60);
    return {
      range: () => [0, highest * 1.08],
      splits: (_, to) => [0, 180, 360, 540, 720, 900].filter((minutes) => minutes <= to),
      format: (minutes) => `${minutes / 60} h`,
    };
  }, [days]);
  const words = dayWords(
    [...nights.values()].map((sessions) => sessions.reduce((sum, { minutesAsleep }) => sum + minutesAsleep, 0)),
    daysIn(range),
    (minutes) => `${formatMinutes(minutes)} asleep`,
  );
  return (
    <ChartRow
      title="Stages per night"
      hue="var(--sleep)"
      readout={<Readout nights={nights} clock={clock} range={range} />}
    >
      <TimePlot label="Hours on each stage per night" words={words} height={168} y={scale} layers={layers} />
    </ChartRow>
  );
}

function Readout({ nights, clock, range }: Props) {
  const instant = useCursorInstant();
  if (instant === null) {
    return <>{`${nights.size} of ${count(daysIn(range), 'night')} with sleep`}</>;
  }
  const date = clock.dateAt(instant);
  const sessions = nights.get(date);
  if (!sessions) {
    return <>{formatShortDate(date)}: no sleep recorded</>;
  }
  const minutes = minutesOfParts(sessions);
  const asleep = sessions.reduce((sum, session) => sum + session.minutesAsleep, 0);
  const parts = partsOf(sessions).flatMap(({ name }, index) =>
    name ? [`${name === 'REM' ? name : name.toLowerCase()} ${formatMinutes(minutes[index] ?? 0)}`] : [],
  );
  return (
    <>
      {formatShortDate(date)} <strong>{formatMinutes(asleep)}</strong> asleep: {parts.join(', ')}
    </>
  );
}
