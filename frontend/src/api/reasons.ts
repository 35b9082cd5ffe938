import type { components } from './schema';

export type Reason = components['schemas']['Reason'];

/** Why there is less than expected, as people say it; follows a figure or stands alone. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'before-enrolment': 'Before the first day of taking part',
  'after-end': 'After the last day of taking part',
  'fetch-failed': 'The source did not give it',
  rejected: 'What came could not be used',
  'no-intraday': 'Only daily values were sent',
  'not-synced': 'Not synced',
  'not-worn': 'Not worn',
  'no-sleep': 'No sleep was recorded',
  'no-main-sleep': 'Main sleep not recorded',
  'sleep-only': 'Measured only during sleep',
  'wear-unknown': 'Wear unknown',
  unknown: 'Reason unknown',
};
