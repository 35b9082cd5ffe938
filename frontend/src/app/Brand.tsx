import { Link } from '@tanstack/react-router';
import styles from './Shell.module.css';

/** The name, which leads to the start page. */
export function Brand() {
  return (
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
  );
}
