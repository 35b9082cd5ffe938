import type { Schemas } from '../../src/api/client';
import { addDays } from '../../src/time/localDate';
import type { World } from './world';

const AT = '2026-05-12T08:00:00Z';

const job = (id: number, state: Schemas['JobState'], more: Partial<Schemas['Job']>): Schemas['Job'] => ({
  id,
  kind: 'backfill',
  parameters: { kind: 'backfill', participants: [2], from: '2026-03-01', to: '2026-03-10' },
  trigger: 'api',
  state,
  cancelling: false,
  done: 0,
  total: null,
  words: null,
  resumed: 0,
  createdAt: AT,
  startedAt: AT,
  endedAt: null,
  exitCode: null,
  error: null,
  result: null,
  ...more,
});

const FOUND = {
  words: '0 of 1 runs that had failed brought their day now',
  counts: { runs: 1 },
  findings: [{ participant: 1, date: '2026-03-12', dataType: 'steps', words: 'The payload is cut short.' }],
  more: 0,
};

export const jobs = (): Schemas['JobPage'] => ({
  jobs: [
    job(2, 'running', { done: 4, total: 10, words: 'Bob, 4 Mar 2026' }),
    job(1, 'done', { kind: 'retry', parameters: { kind: 'retry' }, endedAt: '2026-05-12T08:00:03Z', result: FOUND }),
  ],
  next: null,
});

export const sources = (world: World, query: URLSearchParams): Schemas['SourcePage'] => ({
  sources: world.people
    .filter(({ id, source }) => source === 'fitbit' && String(id) === (query.get('participant') ?? String(id)))
    .map(({ id, source, lastDay }) => ({
      participant: id,
      source,
      connected: true,
      scopes: ['heartrate', 'sleep'],
      consent: id === 2 ? ('withdrawn' as const) : ('given' as const),
      quota: { limit: 150, left: 120, resetsAt: AT, toldAt: AT },
      state: id === 2 ? ('needs-consent' as const) : ('ok' as const),
      note: id === 2 ? 'Consent was withdrawn; nothing is fetched.' : null,
      nextDate: addDays(lastDay, 1),
      dueAt: new Date(world.dueAt).toISOString(),
      lastFetchAt: AT,
      lastFetchDate: lastDay,
      lastDataDate: lastDay,
      skippedCount: id === 1 ? 1 : 0,
      skipped:
        id === 1
          ? [
              {
                run: 17,
                date: '2026-03-12',
                dataType: 'steps',
                state: 'failed' as const,
                error: 'It is cut short.',
                retryAt: null,
              },
            ]
          : [],
      profileZone:
        id === 3 ? { zone: 'Asia/Kathmandu', since: AT, toldAt: AT, study: world.people[2]?.zone ?? 'UTC' } : null,
    })),
  next: null,
});

const RECORD = '{"time":"23:58:34","value":{}}';

export const rejections = (query: URLSearchParams): Schemas['RejectionPage'] => ({
  rejections: [9, 8]
    .map((id) => ({
      id,
      run: 41,
      at: AT,
      participant: 2,
      source: 'fitbit',
      dataType: 'heart_rate',
      date: '2026-03-10',
      reason: id === 9 ? ('malformed' as const) : ('out-of-range' as const),
      position: `/dataset/${id}`,
      detail: `The record has no value: ${RECORD}`,
      payload: 'fitbit/2/2026-03-10/heart_rate-b3.gz',
      record: RECORD,
    }))
    .filter(({ reason }) => reason === (query.get('reason') ?? reason)),
  next: null,
});

export const imputationRuns = (): Schemas['ImputationRunPage'] => ({
  runs: [
    {
      id: 3,
      method: 'profile',
      version: 1,
      parameters: { participants: [1], from: '2026-03-01' } as unknown as Schemas['ImputationRun']['parameters'],
      trigger: 'cli',
      state: 'done',
      startedAt: AT,
      endedAt: '2026-05-12T08:01:00Z',
      undoneAt: null,
      counts: {
        participants: 1,
        daysMade: 60,
        daysKept: 2,
        daysSkipped: 0,
        gaps: 14,
        minutes: 380,
        refused: { 'too-long': 5, 'no-neighbours': 1 },
      },
      inEffect: 380,
      removed: null,
      error: null,
    },
  ],
  next: null,
});

/** The clockwork: a night that went well, a weekly look that failed, and one that never came yet. */
export const schedule = (world: World): Schemas['Schedule'] => {
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
  const beat = (key: string, name: string, more: Partial<Schemas['Beat']>): Schemas['Beat'] => ({
    ...{ key, name, every: null, cron: null, state: 'done', startedAt: ago(3), endedAt: ago(2.6) },
    ...{ error: null, next: ago(-2) },
    ...more,
  });
  const days = { cron: '0 30 4 * * ?', startedAt: ago(34_000), endedAt: ago(33_912), next: ago(-52_400) };
  const never = { cron: '0 0 5 ? * SUN', state: 'never' as const, startedAt: null, endedAt: null, next: ago(-400_000) };
  const night = { cron: '0 30 3 * * ?', startedAt: ago(37_600), endedAt: ago(37_594), next: ago(-48_800) };
  return {
    zone: 'Europe/Berlin',
    beats: [
      beat('take-due', 'take in days that are due', { every: 12, next: new Date(world.dueAt).toISOString() }),
      beat('look-back-days', 'look again at the last days', { ...days, state: 'failed', error: 'no network' }),
      beat('look-back-weeks', 'look again at the last weeks', never),
      beat('verify', 'tidy up and verify roll-ups', night),
      beat('refresh', 'refresh roll-ups', { every: 5 }),
    ],
    refresher: { needed: true, days: 3, oldestSeconds: 4, last: { at: ago(40), millis: 640, days: 14, error: null } },
    verify: {
      ended: {
        ...{ trigger: 'schedule', startedAt: ago(37_598), endedAt: ago(37_594) },
        ...{ compared: 4_812_330, differing: 0, repaired: false },
      },
      failed: null,
      next: night.next,
    },
  };
};
