import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ParticipantDetail } from '../../api/client';
import { daysQuery } from '../../api/queries/days';
import { Skeleton } from '../../ui/Skeleton';
import { DayChart } from './DayChart';
import { DAY_FIGURES } from './dayFigures';
import { cadencesOf, withBaseline } from './figures';
import type { ParticipantPlace } from './usePlace';

/** What a day comes to, day by day, on the same axis as what happened within the days. */
export function DayCharts({ detail, place }: { readonly detail: ParticipantDetail; readonly place: ParticipantPlace }) {
  const { range } = place;
  const { data, error } = useQuery(daysQuery(detail.participant.id, withBaseline(range)));
  const cadences = useMemo(() => cadencesOf(detail), [detail]);
  const days = useMemo(() => data?.filter(({ date }) => date >= range.from && date <= range.to), [data, range]);
  if (!days) {
    // The tiles above ask for the same and say what failed.
    return error ? null : <Skeleton height="20rem" />;
  }
  return DAY_FIGURES.filter(({ figure }) => days.some((day) => figure.read(day) !== undefined)).map((shown) => (
    <DayChart key={shown.figure.key} shown={shown} days={days} cadences={cadences} />
  ));
}
