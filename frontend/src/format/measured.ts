import type { WallClock } from '../time/zone';
import { formatAgo, formatPlainDate } from './dates';

const WEEK = 7 * 86_400_000;

/** When somebody was last measured: `8 h ago` within a week, else the date on the clock, `12 May 2016`. */
export function formatMeasured(instant: string, clock: WallClock, now: number): string {
  const at = Date.parse(instant);
  return now - at < WEEK ? formatAgo(at, now) : formatPlainDate(clock.dateAt(at));
}
