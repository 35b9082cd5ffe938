import { expect, it } from 'vitest';
import { METRICS } from '../../../dev/fake/people';
import type { Metric } from '../../api/client';
import type { Columns } from '../../api/columns';
import { wallClock } from '../../time/zone';
import { csvOf, jsonOf } from './exportFile';
import type { Person } from './people';
import { rowsOf } from './table';
import type { Cell } from './useCells';

const START = Date.parse('2026-05-12T06:00:00Z');
const MINUTE = 60_000;
const about = {
  view: { from: START, to: START + 10 * MINUTE },
  clock: wallClock([{ validFrom: null, zone: 'Asia/Kolkata' }]),
  zone: 'Asia/Kolkata, UTC+5:30',
  address: 'http://localhost/explore',
};

function cell(): Cell {
  const columns: Columns = {
    x: Float64Array.of(START - MINUTE, START, START + 5 * MINUTE),
    y: Float64Array.of(1, 70.5, 71),
    low: Float64Array.of(1, 66, 70),
    high: Float64Array.of(1, 75, 72),
    count: Float64Array.of(1, 6, 3),
    present: Float64Array.of(1, 1, 1),
    expected: Float64Array.of(1, 1, 2),
    unit: 'minutes',
    width: MINUTE,
    gap: 1.5 * MINUTE,
    resolution: '1m',
  };
  const lacks = [{ from: START + MINUTE, to: START + 5 * MINUTE, reason: 'not-worn' as const }];
  const imputed = {
    x: Float64Array.of(START + 2 * MINUTE),
    y: Float64Array.of(69),
    low: Float64Array.of(60),
    high: Float64Array.of(78),
    width: MINUTE,
    minutes: Float64Array.of(1),
    method: ['profile 1'],
  };
  return {
    person: { id: 1, name: '=Ann, B' } as Person,
    metric: METRICS[0] as Metric,
    data: {
      cut: false,
      series: [{ source: 'fitbit', device: '', cadence: 5, columns, lacks, missing: lacks, imputed }],
    },
    pending: false,
    error: null,
    retry: () => undefined,
  };
}

it('CSV: units and zone in the head; what is in view with count, coverage and reason; what is missing is a row', async () => {
  const lines = (await csvOf(rowsOf([cell()], about.view, about.clock), about).text()).trimEnd().split('\r\n');
  const head = lines.filter((line) => line.startsWith('#')).join('\n');
  expect(head).toContain('local in Asia/Kolkata, UTC+5:30');
  expect(head).toContain('heart_rate in bpm');
  const [names, ...rows] = lines.filter((line) => !line.startsWith('#'));
  expect(names).toBe(
    'participant,metric,unit,source,resolution,start,local,end,value,min,max,count,present,expected,coverage,reason,imputed,imputedMinutes,stage',
  );
  const who = `"'=Ann, B",heart_rate,bpm,fitbit,1m`;
  expect(rows).toEqual([
    `${who},2026-05-12T06:00:00Z,2026-05-12T11:30:00,2026-05-12T06:01:00Z,70.5,66,75,6,1,1,1,,,,`,
    `${who},2026-05-12T06:01:00Z,2026-05-12T11:31:00,2026-05-12T06:05:00Z,,,,0,,,0,not-worn,,,`,
    `${who},2026-05-12T06:02:00Z,2026-05-12T11:32:00,2026-05-12T06:03:00Z,69,60,78,0,,,,,profile 1,1,`,
    `${who},2026-05-12T06:05:00Z,2026-05-12T11:35:00,2026-05-12T06:06:00Z,71,70,72,3,1,2,0.5,,,,`,
  ]);
});

it('JSON: the same rows', async () => {
  const body = JSON.parse(await jsonOf(rowsOf([cell()], about.view, about.clock), about).text());
  expect(body.zone).toBe(about.zone);
  expect(body.rows).toHaveLength(4);
  expect(body.rows[1]).toMatchObject({ value: null, count: 0, reason: 'not-worn' });
});
