import type { ReactNode } from 'react';
import styles from './ChartRow.module.css';

interface Props {
  readonly title: string;
  readonly unit?: string;
  /** Any CSS colour: the metric family's hue. */
  readonly hue: string;
  /** What stands under the cursor, or a summary. */
  readonly readout?: ReactNode;
  /** Controls at the right end. */
  readonly corner?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its name, what the cursor reads and its controls. */
export function ChartRow({ title, unit, hue, readout, corner, children }: Props) {
  return (
    <section className={styles.row} aria-label={title}>
      <header className={styles.head}>
        <h3 className={styles.title}>
          <span className={styles.hue} style={{ background: hue }} />
          {title}
          {unit && unit.toLowerCase() !== title.toLowerCase() && <span className={styles.unit}>{unit}</span>}
        </h3>
        <div className={styles.readout}>{readout}</div>
        {corner && <div className={styles.corner}>{corner}</div>}
      </header>
      {children}
    </section>
  );
}
