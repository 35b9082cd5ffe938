import { describe, expect, it } from 'vitest';
import { latest, oneDay, placeOf, readSearch, stepped, withView, zoomed } from './search';

const LAST = '2026-05-12';

describe('the address of a participant’s page', () => {
  it('is empty for the newest day, which it follows', () => {
    const place = placeOf(readSearch({}), LAST);
    expect(place).toMatchObject({ view: 'day', range: { from: LAST, to: LAST }, latest: true });
    expect(placeOf({}, '2026-05-13').date).toBe('2026-05-13');
  });

  it('keeps what it knows and drops the rest', () => {
    expect(
      readSearch({
        view: 'week',
        date: '2026-05-01',
        metrics: 'steps,spo2',
        resolution: '1m',
        zoom: 'nonsense',
        other: '1',
      }),
    ).toEqual({ view: 'week', date: '2026-05-01', metrics: 'steps,spo2', resolution: '1m' });
    expect(readSearch({ view: 'decade', date: '2026-02-30', resolution: 'auto' })).toEqual({});
  });

  it('puts the ends of a range in order', () => {
    expect(readSearch({ view: 'custom', from: '2026-05-09', to: '2026-05-01' })).toEqual({
      view: 'custom',
      from: '2026-05-01',
      to: '2026-05-09',
    });
  });

  it('steps by the view', () => {
    const search = { view: 'week', metrics: 'steps' } as const;
    expect(stepped(search, placeOf(search, LAST), -1)).toEqual({ view: 'week', metrics: 'steps', date: '2026-05-05' });
    const custom = { view: 'custom', from: '2026-05-01', to: '2026-05-03' } as const;
    expect(stepped(custom, placeOf(custom, LAST), 1)).toEqual({ view: 'custom', from: '2026-05-04', to: '2026-05-06' });
  });

  it('changes the view, keeps the date and the metrics, leaves the zoom', () => {
    const search = { date: '2026-05-01', metrics: 'steps', zoom: '2026-05-01T10:00:00Z~2026-05-01T11:00:00Z' };
    const place = placeOf(search, LAST);
    expect(withView(search, place, 'month')).toEqual({ view: 'month', date: '2026-05-01', metrics: 'steps' });
    expect(withView({ view: 'month' }, placeOf({ view: 'month' }, LAST), 'custom')).toEqual({
      view: 'custom',
      from: '2026-04-13',
      to: LAST,
    });
  });

  it('names the date with a zoom, and follows the newest day again without one', () => {
    const place = placeOf({}, LAST);
    const zoom = { from: Date.parse('2026-05-12T10:00:00Z'), to: Date.parse('2026-05-12T11:00:00Z') };
    const shared = zoomed({}, place, zoom);
    expect(shared).toEqual({ date: LAST, zoom: '2026-05-12T10:00:00Z~2026-05-12T11:00:00Z' });
    expect(placeOf(shared, '2026-05-13').date).toBe(LAST);
    expect(zoomed(shared, placeOf(shared, LAST), undefined)).toEqual({});
    expect(zoomed({ date: '2026-05-01' }, placeOf({ date: '2026-05-01' }, LAST), undefined)).toEqual({
      date: '2026-05-01',
    });
  });

  it('opens one day of a range, and the newest of any', () => {
    const search = { view: 'custom', from: '2026-05-01', to: '2026-05-03', resolution: 'raw' } as const;
    expect(oneDay(search, '2026-05-02')).toEqual({ date: '2026-05-02', resolution: 'raw' });
    expect(oneDay({ view: 'week' }, '2026-05-02')).toEqual({ date: '2026-05-02' });
    expect(latest({ view: 'week', date: '2026-05-01' })).toEqual({ view: 'week' });
  });
});
