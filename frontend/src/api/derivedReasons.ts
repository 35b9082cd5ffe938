import type { Schemas } from './client';

export type DerivedReason = Schemas['DerivedReason'];

/** Why a derived figure has no value, as people say it. */
export const DERIVED_REASON_WORDS: Readonly<Record<DerivedReason, string>> = {
  'not-delivered': 'Not delivered yet',
  'no-sleep': 'No sleep recorded',
  'not-recorded': 'The record does not tell it',
  'too-little-data': 'Too little data',
  'too-few-nights': 'Too few nights yet',
  'no-zones': 'Neither birth date nor zones known',
  'no-spread': 'The nights before are all the same',
  'before-enrolment': 'Before the first day of taking part',
  'after-end': 'After the last day of taking part',
};
