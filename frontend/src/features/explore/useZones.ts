import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Metric } from '../../api/client';
import { daysQuery } from '../../api/queries/days';
import { zonesOf } from '../../charts/heartRateZones';
import type { Shade } from '../../charts/layers/shades';
import type { Span } from '../../time/span';
import type { Person } from './people';

const LONGEST = 62 * 86_400_000;
const NONE: readonly Shade[] = [];

/** Heart-rate zones day by day, where one participant is shown and the days can be told apart. */
export function useZones([person, ...others]: readonly Person[], metric: Metric, { from, to }: Span): readonly Shade[] {
  const wanted = person && metric.key === 'heart_rate' && others.length === 0 && to - from <= LONGEST;
  const range = { from: person?.clock.dateAt(from) ?? '', to: person?.clock.dateAt(to - 1) ?? '' };
  const { data } = useQuery({ ...daysQuery(person?.id ?? 0, range), enabled: wanted === true });
  return useMemo(() => (wanted && data ? data.flatMap(zonesOf) : NONE), [wanted, data]);
}
