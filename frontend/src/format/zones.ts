import type { Span } from '../time/span';
import { offsetAt, type WallClock } from '../time/zone';

/** `Europe/Berlin, UTC+2, then UTC+1`: the zone at both ends of the view, once where they are the same. */
export function zoneWords(clock: WallClock, { from, to }: Span): string {
  const [first, last] = [clock.zoneAt(from), clock.zoneAt(to - 1)];
  const [before, after] = [offsetWords(offsetAt(first, from)), offsetWords(offsetAt(last, to - 1))];
  if (first !== last) {
    return `${first}, ${before}, then ${last}, ${after}`;
  }
  return before === after ? `${last}, ${after}` : `${last}, ${before}, then ${after}`;
}

/** `UTC+5:30`. */
function offsetWords(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  return `UTC${offset < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}
