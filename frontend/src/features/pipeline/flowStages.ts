import type { Run, Status } from '../../api/client';
import type { Schedule } from '../../api/queries/schedule';
import type { SourceHealth } from '../../api/queries/sources';
import { formatAgo, formatUntil } from '../../format/dates';
import { count, formatBytes, formatDuration, formatNumber } from '../../format/numbers';
import type { Arrivals } from '../../live/arrivals';
import type { LiveState } from '../../live/events';
import type { Tab } from './search';

/** A place that data pass, with what happens there. */
export interface Stage {
  readonly name: string;
  readonly does: string;
  readonly figure: string;
  readonly unit: string;
  readonly lines: readonly string[];
  /** What is wrong there. */
  readonly bad?: string | undefined;
  readonly tab?: Tab;
}

interface Known {
  readonly status: Status;
  readonly runs: readonly Run[];
  readonly sources: readonly SourceHealth[];
  readonly schedule: Schedule | undefined;
  readonly arrivals: Arrivals;
  readonly live: LiveState;
  readonly now: number;
}

/** Source, lake, parser, store, roll-ups and API as they do now. */
export function stagesOf({ status, runs, sources, schedule, arrivals, live, now }: Known): Stage[] {
  const due = status.positions.map(({ dueAt }) => Date.parse(dueAt)).toSorted((a, b) => a - b)[0];
  const troubled = sources.filter(({ state }) => state !== 'ok' && state !== 'waiting').length;
  const failed = runs.filter(({ state }) => state === 'failed').length;
  const rejections = sum(runs, 'rejections');
  const checked = schedule?.verify.ended;
  const waiting = schedule?.refresher.days ?? 0;
  return [
    {
      name: 'Source',
      does: 'asked day by day',
      figure: formatNumber(status.positions.length),
      unit: 'on schedule',
      lines: [due ? `next day ${formatUntil(due, now)}` : 'nothing is due', `fetch ${median(runs, 'fetchMillis')}`],
      bad: troubled ? `${count(troubled, 'source')} in trouble` : undefined,
      tab: 'sources',
    },
    {
      name: 'Lake',
      does: 'payloads, byte for byte',
      figure: formatBytes(status.lake.bytes),
      unit: 'kept in all',
      lines: [count(status.lake.payloads, 'payload')],
      tab: 'runs',
    },
    {
      name: 'Parse',
      does: 'records become samples',
      figure: formatNumber(sum(runs, 'samples')),
      unit: 'samples',
      lines: [`${formatNumber(rejections)} rejected`, `parse ${median(runs, 'parseMillis')}`],
      bad: failed ? `${count(failed, 'run')} failed` : undefined,
      tab: 'rejections',
    },
    {
      name: 'Store',
      does: 'a day at once, or not at all',
      figure: formatNumber(runs.filter(({ state }) => state === 'stored').length),
      unit: 'stored',
      lines: [
        `${formatNumber(runs.filter(({ state }) => state === 'unchanged').length)} unchanged`,
        `store ${median(runs, 'storeMillis')}`,
      ],
      tab: 'runs',
    },
    {
      name: 'Roll-ups',
      does: 'minutes, hours, days',
      figure: checked ? formatAgo(Date.parse(checked.endedAt), now) : 'not yet',
      unit: 'verified',
      lines: [
        checked ? `${formatNumber(checked.compared)} buckets` : 'compared with their samples every night',
        waiting ? `${count(waiting, 'day', 'days')} to refresh` : 'nothing to refresh',
      ],
      bad:
        checked && checked.differing > 0 && !checked.repaired
          ? `${count(checked.differing, 'bucket')} ${checked.differing === 1 ? 'differs' : 'differ'}`
          : undefined,
    },
    {
      name: 'API',
      does: 'pages hear of each delivery',
      figure: formatNumber(arrivals.deliveries),
      unit: 'events',
      lines: [`${formatNumber(arrivals.samples)} samples`],
      bad: live === 'reconnecting' ? 'the stream is cut' : undefined,
    },
  ];
}

type Figure = 'samples' | 'rejections' | 'fetchMillis' | 'parseMillis' | 'storeMillis';

function sum(runs: readonly Run[], figure: Figure): number {
  return runs.reduce((total, run) => total + (run[figure] ?? 0), 0);
}

/** The middle of the times, in words. */
function median(runs: readonly Run[], figure: Figure): string {
  const sorted = runs.flatMap((run) => run[figure] ?? []).toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? '–' : formatDuration(middle);
}
