import { useInfiniteQuery } from '@tanstack/react-query';

import { type RunFilter, runsQuery } from '../../api/queries/runs';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import styles from './PipelinePage.module.css';
import { RunFilters } from './RunFilters';
import { RunRow } from './RunRow';
import { usePipelineSearch } from './usePipelineSearch';

/** Attempts to bring in one data type of one day, newest first. */
export function Runs({ names }: { readonly names: ReadonlyMap<number, string> }) {
  const { search } = usePipelineSearch();
  const { participant, state, trigger, dataType } = search;
  const filter: RunFilter = { participant, state, trigger, dataType };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(runsQuery(filter));
  const runs = data?.pages.flatMap((page) => page.runs);
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <section aria-labelledby="runs">
      <div className={styles.head}>
        <h2 id="runs">Runs</h2>
        <RunFilters filter={filter} names={names} />
      </div>
      {!runs && error && <QueryError what="The runs" error={error} onRetry={() => void refetch()} />}
      {!runs && !error && <Skeleton height="24rem" />}
      {runs?.length === 0 && (
        <Message title={filtered ? 'No run matches these filters' : 'Nothing has been brought in yet'}>
          {filtered ? (
            <p>Widen a filter to see more.</p>
          ) : (
            <p>
              A start fetches by itself: <code>./daystream up</code>. By hand: <code>./daystream ingest</code>.
            </p>
          )}
        </Message>
      )}
      {runs && runs.length > 0 && (
        <div className={`card ${styles.frame}`}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>State</th>
                <th>Participant</th>
                <th>Data type</th>
                <th>Day</th>
                <th className={styles.wide}>Trigger</th>
                <th className={styles.wide}>Started</th>
                <th className={styles.numeric}>Samples</th>
                <th className={`${styles.numeric} ${styles.wide}`}>Rejected</th>
                <th className={`${styles.numeric} ${styles.wide}`}>Fetch</th>
                <th className={`${styles.numeric} ${styles.wide}`}>Parse</th>
                <th className={`${styles.numeric} ${styles.wide}`}>Store</th>
                <th className={`${styles.numeric} ${styles.wide}`}>Size</th>
                <th className={`${styles.numeric} ${styles.wide}`}>Revision</th>
              </tr>
            </thead>
            {runs.map((run) => (
              <RunRow key={run.id} run={run} name={names.get(run.participant) ?? `Participant ${run.participant}`} />
            ))}
          </table>
          {hasNextPage && (
            <div className={styles.more}>
              <button
                type="button"
                className="button"
                disabled={isFetchingNextPage}
                onClick={() => void fetchNextPage()}
              >
                {isFetchingNextPage ? 'Loading' : 'Show older runs'}
              </button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
