import type { RangeSummary } from '../../../api/summary';
import { headlineRest } from '../../../charts/derived/restingHeartRates';
import { formatRange } from '../../../format/dates';
import { count, formatMinutes, formatNumber } from '../../../format/numbers';
import styles from './Report.module.css';

/** Movement, sleep and wear week by week. */
export function WeeksTable({ summary }: { readonly summary: RangeSummary }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Week from Monday</th>
          <th scope="col">Steps a day</th>
          <th scope="col">Active minutes</th>
          <th scope="col">Asleep a night</th>
          <th scope="col">{headlineRest(summary)?.name}</th>
          <th scope="col">Worn</th>
        </tr>
      </thead>
      <tbody>
        {summary.weeks.map(({ from, to, days, values: { steps, asleep, active, ...values }, wear }) => (
          <tr key={from}>
            <th scope="row">
              {formatRange({ from, to })}
              {days < 7 && <span className={styles.muted}> {count(days, 'day')}</span>}
            </th>
            <td>{told(steps, formatNumber)}</td>
            <td>
              {told(active.sum, (minutes) => `${formatNumber(minutes)} min`)}
              {active.sum !== null && active.days < days && (
                <span className={styles.muted}> of {count(active.days, 'day')}</span>
              )}
            </td>
            <td>{told(asleep, formatMinutes)}</td>
            <td>{told(values.resting_heart_rate, (rate) => `${formatNumber(rate)} bpm`)}</td>
            <td>
              {wear ? `${formatNumber(wear.share * 100)} %` : 'not known'}
              {wear && wear.days < days && (
                <span className={styles.muted}>
                  {' '}
                  known of {wear.days} of {days}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function told(value: number | null, words: (value: number) => string): string {
  return value === null ? 'no value' : words(value);
}
