import type { Metric, Series } from '../../src/api/client';
import { hasDay, type Person } from './people';
import { planOf } from './samples';
import type { Window } from './series';

const BUCKETS: Readonly<Record<string, number>> = { '1m': 60_000, '1h': 3_600_000, '1d': 86_400_000 };
type Coverage = NonNullable<Series['coverage']>;
type Reason = Coverage['reasons'][number]['reason'];

/** What the service would tell about what is missing in the window, minute by minute; offsets count from `t0`. */
export function coverageOf(
  person: Person,
  metric: Metric,
  { from, to }: Window,
  resolution: string,
): (t0: number) => Coverage {
  const bucket = BUCKETS[resolution] ?? 0;
  const stretches: { from: number; to: number; reason: Reason }[] = [];
  const step = Math.max(60_000, Math.min(bucket, 3_600_000) / 2);
  for (let at = from; at < to; at += step) {
    const reason = reasonAt(person, metric, at);
    const last = stretches.at(-1);
    if (reason && last?.reason === reason && last.to === at) {
      last.to = Math.min(at + step, to);
    } else if (reason) {
      stretches.push({ from: at, to: Math.min(at + step, to), reason });
    }
  }
  const seconds = Math.max(metric.cadence, 60);
  const unit = metric.cadence < 60 ? 'minutes' : 'samples';
  return (t0) => ({
    unit,
    expected: Math.floor(bucket / 1000 / seconds),
    ...(unit === 'minutes' && { present: Math.floor(bucket / 60_000) }),
    totalPresent: Math.floor((to - from) / 1000 / seconds),
    total: Math.floor((to - from) / 1000 / seconds),
    share: null,
    reasons: stretches.map((stretch) => ({ ...stretch, from: stretch.from - t0, to: stretch.to - t0 })),
  });
}

function reasonAt(person: Person, { present }: Metric, at: number): Reason | undefined {
  const date = person.clock.dateAt(at);
  if (date < person.firstDay) {
    return 'before-enrolment';
  }
  if (!hasDay(person, date)) {
    return date > person.lastDay ? 'not-synced' : 'fetch-failed';
  }
  const plan = planOf(person, date);
  if (plan.off(at)) {
    return 'not-worn';
  }
  return present === 'asleep' && !plan.asleep(at) ? 'sleep-only' : undefined;
}
