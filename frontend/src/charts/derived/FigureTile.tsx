import type { DerivedColumn, DerivedMetric } from '../../api/derived';
import { DERIVED_REASON_WORDS } from '../../api/derivedReasons';
import styles from './FigureTiles.module.css';
import { Spark } from './Spark';
import { changeWords, coverageWords, formatFigure, usualAt, usualWords } from './usual';

export const HISTORY_DAYS = 90;

interface Props {
  readonly metric: DerivedMetric;
  /** Ends with the day that the tile is about. */
  readonly column: DerivedColumn;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** A day's derived figure against the person's own usual; opens how it came about. */
export function FigureTile({ metric, column, chosen, onChoose }: Props) {
  const last = column.values.length - 1;
  const value = column.values[last] ?? null;
  const usual = usualAt(column.values, last);
  const reason = column.reasons[last];
  const hue = `var(--${metric.family})`;
  const quantity = value === null ? undefined : formatFigure(metric, value);
  return (
    <button type="button" className={styles.tile} aria-pressed={chosen} onClick={onChoose} title="How it came about">
      <span className={styles.name}>
        <span className={styles.hue} style={{ background: hue }} />
        {metric.name}
      </span>
      <span className={styles.value} data-missing={!quantity}>
        {quantity ? (
          <>
            {quantity.value} <span className={styles.unit}>{quantity.unit}</span>
          </>
        ) : (
          <>
            <span aria-hidden="true">–</span>
            <span className="visually-hidden">No value</span>
          </>
        )}
      </span>
      <span className={styles.change}>
        {value === null ? (reason ? DERIVED_REASON_WORDS[reason] : 'No value') : changeWords(metric, value, usual)}
      </span>
      <span className={styles.muted}>{usualWords(metric, usual)}</span>
      <span className={styles.muted}>{coverageWords(column.coverage[last] ?? 0)}</span>
      <Spark values={column.values} shown={HISTORY_DAYS} hue={hue} />
    </button>
  );
}
