import type { Day } from '../api/client';
import type { Shade } from './layers/shades';

/** From the lowest zone up; an ordered ramp. */
const OPACITY = [0, 0.06, 0.12, 0.19];

/** The zones of one day as the vendor drew them; the lowest stays bare. */
export function zonesOf({ start, end, heartRateZones }: Day): Shade[] {
  return heartRateZones
    .toSorted((a, b) => a.min - b.min)
    .map(({ name, min, max }, index) => ({
      from: Date.parse(start),
      to: Date.parse(end),
      low: min,
      high: max,
      name,
      opacity: OPACITY[Math.min(index, OPACITY.length - 1)] ?? 0,
    }))
    .filter(({ opacity }) => opacity > 0);
}
