import { useQuery } from '@tanstack/react-query';
import { derivedQuery } from '../../api/queries/derived';
import { summaryQuery } from '../../api/queries/summary';
import { DayFigures } from '../../charts/person/DayFigures';
import { PersonPage } from '../../charts/person/PersonPage';
import type { PersonPlace } from '../../charts/person/usePersonPlace';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { Effort } from './Effort';
import { HourMap } from './HourMap';
import { Streaks } from './Streaks';
import { Weeks } from './Weeks';
import { ACTIVE, ZONES } from './zones';

const TILES = [
  ACTIVE,
  'time_in_moderate_zone',
  'time_in_vigorous_zone',
  'cadence_moderate_minutes',
  'cadence_vigorous_minutes',
  'derived_resting_heart_rate',
];
const KEYS = [...ZONES.map(({ key }) => key), ACTIVE, 'cadence_moderate_minutes', 'derived_resting_heart_rate'];

/** Effort over days and weeks, and the hours of the week in which it happens. */
export function ActivityPage() {
  return <PersonPage title="Activity">{(place) => <Loaded place={place} />}</PersonPage>;
}

function Loaded({ place }: { readonly place: PersonPlace }) {
  const { id, range } = place;
  const { data, error, refetch } = useQuery(derivedQuery(id, range, KEYS));
  const summary = useQuery(summaryQuery(id, range));
  return (
    <>
      <DayFigures place={place} figures={TILES} />
      {data ? (
        <Effort place={place} figures={data} />
      ) : error ? (
        <QueryError what="Time in heart-rate zones" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height="32rem" />
      )}
      {summary.data ? (
        <>
          <Weeks weeks={summary.data.weeks} />
          <Streaks streaks={summary.data.streaks} from={summary.data.from} />
        </>
      ) : summary.error ? (
        <QueryError what="Weeks and days in a row" error={summary.error} onRetry={() => void summary.refetch()} />
      ) : (
        <Skeleton height="24rem" />
      )}
      <HourMap place={place} />
    </>
  );
}
