import type { Day } from '../../api/client';
import type { Lack } from '../../api/lacks';
import { REASON_WORDS } from '../../api/reasons';
import type { DailyValue } from '../../api/summary';
import { type Format, formatFigure } from '../../charts/derived/usual';
import type { DayMark } from '../../charts/layers/days';
import { formatMinutes, formatNumber } from '../../format/numbers';

/** A daily value with one mark per day: totals stand on zero as bars, levels are dots on a line. */
export interface DayShow extends Format {
  readonly key: string;
  readonly title: string;
  readonly family: 'heart' | 'movement' | 'sleep';
  readonly total: boolean;
  /** What the day's value is a part of. */
  readonly whole?: (day: Day) => number | undefined;
}

/** From the sessions, else as the vendor sums them up; an export may have the sums alone. */
function minutesInBed({ sleep, vendor }: Day): number | undefined {
  return sleep?.minutesInBed ?? vendor.sleep_minutes_in_bed;
}

export const DAY_SHOWS: readonly DayShow[] = [
  {
    ...{ key: 'steps', title: 'Steps per day', family: 'movement', total: true },
    ...{ unit: '{steps}', display: 'steps', decimals: 0 },
  },
  {
    ...{ key: 'asleep', title: 'Asleep, of time in bed, per night', family: 'sleep', total: true },
    ...{ unit: 'min', display: 'min', decimals: 0, whole: minutesInBed },
  },
  {
    ...{ key: 'resting_heart_rate', title: 'Resting heart rate (vendor) per day', family: 'heart', total: false },
    ...{ unit: '/min', display: 'bpm', decimals: 0 },
  },
  {
    ...{ key: 'hrv_daily_rmssd', title: 'HRV per night', family: 'heart', total: false },
    ...{ unit: 'ms', display: 'ms', decimals: 0 },
  },
];

export function dailyValueOf({ key }: Pick<DayShow, 'key'>, day: Day): DailyValue | undefined {
  return day.values[key];
}

/** Those of which any of the days has a value. */
export function showsOf(days: readonly Day[]): DayShow[] {
  return DAY_SHOWS.filter((show) => days.some((day) => dailyValueOf(show, day)?.value != null));
}

/** The marks of the days that have the value. */
export function marksOf(show: DayShow, days: readonly Day[]): DayMark[] {
  return days.flatMap((day) => {
    const told = dailyValueOf(show, day);
    const whole = show.whole?.(day);
    return told?.value == null
      ? []
      : [
          {
            from: Date.parse(day.start),
            to: Date.parse(day.end),
            value: told.value,
            label: show.key === 'asleep' ? clockMinutes(told.value) : formatFigure(show, told.value).value,
            partial: told.partial,
            ...(whole !== undefined && { whole }),
          },
        ];
  });
}

/** The days without the value, to be shaded. */
export function absentDays(show: DayShow, days: readonly Day[]): Lack[] {
  return days.flatMap((day) => {
    const told = dailyValueOf(show, day);
    return told?.value === null && told.reason
      ? [{ from: Date.parse(day.start), to: Date.parse(day.end), reason: told.reason }]
      : [];
  });
}

/** What stands behind a day's value: `62 % recorded, not worn`, `worn 15 h of 24 h`. */
export function evidenceWords({ basis, coverage, partial, reason, present, unit }: DailyValue, day: Day): string {
  const words = [
    ...(partial ? ['part of the day'] : []),
    ...(coverage === null ? [] : [`${formatNumber(coverage * 100)} % recorded`]),
    ...(reason === 'wear-unknown'
      ? [`${formatNumber(present)} ${unit === 'minutes' ? 'min' : 'values'} recorded`]
      : []),
    ...(reason ? [REASON_WORDS[reason].toLowerCase()] : []),
    ...(partial && day.wear ? [`worn ${formatMinutes(day.wear.minutes)} of ${formatMinutes(day.hours * 60)}`] : []),
  ];
  const inBed = minutesInBed(day);
  if (basis === 'sessions' && inBed !== undefined) {
    return `of ${formatMinutes(inBed)} in bed`;
  }
  return words.length > 0 ? words.join(', ') : basis === 'vendor' ? "the vendor's own value" : 'recorded all day';
}

/** `7:09`, short enough to stand on a bar. */
function clockMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
