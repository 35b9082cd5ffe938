import { FIGURES, type Figure } from './figures';

const SHOWN = ['steps', 'asleep', 'resting_heart_rate', 'hrv_daily_rmssd'];

/** The figures that get a chart with one mark per day. */
export const DAY_FIGURES: readonly Figure[] = SHOWN.flatMap(
  (key) => FIGURES.find((figure) => figure.key === key) ?? [],
);

/** Totals stand on zero as bars; levels are dots on a line. */
export function isTotal({ key }: Figure): boolean {
  return key === 'steps' || key === 'asleep';
}
