import { useMemo } from 'react';
import type { SleepSession } from '../../api/client';
import { useCursorInstant } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { grid } from '../../charts/layers/grid';
import { hypnogram, laneScale } from '../../charts/layers/hypnogram';
import { blocksOf, lanesOf, levelAt } from '../../charts/sleepBlocks';
import { TimePlot } from '../../charts/TimePlot';
import { formatTime } from '../../format/dates';
import { count } from '../../format/numbers';
import type { WallClock } from '../../time/zone';

interface Props {
  readonly sessions: readonly SleepSession[];
  readonly clock: WallClock;
}

/** The stages of one night as a staircase. */
export function Hypnogram({ sessions, clock }: Props) {
  const { layers, scale } = useMemo(() => {
    const lanes = lanesOf(sessions);
    return { layers: [grid, hypnogram(blocksOf(sessions, lanes))], scale: laneScale(lanes) };
  }, [sessions]);
  return (
    <ChartRow title="Stages" hue="var(--sleep)" readout={<Readout sessions={sessions} clock={clock} />}>
      <TimePlot label="Sleep stages of the night" height={168} y={scale} layers={layers} />
    </ChartRow>
  );
}

function Readout({ sessions, clock }: Props) {
  const instant = useCursorInstant();
  if (instant === null) {
    const wakes = sessions.reduce((sum, { shortWakes }) => sum + shortWakes.length, 0);
    return wakes ? <>{count(wakes, 'short wake')} on top</> : null;
  }
  const level = levelAt(sessions, instant);
  return (
    <>
      {formatTime(clock, instant)} {level ? <strong>{level}</strong> : 'no sleep recorded'}
    </>
  );
}
