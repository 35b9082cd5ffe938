import type { SleepLevel, SleepSession } from '../api/client';
import { utcOf } from '../time/localDate';
import type { WallClock } from '../time/zone';
import type { StageBlock } from './layers/hypnogram';
import type { ClockWindow } from './layers/windows';
import type { Colour } from './palette';

/** Words and colour of each level; both vendors' words for awake mean one thing. */
export const LEVELS: Record<SleepLevel, { readonly name: string; readonly colour: Colour }> = {
  deep: { name: 'Deep', colour: 'stage-deep' },
  light: { name: 'Light', colour: 'stage-light' },
  rem: { name: 'REM', colour: 'stage-rem' },
  wake: { name: 'Awake', colour: 'stage-wake' },
  asleep: { name: 'Asleep', colour: 'stage-light' },
  restless: { name: 'Restless', colour: 'stage-rem' },
  awake: { name: 'Awake', colour: 'stage-wake' },
};

const STAGES = ['Deep', 'Light', 'REM', 'Awake'];
const CLASSIC = ['Asleep', 'Restless', 'Awake'];

/** The lanes from the deepest up; classic sleep knows only asleep, restless and awake. */
export function lanesOf(sessions: readonly SleepSession[]): readonly string[] {
  return sessions.length > 0 && sessions.every(({ type }) => type === 'classic') ? CLASSIC : STAGES;
}

/**
 * The sessions' stages on their lanes, short wakes last so that they lie on top. Classic sleep among staged nights
 * covers all lanes of sleep, because which of them it was is not known.
 */
export function blocksOf(sessions: readonly SleepSession[], lanes: readonly string[]): StageBlock[] {
  const block =
    (overlay: boolean) =>
    (stage: SleepSession['stages'][number]): StageBlock => {
      const { name, colour } = LEVELS[stage.level];
      const from = Date.parse(stage.start);
      const to = from + stage.seconds * 1000;
      const lane = lanes.indexOf(name);
      return lane >= 0 ? { from, to, lane, colour, overlay } : { from, to, lane: 0, top: 2, colour, overlay };
    };
  return [
    ...sessions.flatMap(({ stages }) => stages.map(block(false))),
    ...sessions.flatMap(({ shortWakes }) => shortWakes.map(block(true))),
  ];
}

/** The level at an instant; a short wake counts before the stage beneath it. */
export function levelAt(sessions: readonly SleepSession[], instant: number): string | undefined {
  const covers = ({ start, seconds }: SleepSession['stages'][number]) => {
    const from = Date.parse(start);
    return from <= instant && instant < from + seconds * 1000;
  };
  const stage = sessions.flatMap(({ shortWakes, stages }) => [...shortWakes, ...stages]).find(covers);
  return stage && LEVELS[stage.level].name;
}

const MINUTE = 60_000;

/** The sessions as stretches of a clock on the local date they ended on: bed and wake times, day by day. */
export function windowsOf(sessions: readonly SleepSession[], days: WallClock, clock = days): ClockWindow[] {
  return sessions.map(({ date, start, end, main }) => {
    const noonBefore = utcOf(date) - 12 * 60 * MINUTE;
    const minutes = (instant: string) => (clock.wall(Date.parse(instant)) - noonBefore) / MINUTE;
    return { from: days.startOf(date), to: days.endOf(date), begin: minutes(start), end: minutes(end), minor: !main };
  });
}
