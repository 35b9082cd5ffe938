import type { Schemas } from './client';
import { REASON_WORDS } from './reasons';

export type DerivedReason = Schemas['DerivedReason'];

/** Why a derived figure has no value, as people say it. */
export const DERIVED_REASON_WORDS: Readonly<Record<DerivedReason, string>> = {
  'before-enrolment': REASON_WORDS['before-enrolment'],
  'after-end': REASON_WORDS['after-end'],
  'fetch-failed': REASON_WORDS['fetch-failed'],
  rejected: REASON_WORDS.rejected,
  'no-intraday': REASON_WORDS['no-intraday'],
  'not-synced': REASON_WORDS['not-synced'],
  'not-worn': REASON_WORDS['not-worn'],
  'not-delivered': 'The source does not have it',
  'no-sleep': 'No sleep recorded',
  'no-main-sleep': 'Main sleep not recorded',
  'not-recorded': 'Not recorded',
  'too-little-data': 'Too little data',
  'too-few-nights': 'Too few nights yet',
  'no-zones': 'Neither birth date nor zones known',
  'no-spread': 'The nights before are all the same',
};

/** Reasons that leave open what is missing. */
const OPEN: ReadonlySet<string> = new Set<DerivedReason>([
  'fetch-failed',
  'rejected',
  'no-intraday',
  'not-synced',
  'not-delivered',
  'not-recorded',
  'too-little-data',
]);

const INPUT_WORDS: Readonly<Record<string, string>> = {
  heart_rate: 'heart rate',
  hrv_rmssd: 'HRV',
  night_hrv: 'HRV of the night',
  birth_date: 'birth date',
  wake_before_sleep: 'wake before sleep',
};

/** The words of a reason with the inputs that are missing, where they leave them open: `Not recorded: wake before sleep`. */
export function withInputs(words: string, reason: string, missing?: readonly string[] | null): string {
  const named = OPEN.has(reason) ? (missing ?? []).map((input) => INPUT_WORDS[input] ?? input) : [];
  return [words, ...(named.length ? [named.join(', ')] : [])].join(': ');
}

/** Why a derived figure has no value, with the inputs that are missing. */
export function lackWords(reason: DerivedReason | null | undefined, missing?: readonly string[] | null): string {
  return reason ? withInputs(DERIVED_REASON_WORDS[reason], reason, missing) : 'No value';
}
