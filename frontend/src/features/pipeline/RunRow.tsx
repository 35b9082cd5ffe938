import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Run } from '../../api/client';
import { formatPlainDate } from '../../format/dates';
import { formatBytes, formatDuration, formatNumber } from '../../format/numbers';
import { Instant } from '../../ui/Instant';
import { useNow } from '../../ui/useNow';
import styles from './PipelinePage.module.css';
import { RetryButton } from './RetryButton';
import { StateChip } from './StateChip';
import { useClocks } from './useClocks';

const COLUMNS = 13;

/** One run; what went wrong stands below it in full. */
export const RunRow = memo(function RunRow({ run, name }: { readonly run: Run; readonly name: string }) {
  const now = useNow(30_000);
  const clockOf = useClocks();
  return (
    <tbody>
      <tr className={run.error ? styles.hasError : undefined}>
        <td>
          <StateChip state={run.state} />
          {run.attempts > 1 && <span className={`${styles.muted} ${styles.wide}`}> after {run.attempts} requests</span>}
        </td>
        <td>
          <Link
            to="/participants/$id"
            params={{ id: String(run.participant) }}
            search={{ date: run.date }}
            className={styles.link}
          >
            {name}
          </Link>
        </td>
        <td>{run.dataType.replaceAll('_', ' ')}</td>
        <td>{formatPlainDate(run.date)}</td>
        <td className={`${styles.muted} ${styles.wide}`}>{run.trigger.replace('-', ' ')}</td>
        <td className={`${styles.muted} ${styles.wide}`}>
          <Instant at={run.startedAt} now={now} own={clockOf(run.participant)} />
        </td>
        <td className={styles.numeric}>{figure(run.samples, formatNumber)}</td>
        <td className={`${styles.numeric} ${styles.wide}`}>
          {run.rejections ? (
            <Link to="/pipeline" search={{ tab: 'rejections', run: run.id }} className={styles.link}>
              {formatNumber(run.rejections)}
            </Link>
          ) : (
            figure(run.rejections, formatNumber)
          )}
        </td>
        <td className={`${styles.numeric} ${styles.muted} ${styles.wide}`}>
          {figure(run.fetchMillis, formatDuration)}
        </td>
        <td className={`${styles.numeric} ${styles.muted} ${styles.wide}`}>
          {figure(run.parseMillis, formatDuration)}
        </td>
        <td className={`${styles.numeric} ${styles.muted} ${styles.wide}`}>
          {figure(run.storeMillis, formatDuration)}
        </td>
        <td className={`${styles.numeric} ${styles.muted} ${styles.wide}`}>{figure(run.bytes, formatBytes)}</td>
        <td className={`${styles.numeric} ${styles.muted} ${styles.wide}`}>{run.revision ?? '–'}</td>
      </tr>
      {run.error && (
        <tr>
          <td colSpan={COLUMNS} className={styles.error}>
            <span className={styles.skipped}>
              <span>{run.error}</span>
              {run.state === 'failed' && run.trigger !== 'import' && (
                <RetryButton run={run.id} what={`run ${run.id}`} />
              )}
            </span>
          </td>
        </tr>
      )}
    </tbody>
  );
});

function figure(value: number | null, format: (value: number) => string): string {
  return value === null ? '–' : format(value);
}
