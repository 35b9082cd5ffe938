import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
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
            Short gaps are filled only on request, in a layer of their own, and every run can be undone.{' '}
            <Link to="/pipeline" search={{ tab: 'jobs', new: 'impute' }}>
              Start with a dry run
            </Link>
            .
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
                <th className={styles.numeric}>Minutes imputed</th>
                <th className={`${styles.numeric} ${styles.wide}`}>In effect</th>
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
