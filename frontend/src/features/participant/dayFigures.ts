import type { Day } from '../../api/client';
import type { DayMark } from '../../charts/layers/days';
import { partWords } from './dayCoverage';
import { FIGURES, type Figure, minutesInBed } from './figures';

/** A figure with one mark per day: totals stand on zero as bars, levels are dots on a line. */
export interface DayFigure {
  readonly figure: Figure;
  readonly title: string;
  readonly total: boolean;
  /** What the day's value is a part of. */
  readonly whole?: (day: Day) => number | undefined;
}

const SHOWN: readonly (Omit<DayFigure, 'figure'> & { readonly key: string })[] = [
  { key: 'steps', title: 'Steps per day', total: true },
  { key: 'asleep', title: 'Asleep, of time in bed, per night', total: true, whole: minutesInBed },
  { key: 'resting_heart_rate', title: 'Resting heart rate per day', total: false },
  { key: 'hrv_daily_rmssd', title: 'HRV per night', total: false },
];

export const DAY_FIGURES: readonly DayFigure[] = SHOWN.flatMap(({ key, ...rest }) => {
  const figure = FIGURES.find((candidate) => candidate.key === key);
  return figure ? [{ ...rest, figure }] : [];
});

/** The marks of the days that have the figure. */
export function marksOf({ figure, whole }: DayFigure, days: readonly Day[]): DayMark[] {
  return days.flatMap((day) => {
    const value = figure.read(day);
    const all = whole?.(day);
    return value === undefined
      ? []
      : [
          {
            from: Date.parse(day.start),
            to: Date.parse(day.end),
            value,
            label: figure.key === 'asleep' ? clockMinutes(value) : figure.format(value).value,
            partial: partWords(figure, day) !== undefined,
            ...(all !== undefined && { whole: all }),
          },
        ];
  });
}

/** `7:09`, short enough to stand on a bar. */
function clockMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
