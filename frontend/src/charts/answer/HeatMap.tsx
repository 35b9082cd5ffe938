import { type CSSProperties, useState } from 'react';
import { fade } from '../palette';
import { wordsOf } from './bar';
import styles from './HeatMap.module.css';

export interface HeatCell {
  readonly value: number;
  /** What it lacks to be compared with the others. */
  readonly short?: string | undefined;
  readonly text: string;
  readonly backing: string;
}

export interface HeatRow {
  readonly key: string;
  readonly name: string;
  /** One for each column; null where there is no figure. */
  readonly cells: readonly (HeatCell | null)[];
}

interface Props {
  readonly label: string;
  readonly rows: readonly HeatRow[];
  readonly columns: readonly string[];
  readonly colour: string;
  readonly compact?: boolean;
  readonly format: (value: number) => string;
}

/** One hue from little to much, row by row; a cell without a figure is hollow. */
export function HeatMap({ label, rows, columns, colour, compact = false, format }: Props) {
  const [over, setOver] = useState<string>();
  const all = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []));
  const firm = all.filter(({ short }) => !short);
  const values = (firm.length > 0 ? firm : all).map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const shade = (value: number) =>
    fade(colour, most === least ? 0.6 : 0.06 + 0.94 * Math.min(1, Math.max(0, (value - least) / (most - least))));
  const template = { '--columns': columns.length } as CSSProperties;
  return (
    <div>
      <div role="img" aria-label={label} className={styles.map} data-compact={compact} style={template}>
        {rows.map(({ key, name, cells }) => (
          <div key={key} className={styles.row}>
            {!compact && (
              <span className={styles.name}>
                <span className={styles.long}>{name}</span>
                <span className={styles.short}>{name.slice(0, 2)}</span>
              </span>
            )}
            {cells.map((cell, index) => {
              const words = `${name}, ${columns[index]}: ${cell ? wordsOf(cell) : 'no data'}`;
              return (
                <span
                  key={columns[index]}
                  className={cell ? styles.cell : styles.none}
                  data-short={!!cell?.short}
                  style={cell ? { background: shade(cell.value) } : undefined}
                  onPointerEnter={() => setOver(words)}
                  onPointerLeave={() => setOver(undefined)}
                />
              );
            })}
          </div>
        ))}
        {!compact && (
          <div className={styles.row} aria-hidden="true">
            <span />
            {columns.map((column, index) => (
              <span key={column} className={styles.tick}>
                {index % 3 === 0 ? column : ''}
              </span>
            ))}
          </div>
        )}
      </div>
      {!compact && values.length > 0 && (
        <div className={styles.foot}>
          <p className={styles.readout}>{over ?? ' '}</p>
          <span className={styles.ramp}>
            {format(least)}
            <span style={{ background: `linear-gradient(90deg, ${shade(least)}, ${shade(most)})` }} />
            {format(most)}
          </span>
        </div>
      )}
    </div>
  );
}
