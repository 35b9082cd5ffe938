import styles from './ReasonKey.module.css';

const LOOKS = [
  ['worn', 'not worn'],
  ['synced', 'not synced'],
  ['failed', 'not fetched or refused'],
  ['pale', 'sleep-only metric, outside enrolment'],
  ['unknown', 'reason unknown'],
] as const;

/** What the shades of time without data mean, and the hatch of imputed values where they are shown. */
export function ReasonKey({ imputed = false }: { readonly imputed?: boolean }) {
  return (
    <ul className={styles.key} aria-label="Shades of time without data">
      {LOOKS.map(([look, words]) => (
        <li key={look}>
          <span className={styles.swatch} data-look={look} />
          {words}
        </li>
      ))}
      {imputed && (
        <li>
          <span className={styles.swatch} data-look="imputed" />
          imputed, hatched as high as the part of the time it stands for
        </li>
      )}
    </ul>
  );
}
