import { useQuery } from '@tanstack/react-query';
import { daysQuery } from '../../api/queries/days';
import { sleepQuery } from '../../api/queries/sleep';
import { DayFigures } from '../../charts/person/DayFigures';
import { PersonPage } from '../../charts/person/PersonPage';
import type { PersonPlace } from '../../charts/person/usePersonPlace';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { Night } from './Night';
import { hasTotals, TotalsOnly } from './TotalsOnly';
import { Weeks } from './Weeks';

const FIGURES = ['sleep_efficiency', 'sleep_latency', 'sleep_regularity', 'sleep_quality_score', 'night_hrv'];

/** The night, and how nights go over weeks. */
export function SleepPage() {
  return <PersonPage title="Sleep">{(place) => <Loaded place={place} />}</PersonPage>;
}

function Loaded({ place }: { readonly place: PersonPlace }) {
  const { data: sessions, error, refetch } = useQuery(sleepQuery(place.id, place.range));
  return (
    <>
      <DayFigures place={place} figures={FIGURES} />
      {sessions?.length === 0 ? (
        <WithoutSessions place={place} />
      ) : sessions ? (
        <>
          <Night place={place} sessions={sessions.filter(({ date }) => date === place.date)} />
          <Weeks place={place} sessions={sessions} figures={FIGURES} />
        </>
      ) : error ? (
        <QueryError what="Sleep" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height="32rem" />
      )}
    </>
  );
}

/** Either nothing is known, or a source tells totals of nights alone. */
function WithoutSessions({ place }: { readonly place: PersonPlace }) {
  const { data: days, error, refetch } = useQuery(daysQuery(place.id, place.range));
  if (!days) {
    return error ? (
      <QueryError what="Sleep" error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton height="12rem" />
    );
  }
  return hasTotals(days) ? (
    <TotalsOnly place={place} day={days.find(({ date }) => date === place.date)} />
  ) : (
    <>
      <Night place={place} sessions={[]} />
      <Message title="No sleep was recorded in these weeks">
        <p>Go to earlier days, look further back, or choose a participant who wears the watch at night.</p>
      </Message>
    </>
  );
}
