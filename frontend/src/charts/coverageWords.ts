import type { Stretch } from '../api/columns';
import { type Lack, lackAt } from '../api/lacks';
import { REASON_WORDS } from '../api/reasons';
import { formatTimeSpan } from '../format/dates';
import { formatDuration } from '../format/numbers';
import type { Span } from '../time/span';
import type { WallClock } from '../time/zone';

/** Why data are missing at an instant, as the service tells; nothing where it does not. */
export function lackWords(lacks: readonly Lack[], instant: number): string | undefined {
  const lack = lackAt(lacks, instant);
  return lack && REASON_WORDS[lack.reason];
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
  const words = `${inside ? 'Data' : 'No data'} ${formatTimeSpan(clock, { from, to })}, ${formatDuration(to - from)}`;
  return inside || !reason ? words : `${words}. ${reason}`;
}
