import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ParticipantDetail } from '../../api/client';
import { metricsQuery } from '../../api/queries/metrics';
import { chosenKeys, offersOf, SLEEP } from '../../charts/metricChoice';
import { ReasonKey } from '../../charts/ReasonKey';
import { TimeStack } from '../../charts/TimeStack';
import type { LocalDate } from '../../time/localDate';
import { daysIn } from '../../time/range';
import type { Span } from '../../time/span';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import styles from './Charts.module.css';
import { ChartToolbar } from './ChartToolbar';
import { DayCharts } from './DayCharts';
import { MetricChart } from './MetricChart';
import { ChartsSkeleton } from './Skeletons';
import { SleepChart } from './SleepChart';
import { oneDay, zoomed } from './search';
import type { ParticipantPlace } from './usePlace';

interface Props {
  readonly detail: ParticipantDetail;
  readonly place: ParticipantPlace;
}

/** The charts of the range on one time axis: per day where it has several, then within the days. */
export function Charts({ detail, place }: Props) {
  const { data: catalogue, error, refetch } = useQuery(metricsQuery);
  const offers = useMemo(() => offersOf(detail, catalogue ?? []), [detail, catalogue]);
  const keys = chosenKeys(place.search.metrics, offers);
  const { go, search, clock, shown, limits, zoom, note, range } = place;
  const onZoom = useCallback((view: Span | undefined) => go(zoomed(search, place, view)), [go, search, place]);
  const openDay = useCallback((date: LocalDate) => go(oneDay(search, date)), [go, search]);
  const several = daysIn(range) > 1;

  if (error && !catalogue) {
    return <QueryError what="The list of metrics" error={error} onRetry={() => void refetch()} />;
  }
  if (!catalogue) {
    return <ChartsSkeleton />;
  }
  return (
    <div className={`card ${styles.charts}`}>
      <h2 className="visually-hidden">Charts</h2>
      <ChartToolbar
        id={detail.participant.id}
        place={place}
        offers={offers}
        chosen={keys}
        onZoom={onZoom}
        metrics={catalogue.filter(({ key }) => keys.includes(key))}
      />
      {keys.length === 0 && <Message title="No metric is chosen" />}
      <TimeStack
        clock={shown.clock}
        whose={shown.whose}
        days={clock}
        limits={limits}
        zoom={zoom}
        onZoom={onZoom}
        openDay={several ? openDay : undefined}
        note={note}
      >
        {several && <DayCharts detail={detail} place={place} />}
        {keys.map((key) => {
          const metric = catalogue.find((candidate) => candidate.key === key);
          if (key === SLEEP) {
            return <SleepChart key={key} id={detail.participant.id} place={place} />;
          }
          return metric && <MetricChart key={key} id={detail.participant.id} metric={metric} place={place} />;
        })}
      </TimeStack>
      <ReasonKey imputed={search.fill === 'both'} />
    </div>
  );
}
