import { fitSpan } from '../../time/span';
import type { ParticipantPlace } from './usePlace';

const MINUTE = 60_000;

/**
 * What to ask the service for: the whole range by its dates, or the zoomed view as instants with a little more on both
 * sides, so that lines run to the edges.
 */
export function seriesRange({ range, zoom, limits }: Pick<ParticipantPlace, 'range' | 'zoom' | 'limits'>): {
  from: string;
  to: string;
} {
  if (!zoom) {
    return range;
  }
  const view = fitSpan(zoom, limits);
  const more = Math.max(2 * MINUTE, (view.to - view.from) * 0.05);
  const from = Math.max(limits.from, Math.floor((view.from - more) / MINUTE) * MINUTE);
  const to = Math.min(limits.to, Math.ceil((view.to + more) / MINUTE) * MINUTE);
  return { from: instant(from), to: instant(to) };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
