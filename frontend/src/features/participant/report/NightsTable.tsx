import type { SleepSession } from '../../../api/client';
import { formatShortDate, formatTimeSpan } from '../../../format/dates';
import { formatMinutes } from '../../../format/numbers';
import type { WallClock } from '../../../time/zone';
import styles from './Report.module.css';

interface Props {
  readonly sessions: readonly SleepSession[];
  readonly clock: WallClock;
}

/** Every sleep of the days: when, how long, on which level. */
export function NightsTable({ sessions, clock }: Props) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Day it ended on</th>
          <th scope="col">In bed</th>
          <th scope="col">Asleep</th>
          <th scope="col">of time in bed</th>
          <th scope="col">Deep</th>
          <th scope="col">REM</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ id, date, start, end, main, minutesAsleep, minutesInBed, levels }) => (
          <tr key={id}>
            <th scope="row">
              {formatShortDate(date)}
              {!main && <span className={styles.muted}> nap</span>}
            </th>
            <td>{formatTimeSpan(clock, { from: Date.parse(start), to: Date.parse(end) })}</td>
            <td>{formatMinutes(minutesAsleep)}</td>
            <td>{formatMinutes(minutesInBed)}</td>
            <td>{levels.deep === undefined ? '–' : formatMinutes(levels.deep)}</td>
            <td>{levels.rem === undefined ? '–' : formatMinutes(levels.rem)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
