import type { Day, Schemas } from '../../src/api/client';
import type { DailyValue } from '../../src/api/summary';

type Told = Omit<Day, 'values'>;

const NONE: DailyValue = {
  ...{ value: null, basis: null, unit: null, present: 0, expected: 0 },
  ...{ coverage: null, reason: null, partial: false, note: null },
};

/** The daily values as the service would tell them of a made-up day, of which nothing is missing. */
export function valuesOf(day: Told): Day['values'] {
  const samples = (key: string, kind: 'sum' | 'avg'): DailyValue => {
    const summary = day.metrics[key];
    return summary
      ? {
          ...{ ...NONE, value: summary[kind], basis: 'samples', unit: 'minutes' },
          ...{ present: Math.round(day.hours * 60), expected: Math.round(day.hours * 60), coverage: 1 },
        }
      : absent(day, key);
  };
  const vendor = (key: string): DailyValue => {
    const value = day.vendor[key];
    return value === undefined ? absent(day, key) : { ...NONE, value, basis: 'vendor' };
  };
  return {
    steps: samples('steps', 'sum'),
    resting_heart_rate: vendor('resting_heart_rate'),
    asleep: day.sleep ? { ...NONE, value: day.sleep.minutesAsleep, basis: 'sessions' } : vendor('sleep_minutes_asleep'),
    distance: samples('distance', 'sum'),
    hrv_daily_rmssd: vendor('hrv_daily_rmssd'),
    spo2_daily_average: vendor('spo2_daily_average'),
    calories: samples('calories', 'sum'),
    heart_rate: samples('heart_rate', 'avg'),
  };
}

function absent(day: Told, key: string): DailyValue {
  return { ...NONE, reason: (day.coverage[key]?.reason ?? null) as Schemas['Reason'] | null };
}
