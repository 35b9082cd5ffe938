import type { Schemas } from './client';

/** What one metric comes to over a range of local days, against the participant's own 30 days before. */
export type RangeValue = Schemas['RangeValue'];
export type RangeSummary = Schemas['RangeSummary'];
export type RangeWeek = Schemas['RangeWeek'];
export type DailyValue = Schemas['DailyValue'];
