import { describe, expect, it } from 'vitest';
import { readReportSearch, reportRange } from './search';

describe('the days of a report', () => {
  it('are those of the address, else the last 30', () => {
    expect(reportRange(readReportSearch({}), '2026-05-12')).toEqual({ from: '2026-04-13', to: '2026-05-12' });
    const search = readReportSearch({ from: '2026-03-05', to: '2026-03-01' });
    expect(reportRange(search, '2026-05-12')).toEqual({ from: '2026-03-01', to: '2026-03-05' });
    expect(readReportSearch({ from: '2026-02-30', to: '2026-03-01', print: 'later' })).toEqual({});
  });

  it('are no more than can be printed', () => {
    const { from } = reportRange({ from: '1990-01-01', to: '2026-05-12' }, '2026-05-12');
    expect(from).toBe('2022-05-10');
  });
});
