import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { InsightAnswer, InsightColumn } from '../../api/queries/insights';
import { besideOf, isEnough, shortOf } from './evidence';
import { fieldOf } from './fields';
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
  const weighed = rows.some((row) => !isEnough(answer, row));
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
            {weighed && !compact && <th>Evidence</th>}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, compact ? SMALL.rows : undefined).map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of an answer have no key but their place
            <tr key={place} data-short={!isEnough(answer, row)}>
              {columns.map(({ column }) => (
                <td key={column.name} data-number={isNumber(column.type)} data-coverage={column.coverage}>
                  {column.name === 'participant' && id >= 0 && !compact ? (
                    <Link to="/participants/$id" params={{ id: String(row[id]) }} className={styles.link}>
                      {told(answer, row, column)}
                    </Link>
                  ) : (
                    told(answer, row, column)
                  )}
                  {!compact && <Beside text={besideOf(answer, row, column)} />}
                </td>
              ))}
              {weighed && !compact && <td>{isEnough(answer, row) ? 'enough' : shortOf(answer, row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function told(answer: InsightAnswer, row: InsightAnswer['rows'][number], column: InsightColumn): string {
  return formatValue(fieldOf(answer, column.name)?.of(row) ?? null, column);
}

/** The interval of a value, or what it lacks. */
function Beside({ text }: { readonly text: string }) {
  return text && <span className={styles.interval}> ({text})</span>;
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
