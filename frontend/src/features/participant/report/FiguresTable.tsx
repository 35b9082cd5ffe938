import type { DerivedFigures, DerivedMetric } from '../../../api/derived';
import { lackWords } from '../../../api/derivedReasons';
import { periodAt } from '../../../charts/derived/period';
import { changeWords, figureText, plainly, usualWords } from '../../../charts/derived/usual';
import { formatNumber } from '../../../format/numbers';
import styles from './Report.module.css';

interface Props {
  readonly catalogue: readonly DerivedMetric[];
  readonly derived: DerivedFigures;
  /** The report's days, the last of those in `derived`. */
  readonly days: number;
}

/** Derived figures against the 30 days before, with their coverage; the numbers lead to the notes. */
export function FiguresTable({ catalogue, derived, days }: Props) {
  return (
    <table className={`${styles.table} ${styles.figures}`}>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">{days === 1 ? 'The day' : 'Mean of the days'}</th>
          <th scope="col">Against usual</th>
          <th scope="col">Usual: 30 days before</th>
          <th scope="col">Days</th>
          <th scope="col">Coverage</th>
        </tr>
      </thead>
      <tbody>
        {catalogue.map((metric, index) => {
          const column = derived.columns.get(metric.key);
          const period = column && periodAt(column, days);
          return (
            period && (
              <tr key={metric.key}>
                <th scope="row">
                  {metric.name} <sup>{index + 1}</sup>
                </th>
                <td className={period.value === null ? styles.wraps : undefined}>
                  {period.value === null
                    ? lackWords(period.reason, period.missing)
                    : figureText(metric, period.value) + plainly(metric, period.value)}
                </td>
                <td>{period.value === null ? '–' : changeWords(metric, period.value, period.usual)}</td>
                <td>{usualWords(metric, period.usual).replace(/^usual /, '')}</td>
                <td>
                  {period.known} of {days}
                </td>
                <td>{period.coverage === null ? '–' : `${formatNumber(period.coverage * 100)} %`}</td>
              </tr>
            )
          );
        })}
      </tbody>
    </table>
  );
}

/** How each figure came about: what it means, its formula and version, whose it is. */
export function FigureNotes({ catalogue }: Pick<Props, 'catalogue'>) {
  return (
    <ol className={styles.notes}>
      {catalogue.map(({ key, name, meaning, formula, version, coverage, minimumCoverage, references }) => (
        <li key={key}>
          <strong>{name}</strong>, version {version}. {meaning} {formula} Coverage: {coverage} At least{' '}
          {formatNumber(minimumCoverage * 100)} % for a value.
          {references.length > 0 &&
            ` After ${references.map(({ authors, year }) => `${authors.replace(/\.$/, '')} ${year}`).join('; ')}.`}
        </li>
      ))}
    </ol>
  );
}
