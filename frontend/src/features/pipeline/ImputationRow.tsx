import type { ImputationRun } from '../../api/queries/imputationRuns';
import { formatDuration, formatNumber } from '../../format/numbers';
import { Instant } from '../../ui/Instant';
import { useNow } from '../../ui/useNow';
import styles from './PipelinePage.module.css';
import { StateChip } from './StateChip';
import { UndoRun } from './UndoRun';
import { title, words } from './words';

const COLUMNS = 8;

/** One run of imputation; what it was asked for and what it refused stand below. */
export function ImputationRow({
  run,
  names,
}: {
  readonly run: ImputationRun;
  readonly names: ReadonlyMap<number, string>;
}) {
  const now = useNow(30_000);
  const { id, state, method, version, startedAt, endedAt, counts, inEffect, removed, error } = run;
  const refused = Object.entries(counts.refused).toSorted(([, a], [, b]) => b - a);
  return (
    <tbody>
      <tr className={styles.hasError}>
        <td>{id}</td>
        <td>
          <StateChip state={state} />
        </td>
        <td>
          {title(method)} <span className={styles.muted}>version {version}</span>
        </td>
        <td className={styles.wide}>
          <Instant at={startedAt} now={now} />
          {endedAt && (
            <span className={styles.muted}> took {formatDuration(Date.parse(endedAt) - Date.parse(startedAt))}</span>
          )}
        </td>
        <td className={`${styles.numeric} ${styles.wide}`}>{formatNumber(counts.gaps)}</td>
        <td className={styles.numeric}>{formatNumber(counts.minutes)}</td>
        <td className={`${styles.numeric} ${styles.wide}`}>{formatNumber(inEffect)}</td>
        <td className={styles.numeric}>
          <UndoRun run={run} />
        </td>
      </tr>
      <tr>
        <td colSpan={COLUMNS} className={styles.detail}>
          <p className={styles.muted}>
            Asked for {scopeOf(run, names)}
            {run.trigger === 'cli' && ', by the command line'}. Looked at {formatNumber(counts.daysMade)} days of a
            series, {formatNumber(counts.daysKept)} still held from before.
            {removed !== null && ` ${formatNumber(removed)} values were taken away.`}
          </p>
          {refused.length > 0 && (
            <p>
              Gaps refused:{' '}
              {refused.map(([reason, gaps]) => `${formatNumber(gaps)} ${words(reason).toLowerCase()}`).join(', ')}.
            </p>
          )}
          {error && <p className={styles.note}>{error}</p>}
        </td>
      </tr>
    </tbody>
  );
}

function scopeOf({ parameters }: ImputationRun, names: ReadonlyMap<number, string>): string {
  const { participants, metrics, from, to } = parameters as Readonly<Record<string, unknown>>;
  const people = Array.isArray(participants)
    ? participants.map((id) => names.get(Number(id)) ?? `participant ${id}`)
    : [];
  const keys = Array.isArray(metrics) ? metrics.map((key) => words(String(key))) : [];
  return [
    people.length > 0 ? people.join(', ') : 'everybody',
    keys.length > 0 ? keys.join(', ') : 'all metrics',
    from || to ? `${from ?? 'the first day'} to ${to ?? 'the last'}` : 'all days',
  ].join('; ');
}
