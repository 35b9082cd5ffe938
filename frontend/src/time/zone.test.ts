import { describe, expect, it } from 'vitest';
import { isZone, offsetAt, wallClock } from './zone';

const HOUR = 3_600_000;
const clockIn = (zone: string) => wallClock([{ validFrom: null, zone }]);
const iso = (instant: number) => new Date(instant).toISOString();

describe('wallClock', () => {
  it.each([
    ['Europe/Berlin', '2026-03-28', 24],
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Asia/Kolkata', '2026-03-29', 24],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['Pacific/Apia', '2011-12-30', 0],
  ])('in %s the day %s lasts %d hours', (zone, date, hours) => {
    const clock = clockIn(zone);
    expect((clock.endOf(date) - clock.startOf(date)) / HOUR).toBe(hours);
  });

  it.each([
    ['Europe/Berlin', '2026-05-12', '2026-05-11T22:00:00.000Z'],
    ['Asia/Kolkata', '2026-05-12', '2026-05-11T18:30:00.000Z'],
    ['Asia/Kathmandu', '2026-05-12', '2026-05-11T18:15:00.000Z'],
    ['America/New_York', '2026-05-12', '2026-05-12T04:00:00.000Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
  ])('in %s the day %s begins at %s', (zone, date, start) => {
    expect(iso(clockIn(zone).startOf(date))).toBe(start);
  });

  it('follows a move to another zone', () => {
    const clock = wallClock([
      { validFrom: null, zone: 'Europe/Berlin' },
      { validFrom: '2026-05-10T12:00:00Z', zone: 'America/New_York' },
    ]);
    expect(clock.zoneAt(Date.parse('2026-05-10T11:59:59Z'))).toBe('Europe/Berlin');
    expect(clock.zoneAt(Date.parse('2026-05-10T12:00:00Z'))).toBe('America/New_York');
    expect((clock.endOf('2026-05-10') - clock.startOf('2026-05-10')) / HOUR).toBe(30);
  });

  it('puts every instant of a day on its date, also around clock changes', () => {
    for (const zone of ['Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns']) {
      const clock = clockIn(zone);
      for (const date of ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01']) {
        const [start, end] = [clock.startOf(date), clock.endOf(date)];
        expect(clock.dateAt(start - 1)).not.toBe(date);
        expect(clock.dateAt(start)).toBe(date);
        expect(clock.dateAt(end - 1)).toBe(date);
        expect(clock.dateAt(end)).not.toBe(date);
      }
    }
  });

  it('takes a zone that the browser does not know as UTC', () => {
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(iso(clockIn('Mars/Olympus').startOf('2026-05-12'))).toBe('2026-05-12T00:00:00.000Z');
  });
});

it('knows offsets before 1970', () => {
  expect(offsetAt('Europe/Berlin', Date.parse('1960-07-01T00:00:00Z'))).toBe(HOUR);
});
