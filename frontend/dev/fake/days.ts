import type { Day } from '../../src/api/client';
import type { LocalDate } from '../../src/time/localDate';
import { sessionsOn } from './night';
import { hasDay, type Person } from './people';
import { randomOf } from './random';
import { samplesOn } from './samples';
import { summaryOf } from './series';
import { valuesOf } from './values';

const ZONES: readonly (readonly [string, number, number])[] = [
  ['Out of Range', 30, 96],
  ['Fat Burn', 96, 132],
  ['Cardio', 132, 162],
  ['Peak', 162, 220],
];

function kindOf(length: number): Day['kind'] {
  return length === 86_400_000 ? 'usual' : length < 86_400_000 ? 'short' : 'long';
}

/** One day's figures. */
export function dayOf(person: Person, date: LocalDate): Day {
  const start = person.clock.startOf(date);
  const end = person.clock.endOf(date);
  const sessions = sessionsOn(person, date);
  const heart = samplesOn(person, 'heart_rate', date);
  const day = {
    date,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    hours: (end - start) / 3_600_000,
    kind: kindOf(end - start),
    zones: [person.zone],
    metrics: Object.fromEntries(
      person.metrics.flatMap((metric) => {
        const { v } = samplesOn(person, metric, date);
        return v.length ? [[metric, summaryOf(v)]] : [];
      }),
    ),
    vendor: vendorOf(person, date),
    vendorSetAside: {},
    coverage: {},
    wear: null,
    heartRateMinutes: new Set(heart.t.map((at) => Math.floor(at / 60_000))).size,
    heartRateZones: heart.v.length
      ? ZONES.map(([name, min, max]) => ({
          name,
          min,
          max,
          minutes: Math.round(heart.v.filter((value) => value >= min && value < max).length / 8),
          calories: null,
        }))
      : [],
    workouts: [],
    sleep: sessions.length
      ? {
          sessions: sessions.length,
          minutesAsleep: sessions.reduce((sum, { minutesAsleep }) => sum + minutesAsleep, 0),
          minutesInBed: sessions.reduce((sum, { minutesInBed }) => sum + minutesInBed, 0),
          main: sessions.some(({ main }) => main),
          napMinutes: sessions.reduce((sum, { main, minutesAsleep }) => sum + (main ? 0 : minutesAsleep), 0),
        }
      : null,
  } satisfies Omit<Day, 'values'>;
  return { ...day, values: valuesOf(day) };
}

function vendorOf(person: Person, date: LocalDate): Record<string, number> {
  if (!hasDay(person, date)) {
    return {};
  }
  const random = randomOf('vendor', person.id, date);
  if (person.source !== 'fitbit') {
    // An export's totals of a night, without its sessions; some nights lack.
    const asleep = Math.round(340 + random() * 110);
    return random() < 0.2 ? {} : { sleep_minutes_asleep: asleep, sleep_minutes_in_bed: asleep + 25 };
  }
  return {
    resting_heart_rate: Math.round(52 + person.id * 3 + random() * 5),
    hrv_daily_rmssd: Math.round((42 - person.id * 3 + random() * 10) * 10) / 10,
    spo2_daily_average: Math.round((95 + random() * 1.6) * 10) / 10,
    breathing_rate: Math.round((13.5 + random() * 2) * 10) / 10,
  };
}
