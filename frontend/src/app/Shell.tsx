import { Link, Outlet } from '@tanstack/react-router';
import { LiveIndicator } from '../live/LiveIndicator';
import { Icon } from '../ui/Icon';
import { ConnectionNotice } from './ConnectionNotice';
import { ParticipantList } from './ParticipantList';
import styles from './Shell.module.css';
import { ThemeSwitch } from './ThemeSwitch';

/** What stays in place on every page: sections, participants, the live state and the colours. */
export function Shell() {
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        Skip to content
      </a>
      <aside className={styles.side}>
        <Link to="/" className={styles.brand} aria-label="Daystream, start page">
          <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" fill="var(--text)" />
            <path
              d="M5 18h4l3-8 4 13 4-17 3 12h4"
              fill="none"
              stroke="var(--surface)"
              strokeWidth="2.6"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
          Daystream
        </Link>
        <nav className={styles.sections} aria-label="Sections">
          <Link to="/" className={styles.section} activeOptions={{ exact: true, includeSearch: false }}>
            <Icon name="study" />
            Study
          </Link>
          <Link to="/explore" className={styles.section} activeOptions={{ includeSearch: false }} preload="intent">
            <Icon name="explore" />
            Explore
          </Link>
          <Link to="/sleep" className={styles.section} activeOptions={{ includeSearch: false }} preload="intent">
            <Icon name="sleep" />
            Sleep
          </Link>
          <Link to="/activity" className={styles.section} activeOptions={{ includeSearch: false }} preload="intent">
            <Icon name="activity" />
            Activity
          </Link>
          <Link to="/insights" className={styles.section} activeOptions={{ includeSearch: false }} preload="intent">
            <Icon name="insights" />
            Insights
          </Link>
          <Link to="/pipeline" className={styles.section} preload="intent">
            <Icon name="pipeline" />
            Pipeline
          </Link>
          <a href="/api/docs/" className={styles.section}>
            <Icon name="docs" />
            API
          </a>
        </nav>
        <div className={styles.people}>
          <ParticipantList />
        </div>
        <footer className={styles.foot}>
          <LiveIndicator />
          <ThemeSwitch />
        </footer>
      </aside>
      <main id="content" className={styles.main} tabIndex={-1}>
        <ConnectionNotice />
        <Outlet />
      </main>
    </div>
  );
}
