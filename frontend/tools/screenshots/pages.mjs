// What the pictures in docs/screenshots show: one entry a page, taken light, dark and on a phone.

/** Wide enough for the side and all columns; `height` is what the page's first part needs. */
export const DESKTOP = 1440;
export const PHONE = { width: 390, height: 844 };

/**
 * The pages for a day worth a picture. `height` is of the desktop's window and `phoneHeight` of the phone's: the whole
 * of a picture is one window (`open` does what is not in the address), because a time axis that stays in sight would be painted over the charts of a longer one.
 */
export function pages({ person, second, date }) {
  const about = `participant=${person}&date=${date}`;
  const hour = `${date}T10:00:00Z~${date}T10:20:00Z`;
  return [
    { name: 'study', path: '/', height: 720 },
    {
      name: 'study-thresholds',
      path: '/',
      height: 720,
      open: (page) => page.getByRole('button', { name: 'Thresholds' }).click(),
    },
    { name: 'study-letter', path: `/?write=${second}`, height: 900 },
    { name: 'day', path: `/participants/${person}?date=${date}`, height: 1120 },
    { name: 'week', path: `/participants/${person}?view=week&date=${date}`, height: 1120 },
    { name: 'month', path: `/participants/${person}?view=month&date=${date}`, height: 1120 },
    { name: 'year', path: `/participants/${person}?view=year&date=${date}`, height: 1120 },
    {
      name: 'calendar',
      path: `/participants/${person}?date=${date}&calendar=steps`,
      height: 900,
      open: (page) => page.getByRole('region', { name: 'Calendar' }).evaluate((part) => part.scrollIntoView()),
    },
    { name: 'report', path: `/participants/${person}/report?from=${date}&to=${date}`, height: 1300 },
    {
      name: 'figure',
      path: `/participants/${person}?date=${date}&figure=derived_resting_heart_rate`,
      height: 1000,
    },
    { name: 'explore', path: `/explore?people=${person}&metrics=heart_rate,steps,hrv_rmssd`, height: 900 },
    {
      name: 'explore-lineage',
      path: `/explore?people=${person}&metrics=heart_rate,steps&range=${hour}&point=${person}~heart_rate~${date}T10:05:00Z`,
      height: 900,
    },
    {
      name: 'explore-overlaid',
      path: `/explore?people=${person},${second}&metrics=heart_rate&layout=overlaid`,
      height: 720,
    },
    { name: 'sleep', path: `/sleep?${about}`, height: 1300, phoneHeight: 1300 },
    { name: 'activity', path: `/activity?${about}`, height: 1300, phoneHeight: 1300 },
    { name: 'insights', path: '/insights', height: 1300, phoneHeight: 1300 },
    { name: 'insight', path: '/insights/hours-slept', height: 1000, phoneHeight: 1300 },
    { name: 'pipeline', path: '/pipeline', height: 1120 },
    { name: 'pipeline-jobs', path: '/pipeline?tab=jobs&new=backfill', height: 720 },
    { name: 'pipeline-sources', path: '/pipeline?tab=sources', height: 720 },
    { name: 'pipeline-runs', path: '/pipeline?tab=runs', height: 900 },
  ];
}
