import type { Flag } from '../../api/queries/study';

/** A message to begin with; names in braces are the participant's own values. */
export interface Template {
  readonly name: string;
  /** Whom it is for. */
  readonly flag: Flag;
  readonly subject: string;
  readonly text: string;
}

const END = '\n\nPlease write back if something does not work.\n\nYour study team';

export const TEMPLATES: readonly [Template, ...Template[]] = [
  {
    name: 'No data',
    flag: 'no-data',
    subject: 'No data from your watch since {lastMeasuredDay}',
    text: `{greeting},\n\nthe newest data that we have from your watch are of {lastMeasured}. Please open its app near the watch, so that it can send the days since then.${END}`,
  },
  {
    name: 'Little wear',
    flag: 'low-wear',
    subject: 'Wearing your watch',
    text: `{greeting},\n\nthis is how much of the time you wore the watch:\n\n{period}: {wear7}\n{period30}: {wear30}\n\nPlease wear it day and night, except while it charges.${END}`,
  },
  {
    name: 'Few nights',
    flag: 'low-sleep',
    subject: 'Your nights in the study',
    text: `{greeting},\n\nwe have your sleep of {nights} of {nightsOf} nights ({period}). Please wear the watch at night, and charge it in the evening.${END}`,
  },
];

/** The message for those with a flag, or the first where there is none of its own. */
export function templateFor(flag: Flag | undefined): Template {
  return TEMPLATES.find((template) => template.flag === flag) ?? TEMPLATES[0];
}

/** Placeholders that may stand in a message. */
export const PLACEHOLDERS = [
  'greeting',
  'name',
  'lastMeasured',
  'lastMeasuredDay',
  'daysSinceMeasured',
  'period',
  'wear7',
  'nights',
  'nightsOf',
  'period30',
  'wear30',
] as const;
