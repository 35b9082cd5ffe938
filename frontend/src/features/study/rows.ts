import type { Participant } from '../../api/client';
import type { StudyRow } from '../../api/queries/study';
import { formatRange } from '../../format/dates';
import { count, formatNumber } from '../../format/numbers';
import { need } from './flags';
import type { Sort, StudySearch } from './search';

type Wear = Participant['wear7'];

/** Wear of some days, and what is needed to say how much it says. */
export interface WearOfPeriod {
  readonly wear: Wear;
  readonly period: StudyRow['period'];
  /** Without heart rate, wear is not known. */
  readonly heartRate: boolean;
}

/** Wear as a share in words, of what is known of it so far; null while nothing is. */
export function wearText({ wear: { share, pending = 0 }, heartRate }: WearOfPeriod): string | null {
  if (!heartRate || (share === null && pending === 0)) {
    return '–';
  }
  return share === null ? null : `${formatNumber(100 * share)} %`;
}

/** What stands behind a wear. */
export function wearWords({ wear: { days, of, pending = 0 }, period, heartRate }: WearOfPeriod): string {
  if (!heartRate || !period) {
    return heartRate ? 'Nothing was measured yet' : 'Not known: the source brings no heart rate';
  }
  const known = `${formatRange(period)}: ${days} of ${of} days with heart rate`;
  return pending > 0 ? `${known}; ${count(pending, 'day')} still being computed` : known;
}

const time = (instant: string | null) => (instant ? Date.parse(instant) : null);
const wearKey = (wear: Wear, heartRate: boolean) => (heartRate ? wear.share : null);
/** What a column sorts by; null where it is not known. */
const KEYS: Record<Sort, (row: StudyRow) => string | number | null> = {
  need: (row) => -need(row),
  name: ({ participant }) => participant.name.toLowerCase(),
  lastMeasured: ({ participant }) => time(participant.lastMeasurement),
  lastArrival: ({ lastArrival }) => time(lastArrival),
  lastFetch: ({ lastFetch }) => time(lastFetch),
  wear7: ({ participant, heartRate }) => wearKey(participant.wear7, heartRate),
  wear30: ({ participant, heartRate }) => wearKey(participant.wear30, heartRate),
  nights: ({ nights, nightsOf }) => (nights !== null && nightsOf ? nights / nightsOf : null),
};

/**
 * The participants that the address asks for, in its order. Whoever needs attention most comes first, of those alike whoever was not measured
 * for longest; other ties stay by id. What is not known comes last in both directions.
 */
export function arrange(
  rows: readonly StudyRow[],
  { sort = 'need', order, filter = '', flag }: StudySearch,
): StudyRow[] {
  const key = KEYS[sort];
  const wanted = filter.trim().toLowerCase();
  const direction = order === 'descending' ? -1 : 1;
  const silence = (row: StudyRow) =>
    sort === 'need' && need(row) > 0 ? (time(row.participant.lastMeasurement) ?? 0) : 0;
  return rows
    .filter(({ participant: { id, name, externalId, sources }, flags }) => {
      const words = `${id} ${name} ${externalId ?? ''} ${sources.join(' ')}`.toLowerCase();
      return words.includes(wanted) && (flag === undefined || flags.includes(flag));
    })
    .map((row) => ({ row, key: key(row), tie: silence(row) }))
    .toSorted(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) ||
        (compare(a.key, b.key) || a.tie - b.tie) * direction ||
        a.row.participant.id - b.row.participant.id,
    )
    .map(({ row }) => row);
}

function compare(a: string | number | null, b: string | number | null): number {
  return a === null || b === null || a === b ? 0 : a < b ? -1 : 1;
}
