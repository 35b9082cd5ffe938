import { formatTimeSpan } from '../../format/dates';
import type { WallClock } from '../../time/zone';
import type { Overlap } from './nights';
import styles from './Sleep.module.css';

/** Says which records tell of the same time, and which of them counts. */
export function Overlaps({ overlaps, clock }: { readonly overlaps: readonly Overlap[]; readonly clock: WallClock }) {
  if (overlaps.length === 0) {
    return null;
  }
  return (
    <ul className={styles.overlaps} aria-label="Overlapping records">
      {overlaps.map(({ one, other, span }) => (
        <li key={`${one.id} ${other.id}`}>
          Two records tell of {formatTimeSpan(clock, span)} ({one.source} {one.type}, {other.source} {other.type}). The
          one with more sleep counts, so no minute is counted twice.
        </li>
      ))}
    </ul>
  );
}
