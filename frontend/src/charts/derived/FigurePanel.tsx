import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { derivedMetricsQuery, derivedQuery, explanationQuery } from '../../api/queries/derived';
import { formatDate } from '../../format/dates';
import { addDays, type LocalDate } from '../../time/localDate';
import type { WallClock } from '../../time/zone';
import { QueryError } from '../../ui/QueryError';
import { SidePanel } from '../../ui/SidePanel';
import { Skeleton } from '../../ui/Skeleton';
import { TimeStack } from '../TimeStack';
import { Explanation } from './Explanation';
import { FigureChart } from './FigureChart';
import { HISTORY_DAYS } from './FigureTile';
import { tileDays } from './FigureTiles';

interface Props {
  readonly participant: number;
  readonly figure: string;
  readonly date: LocalDate;
  /** The person's own: where days begin. */
  readonly clock: WallClock;
  /** By which instants are shown. */
  readonly shown: WallClock;
  /** Those that the page asks for anyway, so that its answer serves here too. */
  readonly figures: readonly string[];
  readonly onClose: () => void;
}

const NOTHING = () => undefined;

/** How a derived figure came about, and how it went over the last 90 days. */
export function FigurePanel({ participant, figure, date, clock, shown, figures, onClose }: Props) {
  const { data: catalogue } = useQuery(derivedMetricsQuery);
  const wanted = figures.includes(figure) ? figures : [figure];
  const history = useQuery(derivedQuery(participant, tileDays(date), wanted));
  const { data, error, refetch } = useQuery(explanationQuery(participant, figure, date));
  const metric = catalogue?.find(({ key }) => key === figure);
  const limits = useMemo(
    () => ({ from: clock.startOf(addDays(date, 1 - HISTORY_DAYS)), to: clock.endOf(date) }),
    [clock, date],
  );
  return (
    <SidePanel
      label="How this figure came about"
      title={metric?.name ?? figure}
      note={formatDate(date)}
      onClose={onClose}
    >
      {metric && history.data ? (
        <TimeStack name={metric.name} clock={clock} limits={limits} zoom={undefined} onZoom={NOTHING}>
          <FigureChart metric={metric} figures={history.data} height={120} title={`The last ${HISTORY_DAYS} days`} />
        </TimeStack>
      ) : history.error ? (
        <QueryError what="The 90 days" error={history.error} onRetry={() => void history.refetch()} compact />
      ) : (
        <Skeleton height="11rem" />
      )}
      {data ? (
        <Explanation explanation={data} clock={shown} />
      ) : error ? (
        <QueryError what="How it came about" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height="18rem" />
      )}
    </SidePanel>
  );
}
