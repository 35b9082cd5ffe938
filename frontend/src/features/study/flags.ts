import type { Flag, StudyRow } from '../../api/queries/study';

/** The gravest first. */
export const FLAGS = ['no-consent', 'no-data', 'low-sleep', 'low-wear'] as const satisfies readonly Flag[];

export const FLAG_WORDS: Record<Flag, string> = {
  'no-consent': 'No consent',
  'no-data': 'No data',
  'low-sleep': 'Few nights',
  'low-wear': 'Low wear',
};

/** How much somebody needs attention: a graver flag weighs more than all lighter ones together. */
export function need({ flags }: StudyRow): number {
  return flags.reduce((sum, flag) => sum + 2 ** (FLAGS.length - 1 - FLAGS.indexOf(flag)), 0);
}
