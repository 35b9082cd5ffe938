import type { StudyRow } from '../../api/queries/study';
import styles from './Flags.module.css';
import { FLAG_WORDS, flagDetail } from './flags';

const ENROLLED = { yes: '–', ended: 'ended', 'not-begun': 'not begun' } as const;

interface Props {
  readonly row: StudyRow;
  readonly now: number;
}

/** Why somebody needs attention; whether they take part at all where nothing is to be said. */
export function Flags({ row, now }: Props) {
  return row.flags.length === 0 ? (
    <span className={styles.none}>{ENROLLED[row.enrolled]}</span>
  ) : (
    <span className={styles.flags}>
      {row.flags.map((flag) => (
        <span key={flag} className={styles.flag} data-flag={flag} title={flagDetail(flag, row, now)}>
          {FLAG_WORDS[flag]}
        </span>
      ))}
    </span>
  );
}
