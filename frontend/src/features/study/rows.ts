import type { Participant } from '../../api/client';
import { groupBy } from '../../api/groupBy';
import { PARTICIPANTS_PER_REQUEST } from '../../api/queries/stepsPerDay';
import { formatNumber } from '../../format/numbers';
import type { LocalDate } from '../../time/localDate';
import { addDays, daysBetween } from '../../time/localDate';
import type { DayRange } from '../../time/range';
import type { Sort, StudySearch } from './search';

export const SPARK_DAYS = 14;

/** Days from the first to the last with a delivery, both included. */
export function daysSpanned({ firstDay, lastDay }: Participant): number {
  return firstDay && lastDay ? daysBetween(firstDay, lastDay) + 1 : 0;
}

const KEYS: Record<Sort, (participant: Participant) => string | number> = {
  id: ({ id }) => id,
  name: ({ name }) => name.toLowerCase(),
  lastDay: ({ lastDay }) => lastDay ?? '',
  lastDelivery: ({ lastDelivery }) => (lastDelivery ? Date.parse(lastDelivery) : 0),
  days: daysSpanned,
  wear: ({ wear30 }) => wear30.share ?? -1,
};

/** What stands behind the wear of somebody's last days. */
export function wearWords({ wear7, wear30 }: Participant): string {
  const part = ({ share, days, of }: Participant['wear7']) =>
    `${share === null ? 'not known' : `${formatNumber(100 * share)} %`} (${days} of ${of} days with heart rate)`;
  return `Last 7 days ${part(wear7)}, last 30 days ${part(wear30)}`;
}

/** The participants that the address asks for, in its order; ties stay by id. */
export function arrange(
  participants: readonly Participant[],
  { sort = 'id', order, filter = '' }: StudySearch,
): Participant[] {
  const key = KEYS[sort];
  const wanted = filter.trim().toLowerCase();
  const direction = order === 'descending' ? -1 : 1;
  return participants
    .filter(({ id, name, externalId, sources }) =>
      `${id} ${name} ${externalId ?? ''} ${sources.join(' ')}`.toLowerCase().includes(wanted),
    )
    .toSorted((a, b) => {
      const [x, y] = [key(a), key(b)];
      return (x < y ? -1 : x > y ? 1 : 0) * direction || a.id - b.id;
    });
}

/** Participants whose last fortnight is the same and can be asked for at once. */
export interface SparkGroup {
  readonly participants: readonly number[];
  readonly range: DayRange;
}

/** Each participant's last fortnight, in as few requests as the contract allows. */
export function sparkGroups(participants: readonly Participant[]): SparkGroup[] {
  const byLastDay = groupBy(
    participants.filter((participant) => participant.lastDay !== null),
    (participant) => participant.lastDay as LocalDate,
  );
  return [...byLastDay].flatMap(([lastDay, members]) => {
    const ids = members.map(({ id }) => id).toSorted((a, b) => a - b);
    const range = { from: addDays(lastDay, 1 - SPARK_DAYS), to: lastDay };
    return Array.from({ length: Math.ceil(ids.length / PARTICIPANTS_PER_REQUEST) }, (_, index) => ({
      participants: ids.slice(index * PARTICIPANTS_PER_REQUEST, (index + 1) * PARTICIPANTS_PER_REQUEST),
      range,
    }));
  });
}
