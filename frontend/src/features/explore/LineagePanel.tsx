import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Metric } from '../../api/client';
import { lineageQuery } from '../../api/queries/lineage';
import { formatPlainDate, formatTime } from '../../format/dates';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { SidePanel } from '../../ui/SidePanel';
import { Skeleton } from '../../ui/Skeleton';
import { Origin } from './Origin';
import type { Point } from './search';
import type { ExplorePlace } from './useExplorePlace';

interface Props {
  readonly point: Point;
  readonly place: ExplorePlace;
  readonly catalogue: readonly Metric[];
}

/** Where a point comes from: payload, run, parser. */
export function LineagePanel({ point, place: { people, clock, change }, catalogue }: Props) {
  const at = new Date(point.at).toISOString().replace('.000Z', 'Z');
  const { data, error, refetch } = useQuery(lineageQuery(point.participant, point.metric, at));
  const metric = catalogue.find(({ key }) => key === point.metric);
  const person = people.find(({ id }) => id === point.participant);
  const close = useCallback(() => change({ point: undefined }), [change]);
  const when = `${formatPlainDate(clock.dateAt(point.at))}, ${formatTime(clock, point.at, true)}`;

  return (
    <SidePanel
      label="Where this point comes from"
      title={metric?.name ?? point.metric}
      note={`${person?.name ?? `Participant ${point.participant}`} · ${when}`}
      narrow
      onClose={close}
    >
      {error && !data ? (
        <QueryError what="The lineage" error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div role="status" aria-label="Loading the lineage">
          <Skeleton height="15rem" />
        </div>
      ) : data.origins.length === 0 ? (
        <Message title="Nothing was delivered for this time" />
      ) : (
        data.origins.map((origin) => (
          <Origin
            key={`${origin.source} ${origin.dataType} ${origin.date}`}
            origin={origin}
            metric={metric}
            clock={clock}
            point={point}
          />
        ))
      )}
    </SidePanel>
  );
}
