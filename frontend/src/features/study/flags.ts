import type { Flag, StudyRow } from '../../api/queries/study';
import { formatRange } from '../../format/dates';
import { formatMeasured } from '../../format/measured';
import { formatNumber } from '../../format/numbers';
import { wallClock } from '../../time/zone';

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

/** A flag with the values behind it, and the days that they are about. */
export function flagDetail(flag: Flag, row: StudyRow, now: number): string {
  const { lastMeasurement, zone, wear7 } = row.participant;
  const period = row.period ? `, ${formatRange(row.period)}` : '';
  switch (flag) {
    case 'no-consent':
      return row.consent === 'withdrawn' ? 'The source no longer takes the consent' : 'Consent was not given yet';
    case 'no-data':
      return lastMeasurement
        ? `Last measured ${formatMeasured(lastMeasurement, wallClock([{ validFrom: null, zone }]), now)}`
        : 'Nothing was measured yet';
    case 'low-sleep':
      return `${row.nights ?? 0} of ${row.nightsOf ?? 0} nights have a main sleep${period}`;
    case 'low-wear':
      return `Worn ${formatNumber(100 * (wear7.share ?? 0))} % of the time${period}`;
  }
}
