/** Keys of the derived metrics that a page about a participant begins with; sleep duration stands among the daily values. */
export const DERIVED_FIGURES: readonly string[] = [
  'derived_resting_heart_rate',
  'night_hrv',
  'hrv_deviation',
  'sleep_quality_score',
  'sleep_regularity',
  'sleep_efficiency',
  'zone_active_minutes',
  'cadence_moderate_minutes',
  'cadence_vigorous_minutes',
];
