import type { Stretch } from '../api/columns';
import { formatTimeSpan } from '../format/dates';
import { formatDuration } from '../format/numbers';
import type { Span } from '../time/span';
import type { WallClock } from '../time/zone';

/** A stretch as far as it is in view: `Not worn 07:15 – 08:05, 50 min`. */
export function stretchWords(what: string, stretch: Stretch, view: Span, clock: WallClock): string {
  const [from, to] = [Math.max(stretch.from, view.from), Math.min(stretch.to, view.to)];
  return `${what} ${formatTimeSpan(clock, { from, to })}, ${formatDuration(to - from)}`;
}

/** What a coverage strip says about an instant: `No data 14:05 – 15:20, 1 h 15 min`. */
export function coverageWords(
  present: readonly Stretch[],
  instant: number,
  view: Span,
  clock: WallClock,
  reason?: string,
): string {
  const next = present.findIndex((stretch) => stretch.to > instant);
  const at = next < 0 ? undefined : present[next];
  const inside = at !== undefined && at.from <= instant;
  const before = next < 0 ? present.at(-1) : present[next - 1];
  const from = inside ? Math.max(at.from, view.from) : Math.max(before?.to ?? view.from, view.from);
  const to = inside ? Math.min(at.to, view.to) : Math.min(at?.from ?? view.to, view.to);
  const words = stretchWords(inside ? 'Data' : 'No data', { from, to }, view, clock);
  return inside || !reason ? words : `${words}. ${reason}`;
}
