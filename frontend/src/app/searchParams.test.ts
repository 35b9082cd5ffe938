import { expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './searchParams';

it('writes an address that a person can read, and reads it back', () => {
  const search = {
    view: 'week',
    zone: 'Europe/Berlin',
    metrics: 'heart_rate,steps',
    zoom: '2026-05-12T10:00:00Z~2026-05-12T11:00:00Z',
  };
  const text = stringifySearch({ ...search, date: undefined, filter: '' });
  expect(text).toBe(
    '?view=week&zone=Europe/Berlin&metrics=heart_rate,steps&zoom=2026-05-12T10:00:00Z~2026-05-12T11:00:00Z',
  );
  expect(parseSearch(text)).toEqual(search);
  expect(stringifySearch({})).toBe('');
});

it('keeps signs that mean something in an address', () => {
  expect(parseSearch(stringifySearch({ filter: 'a&b=c #1+2' }))).toEqual({ filter: 'a&b=c #1+2' });
});
