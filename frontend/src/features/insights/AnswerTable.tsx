import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { InsightAnswer } from '../../api/queries/insights';
import styles from './Insights.module.css';
import { formatValue, shownColumns, unitOf } from './values';

const SMALL = { rows: 3, columns: 4 };

/** The rows as they are, with units in the head; what says how much stands behind a row is set apart. */
export function AnswerTable({
  answer,
  compact = false,
}: {
  readonly answer: InsightAnswer;
  readonly compact?: boolean;
}) {
  const { insight, rows } = answer;
  const columns = shownColumns(insight).slice(0, compact ? SMALL.columns : undefined);
  const id = insight.columns.findIndex(({ name }) => name === 'participant_id');
  return (
    <Scroller compact={compact}>
      <table className={styles.table} data-compact={compact}>
        <thead>
          <tr>
            {columns.map(({ column }) => (
              <th key={column.name} data-number={isNumber(column.type)} data-coverage={column.coverage}>
                {column.title}
                {unitOf(column) && <span className={styles.unit}> {unitOf(column)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, compact ? SMALL.rows : undefined).map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of an answer have no key but their place
            <tr key={place}>
              {columns.map(({ column, index }) => (
                <td key={column.name} data-number={isNumber(column.type)} data-coverage={column.coverage}>
                  {column.name === 'participant' && id >= 0 && !compact ? (
                    <Link to="/participants/$id" params={{ id: String(row[id]) }} className={styles.link}>
                      {formatValue(row[index] ?? null, column)}
                    </Link>
                  ) : (
                    formatValue(row[index] ?? null, column)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

/** A wide table is moved sideways by keys; a small picture of it is not. */
function Scroller({ compact, children }: { readonly compact: boolean; readonly children: ReactNode }) {
  return compact ? (
    <div className={styles.scroller}>{children}</div>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it
    <section className={styles.scroller} aria-label="Table of the answer" tabIndex={0}>
      {children}
    </section>
  );
}

function isNumber(type: string): boolean {
  return type === 'integer' || type === 'number';
}
