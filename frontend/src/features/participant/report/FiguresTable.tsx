import type { DerivedMetric } from '../../../api/derived';
import type { RangeSummary } from '../../../api/summary';
import { changeWords, figureText, plainly, usualWords } from '../../../charts/derived/usual';
import { absenceWords } from '../../../charts/derived/valueWords';
import { formatNumber } from '../../../format/numbers';
import styles from './Report.module.css';

interface Props {
  readonly catalogue: readonly DerivedMetric[];
  readonly summary: RangeSummary;
}

/** Derived metrics against the 30 days before, with their coverage; the numbers lead to the notes. */
export function FiguresTable({ catalogue, summary: { derived, days } }: Props) {
  return (
    <table className={`${styles.table} ${styles.figures}`}>
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col">{days === 1 ? 'The day' : 'Mean of the days'}</th>
          <th scope="col">Against usual</th>
          <th scope="col">Usual: 30 days before</th>
          <th scope="col">Days</th>
          <th scope="col">Coverage</th>
        </tr>
      </thead>
      <tbody>
        {catalogue.map((metric, index) => {
          const told = derived.find(({ key }) => key === metric.key);
          return (
            told && (
              <tr key={metric.key}>
                <th scope="row">
                  {metric.name} <sup>{index + 1}</sup>
                </th>
                {told.value === null ? (
                  <td className={styles.wraps} colSpan={2}>
                    {absenceWords(told)}
                  </td>
                ) : (
                  <>
                    <td>{figureText(metric, told.value) + plainly(metric, told.value)}</td>
                    <td>{changeWords(metric, told.change)}</td>
                  </>
                )}
                <td>{usualWords(told).replace(/^usual /, '')}</td>
                <td>
                  {told.known} of {told.of}
                </td>
                <td>{told.coverage !== null && `${formatNumber(told.coverage * 100)} %`}</td>
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
