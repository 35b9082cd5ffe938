import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { StudyRow } from '../../api/queries/study';
import { formatAgo, formatPlainDate } from '../../format/dates';
import { useNow } from '../../ui/useNow';
import { Flags } from './Flags';
import styles from './ParticipantTable.module.css';
import { Sparkline } from './Sparkline';
import { WearCell } from './WearCell';

interface Props {
  readonly row: StudyRow;
  /** Name and flags stand in one cell, below each other. */
  readonly narrow: boolean;
  readonly selected: boolean;
  readonly onSelect: (id: number) => void;
}

/** One participant; painted anew only when something of theirs changed. */
export const ParticipantRow = memo(function ParticipantRow({ row, narrow, selected, onSelect }: Props) {
  const now = useNow(60_000);
  const { id, name, externalId, zone, lastDay, wear7, wear30 } = row.participant;
  const ago = (instant: string | null) => (instant ? formatAgo(Date.parse(instant), now) : 'never');
  return (
    <tr className={styles.row} aria-selected={selected}>
      <td className={styles.select}>
        <input type="checkbox" aria-label={`Choose ${name}`} checked={selected} onChange={() => onSelect(id)} />
      </td>
      <td title={zone} className={styles.person}>
        <span className={styles.name}>
          <Link to="/participants/$id" params={{ id: String(id) }} preload="intent">
            {name}
          </Link>
          {externalId && !name.includes(externalId) && <span className={styles.muted}>{externalId}</span>}
        </span>
        {narrow && <Flags row={row} now={now} />}
      </td>
      {!narrow && (
        <>
          <td>
            <Flags row={row} now={now} />
          </td>
          <td className={styles.wide}>
            {lastDay ? formatPlainDate(lastDay) : <span className={styles.muted}>no data yet</span>}
          </td>
          <td title={row.lastSync ?? undefined}>{ago(row.lastSync)}</td>
          <td className={`${styles.wide} ${styles.muted}`} title={row.lastFetch ?? undefined}>
            {ago(row.lastFetch)}
          </td>
        </>
      )}
      <WearCell wear={wear7} />
      {!narrow && (
        <>
          <WearCell wear={wear30} wide />
          <td className={`${styles.wide} ${styles.numeric}`}>
            {row.nightsOf ? `${row.nights} of ${row.nightsOf}` : '–'}
          </td>
        </>
      )}
      <td className={styles.spark}>{row.dailyWear.length > 0 && <Sparkline shares={row.dailyWear} />}</td>
    </tr>
  );
});
