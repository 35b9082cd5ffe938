import type { Schemas } from '../../api/client';
import { formatPlainDate } from '../../format/dates';
import { count, formatNumber } from '../../format/numbers';
import styles from './Jobs.module.css';
import { words } from './words';

interface Props {
  readonly result: Schemas['JobResult'];
  readonly names: ReadonlyMap<number, string>;
}

/** What came of a job, and what deserves a look. */
export function JobFindings({ result: { words: sum, findings, more }, names }: Props) {
  return (
    <div className={styles.result}>
      <p>{sum}</p>
      {findings.length > 0 && (
        <details>
          <summary>{count(findings.length + more, 'finding')}</summary>
          <ul className={styles.findings}>
            {findings.map(({ participant, date, dataType, words: told }) => (
              <li key={`${participant} ${date} ${dataType} ${told}`}>
                <span className={styles.scope}>
                  {[
                    participant && (names.get(participant) ?? `participant ${participant}`),
                    date && formatPlainDate(date),
                    dataType && words(dataType),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>{' '}
                {told}
              </li>
            ))}
          </ul>
          {more > 0 && <p className={styles.scope}>And {formatNumber(more)} that are not listed.</p>}
        </details>
      )}
    </div>
  );
}
