import { expect, it } from 'vitest';
import type { DecodedSeries } from '../../api/queries/series';
import { wallClock } from '../../time/zone';
import { hourMapOf } from './hourMap';

const HOUR = 3_600_000;

it('leaves out hours without the watch, though steps were sent for every minute', () => {
  const x = [0, 1, 2].map((hour) => Date.parse('2026-05-11T10:00:00Z') + hour * HOUR);
  const columns = { x, y: [600, 0, 300], count: [60, 60, 60], present: [60, 0, 30], expected: [60, 60, 60] };
  const [monday] = hourMapOf(
    [{ columns, cadence: 60 } as unknown as DecodedSeries],
    wallClock([{ validFrom: null, zone: 'UTC' }]),
  );
  expect(monday?.slice(10, 13)).toEqual([
    { mean: 600, hours: 1 },
    { mean: undefined, hours: 0 },
    { mean: 300, hours: 1 },
  ]);
});
