import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isOpen, jobsQuery } from '../../api/queries/jobs';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { JobButtons } from './JobButtons';
import { JobRow } from './JobRow';
import styles from './Jobs.module.css';
import page from './PipelinePage.module.css';

/** Of those that are over, the overview shows so many. */
const SHORT = 3;

interface Props {
  readonly names: ReadonlyMap<number, string>;
  /** What waits and runs, and the newest that are over. */
  readonly short?: boolean;
}

/** Work that was asked for: the buttons that ask, and how each gets on. */
export function Jobs({ names, short = false }: Props) {
  const { data: jobs, error, refetch } = useQuery(jobsQuery);
  const open = jobs?.filter(isOpen) ?? [];
  const over = jobs?.filter((job) => !isOpen(job)) ?? [];
  const shown = [...open, ...(short ? over.slice(0, SHORT) : over)];
  return (
    <section aria-labelledby="jobs">
      <div className={page.head}>
        <h2 id="jobs">Jobs</h2>
        {short && over.length > SHORT && (
          <Link to="/pipeline" search={{ tab: 'jobs' }} className={page.link}>
            All {jobs?.length}
          </Link>
        )}
      </div>
      <JobButtons names={names} />
      {!jobs && error && <QueryError what="The jobs" error={error} onRetry={() => void refetch()} />}
      {!jobs && !error && <Skeleton height="6rem" />}
      {jobs?.length === 0 && (
        <Message title="No job has been asked for yet">
          <p>The schedule works by itself. A job is for what goes beyond it: older days, a retry, a check.</p>
        </Message>
      )}
      {shown.length > 0 && (
        <ul className={`card ${styles.list}`}>
          {shown.map((job) => (
            <JobRow key={job.id} job={job} names={names} jobs={jobs ?? []} />
          ))}
        </ul>
      )}
    </section>
  );
}
