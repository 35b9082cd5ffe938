import type { DerivedFigures } from '../../api/derived';
import { coverageWords } from '../../charts/derived/usual';
import { Legend } from '../../charts/Legend';
import type { PersonPlace } from '../../charts/person/usePersonPlace';
import { formatRange } from '../../format/dates';
import { formatMinutes, formatNumber } from '../../format/numbers';
import { Section } from '../../ui/Section';
import styles from './Activity.module.css';
import { ACTIVE_PER_WEEK, type Week, weeksOf, ZONES } from './weeks';

interface Props {
  readonly place: PersonPlace;
  readonly figures: DerivedFigures;
}

/** Time in zones week by week, against what is advised. */
export function Weeks({ place, figures }: Props) {
  const weeks = weeksOf(figures, place.range.from);
  const longest = Math.max(1, ...weeks.map(({ zones }) => zones.reduce((sum, minutes) => sum + minutes, 0)));
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
            {weeks.map((week) => (
              <Row key={week.from} week={week} longest={longest} />
            ))}
          </tbody>
        </table>
        <Legend label="Colours of the heart-rate zones, by week" entries={ZONES} />
      </div>
    </Section>
  );
}

function Row({ week, longest }: { readonly week: Week; readonly longest: number }) {
  const { from, to, zones, active, days, coverage } = week;
  const words = ZONES.map(({ name }, index) => `${name.toLowerCase()} ${formatMinutes(zones[index] ?? 0)}`).join(', ');
  return (
    <tr>
      <th scope="row">{formatRange({ from, to })}</th>
      <td className={styles.barCell} title={days ? words : undefined}>
        <span className="visually-hidden">{days ? words : 'no value'}</span>
        <span className={styles.bar} aria-hidden="true">
          {ZONES.map(({ key, colour }, index) => (
            <span
              key={key}
              style={{ width: `${((zones[index] ?? 0) / longest) * 100}%`, background: `var(--${colour})` }}
            />
          ))}
        </span>
      </td>
      <td className={styles.numeric}>
        {active === undefined ? '–' : `${formatNumber(active)} min`}
        <span className={styles.muted}>{active === undefined ? '' : goalWords(active, days)}</span>
      </td>
      <td className={styles.numeric}>
        {days} of 7<span className={styles.muted}>{days ? coverageWords(coverage) : ''}</span>
      </td>
    </tr>
  );
}

function goalWords(active: number, days: number): string {
  const distance = Math.abs(active - ACTIVE_PER_WEEK);
  if (active >= ACTIVE_PER_WEEK) {
    return 'as advised';
  }
  return days < 7 ? 'of the days so far' : `${formatNumber(distance)} short`;
}
