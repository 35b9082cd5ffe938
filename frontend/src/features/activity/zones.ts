import type { Colour } from '../../charts/palette';

/** The zones above the light one's lower bound, from the easiest to the hardest; `inWeek` names them in a week of the summary. */
export const ZONES = [
  { key: 'time_in_light_zone', inWeek: 'light', name: 'Light', colour: 'zone-light' },
  { key: 'time_in_moderate_zone', inWeek: 'moderate', name: 'Moderate', colour: 'zone-moderate' },
  { key: 'time_in_vigorous_zone', inWeek: 'vigorous', name: 'Vigorous', colour: 'zone-vigorous' },
  { key: 'time_in_peak_zone', inWeek: 'peak', name: 'Peak', colour: 'zone-peak' },
] as const satisfies readonly { key: string; inWeek: string; name: string; colour: Colour }[];

export const ACTIVE = 'zone_active_minutes';
/** What the World Health Organization advises adults a week: at least 150 minutes of moderate effort. */
export const ACTIVE_PER_WEEK = 150;
