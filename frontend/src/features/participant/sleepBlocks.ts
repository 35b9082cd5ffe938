import type { SleepLevel, SleepSession } from '../../api/client';
import type { StageBlock } from '../../charts/layers/hypnogram';
import type { Colour } from '../../charts/palette';

/** From the deepest up. Classic sleep knows only asleep, restless and awake. */
const ORDER: readonly SleepLevel[] = ['deep', 'light', 'rem', 'asleep', 'restless', 'wake', 'awake'];

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

/** The lanes that the sessions need, from the deepest up. */
export function lanesOf(sessions: readonly SleepSession[]): string[] {
  const types = new Set(sessions.map(({ type }) => type));
  const levels: readonly SleepLevel[] =
    types.size === 1 && types.has('classic')
      ? ['asleep', 'restless', 'awake']
      : types.has('classic')
        ? ORDER
        : ['deep', 'light', 'rem', 'wake'];
  return [...new Set(levels.map((level) => LEVELS[level].name))];
}

/** The sessions' stages on their lanes, short wakes last so that they lie on top. */
export function blocksOf(sessions: readonly SleepSession[], lanes: readonly string[]): StageBlock[] {
  const block =
    (overlay: boolean) =>
    (stage: SleepSession['stages'][number]): StageBlock => {
      const { name, colour } = LEVELS[stage.level];
      const from = Date.parse(stage.start);
      return { from, to: from + stage.seconds * 1000, lane: lanes.indexOf(name), colour, overlay };
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
