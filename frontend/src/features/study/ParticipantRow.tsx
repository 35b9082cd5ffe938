import { Link } from '@tanstack/react-router';
import { memo, useMemo } from 'react';
import type { Columns } from '../../api/columns';
import type { StudyRow } from '../../api/queries/study';
import { formatAgo, formatPlainDate } from '../../format/dates';
import { wallClock } from '../../time/zone';
import { useNow } from '../../ui/useNow';
import { Flags } from './Flags';
import styles from './ParticipantTable.module.css';
import { Sparkline } from './Sparkline';
import { WearCell } from './WearCell';

interface Props {
  readonly row: StudyRow;
  readonly steps: Columns | undefined;
  readonly selected: boolean;
  readonly onSelect: (id: number) => void;
}

/** One participant; painted anew only when something of theirs changed. */
export const ParticipantRow = memo(function ParticipantRow({ row, steps, selected, onSelect }: Props) {
  const now = useNow(60_000);
  const { id, name, externalId, zone, lastDay, wear7, wear30 } = row.participant;
  const clock = useMemo(() => wallClock([{ validFrom: null, zone }]), [zone]);
  const ago = (instant: string | null) => (instant ? formatAgo(Date.parse(instant), now) : 'never');
  return (
    <tr className={styles.row} aria-selected={selected}>
      <td className={styles.select}>
        <input type="checkbox" aria-label={`Choose ${name}`} checked={selected} onChange={() => onSelect(id)} />
      </td>
      <td title={zone}>
        <span className={styles.name}>
          <Link to="/participants/$id" params={{ id: String(id) }} preload="intent">
            {name}
          </Link>
          {externalId && !name.includes(externalId) && <span className={styles.muted}>{externalId}</span>}
        </span>
      </td>
      <td>
        <Flags row={row} />
      </td>
      <td className={styles.wide}>
        {lastDay ? formatPlainDate(lastDay) : <span className={styles.muted}>no data yet</span>}
      </td>
      <td className={`${styles.wide} ${styles.muted}`}>{ago(row.lastSync)}</td>
      <td className={`${styles.wide} ${styles.muted}`}>{ago(row.lastFetch)}</td>
      <WearCell wear={wear7} />
      <WearCell wear={wear30} wide />
      <td className={`${styles.wide} ${styles.numeric}`}>{row.nightsOf ? `${row.nights} of ${row.nightsOf}` : '–'}</td>
      <td className={styles.steps}>
        {steps && lastDay && <Sparkline steps={steps} lastDay={lastDay} clock={clock} />}
      </td>
    </tr>
  );
});
