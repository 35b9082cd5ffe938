import { useQuery } from '@tanstack/react-query';
import { participantsQuery } from '../api/queries/participants';
import { VIEWER, viewersZone } from '../time/zoneChoice';
import { useZone } from '../ui/useZone';
import styles from './ZoneSwitch.module.css';

/** Zones beyond these are rare enough to be typed into the address. */
const MOST = 24;

/** By whose clock times are shown, on every page; the address has it. */
export function ZoneSwitch() {
  const [zone, choose] = useZone();
  const { data: people = [] } = useQuery(participantsQuery);
  const zones = new Set([...people.map((person) => person.zone).slice(0, MOST), 'UTC']);
  const extra = zone && zone !== VIEWER && !zones.has(zone) ? [zone] : [];
  return (
    <div className={styles.zone}>
      <select
        className={`select ${styles.select}`}
        aria-label="Time zone in which times are shown"
        aria-describedby="days-stay"
        value={zone ?? ''}
        onChange={(event) => choose(event.target.value || undefined)}
      >
        <option value="">Participant’s time</option>
        <option value={VIEWER}>Your time ({viewersZone()})</option>
        {[...zones, ...extra].toSorted().map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <p id="days-stay" className={zone ? styles.note : 'visually-hidden'}>
        Days stay the participant’s own.
      </p>
    </div>
  );
}
