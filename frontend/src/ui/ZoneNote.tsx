import { VIEWER, viewersZone } from '../time/zoneChoice';
import { useZone } from './useZone';
import styles from './ZoneNote.module.css';

/** Says by whose clock the times of a page are that tells of many participants. */
export function ZoneNote() {
  const [zone] = useZone();
  const words =
    zone === undefined
      ? `Times of a participant are by their own clock, all others by yours (${viewersZone()}).`
      : `All times are in ${zone === VIEWER ? viewersZone() : zone}; days are each participant’s own.`;
  return <p className={styles.note}>{words}</p>;
}
