import type { Participant } from '../../api/client';
import type { StudyRow } from '../../api/queries/study';
import { count, formatNumber } from '../../format/numbers';
import { need } from './flags';
import type { Sort, StudySearch } from './search';

type Wear = Participant['wear7'];

/** Wear as a share in words, of what is known of it so far; null while nothing is. */
export function wearText({ share, pending = 0 }: Wear): string | null {
  return share === null ? (pending > 0 ? null : '–') : `${formatNumber(100 * share)} %`;
}

/** What stands behind a wear. */
export function wearWords({ days, of, pending = 0 }: Wear): string {
  const known = `${days} of ${of} days with heart rate`;
  return pending > 0 ? `${known}; ${count(pending, 'day')} still being computed` : known;
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

/**
 * The participants that the address asks for, in its order. Whoever needs attention most comes first, of those alike whoever was silent
 * longest; other ties stay by id.
 */
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
    .map((row) => ({ row, key: key(row), tie: sort === 'need' && need(row) > 0 ? time(row.lastSync) : 0 }))
    .toSorted(
      (a, b) =>
        ((a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || a.tie - b.tie) * direction ||
        a.row.participant.id - b.row.participant.id,
    )
    .map(({ row }) => row);
}
