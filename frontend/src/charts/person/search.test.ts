import { expect, it } from 'vitest';
import { changed, readPersonSearch } from './search';

it('reads what it knows and leaves out the rest', () => {
  expect(readPersonSearch({ participant: '2', date: '2026-05-12', span: '1y', figure: 'night_hrv' })).toEqual({
    participant: 2,
    date: '2026-05-12',
    span: '1y',
    figure: 'night_hrv',
  });
  expect(readPersonSearch({ participant: 'x', date: '2026-02-30', span: '12w', more: 1 })).toEqual({});
});

it('changes a part and takes away what is undefined', () => {
  const zoom = '2026-05-01T00:00:00Z~2026-05-03T00:00:00Z';
  const before = { participant: 1, date: '2026-05-12', zoom };
  expect(changed(before, { date: undefined, span: '4w' })).toEqual({ participant: 1, span: '4w' });
  expect(changed(before, { figure: 'night_hrv' })).toEqual({ ...before, figure: 'night_hrv' });
});
