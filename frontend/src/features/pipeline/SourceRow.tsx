import { Link } from '@tanstack/react-router';
import type { SourceHealth } from '../../api/queries/sources';
import { ProfileZone } from '../../charts/ProfileZone';
import { formatPlainDate, formatUntil } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import { Instant } from '../../ui/Instant';
import { useNow } from '../../ui/useNow';
import styles from './PipelinePage.module.css';
import { RetryButton } from './RetryButton';
import { StateChip } from './StateChip';
import { useClocks } from './useClocks';
import { words } from './words';

const COLUMNS = 8;

interface Props {
  readonly source: SourceHealth;
  readonly name: string;
  /** With what is not in place, and why. */
  readonly detailed: boolean;
}

/** One participant's source: its consent and quota, what is due, and what is not in place and why. */
export function SourceRow({ source, name, detailed }: Props) {
  const now = useNow(5_000);
  const clockOf = useClocks();
  const { participant, state, consent, quota, note, nextDate, dueAt } = source;
  const { lastFetchAt, lastFetchDate, lastDataDate, skippedCount, skipped, scopes } = source;
  const below = note !== null || source.profileZone !== null || (detailed && skipped.length > 0);
  return (
    <tbody>
      <tr className={below ? styles.hasError : undefined}>
        <td>
          <Link to="/participants/$id" params={{ id: String(participant) }} className={styles.link}>
            {name}
          </Link>{' '}
          <span className={`${styles.muted} ${styles.wide}`}>{source.source}</span>
        </td>
        <td>
          <StateChip state={state} />
        </td>
        <td className={styles.wide} title={scopes.map(words).join(', ')}>
          <StateChip state={consent} />
        </td>
        <td>
          {formatPlainDate(nextDate)} <span className={styles.muted}>{formatUntil(Date.parse(dueAt), now)}</span>
        </td>
        <td className={styles.wide}>
          {lastFetchDate ? formatPlainDate(lastFetchDate) : 'never'}{' '}
          <span className={styles.muted}>
            {lastFetchAt && <Instant at={lastFetchAt} now={now} own={clockOf(source.participant)} />}
          </span>
        </td>
        <td className={styles.wide}>{lastDataDate ? formatPlainDate(lastDataDate) : 'none yet'}</td>
        <td className={`${styles.numeric} ${styles.wide}`}>
          {quota ? (
            <span title={`of ${formatNumber(quota.limit)}, anew ${formatUntil(Date.parse(quota.resetsAt), now)}`}>
              {formatNumber(quota.left)}
            </span>
          ) : (
            '–'
          )}
        </td>
        <td className={styles.numeric}>{skippedCount === 0 ? '–' : formatNumber(skippedCount)}</td>
      </tr>
      {below && (
        <tr>
          <td colSpan={COLUMNS} className={styles.detail}>
            {note && <p className={styles.note}>{note}</p>}
            {source.profileZone && (
              <p className={styles.finding}>
                <ProfileZone source={source} />
              </p>
            )}
            {detailed &&
              skipped.map(({ run, date, dataType, state: how, error, retryAt }) => (
                <p key={run} className={styles.skipped}>
                  <span>
                    {formatPlainDate(date)}, {words(dataType)}: {how}. <span className={styles.muted}>{error}</span>{' '}
                    {retryAt && (
                      <span className={styles.muted}>Fetched again {formatUntil(Date.parse(retryAt), now)}.</span>
                    )}
                  </span>
                  <RetryButton run={run} what={`${words(dataType)} of ${formatPlainDate(date)}`} />
                </p>
              ))}
            {detailed && skippedCount > skipped.length && (
              <p className={styles.muted}>And {formatNumber(skippedCount - skipped.length)} older ones.</p>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}
