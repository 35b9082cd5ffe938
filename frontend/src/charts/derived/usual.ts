import type { DerivedColumn, DerivedMetric } from '../../api/derived';
import type { RangeValue } from '../../api/summary';
import { formatMetres, formatMinutes, formatNumber, type Quantity } from '../../format/numbers';

/** What was usual for the participant: the mean of their own days before, and how far most of them lie from it. */
export interface Usual {
  readonly mean: number;
  /** Standard deviation. */
  readonly deviation: number;
  readonly days: number;
}

/** What the service tells as usual on the day at `index`; nothing where too few days before have a value. */
export function usualOf({ usual }: Pick<DerivedColumn, 'usual'>, index: number): Usual | undefined {
  const [mean, deviation, days] = [usual.mean[index], usual.deviation[index], usual.days[index]];
  return mean == null || deviation == null || days == null ? undefined : { mean, deviation, days };
}

export type Format = Pick<DerivedMetric, 'unit' | 'display' | 'decimals'>;

/** A value with its unit; minutes from an hour on, and metres from a kilometre on, as people say them. */
export function formatFigure({ unit, display, decimals }: Format, value: number): Quantity {
  if (unit === 'm') {
    return formatMetres(value);
  }
  return unit === 'min' && Math.abs(value) >= 60
    ? { value: formatMinutes(value), unit: '' }
    : { value: formatNumber(value, decimals), unit: display };
}

export function figureText(metric: Format, value: number): string {
  const quantity = formatFigure(metric, value);
  return [quantity.value, quantity.unit].filter(Boolean).join(' ');
}

/** Says a logarithm of milliseconds as the time that it stands for: ` = 45 ms`. Other values speak for themselves. */
export function plainly({ display }: Format, value: number): string {
  return display === 'ln ms' ? ` = ${formatNumber(Math.exp(value))} ms` : '';
}

/** Whether a change is above (1) or below (-1) what is usual, as far as it shows; 0 where it rounds to nothing. */
export function signOf(metric: Format, change: number): -1 | 0 | 1 {
  const shown = formatFigure(metric, Math.abs(change)).value;
  return shown === formatFigure(metric, 0).value ? 0 : change > 0 ? 1 : -1;
}

/** `3 bpm above usual`: the sign in words. */
export function changeWords(metric: Format, change: number | null | undefined): string {
  if (change == null) {
    return 'No usual yet';
  }
  const sign = signOf(metric, change);
  return sign === 0 ? 'As usual' : `${distanceWords(metric, change)} ${sign > 0 ? 'above' : 'below'} usual`;
}

/** A change without its sign. A distance of logarithms is a ratio, and a score's `of 100` says nothing about one. */
export function distanceWords(metric: Format, change: number): string {
  if (metric.display === 'ln ms') {
    return `${formatNumber(Math.abs(Math.expm1(change)) * 100)} %`;
  }
  const { value, unit } = formatFigure(metric, Math.abs(change));
  return [value, /^[(o]/.test(unit) ? '' : unit].filter(Boolean).join(' ');
}

/** `usual 57 bpm (28 days)`; with too few days before, how many there are. */
export function usualWords({ usual, usualDays, ...metric }: Format & Pick<RangeValue, 'usual' | 'usualDays'>): string {
  return usual
    ? `usual ${figureText(metric, usual.mean)} (${usual.days} days)`
    : `usual needs 5 of the 30 days before, has ${usualDays}`;
}

/** How much of its inputs was there; nothing where that is not known. */
export function coverageWords(coverage: number | null | undefined): string {
  return coverage == null ? '' : `coverage ${formatNumber(coverage * 100)} %`;
}
