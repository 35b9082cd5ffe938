import type { DerivedColumn, DerivedMetric } from '../../api/derived';
import { lackWords } from '../../api/derivedReasons';
import styles from './FigureTiles.module.css';
import { periodAt } from './period';
import { Spark } from './Spark';
import { changeWords, coverageWords, formatFigure, plainly, usualWords } from './usual';

export const HISTORY_DAYS = 90;

interface Props {
  readonly metric: DerivedMetric;
  /** Ends with the day, or with the last of the days, that the tile is about. */
  readonly column: DerivedColumn;
  /** How many days it is about. */
  readonly days: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** A derived figure of a day, or its mean over several, against the person's own usual; opens how it came about. */
export function FigureTile({ metric, column, days, chosen, onChoose }: Props) {
  const { value, reason, missing, coverage, usual, known } = periodAt(column, days);
  const evidence = [...(days > 1 ? [`${known} of ${days} days`] : []), coverageWords(coverage)].filter(Boolean);
  const hue = `var(--${metric.family})`;
  const quantity = value === null ? undefined : formatFigure(metric, value);
  return (
    <button
      type="button"
      className={styles.tile}
      aria-pressed={chosen}
      onClick={onChoose}
      title={`${metric.meaning} Opens how it came about.`}
    >
      <span className={styles.name}>
        <span className={styles.hue} style={{ background: hue }} />
        {metric.name}
      </span>
      <span className={styles.value} data-missing={!quantity}>
        {quantity ? (
          <>
            {quantity.value}{' '}
            <span className={styles.unit}>
              {quantity.unit}
              {value !== null && plainly(metric, value)}
            </span>
          </>
        ) : (
          <>
            <span aria-hidden="true">–</span>
            <span className="visually-hidden">No value</span>
          </>
        )}
      </span>
      <span className={styles.change}>
        {value === null ? lackWords(reason, missing) : changeWords(metric, value, usual)}
      </span>
      <span className={styles.muted}>{usualWords(metric, usual)}</span>
      <span className={styles.muted}>{evidence.join(', ')}</span>
      <Spark values={column.values} shown={Math.max(HISTORY_DAYS, days)} hue={hue} />
    </button>
  );
}
