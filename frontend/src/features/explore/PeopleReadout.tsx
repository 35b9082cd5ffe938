import type { CSSProperties } from 'react';
import { rowAt } from '../../api/columns';
import { lackAt } from '../../api/lacks';
import { REASON_WORDS } from '../../api/reasons';
import { useCursorInstant, useTimeAxis } from '../../charts/axis';
import { imputedPartWords, imputedWords } from '../../charts/MetricReadout';
import { formatNumber } from '../../format/numbers';
import { isDashed } from './overlay';
import styles from './PeopleReadout.module.css';
import type { Cell } from './useCells';

interface Props {
  readonly cells: readonly Cell[];
  /** Names the metric too, where several share the chart. */
  readonly metrics?: boolean;
}

/** Everyone's value under the cursor, each behind their hue; without a cursor the legend. */
export function PeopleReadout({ cells, metrics = false }: Props) {
  const instant = useCursorInstant();
  const { view } = useTimeAxis();
  const inside = instant !== null && instant >= view.from && instant <= view.to;
  const several = new Set(cells.map(({ person }) => person.id)).size > 1;
  return (
    <ul
      className={styles.list}
      data-wide={metrics}
      aria-label="What the colours are"
      tabIndex={metrics ? 0 : undefined}
    >
      {cells.map((cell) => (
        <li key={`${cell.person.id} ${cell.metric.key}`} className={styles.item}>
          <span
            className={styles.hue}
            data-draw={metrics ? drawOf(cell, cells) : undefined}
            style={swatch(several ? cell.person.colour : cell.metric.family, metrics && cell.metric.draw !== 'bars')}
          />
          {several && cell.person.name} {metrics && cell.metric.name}{' '}
          {inside && <Value cell={cell} instant={instant} />}
        </li>
      ))}
    </ul>
  );
}

function swatch(colour: string, line: boolean): CSSProperties {
  return line ? ({ '--hue': `var(--${colour})` } as CSSProperties) : { background: `var(--${colour})` };
}

function drawOf({ metric }: Cell, cells: readonly Cell[]): string {
  return metric.draw === 'bars' ? 'bars' : isDashed(metric, cells) ? 'dashed' : 'line';
}

function Value({ cell: { data, metric }, instant }: { readonly cell: Cell; readonly instant: number }) {
  for (const { columns } of data?.series ?? []) {
    const row = rowAt(columns, instant);
    if (row !== undefined) {
      return (
        <>
          <strong>{formatNumber(columns.y[row] as number, metric.decimals)}</strong> {metric.display}
          {imputedPartWords(metric, data?.series ?? [], instant)}
        </>
      );
    }
  }
  if (data?.series.length === 0) {
    return <em className={styles.none}>not measured</em>;
  }
  const made = imputedWords(metric, data?.series ?? [], instant);
  if (made) {
    return <em className={styles.none}>{made}</em>;
  }
  const reason = data?.series.map(({ lacks }) => lackAt(lacks, instant)?.reason).find(Boolean);
  return <em className={styles.none}>{reason ? REASON_WORDS[reason].toLowerCase() : 'no data'}</em>;
}
