import type { RangeWeek } from '../../api/summary';
import { coverageWords } from '../../charts/derived/usual';
import { Legend } from '../../charts/Legend';
import { formatRange } from '../../format/dates';
import { count, formatMinutes, formatNumber } from '../../format/numbers';
import { Section } from '../../ui/Section';
import styles from './Activity.module.css';
import { ACTIVE_PER_WEEK, ZONES } from './zones';

interface Props {
  readonly weeks: readonly RangeWeek[];
}

/** Time in zones week by week, the newest first, against what is advised. */
export function Weeks({ weeks }: Props) {
  const longest = Math.max(1, ...weeks.map(minutesInZones));
  return (
    <Section
      title="Week by week"
      note={`Weeks from Monday. Active minutes count vigorous effort twice; adults are advised at least ${ACTIVE_PER_WEEK} a week.`}
    >
      <div className={`card ${styles.card}`}>
        <table className={styles.weeks}>
          <thead>
            <tr>
              <th scope="col">Week</th>
              <th scope="col">Time in zones</th>
              <th scope="col" className={styles.numeric}>
                Active
              </th>
              <th scope="col" className={styles.numeric}>
                Days
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map((week) => (
              <Row key={week.from} week={week} longest={longest} />
            ))}
          </tbody>
        </table>
        <Legend label="Colours of the heart-rate zones, by week" entries={ZONES} />
      </div>
    </Section>
  );
}

function minutesInZones({ values: { zones } }: RangeWeek): number {
  return ZONES.reduce((sum, { inWeek }) => sum + zones[inWeek], 0);
}

function Row({ week, longest }: { readonly week: RangeWeek; readonly longest: number }) {
  const { from, to, days } = week;
  const { zones, active } = week.values;
  const words = ZONES.map(({ name, inWeek }) => `${name.toLowerCase()} ${formatMinutes(zones[inWeek])}`).join(', ');
  return (
    <tr>
      <th scope="row">{formatRange({ from, to })}</th>
      <td className={styles.barCell} title={zones.days ? words : undefined}>
        <span className="visually-hidden">{zones.days ? words : 'no value'}</span>
        <span className={styles.bar} aria-hidden="true">
          {ZONES.map(({ key, inWeek, colour }) => (
            <span key={key} style={{ width: `${(zones[inWeek] / longest) * 100}%`, background: `var(--${colour})` }} />
          ))}
        </span>
      </td>
      <td className={styles.numeric}>
        {active.sum === null ? '–' : `${formatNumber(active.sum)} min`}
        <span className={styles.muted}>{active.sum === null ? '' : goalWords(active.sum, active.days)}</span>
      </td>
      <td className={styles.numeric}>
        {zones.days} of {days}
        <span className={styles.muted}>{zones.coverage === null ? '' : coverageWords(zones.coverage)}</span>
      </td>
    </tr>
  );
}

/** A week with days that are not known may have had more. */
function goalWords(active: number, days: number): string {
  if (active >= ACTIVE_PER_WEEK) {
    return 'as advised';
  }
  return days < 7 ? `of ${count(days, 'day')}` : `${formatNumber(ACTIVE_PER_WEEK - active)} short`;
}
