import type { SleepSession } from '../api/client';
import { formatTime } from '../format/dates';
import { count, formatMinutes } from '../format/numbers';
import type { DayRange } from '../time/range';
import type { WallClock } from '../time/zone';
import { useCursorInstant, useTimeAxis } from './axis';
import { LEVELS, levelAt } from './sleepBlocks';

interface Props {
  readonly sessions: readonly SleepSession[];
  readonly clock: WallClock;
  /** The dates on which sessions ended that are summed up. */
  readonly range: DayRange;
}

/** The stage under the cursor; without one, the sessions that ended on the day, or how many there were. */
export function SleepReadout({ sessions, clock, range }: Props) {
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
    return <>{count(ended.filter(({ main, counts }) => main && counts).length, 'night')}</>;
  }
  return <>{ended.map((session) => sessionWords(session, clock)).join(' · ')}</>;
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
