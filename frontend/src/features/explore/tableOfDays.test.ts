import { expect, it } from 'vitest';
import type { SleepSession } from '../../api/client';
import { wallClock } from '../../time/zone';
import type { Person } from './people';
import type { ExploreFigure } from './rows';
import { figureRows, sleepRows } from './tableOfDays';
import { vendorFigures } from './useDayFigures';

const clock = wallClock([{ validFrom: null, zone: 'Europe/Berlin' }]);
const person = { id: 1, name: 'Alice', clock } as Person;
const view = { from: Date.parse('2026-05-11T22:00:00Z'), to: Date.parse('2026-05-13T22:00:00Z') };

it('a figure of each day in view is a row from midnight to midnight', () => {
  const day = (date: string, value?: number) => ({ date, vendor: value === undefined ? {} : { resting: value } });
  const days = [day('2026-05-11', 50), day('2026-05-12', 57), day('2026-05-13')];
  const figures = vendorFigures('resting', days as never);
  const figure = { key: 'resting', display: 'bpm', by: 'vendor' } as ExploreFigure;
  const rows = figureRows(figure, [{ person, figures, error: null, retry: () => undefined }], view, clock);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    ...{ participant: 'Alice', metric: 'resting', unit: 'bpm', source: 'vendor', resolution: '1d', value: 57 },
    ...{ start: '2026-05-11T22:00:00Z', local: '2026-05-12T00:00:00', end: '2026-05-12T22:00:00Z' },
  });
});

it('each stage in view is a row', () => {
  const stage = (start: string, level: string) => ({ start, seconds: 1800, level });
  const session = {
    source: 'fitbit',
    stages: [stage('2026-05-11T21:00:00Z', 'light'), stage('2026-05-12T00:00:00Z', 'deep')],
    shortWakes: [stage('2026-05-12T00:10:00Z', 'wake')],
  } as unknown as SleepSession;
  const rows = sleepRows(person, [session], view, clock);
  expect(rows.map(({ metric, stage: level, end }) => [metric, level, end])).toEqual([
    ['sleep_stage', 'deep', '2026-05-12T00:30:00Z'],
    ['sleep_stage', 'wake', '2026-05-12T00:40:00Z'],
  ]);
});
