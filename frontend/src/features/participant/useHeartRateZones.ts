import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Day } from '../../api/client';
import { daysQuery } from '../../api/queries/days';
import type { Shade } from '../../charts/layers/shades';
import { withBaseline } from './figures';
import type { ParticipantPlace } from './usePlace';

/** From the lowest zone up; an ordered ramp. */
const OPACITY = [0, 0.06, 0.12, 0.19];
const NONE: readonly Shade[] = [];

/** The zones of each day of the range as the vendor drew them. The tiles' request serves here too. */
export function useHeartRateZones(id: number, { range }: ParticipantPlace, wanted: boolean): readonly Shade[] {
  const { data } = useQuery({ ...daysQuery(id, withBaseline(range)), enabled: wanted });
  return useMemo(
    () => (wanted && data ? data.filter(({ date }) => date >= range.from && date <= range.to).flatMap(zonesOf) : NONE),
    [data, wanted, range],
  );
}

function zonesOf({ start, end, heartRateZones }: Day): Shade[] {
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
