import styles from './Report.module.css';

/** The words that all figures share. */
export function ReadingNotes() {
  return (
    <p className={styles.muted}>
      Days are the participant’s own, from midnight to midnight in their time zone. Usual is their own mean of the 30
      days before, from five days with a value on. Coverage is how much of the data that a figure is made from was
      there. Worn is the time with signs of a pulse. ln ms is the natural logarithm of milliseconds, in which heart rate
      variability is compared; SD is a standard deviation. Nothing here is imputed, and nothing is a diagnosis.
    </p>
  );
}
