import { useQuery } from '@tanstack/react-query';
import type { Participant } from '../../api/client';
import { statusQuery } from '../../api/queries/status';
import { formatUntil } from '../../format/dates';
import { freshness } from '../../format/freshness';
import { formatMeasured } from '../../format/measured';
import { count } from '../../format/numbers';
import { wallClock } from '../../time/zone';
import { Skeleton } from '../../ui/Skeleton';
import { useNow } from '../../ui/useNow';
import styles from './StudySummary.module.css';

/** The study in one line. */
export function StudySummary({ participants }: { readonly participants: readonly Participant[] | undefined }) {
  const now = useNow();
  const { data: status } = useQuery(statusQuery);
  if (!participants) {
    return <Skeleton height="1.1rem" width="20rem" />;
  }
  if (participants.length === 0) {
    return <p className={styles.summary}>0 participants</p>;
  }
  const fresh = participants.filter(({ lastMeasurement }) => freshness(lastMeasurement, now) === 'fresh').length;
  const newest = newestOf(participants);
  const due = status?.positions.map(({ dueAt }) => Date.parse(dueAt)).toSorted((a, b) => a - b)[0];
  const parts = [
    count(participants.length, 'participant'),
    `${fresh} measured within two days`,
    ...(newest ? [`last measurement ${newest(now)}`] : []),
    ...(due ? [`next day due ${formatUntil(due, now)}`] : []),
  ];
  return <p className={styles.summary}>{parts.join(' · ')}</p>;
}

/** Says when the newest measurement of all was, on the clock of whose it is. */
function newestOf(participants: readonly Participant[]): ((now: number) => string) | undefined {
  const [newest] = participants
    .flatMap(({ lastMeasurement: at, zone }) => (at ? [{ at, zone }] : []))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return newest && ((now) => formatMeasured(newest.at, wallClock([{ validFrom: null, zone: newest.zone }]), now));
}
