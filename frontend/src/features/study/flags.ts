import type { Flag, StudyRow } from '../../api/queries/study';
import { formatAgo } from '../../format/dates';
import { formatNumber } from '../../format/numbers';

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

/** A flag with the figures behind it. */
export function flagDetail(flag: Flag, row: StudyRow, now: number): string {
  switch (flag) {
    case 'no-consent':
      return row.consent === 'withdrawn' ? 'The source no longer takes the consent' : 'Consent was not given yet';
    case 'no-data':
      return row.lastSync ? `Data last arrived ${formatAgo(Date.parse(row.lastSync), now)}` : 'Nothing ever arrived';
    case 'low-sleep':
      return `${row.nights} of ${row.nightsOf} nights have a sleep`;
    case 'low-wear':
      return `Worn ${formatNumber(100 * (row.participant.wear7.share ?? 0))} % of the last 7 days`;
  }
}
