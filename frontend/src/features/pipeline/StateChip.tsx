import styles from './StateChip.module.css';
import { words } from './words';

const TONES: Readonly<Record<string, 'good' | 'plain' | 'warn' | 'bad'>> = {
  stored: 'good',
  unchanged: 'plain',
  refused: 'warn',
  failed: 'bad',
  ok: 'good',
  waiting: 'plain',
  retrying: 'warn',
  'needs-consent': 'bad',
  gone: 'bad',
  ended: 'plain',
  queued: 'plain',
  running: 'warn',
  done: 'good',
  cancelled: 'plain',
  interrupted: 'bad',
  undone: 'plain',
  given: 'good',
  missing: 'bad',
  withdrawn: 'bad',
  agrees: 'good',
  'up to date': 'good',
  late: 'bad',
  differs: 'bad',
};

/** The state of a run, a source or a job; the word says it, the mark's shape and colour repeat it. */
export function StateChip({ state }: { readonly state: string }) {
  return (
    <span className={styles.chip} data-tone={TONES[state] ?? 'plain'}>
      {words(state)}
    </span>
  );
}
