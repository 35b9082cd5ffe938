import type { DerivedColumn, DerivedMetric } from '../../api/derived';
import { groupBy } from '../../api/groupBy';
import styles from './FigureTiles.module.css';
import { reasonWords } from './valueWords';

/** A figure that no day has. */
export interface AbsentFigure {
  readonly metric: DerivedMetric;
  readonly column: DerivedColumn;
}

interface Props {
  readonly absent: readonly AbsentFigure[];
  /** How many days have none. */
  readonly days: number;
  readonly chosen: string | undefined;
  readonly onChoose: (figure: string | undefined) => void;
}

/** Figures without a value on any day, by the reason: a tile for each would be dashes. Each still opens what it needs. */
export function FiguresAbsent({ absent, days, chosen, onChoose }: Props) {
  const reasons = groupBy(absent, ({ column }) => wordsOf(column));
  return (
    <div className={styles.absent}>
      {[...reasons].map(([words, figures]) => (
        <p key={words}>
          No value on any of {days} days ({words}):{' '}
          {figures.map(({ metric: { key, name } }, index) => (
            <span key={key}>
              {index > 0 && ', '}
              <button
                type="button"
                className={styles.absentName}
                aria-pressed={chosen === key}
                onClick={() => onChoose(chosen === key ? undefined : key)}
              >
                {name}
              </button>
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

/** Why most of the days have none; days on which nobody took part say nothing about the figure. */
function wordsOf({ reasons }: DerivedColumn): string {
  const known = reasons.filter((reason) => reason !== null);
  const inside = known.filter((reason) => reason !== 'before-enrolment' && reason !== 'after-end');
  const counts = groupBy(inside.length > 0 ? inside : known, (reason) => reason);
  const [most] = [...counts.entries()].toSorted(([, a], [, b]) => b.length - a.length);
  return most ? reasonWords(most[0]).toLowerCase() : 'no reason known';
}
