import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { StudyRow } from '../../api/queries/study';
import { formatAgo, formatRange } from '../../format/dates';
import { wallClock } from '../../time/zone';
import { Measured } from '../../ui/Measured';
import { Flags } from './Flags';
import styles from './ParticipantTable.module.css';
import { Sparkline } from './Sparkline';
import { WearText } from './WearText';

interface Props {
  readonly row: StudyRow;
  readonly now: number;
  /** Name and flags stand in one cell, below each other, and so do both figures of wear. */
  readonly narrow: boolean;
  readonly selected: boolean;
  readonly onSelect: (id: number) => void;
}

/** One participant; painted anew only when something of theirs changed. */
export const ParticipantRow = memo(function ParticipantRow({ row, now, narrow, selected, onSelect }: Props) {
  const { id, name, externalId, zone, wear7 } = row.participant;
  const low = row.flags.includes('low-wear') ? styles.low : '';
  const spark = row.dailyWear.length > 0 && <Sparkline shares={row.dailyWear} />;
  return (
    <tr className={styles.row} aria-selected={selected}>
      <td className={styles.select}>
        <label className={styles.box}>
          <input type="checkbox" aria-label={`Choose ${name}`} checked={selected} onChange={() => onSelect(id)} />
        </label>
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
      {narrow ? (
        <td className={styles.spark}>
          <span className={low}>
            <WearText wear={wear7} period={row.period} heartRate={row.heartRate} />
          </span>
          {spark}
        </td>
      ) : (
        <>
          <Figures row={row} now={now} />
          <td className={styles.spark}>{spark}</td>
        </>
      )}
    </tr>
  );
});

/** What stands between the name and the wear by day; what raised a flag stands out. */
function Figures({ row, now }: { readonly row: StudyRow; readonly now: number }) {
  const { lastArrival, lastFetch, lastContact, flags, nights, nightsOf, period, period30, heartRate } = row;
  const { lastMeasurement, zone, wear7, wear30 } = row.participant;
  const nightsWords = period && nightsOf !== null ? formatRange(period) : 'Not measured by this source';
  const ago = (instant: string | null) => (instant ? formatAgo(Date.parse(instant), now) : 'never');
  return (
    <>
      <td>
        <Flags row={row} now={now} />
        {lastContact && <span className={styles.written}>written {ago(lastContact)}</span>}
      </td>
      <td className={flags.includes('no-data') ? styles.silent : ''}>
        {lastMeasurement ? (
          <Measured at={lastMeasurement} now={now} own={wallClock([{ validFrom: null, zone }])} />
        ) : (
          'never'
        )}
      </td>
      <td className={`${styles.extra} ${styles.muted}`} title={lastArrival ?? undefined}>
        {ago(lastArrival)}
      </td>
      <td className={`${styles.wide} ${styles.muted}`} title={lastFetch ?? undefined}>
        {ago(lastFetch)}
      </td>
      <td className={`${styles.numeric} ${flags.includes('low-wear') ? styles.low : ''}`}>
        <WearText wear={wear7} period={period} heartRate={heartRate} />
      </td>
      <td className={`${styles.numeric} ${styles.wide}`}>
        <WearText wear={wear30} period={period30} heartRate={heartRate} />
      </td>
      <td
        className={`${styles.wide} ${styles.numeric} ${flags.includes('low-sleep') ? styles.low : ''}`}
        title={nightsWords}
      >
        {nights !== null && nightsOf !== null ? `${nights} of ${nightsOf}` : '–'}
      </td>
    </>
  );
}
