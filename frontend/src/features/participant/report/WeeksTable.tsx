import type { Day } from '../../../api/client';
import type { DerivedFigures } from '../../../api/derived';
import { formatRange } from '../../../format/dates';
import { count, formatMinutes, formatNumber } from '../../../format/numbers';
import styles from './Report.module.css';
import { reportWeeks } from './weeks';

interface Props {
  readonly days: readonly Day[];
  readonly derived: DerivedFigures | undefined;
}

/** Movement, sleep and wear week by week. */
export function WeeksTable({ days, derived }: Props) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Week from Monday</th>
          <th scope="col">Steps a day</th>
          <th scope="col">Active minutes</th>
          <th scope="col">Asleep a night</th>
          <th scope="col">Resting heart rate</th>
          <th scope="col">Worn</th>
        </tr>
      </thead>
      <tbody>
        {reportWeeks(days, derived).map((week) => (
          <tr key={week.from}>
            <th scope="row">
              {formatRange(week)}
              {week.days < 7 && <span className={styles.muted}> {count(week.days, 'day')}</span>}
            </th>
            <td>{told(week.steps, formatNumber)}</td>
            <td>
              {told(week.active, (minutes) => `${formatNumber(minutes)} min`)}
              {week.active !== undefined && week.activeDays < week.days && (
                <span className={styles.muted}> of {count(week.activeDays, 'day')}</span>
              )}
            </td>
            <td>{told(week.asleep, formatMinutes)}</td>
            <td>{told(week.restingHeartRate, (rate) => `${formatNumber(rate)} bpm`)}</td>
            <td>
              {told(week.wear, (share) => `${formatNumber(share * 100)} %`)}
              {week.worn < week.days && (
                <span className={styles.muted}>
                  {' '}
                  known of {week.worn} of {week.days}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function told(value: number | undefined, words: (value: number) => string): string {
  return value === undefined ? '–' : words(value);
}
