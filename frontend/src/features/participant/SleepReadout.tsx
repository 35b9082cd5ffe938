import type { SleepSession } from '../../api/client';
import { useCursorInstant, useTimeAxis } from '../../charts/axis';
import { LEVELS, levelAt } from '../../charts/sleepBlocks';
import { formatTime } from '../../format/dates';
import { count, formatMinutes } from '../../format/numbers';
import type { WallClock } from '../../time/zone';
import type { ParticipantPlace } from './usePlace';

interface Props {
  readonly sessions: readonly SleepSession[];
  readonly place: ParticipantPlace;
}

/** The stage under the cursor; without one, the sessions that ended on the day, or how many there were. */
export function SleepReadout({ sessions, place: { shown, range } }: Props) {
  const instant = useCursorInstant();
  const { view } = useTimeAxis();
  if (instant !== null && instant >= view.from && instant <= view.to) {
    const level = levelAt(sessions, instant);
    return level ? <strong>{level}</strong> : <>no sleep recorded</>;
  }
  const ended = sessions.filter(({ date }) => date >= range.from && date <= range.to);
  if (ended.length === 0) {
    return <>No sleep recorded</>;
  }
  if (range.from !== range.to) {
    const nights = ended.filter(({ main }) => main);
    const mean = nights.reduce((sum, { minutesAsleep }) => sum + minutesAsleep, 0) / Math.max(1, nights.length);
    return (
      <>
        {count(nights.length, 'night')}, mean {formatMinutes(mean)} asleep
      </>
    );
  }
  return <>{ended.map((session) => sessionWords(session, shown.clock)).join(' · ')}</>;
}

/** `23:12 – 07:01, 6 h 51 min asleep: deep 1 h 20 min, light 4 h`. */
function sessionWords(session: SleepSession, clock: WallClock): string {
  const { start, end, main, minutesAsleep, levels } = session;
  const times = `${main ? '' : 'nap '}${formatTime(clock, Date.parse(start))} – ${formatTime(clock, Date.parse(end))}`;
  const stages = Object.entries(LEVELS)
    .filter(([level]) => main && (levels[level] ?? 0) > 0)
    .map(([level, { name }]) => `${name} ${formatMinutes(levels[level] ?? 0)}`);
  return `${times}, ${formatMinutes(minutesAsleep)} asleep${stages.length ? `: ${stages.join(', ')}` : ''}`;
}
