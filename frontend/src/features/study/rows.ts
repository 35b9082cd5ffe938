import type { Participant } from '../../api/client';
import { groupBy } from '../../api/groupBy';
import { PARTICIPANTS_PER_REQUEST } from '../../api/queries/stepsPerDay';
import type { StudyRow } from '../../api/queries/study';
import { formatNumber } from '../../format/numbers';
import type { LocalDate } from '../../time/localDate';
import { addDays } from '../../time/localDate';
import type { DayRange } from '../../time/range';
import { need } from './flags';
import type { Sort, StudySearch } from './search';

export const SPARK_DAYS = 14;

type Wear = Participant['wear7'];

/** Wear as a share in words; null while it is being made. */
export function wearText({ share, pending = 0 }: Wear): string | null {
  return pending > 0 ? null : share === null ? '–' : `${formatNumber(100 * share)} %`;
}

/** What stands behind a wear. */
export function wearWords({ days, of, pending = 0 }: Wear): string {
  return pending > 0 ? `${pending} of ${of} days are being computed` : `${days} of ${of} days with heart rate`;
}

const time = (instant: string | null) => (instant ? Date.parse(instant) : 0);
const KEYS: Record<Sort, (row: StudyRow) => string | number> = {
  need: (row) => -need(row),
  name: ({ participant }) => participant.name.toLowerCase(),
  lastDay: ({ participant }) => participant.lastDay ?? '',
  lastSync: ({ lastSync }) => time(lastSync),
  lastFetch: ({ lastFetch }) => time(lastFetch),
  wear7: ({ participant }) => participant.wear7.share ?? -1,
  wear30: ({ participant }) => participant.wear30.share ?? -1,
  nights: ({ nights, nightsOf }) => (nightsOf ? nights / nightsOf : -1),
};

/** The participants that the address asks for, in its order: whoever needs attention most comes first; ties stay by id. */
export function arrange(
  rows: readonly StudyRow[],
  { sort = 'need', order, filter = '', flag }: StudySearch,
): StudyRow[] {
  const key = KEYS[sort];
  const wanted = filter.trim().toLowerCase();
  const direction = order === 'descending' ? -1 : 1;
  return rows
    .filter(({ participant: { id, name, externalId, sources }, flags }) => {
      const words = `${id} ${name} ${externalId ?? ''} ${sources.join(' ')}`.toLowerCase();
      return words.includes(wanted) && (flag === undefined || flags.includes(flag));
    })
    .map((row) => ({ row, key: key(row) }))
    .toSorted(
      (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * direction || a.row.participant.id - b.row.participant.id,
    )
    .map(({ row }) => row);
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
