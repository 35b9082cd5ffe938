import { type ReactNode, useId } from 'react';
import styles from './Report.module.css';

interface Props {
  readonly title: string;
  readonly note?: string | undefined;
  /** May run over pages; a short part stays on one. */
  readonly long?: boolean;
  readonly children: ReactNode;
}

/** A part of the report under a heading that stays with it. */
export function ReportPart({ title, note, long = false, children }: Props) {
  const id = useId();
  return (
    <section className={styles.part} data-long={long} aria-labelledby={id}>
      <header className={styles.partHead}>
        <h2 id={id}>{title}</h2>
        {note && <p className={styles.muted}>{note}</p>}
      </header>
      {children}
    </section>
  );
}
