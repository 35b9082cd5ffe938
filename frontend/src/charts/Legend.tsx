import styles from './Legend.module.css';
import type { Colour } from './palette';

interface Props {
  readonly label: string;
  readonly entries: readonly { readonly name: string; readonly colour: Colour }[];
}

/** What the colours of a chart mean, in the order in which they lie on each other. */
export function Legend({ label, entries }: Props) {
  return (
    <ul className={styles.legend} aria-label={label}>
      {entries.map(({ name, colour }) => (
        <li key={name}>
          <span className={styles.swatch} style={{ background: `var(--${colour})` }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
