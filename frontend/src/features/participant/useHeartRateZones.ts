import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { daysQuery } from '../../api/queries/days';
import { zonesOf } from '../../charts/heartRateZones';
import type { Shade } from '../../charts/layers/shades';
import type { ParticipantPlace } from './usePlace';

const NONE: readonly Shade[] = [];

/** The zones of each day of the range as the vendor drew them. */
export function useHeartRateZones(id: number, { range }: ParticipantPlace, wanted: boolean): readonly Shade[] {
  const { data } = useQuery({ ...daysQuery(id, range), enabled: wanted });
  return useMemo(() => (wanted && data ? data.flatMap(zonesOf) : NONE), [data, wanted]);
}
