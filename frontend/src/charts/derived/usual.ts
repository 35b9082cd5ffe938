import type { DerivedColumn, DerivedMetric } from '../../api/derived';
import { formatMinutes, formatNumber, type Quantity } from '../../format/numbers';

/** Days before a day that make what is usual for the person. */
export const USUAL_DAYS = 30;
export const LEAST_USUAL = 5;

/** The person's own days before: their mean, and how far most of them lie from it. */
export interface Usual {
  readonly mean: number;
  /** Standard deviation. */
  readonly spread: number;
  readonly days: number;
}

/** What is usual on the day at `index`: of the values of the 30 days before it; nothing with fewer than five. */
export function usualAt(values: DerivedColumn['values'], index: number): Usual | undefined {
  const before = values.slice(Math.max(0, index - USUAL_DAYS), Math.max(0, index)).filter((value) => value !== null);
  if (before.length < LEAST_USUAL) {
    return undefined;
  }
  const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
  const squares = before.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / (before.length - 1)), days: before.length };
}

type Format = Pick<DerivedMetric, 'unit' | 'display' | 'decimals'>;

/** A value with its unit; minutes from an hour on as people say them. */
export function formatFigure({ unit, display, decimals }: Format, value: number): Quantity {
  return unit === 'min' && Math.abs(value) >= 60
    ? { value: formatMinutes(value), unit: '' }
    : { value: formatNumber(value, decimals), unit: display };
}

export function figureText(metric: Format, value: number): string {
  const quantity = formatFigure(metric, value);
  return [quantity.value, quantity.unit].filter(Boolean).join(' ');
}

/** Says a logarithm of milliseconds as the time that it stands for: ` = 45 ms`. Other figures speak for themselves. */
export function plainly({ display }: Format, value: number): string {
  return display === 'ln ms' ? ` = ${formatNumber(Math.exp(value))} ms` : '';
}

/** `3 bpm above usual`: the sign in words. */
export function changeWords(metric: Format, value: number, usual: Usual | undefined): string {
  if (!usual) {
    return 'No usual yet';
  }
  const distance = formatFigure(metric, Math.abs(value - usual.mean));
  if (distance.value === formatFigure(metric, 0).value) {
    return 'As usual';
  }
  // A distance of logarithms is a ratio, and a score's `of 100` says nothing about one.
  const words =
    metric.display === 'ln ms'
      ? `${formatNumber(Math.abs(Math.expm1(value - usual.mean)) * 100)} %`
      : [distance.value, /^[(o]/.test(distance.unit) ? '' : distance.unit].filter(Boolean).join(' ');
  return `${words} ${value > usual.mean ? 'above' : 'below'} usual`;
}

/** `usual 57 bpm (28 days)`. */
export function usualWords(metric: Format, usual: Usual | undefined): string {
  return usual
    ? `usual ${figureText(metric, usual.mean)} (${usual.days} days)`
    : `fewer than ${LEAST_USUAL} days before`;
}

/** How much of its inputs was there; nothing where that is not known. */
export function coverageWords(coverage: number | null | undefined): string {
  return coverage == null ? '' : `coverage ${formatNumber(coverage * 100)} %`;
}
