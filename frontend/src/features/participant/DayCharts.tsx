import { useQuery } from '@tanstack/react-query';
import type { ParticipantDetail } from '../../api/client';
import { daysQuery } from '../../api/queries/days';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { DayChart } from './DayChart';
import { showsOf } from './dayValues';
import type { ParticipantPlace } from './usePlace';

/** What a day comes to, day by day, on the same axis as what happened within the days. */
export function DayCharts({ detail, place }: { readonly detail: ParticipantDetail; readonly place: ParticipantPlace }) {
  const { range } = place;
  const { data: days, error, refetch } = useQuery(daysQuery(detail.participant.id, range));
  if (!days) {
    return error ? (
      <QueryError what="The daily values" error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton height="20rem" />
    );
  }
  return showsOf(days).map((shown) => <DayChart key={shown.key} shown={shown} days={days} />);
}
