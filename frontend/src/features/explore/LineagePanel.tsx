import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Metric } from '../../api/client';
import { lineageQuery } from '../../api/queries/lineage';
import { formatPlainDate, formatTime } from '../../format/dates';
import { Icon } from '../../ui/Icon';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import styles from './LineagePanel.module.css';
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
  const close = () => change({ point: undefined });
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && panel.current?.contains(document.activeElement)) {
        change({ point: undefined });
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [change]);

  return (
    <aside ref={panel} className={styles.panel} aria-label="Where this point comes from">
      <header className={styles.head}>
        <div>
          <h2>{metric?.name ?? point.metric}</h2>
          <p className={styles.when}>
            {person?.name ?? `Participant ${point.participant}`} · {formatPlainDate(clock.dateAt(point.at))},{' '}
            {formatTime(clock, point.at, true)}
          </p>
        </div>
        <button type="button" className="button button-icon button-quiet" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {error && !data ? (
        <QueryError what="The lineage" error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className={styles.body} role="status" aria-label="Loading the lineage">
          <Skeleton height="3rem" />
          <Skeleton height="12rem" />
        </div>
      ) : data.origins.length === 0 ? (
        <Message title="Nothing was delivered for this time" />
      ) : (
        <div className={styles.body}>
          {data.origins.map((origin) => (
            <Origin
              key={`${origin.source} ${origin.dataType} ${origin.date}`}
              origin={origin}
              metric={metric}
              clock={clock}
              point={point}
            />
          ))}
        </div>
      )}
    </aside>
  );
}
