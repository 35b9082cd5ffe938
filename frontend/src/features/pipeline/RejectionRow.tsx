import { Link } from '@tanstack/react-router';
import type { Rejection } from '../../api/queries/rejections';
import { formatAgo, formatPlainDate } from '../../format/dates';
import { useNow } from '../../ui/useNow';
import styles from './Rejections.module.css';
import { words } from './words';

/** One record that was left out: why, where it stands, and the record itself. */
export function RejectionRow({ rejection, name }: { readonly rejection: Rejection; readonly name: string }) {
  const now = useNow(30_000);
  const { participant, date, dataType, reason, detail, record, position, payload, run, at } = rejection;
  // The service repeats the record at the end of its words where it has it.
  const said = record && detail.endsWith(record) ? detail.slice(0, -record.length).replace(/:\s*$/, '.') : detail;
  return (
    <li className={styles.rejection}>
      <p className={styles.line}>
        <strong>{words(reason)}</strong>
        <Link to="/participants/$id" params={{ id: String(participant) }} search={{ date }} className={styles.link}>
          {name}, {formatPlainDate(date)}
        </Link>
        <span>{words(dataType)}</span>
        <span className={styles.muted}>
          run {run}, {formatAgo(Date.parse(at), now)}
        </span>
        <Link
          to="/pipeline"
          search={{ tab: 'jobs', new: 'reparse', participant, date, dataType }}
          className={`button ${styles.again}`}
        >
          Reparse this day
        </Link>
      </p>
      <p>{said}</p>
      {record && <pre className={styles.record}>{record}</pre>}
      <p className={styles.place}>
        {position} {payload && <>in {payload}</>}
      </p>
    </li>
  );
}
