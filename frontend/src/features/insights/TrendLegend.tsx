import type { TrendSeries } from '../../charts/answer/Trend';
import { count } from '../../format/numbers';
import styles from './Insights.module.css';

interface Props {
  readonly series: readonly TrendSeries[];
  /** The hue where the lines are too many to be told apart. */
  readonly spread?: string | undefined;
}

/** Whose line is whose; or, of many, what band and line stand for. */
export function TrendLegend({ series, spread }: Props) {
  if (spread) {
    return (
      <p className={styles.spread}>
        The line halves {count(series.length, 'participant')}; eight in ten lie in the band. Choose up to eight of them
        to see each.
      </p>
    );
  }
  return (
    <ul className={styles.legend}>
      {series.map(({ name, colour }) => (
        <li key={name}>
          <span style={{ background: colour }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
