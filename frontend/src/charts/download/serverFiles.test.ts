import { expect, test } from 'vitest';
import { dayFiles, seriesFiles } from './serverFiles';

const WANTED = {
  people: [{ id: 1 }, { id: 3 }],
  metrics: ['heart_rate', 'steps'],
  view: { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 8) },
  resolution: '1h',
  fill: 'both' as const,
};

test('the links ask for what is shown', () => {
  const [csv, , parquet] = seriesFiles(WANTED).map(({ href }) => new URL(href, 'http://localhost'));
  expect(csv?.pathname).toBe('/api/v1/export/series');
  expect(Object.fromEntries(csv?.searchParams ?? [])).toEqual({
    participants: '1,3',
    metrics: 'heart_rate,steps',
    from: '2026-03-01T00:00:00.000Z',
    to: '2026-03-08T00:00:00.000Z',
    resolution: '1h',
    fill: 'both',
    format: 'csv',
  });
  expect(parquet?.searchParams.get('format')).toBe('parquet');
});

test('a chosen zone is that of the wall times', () => {
  const [csv] = seriesFiles({ ...WANTED, zone: 'Asia/Kolkata' });
  expect(csv?.href).toContain('zone=Asia%2FKolkata');
});

test('daily figures are those of local days', () => {
  const [, json] = dayFiles({ people: [{ id: 2 }], range: { from: '2026-03-01', to: '2026-03-07' }, fill: 'raw' });
  expect(json?.href).toBe('/api/v1/export/days?participants=2&from=2026-03-01&to=2026-03-07&fill=raw&format=json');
});
