import type { Day, ParticipantDetail } from '../../api/client';
import { REASON_WORDS } from '../../api/reasons';
import { formatMetres, formatMinutes, formatNumber, type Quantity } from '../../format/numbers';
import { addDays } from '../../time/localDate';
import type { DayRange } from '../../time/range';

export const BASELINE_DAYS = 30;
const LEAST_BASELINE = 5;

/** A figure of a day, as a tile shows it. */
export interface Figure {
  readonly key: string;
  readonly name: string;
  /** Follows the name where the figure is a range's: totals are a day's, levels their mean. */
  readonly per: 'a day' | 'a night' | 'mean' | '';
  /** Token of the metric family's hue. */
  readonly family: 'heart' | 'movement' | 'sleep' | 'breath' | 'oxygen';
  readonly read: (day: Day) => number | undefined;
  readonly format: (value: number) => Quantity;
  /** Measured during sleep alone. */
  readonly nightly?: boolean;
  /** What stands behind one day's value. */
  readonly evidence: (day: Day, cadences: Cadences) => string;
}

/** Seconds between samples of each metric as this person's source delivers it. */
export type Cadences = ReadonlyMap<string, number>;

/** The cadences of a person's series; of several sources the finest, because a day's samples are counted together. */
export function cadencesOf({ series }: Pick<ParticipantDetail, 'series'>): Cadences {
  const finest = new Map<string, number>();
  for (const { metric, cadence } of series) {
    finest.set(metric, Math.min(cadence, finest.get(metric) ?? cadence));
  }
  return finest;
}

const MINUTE = 60;
const HOUR = 3600;

const plain =
  (unit: string, decimals = 0) =>
  (value: number): Quantity => ({ value: formatNumber(value, decimals), unit });
const recorded = (samples: number | undefined, day: Day, cadence = MINUTE) => {
  if (samples === undefined) {
    return "the vendor's own figure";
  }
  const unit = cadence === MINUTE ? 'min' : cadence === HOUR ? 'h' : 'values';
  return `${formatNumber(samples)} of ${formatNumber((day.hours * HOUR) / (cadence || MINUTE))} ${unit} recorded`;
};
/** Why the day has less than expected of a metric, after a comma; nothing where it has enough. */
const because = ({ coverage }: Day, metric: string) => {
  const reason = coverage[metric]?.reason;
  return reason ? `, ${REASON_WORDS[reason].toLowerCase()}` : '';
};
const pulse = (day: Day) =>
  day.wear
    ? `worn ${formatMinutes(day.wear.minutes)} of ${formatMinutes(day.hours * MINUTE)}`
    : recorded(day.heartRateMinutes, day);
const samplesOf =
  (metric: string) =>
  (day: Day, cadences: Cadences): string =>
    recorded(day.metrics[metric]?.count, day, cadences.get(metric)) + because(day, metric);
const vendorOf = (what: string) => () => `the vendor's own figure ${what}`;

/** From the sessions, else as the vendor sums them up; an export may have the sums alone. */
export function minutesInBed({ sleep, vendor }: Day): number | undefined {
  return sleep?.minutesInBed ?? vendor.sleep_minutes_in_bed;
}

/** In the order of the tiles. */
export const FIGURES: readonly Figure[] = [
  {
    key: 'steps',
    name: 'Steps',
    per: 'a day',
    family: 'movement',
    read: ({ metrics, vendor }) => metrics.steps?.sum ?? vendor.daily_steps,
    format: plain('steps'),
    evidence: samplesOf('steps'),
  },
  {
    key: 'resting_heart_rate',
    name: 'Resting heart rate',
    per: 'mean',
    family: 'heart',
    read: ({ vendor }) => vendor.resting_heart_rate,
    format: plain('bpm'),
    evidence: pulse,
  },
  {
    key: 'asleep',
    nightly: true,
    name: 'Asleep',
    per: 'a night',
    family: 'sleep',
    read: ({ sleep, vendor }) => sleep?.minutesAsleep ?? vendor.sleep_minutes_asleep,
    format: (value) => ({ value: formatMinutes(value), unit: '' }),
    evidence: (day) => {
      const inBed = minutesInBed(day);
      const sessions = day.sleep?.sessions ?? day.vendor.sleep_records ?? 1;
      return inBed === undefined
        ? vendorOf('of the night')()
        : `of ${formatMinutes(inBed)} in bed${sessions > 1 ? `, ${sessions} sessions` : ''}`;
    },
  },
  {
    key: 'distance',
    name: 'Distance',
    per: 'a day',
    family: 'movement',
    read: ({ metrics, vendor }) => metrics.distance?.sum ?? vendor.daily_distance,
    format: formatMetres,
    evidence: samplesOf('distance'),
  },
  {
    key: 'hrv_daily_rmssd',
    nightly: true,
    name: 'HRV of the night',
    per: 'mean',
    family: 'heart',
    read: ({ vendor }) => vendor.hrv_daily_rmssd,
    format: plain('ms'),
    evidence: ({ metrics }) =>
      metrics.hrv_rmssd ? `${metrics.hrv_rmssd.count} five-minute values` : vendorOf('of the night')(),
  },
  {
    key: 'spo2_daily_average',
    nightly: true,
    name: 'Blood oxygen',
    per: 'mean',
    family: 'oxygen',
    read: ({ vendor }) => vendor.spo2_daily_average,
    format: plain('%', 1),
    evidence: ({ metrics }) =>
      metrics.spo2 ? `${formatNumber(metrics.spo2.count)} min asleep` : vendorOf('of the night')(),
  },
  {
    key: 'calories',
    name: 'Energy',
    per: 'a day',
    family: 'movement',
    read: ({ metrics, vendor }) => metrics.calories?.sum ?? vendor.daily_calories,
    format: plain('kcal'),
    evidence: samplesOf('calories'),
  },
  {
    key: 'heart_rate',
    name: 'Heart rate, mean',
    per: '',
    family: 'heart',
    read: ({ metrics }) => metrics.heart_rate?.avg ?? undefined,
    format: plain('bpm'),
    evidence: pulse,
  },
];

/** What one tile says about a range, against the person's own usual. */
export interface Reading {
  readonly figure: Figure;
  /** The day's value, or the mean of the range's days with data; nothing when no day has data. */
  readonly quantity: Quantity | undefined;
  /** Against the usual, with the sign in words: `197 below usual`. */
  readonly change: string;
  /** What the usual is and what it rests on: `usual 11 557 (27 days)`. */
  readonly usual: string;
  readonly evidence: string;
}

/** The range together with the days before it that make the baseline. */
export function withBaseline(range: DayRange): DayRange {
  return { from: addDays(range.from, -BASELINE_DAYS), to: range.to };
}

/** The readings for all figures that the range or its baseline has, at most `most`. */
export function readingsOf(days: readonly Day[], range: DayRange, cadences: Cadences, most: number): Reading[] {
  const inside = days.filter(({ date }) => date >= range.from && date <= range.to);
  const before = days.filter(({ date }) => date < range.from);
  return FIGURES.filter((figure) => days.some((day) => figure.read(day) !== undefined))
    .slice(0, most)
    .map((figure) => reading(figure, inside, before, cadences));
}

function reading(figure: Figure, inside: readonly Day[], before: readonly Day[], cadences: Cadences): Reading {
  const withData = inside.filter((day) => figure.read(day) !== undefined);
  const value = mean(withData, figure);
  const usualDays = before.filter((day) => figure.read(day) !== undefined);
  const [only] = withData;
  const evidence =
    inside.length === 1
      ? only
        ? figure.evidence(only, cadences)
        : ''
      : rangeEvidence(figure, withData, inside.length);
  if (value === undefined) {
    return { figure, quantity: undefined, change: 'No data', usual: usualWords(figure, usualDays), evidence: '' };
  }
  return {
    figure,
    quantity: figure.format(value),
    change: changeWords(figure, value, usualDays),
    usual: usualWords(figure, usualDays),
    evidence,
  };
}

/** `mean of 26 of 31 days, worn 97 %`: how many days it rests on, and how well those that need the watch were recorded. */
function rangeEvidence({ nightly }: Figure, days: readonly Day[], of: number): string {
  const worn = days.flatMap(({ wear }) => (wear ? [wear.share] : []));
  const share = worn.reduce((sum, value) => sum + value, 0) / Math.max(1, worn.length);
  const recorded = nightly || worn.length === 0 ? '' : `, worn\u00a0${formatNumber(share * 100)}\u00a0%`;
  return `mean of ${days.length} of ${of} ${nightly ? 'nights' : 'days'}${recorded}`;
}

function mean(days: readonly Day[], figure: Figure): number | undefined {
  const values = days.flatMap((day) => figure.read(day) ?? []);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** `1 210 above usual`: the sign in words, against the person's own mean of the days before. */
function changeWords(figure: Figure, value: number, usualDays: readonly Day[]): string {
  const usual = mean(usualDays, figure);
  if (usual === undefined || usualDays.length < LEAST_BASELINE) {
    return usualDays.length === 0 ? 'No days before to compare with' : 'No usual yet';
  }
  const distance = text(figure.format(Math.abs(value - usual)));
  return distance === text(figure.format(0)) ? 'As usual' : `${distance} ${value > usual ? 'above' : 'below'} usual`;
}

function usualWords(figure: Figure, usualDays: readonly Day[]): string {
  const usual = mean(usualDays, figure);
  return usual === undefined || usualDays.length < LEAST_BASELINE
    ? `usual needs ${LEAST_BASELINE} of the ${BASELINE_DAYS} days before${usualDays.length ? `, has ${usualDays.length}` : ''}`
    : `usual ${text(figure.format(usual))} (${usualDays.length} days)`;
}

/** With its unit only where the figure alone would mislead. */
function text({ value, unit }: Quantity): string {
  return unit === 'km' || unit === 'm' ? `${value} ${unit}` : value;
}
