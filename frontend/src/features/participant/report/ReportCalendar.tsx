import { useMemo } from 'react';
import { count } from '../../../format/numbers';
import { daysIn } from '../../../time/range';
import { yearsOf } from '../../../time/yearGrid';
import calendarStyles from '../calendar/Calendar.module.css';
import { LOOK_WORDS, type Look } from '../calendar/marks';
import { RampLegend } from '../calendar/RampLegend';
import { chosenShow } from '../calendar/shows';
import { useCalendar } from '../calendar/useCalendar';
import { YearBlock } from '../calendar/YearBlock';
import type { ParticipantPlace } from '../usePlace';
import styles from './Report.module.css';

interface Props {
  readonly id: number;
  readonly place: ParticipantPlace;
}

/** Fewer days are said in words; a calendar of them would be empty paper. */
const LEAST_DAYS = 7;

/** How much of each day the watch was worn, with the reasons where nothing is known. */
export function ReportCalendar({ id, place: { range } }: Props) {
  const list = useMemo(() => yearsOf(range).toReversed(), [range]);
  const show = useMemo(() => chosenShow([], undefined), []);
  const { years, ramp } = useCalendar(id, range, list, show, true);
  return (
    <div className={`${calendarStyles.card} ${styles.calendar}`} style={{ '--hue': 'var(--accent)' } as never}>
      {daysIn(range) >= LEAST_DAYS &&
        list.map((year, index) => (
          <YearBlock key={year} year={year} history={range} show={show} marks={years[index]} ramp={ramp} />
        ))}
      {daysIn(range) >= LEAST_DAYS && <RampLegend show={show} ramp={ramp} years={years} />}
      <p className={styles.muted}>{lacking(years)}</p>
    </div>
  );
}

type Years = ReturnType<typeof useCalendar>['years'];

/** `3 days not worn, 2 days not fetched or refused`. */
function lacking(years: Years): string {
  const looks = years.flatMap((year) => (year ? [...year.values()].flatMap(({ look }) => look ?? []) : []));
  const told = (Object.keys(LOOK_WORDS) as Look[]).flatMap((look) => {
    const days = looks.filter((other) => other === look).length;
    return days > 0 ? [`${count(days, 'day')} ${LOOK_WORDS[look]}`] : [];
  });
  const marks = years.flatMap((year) => (year ? [...year.values()] : []));
  if (marks.length === 1) {
    return `${marks[0]?.words ?? ''}.`.replace(/^./, (first) => first.toUpperCase());
  }
  return told.length > 0 ? `Without wear: ${told.join(', ')}.` : 'Wear is known of every day.';
}
