import type { InsightAnswer } from '../../api/queries/insights';
import { count, formatNumber } from '../../format/numbers';
import styles from './Insights.module.css';

/** What there is of everything that an answer needs, and what no source brings. */
export function Backing({ answer: { coverage, insight } }: { readonly answer: InsightAnswer }) {
  const { missing } = insight;
  return (
    <>
      {coverage.length > 0 && (
        <section aria-labelledby="backing">
          <h2 id="backing">What stands behind it</h2>
          <ul className={styles.needs}>
            {coverage.map(({ need, name, participants, ofParticipants, days, ofDays }) => (
              <li key={need} className={styles.need}>
                <span className={styles.needName}>{name}</span>
                <span className={styles.share} aria-hidden="true">
                  <span style={{ width: `${ofDays > 0 ? (days / ofDays) * 100 : 0}%` }} />
                </span>
                <span>
                  {formatNumber(days)} of {count(ofDays, 'day')}
                </span>
                <span className={styles.muted}>
                  {formatNumber(participants)} of {count(ofParticipants, 'participant')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {missing.length > 0 && (
        <section aria-labelledby="missing">
          <h2 id="missing">What is missing, and why</h2>
          <ul className={styles.missing}>
            {missing.map(({ need, source, participants, text }) => (
              <li key={`${need} ${source}`}>
                {text}
                {participants > 0 && (
                  <span className={styles.muted}> Concerns {count(participants, 'participant')}.</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
