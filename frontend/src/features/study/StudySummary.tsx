import { useQuery } from '@tanstack/react-query';
import type { Participant } from '../../api/client';
import { statusQuery } from '../../api/queries/status';
import { formatAgo, formatUntil } from '../../format/dates';
import { freshness } from '../../format/freshness';
import { count } from '../../format/numbers';
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
    return <p className={styles.summary}>No one delivers yet</p>;
  }
  const fresh = participants.filter(({ lastDelivery }) => freshness(lastDelivery, now) === 'fresh').length;
  const newest = Math.max(...participants.map(({ lastDelivery }) => (lastDelivery ? Date.parse(lastDelivery) : 0)), 0);
  const due = status?.positions.map(({ dueAt }) => Date.parse(dueAt)).toSorted((a, b) => a - b)[0];
  const parts = [
    count(participants.length, 'participant'),
    `${fresh} delivered within a day`,
    ...(newest ? [`newest ${formatAgo(newest, now)}`] : []),
    ...(due ? [`next day due ${formatUntil(due, now)}`] : []),
  ];
  return <p className={styles.summary}>{parts.join(' · ')}</p>;
}
