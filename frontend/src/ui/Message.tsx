import type { ReactNode } from 'react';
import styles from './Message.module.css';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
  readonly tone?: 'plain' | 'bad';
  /** Stands in the place of a whole page, whose heading the title then is. */
  readonly page?: boolean;
  /** Offers to try again. */
  readonly onRetry?: (() => void) | undefined;
  /** On one line and without a frame, where a chart would be. */
  readonly compact?: boolean;
}

/** Something empty or wrong, and what to do about it. */
export function Message({ title, children, tone = 'plain', onRetry, compact = false, page = false }: Props) {
  return (
    <div className={styles.message} data-tone={tone} data-compact={compact} role={tone === 'bad' ? 'alert' : 'status'}>
      {page ? <h1>{title}</h1> : <p className={styles.title}>{title}</p>}
      {children && <div className={styles.body}>{children}</div>}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
