import type { Day } from '../../api/client';
import type { Lack } from '../../api/lacks';
import { REASON_WORDS, type Reason } from '../../api/reasons';
import { formatMinutes, formatNumber } from '../../format/numbers';
import type { Figure } from './figures';

/** Ten hours of wear make a day of movement, as is usual for wrist devices; a total of less says more about the watch. */
export const LEAST_WORN = 600;

/** The series and vendor's figures that a figure rests on, the first of them first. */
const RESTS_ON: Readonly<Record<string, readonly string[]>> = {
  steps: ['steps', 'daily_steps'],
  distance: ['distance', 'daily_distance'],
  calories: ['calories', 'daily_calories'],
  resting_heart_rate: ['heart_rate', 'resting_heart_rate'],
  heart_rate: ['heart_rate'],
  asleep: ['heart_rate', 'sleep_minutes_asleep'],
  hrv_daily_rmssd: ['hrv_rmssd', 'hrv_daily_rmssd'],
  spo2_daily_average: ['spo2', 'spo2_daily_average'],
};

/** Why a day's figure stands for a part of the day only; nothing where it stands for the day. */
export function partWords({ key, family }: Figure, day: Day): string | undefined {
  const own = day.coverage[RESTS_ON[key]?.[0] ?? key];
  if (family === 'movement' && own?.reason && own.coverage !== null && own.coverage > 0) {
    return `part of the day, ${formatNumber(own.coverage * 100)} % recorded, ${REASON_WORDS[own.reason].toLowerCase()}`;
  }
  const worn = day.wear?.minutes ?? LEAST_WORN;
  return worn < LEAST_WORN && (family === 'movement' || family === 'heart')
    ? `part of the day, worn ${formatMinutes(worn)} of ${formatMinutes(day.hours * 60)}`
    : undefined;
}

/** Why a day has no such figure, as far as the service tells. */
export function absentReason({ key }: Figure, day: Day): Reason | undefined {
  const reasons = (RESTS_ON[key] ?? [key]).flatMap((metric) => day.coverage[metric]?.reason ?? []);
  return reasons.find((reason) => reason !== 'unknown') ?? reasons[0];
}

/** The days without the figure, to be shaded. */
export function absentDays(figure: Figure, days: readonly Day[]): Lack[] {
  return days.flatMap((day) => {
    const reason = figure.read(day) === undefined ? absentReason(figure, day) : undefined;
    return reason ? [{ from: Date.parse(day.start), to: Date.parse(day.end), reason }] : [];
  });
}
