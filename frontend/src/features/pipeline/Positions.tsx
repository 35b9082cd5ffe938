import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Status } from '../../api/client';
import { formatPlainDate, formatUntil } from '../../format/dates';
import { count } from '../../format/numbers';
import { Message } from '../../ui/Message';
import { Skeleton } from '../../ui/Skeleton';
import { useNow } from '../../ui/useNow';
import styles from './PipelinePage.module.css';
import { StateChip } from './StateChip';

type Position = Status['positions'][number];

const SHORT = 12;

interface Props {
  readonly positions: readonly Position[] | undefined;
  readonly names: ReadonlyMap<number, string>;
}

/** The next day of every participant whose days are fetched, those in trouble first. */
export function Positions({ positions, names }: Props) {
  const [all, setAll] = useState(false);
  const now = useNow(5_000);
  if (!positions) {
    return <Skeleton height="10rem" />;
  }
  const sorted = positions.toSorted((a, b) => Number(isWell(a)) - Number(isWell(b)) || a.participant - b.participant);
  const shown = all ? sorted : sorted.slice(0, SHORT);
  return (
    <section aria-labelledby="positions">
      <div className={styles.head}>
        <h2 id="positions">Schedule</h2>
        <span className={styles.muted}>{count(positions.length, 'participant')} on schedule</span>
      </div>
      {positions.length === 0 ? (
        <Message title="Nobody is on the schedule">
          <p>Imported participants have no next day. Participants whose days are fetched appear here.</p>
        </Message>
      ) : (
        <div className={`card ${styles.frame}`}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>Participant</th>
                <th className={styles.wide}>Source</th>
                <th>State</th>
                <th>Next date</th>
                <th>Due</th>
                <th className={styles.wide}>Note</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((position) => (
                <tr key={`${position.participant} ${position.source}`}>
                  <td>
                    <Link to="/participants/$id" params={{ id: String(position.participant) }} className={styles.link}>
                      {names.get(position.participant) ?? `Participant ${position.participant}`}
                    </Link>
                  </td>
                  <td className={`${styles.muted} ${styles.wide}`}>{position.source}</td>
                  <td>
                    <StateChip state={position.state} />
                  </td>
                  <td>{formatPlainDate(position.nextDate)}</td>
                  <td>{formatUntil(Date.parse(position.dueAt), now)}</td>
                  <td className={`${styles.muted} ${styles.wide}`}>{position.note ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {sorted.length > SHORT && (
            <div className={styles.more}>
              <button type="button" className="button" onClick={() => setAll(!all)}>
                {all ? 'Show fewer' : `Show all ${sorted.length}`}
              </button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}

function isWell({ state }: Position): boolean {
  return state === 'ok' || state === 'waiting';
}
