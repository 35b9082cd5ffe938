import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isOpen, jobsQuery } from '../../api/queries/jobs';
import { sourcesQuery } from '../../api/queries/sources';
import { formatNumber } from '../../format/numbers';
import { TABS, type Tab } from './search';
import styles from './Tabs.module.css';
import { title } from './words';

/** The parts of the page, with how many things wait for somebody. */
export function Tabs({ current }: { readonly current: Tab }) {
  const { data: jobs = [] } = useQuery(jobsQuery);
  const { data: sources = [] } = useQuery(sourcesQuery);
  const marks: Partial<Record<Tab, number>> = {
    jobs: jobs.filter(isOpen).length,
    sources: sources.filter(({ state, skippedCount }) => skippedCount > 0 || !['ok', 'waiting'].includes(state)).length,
  };
  return (
    <nav className={styles.tabs} aria-label="Parts of the pipeline">
      {TABS.map((tab) => (
        <Link
          key={tab}
          to="/pipeline"
          search={tab === 'overview' ? {} : { tab }}
          className={styles.tab}
          data-current={tab === current}
          aria-current={tab === current ? 'page' : undefined}
          activeProps={{}}
          resetScroll={false}
        >
          {title(tab)}
          {marks[tab] ? <span className={styles.mark}>{formatNumber(marks[tab])}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
