import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client';
import { formatDateTime, formatPlainDate } from '../../format/dates';
import { count, formatNumber } from '../../format/numbers';
import type { WallClock } from '../../time/zone';
import { changeWords, triggerWords } from './correctionWords';
import styles from './History.module.css';

interface Props {
  readonly correction: Schemas['Correction'];
  readonly clock: WallClock;
}

/** One correction: when, by whom, and what it did to each series. */
export function CorrectionRow({ correction, clock }: Props) {
  const { date, arrivedAt, dataType, source, trigger, run, outcome, flag, revision, changes, withdrawn } = correction;
  const { before, after, participant } = correction;
  return (
    <tr>
      <td>{formatPlainDate(date)}</td>
      <td>{formatDateTime(clock, Date.parse(arrivedAt))}</td>
      <td>
        {dataType} <span className={styles.muted}>{source}</span>
      </td>
      <td>
        {triggerWords(trigger)}
        {run !== null && (
          <>
            {', '}
            <Link to="/pipeline" search={{ participant, dataType }} className={styles.link}>
              run {run}
            </Link>
          </>
        )}
      </td>
      <td>
        {revision}
        {outcome === 'refused' && <strong className={styles.refused}> refused</strong>}
        {flag && <span className={styles.muted}> {flag}</span>}
      </td>
      <td className={styles.wide}>
        <ul>
          {changes.map((change) => (
            <li key={`${change.kind} ${change.metric}`}>{changeWords(change)}</li>
          ))}
          {changes.length === 0 && <li className={styles.muted}>Nothing that is kept</li>}
          {withdrawn > 0 && <li>{count(withdrawn, 'imputed value')} withdrawn</li>}
        </ul>
        {before.samples !== null && after.samples !== null && (
          <p className={styles.muted}>
            {formatNumber(before.samples)} samples before, {formatNumber(after.samples)}{' '}
            {outcome === 'refused' ? 'in the payload that was refused' : 'after'}
          </p>
        )}
      </td>
    </tr>
  );
}
