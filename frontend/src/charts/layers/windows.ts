import { fade } from '../palette';
import type { Layer, YScale } from './layer';
import { density, projector, within } from './layer';

/** A stretch of the clock on one day, such as a night from falling asleep to waking. */
export interface ClockWindow {
  /** The day's first and last instant. */
  readonly from: number;
  readonly to: number;
  /** Minutes after the noon before the day. */
  readonly begin: number;
  readonly end: number;
  /** Painted faintly, as a nap. */
  readonly minor: boolean;
}

const HOUR = 60;

/** Clock time from the evening above to the afternoon below, no wider than the windows need. */
export function clockScale(windows: readonly ClockWindow[]): YScale {
  const first = Math.min(9 * HOUR, ...windows.map(({ begin }) => begin)) - 30;
  const last = Math.max(20 * HOUR, ...windows.map(({ end }) => end)) + 30;
  return {
    range: () => [-last, -first],
    splits: () =>
      [-12, -6, 0, 6, 12, 18, 24, 30, 36].map((hour) => -hour * HOUR).filter((at) => -at >= first && -at <= last),
    format: (value) => `${String((-value / HOUR + 36) % 24).padStart(2, '0')}:00`,
  };
}

/** One floating bar per window in the middle of its day. */
export function clockWindows(windows: readonly ClockWindow[], colour: string): Layer {
  return (plot) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    within(plot, (context) => {
      for (const { from, to, begin, end, minor } of windows) {
        const width = Math.max(1, Math.min((x(to) - x(from)) * 0.6, 20 * density()));
        context.fillStyle = minor ? fade(colour, 0.5) : colour;
        context.beginPath();
        context.roundRect(
          (x(from) + x(to) - width) / 2,
          y(-begin),
          width,
          y(-end) - y(-begin),
          Math.min(3 * density(), width / 2),
        );
        context.fill();
      }
    });
  };
}
