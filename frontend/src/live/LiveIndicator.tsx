import type { LiveState } from './events';
import styles from './LiveIndicator.module.css';
import { useLiveState } from './LiveProvider';

const WORDS: Record<LiveState, readonly [string, string]> = {
  connecting: ['Connecting', 'Opening the stream of new days.'],
  live: ['Live', 'New days appear as they arrive.'],
  reconnecting: ['Reconnecting', 'The service does not answer. What is shown stays; new days appear when it is back.'],
};

/** Whether new days appear by themselves. */
export function LiveIndicator() {
  const state = useLiveState();
  const [word, explanation] = WORDS[state];
  return (
    <span className={styles.live} data-state={state} role="status" title={explanation}>
      <span className={styles.dot} />
      {word}
    </span>
  );
}
