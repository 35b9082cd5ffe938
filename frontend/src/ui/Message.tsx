import type { ReactNode } from 'react';
import styles from './Message.module.css';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
  readonly tone?: 'plain' | 'bad';
  /** Offers to try again. */
  readonly onRetry?: (() => void) | undefined;
}

/** Something empty or wrong, and what to do about it. */
export function Message({ title, children, tone = 'plain', onRetry }: Props) {
  return (
    <div className={styles.message} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.body}>{children}</div>}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
