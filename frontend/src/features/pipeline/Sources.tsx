import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type SourceHealth, sourcesQuery } from '../../api/queries/sources';
import { count } from '../../format/numbers';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import styles from './PipelinePage.module.css';
import { SourceRow } from './SourceRow';

const SHORT = 12;

interface Props {
  readonly names: ReadonlyMap<number, string>;
  readonly short?: boolean;
}

/** Consent, schedule and freshness of every source, those in trouble first. */
export function Sources({ names, short = false }: Props) {
  const [all, setAll] = useState(false);
  const { data: sources, error, refetch } = useQuery(sourcesQuery);
  const sorted = sources?.toSorted((a, b) => trouble(b) - trouble(a) || a.participant - b.participant) ?? [];
  const shown = all ? sorted : sorted.slice(0, SHORT);
  return (
    <section aria-labelledby="sources">
      <div className={styles.head}>
        <h2 id="sources">Sources</h2>
        {sources && <span className={styles.muted}>{count(sources.length, 'source')} to fetch from</span>}
      </div>
      {!sources && error && <QueryError what="The sources" error={error} onRetry={() => void refetch()} />}
      {!sources && !error && <Skeleton height="10rem" />}
      {sources?.length === 0 && (
        <Message title="Nobody is on the schedule">
          <p>
            Imported participants have no next day. <code>./daystream up</code> makes three simulated people at its
            first start; whose days are fetched appears here.
          </p>
        </Message>
      )}
      {shown.length > 0 && (
        <div className={`card ${styles.frame}`}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>Participant</th>
                <th>State</th>
                <th className={styles.wide}>Consent</th>
                <th>Next day</th>
                <th className={styles.wide}>Last fetch</th>
                <th className={styles.wide}>Last data</th>
                <th className={`${styles.numeric} ${styles.wide}`}>Quota left</th>
                <th className={styles.numeric}>Not in place</th>
              </tr>
            </thead>
            {shown.map((source) => (
              <SourceRow
                key={`${source.participant} ${source.source}`}
                source={source}
                name={names.get(source.participant) ?? `Participant ${source.participant}`}
                detailed={!short}
              />
            ))}
          </table>
          {sorted.length > SHORT && (
            <div className={styles.more}>
              <button type="button" className="button" onClick={() => setAll(!all)}>
                {all ? 'Show fewer' : `Show all ${sorted.length}`}
              </button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}

/** How much somebody should look at it. */
function trouble({ state, skippedCount, profileZone }: SourceHealth): number {
  return (state === 'ok' || state === 'waiting' ? 0 : 4) + (skippedCount > 0 ? 2 : 0) + (profileZone ? 1 : 0);
}
