import type { Flag } from '../../api/queries/study';

/** A letter to begin with; names in braces are the participant's own figures. */
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
    name: 'Nothing arrives',
    flag: 'no-data',
    subject: 'Your watch has not synced for {daysSilent} days',
    text: `Dear {name},\n\nthe last data of your watch arrived on {lastSync}. Please open its app near the watch, so that it can pass the days since on.${END}`,
  },
  {
    name: 'Little wear',
    flag: 'low-wear',
    subject: 'Wearing your watch',
    text: `Dear {name},\n\nover the last week you wore the watch {wear7} of the time, over the last month {wear30}. Please wear it day and night, but for charging.${END}`,
  },
  {
    name: 'Few nights',
    flag: 'low-sleep',
    subject: 'Your nights in the study',
    text: `Dear {name},\n\n{nights} of the last {nightsOf} nights have a sleep. Please wear the watch at night, and charge it in the evening.${END}`,
  },
];

/** The letter for those with a flag, or the first where there is none of its own. */
export function templateFor(flag: Flag | undefined): Template {
  return TEMPLATES.find((template) => template.flag === flag) ?? TEMPLATES[0];
}

/** Figures that may stand in a letter. */
export const FIGURES = ['name', 'lastDay', 'lastSync', 'daysSilent', 'wear7', 'wear30', 'nights', 'nightsOf'] as const;
