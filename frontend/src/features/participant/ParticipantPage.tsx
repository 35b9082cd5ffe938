import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ApiError, type ParticipantDetail } from '../../api/client';
import { participantQuery } from '../../api/queries/participant';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { useTitle } from '../../ui/useTitle';
import { Background } from './Background';
import { Corrections } from './Corrections';
import { Calendar } from './calendar/Calendar';
import { Letters } from './Letters';
import { NewDayNotice } from './NewDayNotice';
import { ParticipantHeader } from './ParticipantHeader';
import styles from './ParticipantPage.module.css';
import { useReportByKey } from './report/useReportByKey';
import { ChartsSkeleton, HeaderSkeleton } from './Skeletons';
import { withFigure } from './search';
import { Tiles } from './Tiles';
import { usePlace } from './usePlace';

const route = getRouteApi('/participants/$id');
// Asked for with the page, not after the participant is known: both are on their way at once.
const chartsCode = import('./Charts');
const Charts = lazy(() => chartsCode.then(({ Charts }) => ({ default: Charts })));
const Derived = lazy(() => import('./Derived').then(({ Derived }) => ({ default: Derived })));

/** One person's day, week, month, year or any range. */
export function ParticipantPage() {
  const id = Number(route.useParams().id);
  const { data, error, refetch } = useQuery({ ...participantQuery(id), enabled: Number.isSafeInteger(id) && id > 0 });
  if (!data && (error || !(id > 0))) {
    return error instanceof ApiError && error.status !== 404 ? (
      <QueryError page what="This participant" error={error} onRetry={() => void refetch()} />
    ) : (
      <Message page title="There is no such participant">
        <p>The list on the left and the study page have everyone that Daystream knows.</p>
      </Message>
    );
  }
  return data ? <Loaded key={id} detail={data} /> : <HeaderSkeleton />;
}

function Loaded({ detail }: { readonly detail: ParticipantDetail }) {
  const { participant } = detail;
  const place = usePlace(detail);
  useTitle(participant.name);
  useReportByKey(participant.id, place.range);
  const yearly = place.view === 'year';
  return (
    <div className={styles.page}>
      <ParticipantHeader participant={participant} place={place} />
      <NewDayNotice lastDay={participant.lastDay} place={place} />
      {participant.lastDay === null ? (
        <NoDays name={participant.name} />
      ) : (
        <>
          <Tiles
            id={detail.participant.id}
            place={place}
            onExplain={(figure) => place.go(withFigure(place.search, figure), true)}
          />
          {yearly && <Calendar detail={detail} place={place} />}
          <Suspense fallback={<ChartsSkeleton />}>
            <Charts detail={detail} place={place} />
            <Derived detail={detail} place={place} />
          </Suspense>
          {!yearly && <Calendar detail={detail} place={place} />}
          <Corrections id={participant.id} clock={place.shown.clock} />
        </>
      )}
      <Letters id={participant.id} clock={place.shown.clock} />
      <Background detail={detail} />
    </div>
  );
}

function NoDays({ name }: { readonly name: string }) {
  return (
    <Message title={`Nothing has been delivered for ${name} yet`}>
      <p>The schedule brings the first day by itself; the pipeline page says when. This page shows it on arrival.</p>
      <p>
        Earlier days are fetched with <code>./daystream backfill</code>, an export is read with{' '}
        <code>./daystream import</code>.
      </p>
    </Message>
  );
}
