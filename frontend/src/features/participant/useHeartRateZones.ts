import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { daysQuery } from '../../api/queries/days';
import { zonesOf } from '../../charts/heartRateZones';
import type { Shade } from '../../charts/layers/shades';
import { withBaseline } from './figures';
import type { ParticipantPlace } from './usePlace';

const NONE: readonly Shade[] = [];

/** The zones of each day of the range as the vendor drew them. The tiles' request serves here too. */
export function useHeartRateZones(id: number, { range }: ParticipantPlace, wanted: boolean): readonly Shade[] {
  const { data } = useQuery({ ...daysQuery(id, withBaseline(range)), enabled: wanted });
  return useMemo(
    () => (wanted && data ? data.filter(({ date }) => date >= range.from && date <= range.to).flatMap(zonesOf) : NONE),
    [data, wanted, range],
  );
}
