import { expect, it } from 'vitest';
import { changed, peopleOf, pointOf, pointToText, readSearch } from './search';

it('keeps what it understands', () => {
  const search = {
    people: '1,2',
    metrics: 'heart_rate,steps',
    range: '2026-05-12T06:00:00Z~2026-05-12T12:00:00Z',
    layout: 'overlaid',
    resolution: '1m',
    zone: 'Asia/Kolkata',
    fill: 'both',
    point: '1~heart_rate~2026-05-12T06:00:00Z',
  };
  expect(readSearch(search)).toEqual(search);
  expect(readSearch({ ...search, range: 'all', zone: 'viewer' })).toMatchObject({ range: 'all', zone: 'viewer' });
});

it('leaves out what it does not', () => {
  expect(
    readSearch({
      people: 'x',
      range: 'week',
      layout: 'piled',
      resolution: 'auto',
      zone: 'Mars',
      fill: '1',
      point: '1',
    }),
  ).toEqual({});
});

it('takes each participant once, and no more than can be told apart', () => {
  expect(peopleOf('3,1,3,-2,1.5,x')).toEqual([3, 1]);
  expect(peopleOf('1,2,3,4,5,6,7,8,9')).toHaveLength(8);
});

it('a point comes back as it went', () => {
  const point = { participant: 7, metric: 'spo2', at: Date.parse('2026-05-12T06:00:30Z') };
  expect(pointToText(point)).toBe('7~spo2~2026-05-12T06:00:30Z');
  expect(pointOf(pointToText(point))).toEqual(point);
});

it('a part that becomes undefined leaves the address', () => {
  expect(changed({ metrics: 'steps', zone: 'UTC' }, { zone: undefined, range: 'all' })).toEqual({
    metrics: 'steps',
    range: 'all',
  });
});
