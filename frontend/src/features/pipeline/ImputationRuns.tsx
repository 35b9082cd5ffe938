import { useQuery } from '@tanstack/react-query';
import { imputationRunsQuery } from '../../api/queries/imputationRuns';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { ImputationRow } from './ImputationRow';
import styles from './PipelinePage.module.css';

/** What was made for gaps: by which method, how much, and what was refused and why. */
export function ImputationRuns({ names }: { readonly names: ReadonlyMap<number, string> }) {
  const { data: runs, error, refetch } = useQuery(imputationRunsQuery);
  return (
    <section aria-labelledby="imputation">
      <div className={styles.head}>
        <h2 id="imputation">Imputation runs</h2>
      </div>
      {!runs && error && <QueryError what="The runs of imputation" error={error} onRetry={() => void refetch()} />}
      {!runs && !error && <Skeleton height="16rem" />}
      {runs?.length === 0 && (
        <Message title="Nothing has been imputed">
          <p>
            Gaps stay gaps unless somebody asks: <code>./daystream impute</code> makes values for short ones, in a layer
            of their own, and <code>--undo</code> takes them away.
          </p>
        </Message>
      )}
      {runs && runs.length > 0 && (
        <div className={`card ${styles.frame}`}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>Run</th>
                <th>State</th>
                <th>Method</th>
                <th className={styles.wide}>Started</th>
                <th className={`${styles.numeric} ${styles.wide}`}>Gaps filled</th>
                <th className={styles.numeric}>Minutes made</th>
                <th className={`${styles.numeric} ${styles.wide}`}>In place now</th>
                <th />
              </tr>
            </thead>
            {runs.map((run) => (
              <ImputationRow key={run.id} run={run} names={names} />
            ))}
          </table>
        </div>
      )}
    </section>
  );
}
