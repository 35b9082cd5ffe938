import { addDays, type LocalDate } from '../../src/time/localDate';
import { sessionsOn } from './night';
import { hasDay, type Person } from './people';
import { randomOf } from './random';

/** Samples of one metric in rising time. */
export interface Samples {
  readonly t: number[];
  readonly v: number[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const cache = new Map<string, Samples>();

/** All samples of a person's local day; the same every time. */
export function samplesOn(person: Person, metric: string, date: LocalDate): Samples {
  const key = `${person.id} ${metric} ${date} ${person.lastDay >= date}`;
  let samples = cache.get(key);
  if (!samples) {
    samples = hasDay(person, date) && person.metrics.includes(metric) ? make(person, metric, date) : { t: [], v: [] };
    cache.set(key, samples);
    if (cache.size > 3000) {
      cache.clear();
    }
  }
  return samples;
}

/** How a day goes: when the watch is off, when its wearer moves and how hard. */
export interface DayPlan {
  readonly start: number;
  readonly end: number;
  off(at: number): boolean;
  asleep(at: number): boolean;
  /** 0 at rest to 1 at full effort. */
  effort(at: number): number;
}

const plans = new Map<string, DayPlan>();

/** The plan of a person's local day; the same every time. */
export function planOf(person: Person, date: LocalDate): DayPlan {
  const key = `${person.id} ${date} ${person.lastDay}`;
  const plan = plans.get(key) ?? makePlan(person, date);
  plans.set(key, plan);
  return plan;
}

function makePlan(person: Person, date: LocalDate): DayPlan {
  const random = randomOf('plan', person.id, date);
  const start = person.clock.startOf(date);
  const end = person.clock.endOf(date);
  const bouts = Array.from({ length: 7 }, () => {
    const from = start + (7 + random() * 14) * HOUR;
    return { from, to: from + (6 + random() * 30) * MINUTE, effort: 0.2 + random() * 0.25 };
  });
  if (random() < 0.5) {
    const from = start + (16.5 + random() * 2) * HOUR;
    bouts.push({ from, to: from + (35 + random() * 25) * MINUTE, effort: 0.85 });
  }
  const charge = start + (18.6 + random() * 2) * HOUR;
  const long = random() < 0.2 ? start + (9 + random() * 4) * HOUR : 0;
  const offs = [
    [charge, charge + (35 + random() * 30) * MINUTE],
    [long, long === 0 ? 0 : long + 2.4 * HOUR],
  ];
  const nights = [...sessionsOn(person, date), ...sessionsOn(person, addDays(date, 1))].map((s) => [
    Date.parse(s.start),
    Date.parse(s.end),
  ]);
  const within = (spans: number[][], at: number) => spans.some(([from = 0, to = 0]) => at >= from && at < to);
  return {
    start,
    end,
    off: (at) => within(offs, at),
    asleep: (at) => within(nights, at),
    effort: (at) => {
      let most = 0;
      for (const bout of bouts) {
        if (at >= bout.from && at < bout.to) {
          most = Math.max(most, bout.effort * Math.min(1, (at - bout.from) / (5 * MINUTE) + 0.3));
        }
      }
      return most;
    },
  };
}

function make(person: Person, metric: string, date: LocalDate): Samples {
  const plan = planOf(person, date);
  const random = randomOf(metric, person.id, date);
  const samples: Samples = { t: [], v: [] };
  const step = metric === 'heart_rate' ? 0 : metric === 'hrv_rmssd' ? 5 * MINUTE : MINUTE;
  let drift = 0;
  for (
    let at = plan.start;
    at < plan.end;
    at += step || 1000 * ([5, 5, 10, 5, 15, 10, 3][Math.floor(random() * 7)] ?? 5)
  ) {
    drift = drift * 0.98 + (random() - 0.5);
    const value = plan.off(at) ? undefined : sampleOf(metric, person, plan, at, drift, random);
    if (value !== undefined) {
      samples.t.push(at);
      samples.v.push(value);
    }
  }
  return samples;
}

function sampleOf(
  metric: string,
  person: Person,
  plan: DayPlan,
  at: number,
  drift: number,
  random: () => number,
): number | undefined {
  const effort = plan.effort(at);
  const asleep = plan.asleep(at);
  const walks = effort > 0 ? random() < 0.85 : !asleep && random() < 0.09;
  const steps = walks ? Math.round((effort > 0.7 ? 150 : effort > 0 ? 85 : 18) * (0.6 + random() * 0.6)) : 0;
  switch (metric) {
    case 'heart_rate':
      return Math.round(52 + person.id * 3 + (asleep ? 0 : 12) + effort * 98 + drift * 2.2 + random() * 2);
    case 'steps':
      return steps;
    case 'distance':
      return Math.round(steps * 0.74);
    case 'floors':
      return steps > 60 && random() < 0.04 ? 1 : 0;
    case 'calories':
      return Math.round((1.15 + effort * 9 + steps * 0.02) * 10) / 10;
    case 'mets':
      return Math.round((1 + effort * 8 + steps * 0.01) * 10) / 10;
    case 'active_zone_minutes':
      return effort > 0.7 ? 2 : effort > 0.35 ? 1 : undefined;
    case 'spo2':
      return asleep ? Math.round((95.6 + drift * 0.35) * 10) / 10 : undefined;
    case 'hrv_rmssd':
      return asleep ? Math.round((44 - person.id * 3 + drift * 5) * 10) / 10 : undefined;
    default:
      return undefined;
  }
}
