import type { Run, Status } from '../../api/client';
import styles from './StateChip.module.css';

type PositionState = Status['positions'][number]['state'];

const TONES: Record<Run['state'] | PositionState, 'good' | 'plain' | 'warn' | 'bad'> = {
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
};

/** The state of a run or a position; the word says it, the mark's shape and colour repeat it. */
export function StateChip({ state }: { readonly state: Run['state'] | PositionState }) {
  return (
    <span className={styles.chip} data-tone={TONES[state]}>
      {state.replace('-', ' ')}
    </span>
  );
}
