import { describe, expect, it } from 'vitest';
import { addMonths, isLocalDate } from './localDate';
import { datesOf, daysIn, rangeUpTo, shiftRange, stepDate } from './range';
import { fitSpan, panSpan, scaleSpan, spanOfText, spanToText } from './span';

describe('ranges', () => {
  it('end on the date', () => {
    expect(rangeUpTo('day', '2026-05-12')).toEqual({ from: '2026-05-12', to: '2026-05-12' });
    expect(rangeUpTo('week', '2026-05-12')).toEqual({ from: '2026-05-06', to: '2026-05-12' });
    expect(rangeUpTo('month', '2026-03-31')).toEqual({ from: '2026-03-01', to: '2026-03-31' });
    expect(rangeUpTo('year', '2024-12-31')).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(rangeUpTo('custom', '2026-05-12', { from: '2026-01-01', to: '2026-01-02' }).to).toBe('2026-01-02');
  });

  it('count and list their days across a clock change', () => {
    const range = { from: '2026-03-28', to: '2026-03-30' };
    expect(daysIn(range)).toBe(3);
    expect(datesOf(range)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
    expect(shiftRange(range, -1)).toEqual({ from: '2026-03-25', to: '2026-03-27' });
  });

  it('step by their own length', () => {
    expect(stepDate('day', '2026-03-01', -1)).toBe('2026-02-28');
    expect(stepDate('week', '2026-03-01', 1)).toBe('2026-03-08');
    expect(stepDate('year', '2024-02-29', 1)).toBe('2025-02-28');
  });
});

describe('local dates', () => {
  it('keep within shorter months', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('exist or are refused', () => {
    expect(isLocalDate('2024-02-29')).toBe(true);
    expect(isLocalDate('2026-02-29')).toBe(false);
    expect(isLocalDate('2026-2-9')).toBe(false);
    expect(isLocalDate('yesterday')).toBe(false);
  });
});

describe('spans', () => {
  const day = { from: Date.parse('2026-05-12T00:00:00Z'), to: Date.parse('2026-05-13T00:00:00Z') };

  it('come back from the address as they went in, to the second', () => {
    const span = { from: day.from + 1_234, to: day.from + 3_660_000 };
    expect(spanToText(span)).toBe('2026-05-12T00:00:01Z~2026-05-12T01:01:00Z');
    expect(spanOfText(spanToText(span))).toEqual({ from: day.from + 1_000, to: span.to });
  });

  it('keep their milliseconds where they are short', () => {
    const span = { from: day.from + 1_234, to: day.from + 31_234 };
    expect(spanOfText(spanToText(span))).toEqual(span);
  });

  it.each(['', 'x~y', '2026-05-12T01:00:00Z', '2026-05-12T02:00:00Z~2026-05-12T01:00:00Z'])('refuse %j', (text) => {
    expect(spanOfText(text)).toBeUndefined();
  });

  it('stay within the range when moved, and keep their length', () => {
    const hour = { from: day.from, to: day.from + 3_600_000 };
    expect(fitSpan(panSpan(hour, -0.25), day)).toEqual(hour);
    expect(fitSpan(scaleSpan(day, 3), day)).toEqual(day);
    expect(fitSpan({ from: day.from, to: day.from + 1 }, day)).toEqual({ from: day.from, to: day.from + 10_000 });
  });

  it('zoom around the cursor', () => {
    expect(scaleSpan({ from: 0, to: 100 }, 0.5, 20)).toEqual({ from: 10, to: 60 });
  });
});
