import { Link } from '@tanstack/react-router';
import type { Rejection } from '../../api/queries/rejections';
import { formatPlainDate } from '../../format/dates';
import { count } from '../../format/numbers';
import { Instant } from '../../ui/Instant';
import { useNow } from '../../ui/useNow';
import styles from './Rejections.module.css';
import { useClocks } from './useClocks';
import { words } from './words';

interface Props {
  /** What one run left out, as far as it is listed; at least one. */
  readonly rejections: readonly [Rejection, ...Rejection[]];
  readonly name: string;
}

/** What one run left out of a payload, each record with what is wrong with it. */
export function RejectionGroup({ rejections, name }: Props) {
  const now = useNow(30_000);
  const clockOf = useClocks();
  const { participant, date, dataType, payload, run, at } = rejections[0];
  return (
    <li className={styles.group}>
      <p className={styles.line}>
        <Link to="/participants/$id" params={{ id: String(participant) }} search={{ date }} className={styles.link}>
          <strong>{name}</strong>, {formatPlainDate(date)}
        </Link>
        <span>{words(dataType)}</span>
        <span className={styles.muted}>
          run {run}, <Instant at={at} now={now} own={clockOf(participant)} />; {count(rejections.length, 'record')} of
          it here
        </span>
        <Link
          to="/pipeline"
          search={{ tab: 'jobs', new: 'reparse', participant, date, dataType }}
          className={`button ${styles.again}`}
        >
          Reparse this day
        </Link>
      </p>
      {payload && <p className={styles.place}>{payload}</p>}
      <ul>
        {rejections.map(({ id, reason, detail, record, position }) => (
          <li key={id} className={styles.rejection}>
            <strong>{words(reason)}</strong>
            <span>{withoutRecord(detail, record)}</span>
            {record ? <code className={styles.record}>{record}</code> : <span />}
            <span className={styles.place}>{position}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The service repeats the record at the end of its words where it has it. */
function withoutRecord(detail: string, record: string | null): string {
  return record && detail.endsWith(record) ? detail.slice(0, -record.length).replace(/:\s*$/, '') : detail;
}

/** Neighbours of the same run, together. */
export function byRun(rejections: readonly Rejection[]): [Rejection, ...Rejection[]][] {
  const groups: [Rejection, ...Rejection[]][] = [];
  for (const rejection of rejections) {
    const last = groups.at(-1);
    if (last && last[0].run === rejection.run) {
      last.push(rejection);
    } else {
      groups.push([rejection]);
    }
  }
  return groups;
}
