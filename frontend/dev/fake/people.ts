import type { Metric, Participant } from '../../src/api/client';
import { addDays, daysBetween, type LocalDate } from '../../src/time/localDate';
import { type WallClock, wallClock } from '../../src/time/zone';

const HOUR = 3_600_000;

/** A made-up person: zone, days with data, what is measured. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly externalId: string | null;
  readonly zone: string;
  readonly source: string;
  readonly firstDay: LocalDate;
  lastDay: LocalDate;
  lastDelivery: number;
  readonly metrics: readonly string[];
  readonly clock: WallClock;
}

const FITBIT = [
  'heart_rate',
  'steps',
  'calories',
  'distance',
  'floors',
  'mets',
  'active_zone_minutes',
  'spo2',
  'hrv_rmssd',
];
const FITABASE = ['heart_rate', 'steps', 'calories'];
const LIVE: readonly (readonly [string, string])[] = [
  ['Alice', 'Europe/Berlin'],
  ['Bob', 'America/New_York'],
  ['Charlie', 'Asia/Kolkata'],
];

/** Three who deliver, and 33 from an export of 2016. */
export function createPeople(lastDay: LocalDate): Person[] {
  const live = LIVE.map(([name, zone], index) => ({
    id: index + 1,
    name,
    externalId: null,
    zone,
    source: 'fitbit',
    firstDay: addDays(lastDay, -59),
    lastDay,
    lastDelivery: Date.now() - (index + 1) * 41_000,
    metrics: FITBIT,
    clock: wallClock([{ validFrom: null, zone }]),
  }));
  const imported = Array.from({ length: 33 }, (_, index) => {
    const externalId = String(1503960366 + index * 223_104_411);
    return {
      id: index + 4,
      name: `Participant ${externalId}`,
      externalId,
      zone: 'America/New_York',
      source: 'fitabase',
      firstDay: '2016-04-12',
      lastDay: addDays('2016-05-12', -(index % 5 === 4 ? index % 13 : 0)),
      lastDelivery: Date.now() - 3 * 86_400_000,
      metrics: index % 3 === 2 ? FITABASE.slice(1) : FITABASE,
      clock: wallClock([{ validFrom: null, zone: 'America/New_York' }]),
    };
  });
  return [...live, ...imported];
}

export function participantOf(person: Person): Participant {
  const { id, name, externalId, zone, source, firstDay, lastDay, lastDelivery } = person;
  return {
    id,
    name,
    externalId,
    zone,
    sources: [source],
    firstDay,
    lastDay,
    lastDelivery: new Date(lastDelivery).toISOString(),
    lastMeasurement: new Date(measuredUntil(person)).toISOString(),
    enrolment: { from: firstDay, until: null },
    wear7: { days: 7, of: 7, minutes: 9_072, share: 0.9 },
    wear30: { days: 28, of: 30, minutes: 34_272, share: 0.85 },
  };
}

/** The watch was synced in the morning, and in the afternoon of the last day of the export. */
function measuredUntil({ source, lastDay, lastDelivery, clock }: Person): number {
  return source === 'fitbit' ? lastDelivery - 8 * HOUR : clock.endOf(lastDay) - 8 * HOUR;
}

/** Whether the person has data on the date at all. */
export function hasDay(person: Person, date: LocalDate): boolean {
  return (
    date >= person.firstDay && date <= person.lastDay && (daysBetween(person.firstDay, date) + person.id) % 17 !== 4
  );
}

type Family = Metric['family'];
type Row = readonly [
  number,
  string,
  string,
  string,
  string,
  Metric['kind'],
  number,
  Metric['present'],
  Family,
  Metric['draw'],
  number,
];
const ROWS: readonly Row[] = [
  [1, 'heart_rate', 'Heart rate', '/min', 'bpm', 'gauge', 5, 'always', 'heart', 'line', 0],
  [2, 'steps', 'Steps', '{steps}', 'steps', 'amount', 60, 'always', 'movement', 'bars', 0],
  [3, 'calories', 'Calories', 'kcal', 'kcal', 'amount', 60, 'always', 'movement', 'bars', 1],
  [4, 'distance', 'Distance', 'm', 'm', 'amount', 60, 'always', 'movement', 'bars', 0],
  [5, 'floors', 'Floors climbed', '{floors}', 'floors', 'amount', 60, 'always', 'movement', 'bars', 0],
  [8, 'mets', 'Metabolic equivalent', '[MET]', 'MET', 'gauge', 60, 'always', 'movement', 'line', 1],
  [9, 'active_zone_minutes', 'Active zone minutes', 'min', 'min', 'amount', 60, 'always', 'movement', 'bars', 0],
  [13, 'spo2', 'Blood oxygen', '%', '%', 'gauge', 60, 'asleep', 'oxygen', 'line', 1],
  [14, 'hrv_rmssd', 'Heart rate variability', 'ms', 'ms', 'gauge', 300, 'asleep', 'heart', 'line', 1],
];

/** The part of the catalogue that the made-up people have. */
export const METRICS: readonly Metric[] = ROWS.map(
  ([id, key, name, unit, display, kind, cadence, present, family, draw, decimals]) => ({
    id,
    key,
    name,
    unit,
    display,
    kind,
    scope: 'intraday',
    cadence,
    range: [0, 250],
    present,
    impute: present === 'always' ? 30 : 0,
    family,
    draw,
    decimals,
  }),
);

/** Figures of each day that the vendor delivers. */
export const DAILY: readonly Metric[] = [
  ['resting_heart_rate', 'Resting heart rate (vendor)', '/min', 'bpm', 'heart', 0] as const,
  ['hrv_daily_rmssd', 'HRV of the night', 'ms', 'ms', 'heart', 1] as const,
  ['spo2_daily_average', 'Oxygen of the night', '%', '%', 'oxygen', 1] as const,
  ['breathing_rate', 'Breathing rate', '/min', '/min', 'breath', 1] as const,
].map(([key, name, unit, display, family, decimals], index) => ({
  ...{ id: 100 + index, key, name, unit, display, family, decimals },
  ...{ kind: 'gauge', scope: 'daily', cadence: 0, range: [0, 250], present: 'always', impute: 0, draw: 'line' },
}));
