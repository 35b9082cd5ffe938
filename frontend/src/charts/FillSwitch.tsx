import styles from './FillSwitch.module.css';

interface Props {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Imputed values beside the data, or not; also says how they look. */
export function FillSwitch({ on, onChange }: Props) {
  return (
    <label className={`button ${styles.switch}`}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span className={styles.swatch} aria-hidden="true" />
      Imputed
    </label>
  );
}
