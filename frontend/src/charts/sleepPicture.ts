import type { SleepSession } from '../api/client';
import type { Span } from '../time/span';
import type { WallClock } from '../time/zone';
import { grid } from './layers/grid';
import { hypnogram, laneScale } from './layers/hypnogram';
import { clockScale, clockWindows } from './layers/windows';
import type { Palette } from './palette';
import { blocksOf, lanesOf, windowsOf } from './sleepBlocks';

/** In a longer view stages are finer than a pixel; bed and wake times say more. */
const STAGES_UP_TO = 9.5 * 86_400_000;

/** Whether stages are shown in the view, or else bed and wake times. */
export function showsStages(view: Span): boolean {
  return view.to - view.from <= STAGES_UP_TO;
}

/** Sessions as a hypnogram, or by the participant's days as stretches of the clock that times are shown by. */
export function sleepPicture(
  sessions: readonly SleepSession[],
  days: WallClock,
  clock: WallClock,
  staged: boolean,
  palette: Palette,
) {
  if (!staged) {
    const windows = windowsOf(sessions, days, clock);
    return { layers: [grid, clockWindows(windows, palette.sleep)], scale: clockScale(windows) };
  }
  const lanes = lanesOf(sessions);
  return { layers: [grid, hypnogram(blocksOf(sessions, lanes))], scale: laneScale(lanes) };
}
