import type { DerivedColumn, DerivedMetric } from '../../api/derived';
import type { RangeValue } from '../../api/summary';
import styles from './FigureTiles.module.css';
import { Spark } from './Spark';
import { changeWords, coverageWords, formatFigure, plainly, usualWords } from './usual';
import { absenceWords } from './valueWords';

export const HISTORY_DAYS = 90;

interface Props {
  readonly metric: DerivedMetric;
  /** Of the day or the days that the tile is about. */
  readonly told: RangeValue;
  /** Ends with the last of them. */
  readonly column: DerivedColumn;
  readonly days: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** A derived metric of a day, or its mean over several, against the participant's own usual; opens how it came about. */
export function FigureTile({ metric, told, column, days, chosen, onChoose }: Props) {
  const { value, coverage, change, known, of } = told;
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
          absenceWords(told)
        )}
      </span>
      <span className={styles.change}>{value !== null && changeWords(metric, change)}</span>
      <span className={styles.muted}>{usualWords(told)}</span>
      <span className={styles.muted}>
        {[
          ...(days > 1 ? [`${known} of ${of} days`] : []),
          ...(coverage === null ? [] : [coverageWords(coverage)]),
        ].join(', ')}
      </span>
      <Spark column={column} shown={Math.max(HISTORY_DAYS, days)} hue={hue} />
    </button>
  );
}
