import type { Schemas } from '../../api/client';
import { count, formatNumber } from '../../format/numbers';

type Change = Schemas['Change'];

const KINDS: Record<Change['kind'], readonly [string, string]> = {
  samples: ['sample', 'samples'],
  figure: ['figure', 'figures'],
  sleep: ['sleep session', 'sleep sessions'],
  zones: ['heart-rate zone', 'heart-rate zones'],
  workouts: ['workout', 'workouts'],
};

const TRIGGERS: Record<Schemas['RunTrigger'], string> = {
  'first-start': 'the first start',
  schedule: 'the schedule',
  refresh: 'a refresh of the last days',
  backfill: 'a backfill',
  manual: 'a fetch by hand',
  import: 'an import',
  reparse: 'a new reading of the payload',
  retry: 'a retry',
};

/** Who or what brought it. */
export function triggerWords(trigger: Schemas['RunTrigger']): string {
  return TRIGGERS[trigger];
}

/** `steps: 12 samples added, 3 changed; sum 9 214 → 9 410 (196 more)`. */
export function changeWords({ kind, metric, added, removed, changed, sumBefore, sumAfter }: Change): string {
  const [one, many] = KINDS[kind];
  const parts = (
    [
      [added, 'added'],
      [removed, 'removed'],
      [changed, 'changed'],
    ] as const
  ).filter(([amount]) => amount > 0);
  const counts = parts.map(([amount, what], index) =>
    index === 0 ? `${count(amount, one, many)} ${what}` : `${formatNumber(amount)} ${what}`,
  );
  const sums = sumWords(kind, sumBefore, sumAfter);
  return `${metric === null ? '' : `${metric.replaceAll('_', ' ')}: `}${[counts.join(', '), sums].filter(Boolean).join('; ')}`;
}

function sumWords(kind: Change['kind'], before: number | null, after: number | null): string {
  if (before === after || (before === null && after === null)) {
    return '';
  }
  const decimals = [before, after].some((sum) => sum !== null && !Number.isInteger(sum)) ? 1 : 0;
  const figure = (sum: number | null) => (sum === null ? 'none' : formatNumber(sum, decimals));
  const difference =
    before === null || after === null
      ? ''
      : ` (${formatNumber(Math.abs(after - before), decimals)} ${after > before ? 'more' : 'less'})`;
  return `${kind === 'samples' ? 'sum ' : ''}${figure(before)} → ${figure(after)}${difference}`;
}
