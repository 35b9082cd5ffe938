import type { RangeSummary, RangeValue } from '../../api/summary';

export const RESTING_HEART_RATE = 'resting_heart_rate';
export const DERIVED_RESTING_HEART_RATE = 'derived_resting_heart_rate';

/** The two resting heart rates, the headline first: the vendor's daily value and the derived metric. */
export function restingHeartRates({ values, derived }: Pick<RangeSummary, 'values' | 'derived'>): RangeValue[] {
  return [
    ...values.filter(({ key }) => key === RESTING_HEART_RATE),
    ...derived.filter(({ key }) => key === DERIVED_RESTING_HEART_RATE),
  ].toSorted((a, b) => Number(b.headline) - Number(a.headline));
}

export function headlineRest(summary: Pick<RangeSummary, 'values' | 'derived'>): RangeValue | undefined {
  return restingHeartRates(summary)[0];
}
