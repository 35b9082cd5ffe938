import { describe, expect, it } from 'vitest';
import { timeTicks } from './ticks';
import { wallClock } from './zone';

const MINUTE = 60_000;
const clockIn = (zone: string) => wallClock([{ validFrom: null, zone }]);

function labelsOf(zone: string, from: string, to: string, most: number): string[] {
  const clock = clockIn(zone);
  return timeTicks(clock, clock.startOf(from), clock.endOf(to), most).map(({ label }) => label);
}

describe('timeTicks', () => {
  it('stand at round local hours', () => {
    expect(labelsOf('Europe/Berlin', '2026-05-12', '2026-05-12', 8)).toEqual([
      'Tue 12 May',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
      'Wed 13 May',
    ]);
  });

  it('stay round in a half-hour zone', () => {
    expect(labelsOf('Asia/Kolkata', '2026-05-12', '2026-05-12', 4)).toEqual([
      'Tue 12 May',
      '06:00',
      '12:00',
      '18:00',
      'Wed 13 May',
    ]);
  });

  it('leave out the hour that never was', () => {
    const labels = labelsOf('Europe/Berlin', '2026-03-29', '2026-03-29', 24);
    expect(labels).not.toContain('02:00');
    expect(labels.slice(0, 4)).toEqual(['Sun 29 Mar', '01:00', '03:00', '04:00']);
    expect(labels).toHaveLength(24);
  });

  it('show the doubled hour twice', () => {
    const labels = labelsOf('Europe/Berlin', '2026-10-25', '2026-10-25', 26);
    expect(labels.filter((label) => label === '02:00')).toHaveLength(2);
    expect(labels).toHaveLength(26);
  });

  it('return to full hours after a change of half an hour', () => {
    const labels = labelsOf('Australia/Lord_Howe', '2026-10-04', '2026-10-04', 24);
    expect(labels.slice(0, 5)).toEqual(['Sun 4 Oct', '01:00', '03:00', '04:00', '05:00']);
  });

  it('go down to seconds', () => {
    const clock = clockIn('America/New_York');
    const from = Date.parse('2026-05-12T14:05:07Z');
    expect(timeTicks(clock, from, from + MINUTE, 4).map(({ label }) => label)).toEqual([
      '10:05:15',
      '10:05:30',
      '10:05:45',
      '10:06:00',
    ]);
  });

  it('are days, weeks, months and years as the range grows', () => {
    expect(labelsOf('Europe/Berlin', '2026-05-06', '2026-05-12', 9)).toHaveLength(8);
    expect(labelsOf('Europe/Berlin', '2026-05-01', '2026-05-31', 8)).toEqual([
      '4 May',
      '11 May',
      '18 May',
      '25 May',
      '1 Jun',
    ]);
    expect(labelsOf('Europe/Berlin', '2026-01-01', '2026-12-31', 12)).toEqual([
      ...['Jan 2026', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan 2027'],
    ]);
    expect(labelsOf('Europe/Berlin', '2020-06-01', '2026-05-31', 6)).toEqual([
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ]);
  });

  it('mark the start of each day of a week, whatever the clocks do', () => {
    const clock = clockIn('Europe/Berlin');
    const ticks = timeTicks(clock, clock.startOf('2026-03-26'), clock.endOf('2026-04-01'), 10);
    expect(ticks.every(({ day, at }) => day && clock.startOf(clock.dateAt(at)) === at)).toBe(true);
    expect(ticks).toHaveLength(8);
  });
});
