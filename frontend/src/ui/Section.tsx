import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

interface Props {
  readonly title: string;
  /** What is shown, in one line beside the title. */
  readonly note?: ReactNode;
  /** At the right end. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function Section({ title, note, controls, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {note && <p className={styles.note}>{note}</p>}
        {controls && <div className={styles.controls}>{controls}</div>}
      </header>
      {children}
    </section>
  );
}
