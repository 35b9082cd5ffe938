import { useQuery } from '@tanstack/react-query';
import type { DerivedFigures } from '../../api/derived';
import { daysQuery } from '../../api/queries/days';
import type { PersonPlace } from '../../charts/person/usePersonPlace';
import { formatShortDate } from '../../format/dates';
import { count } from '../../format/numbers';
import type { LocalDate } from '../../time/localDate';
import { Section } from '../../ui/Section';
import styles from './Activity.module.css';
import { ACTIVE, ACTIVE_PER_WEEK, streaksOf } from './weeks';

const ACTIVE_GOAL = Math.ceil(ACTIVE_PER_WEEK / 7);
const STEPS_GOAL = 10_000;

interface Props {
  readonly place: PersonPlace;
  readonly figures: DerivedFigures;
}

/** Days in a row that reach a goal. */
export function Streaks({ place: { id, range }, figures }: Props) {
  const { data: days } = useQuery(daysQuery(id, range));
  const shown = figures.dates.map((date, index) => ({ date, index })).filter(({ date }) => date >= range.from);
  const active = figures.columns.get(ACTIVE)?.values ?? [];
  return (
    <Section title="Days in a row" note="A day without enough data ends a row, because it is not known.">
      <div className={`card ${styles.streaks}`}>
        <Goal
          name={`${ACTIVE_GOAL} active minutes or more`}
          dates={shown.map(({ date }) => date)}
          values={shown.map(({ index }) => active[index] ?? null)}
          goal={ACTIVE_GOAL}
        />
        {days && (
          <Goal
            name="10 000 steps or more"
            dates={days.map(({ date }) => date)}
            values={days.map(({ metrics, vendor }) => metrics.steps?.sum ?? vendor.daily_steps ?? null)}
            goal={STEPS_GOAL}
          />
        )}
      </div>
    </Section>
  );
}

interface GoalProps {
  readonly name: string;
  readonly dates: readonly LocalDate[];
  readonly values: readonly (number | null)[];
  readonly goal: number;
}

function Goal({ name, dates, values, goal }: GoalProps) {
  const { longest, current } = streaksOf(dates, values, goal);
  const known = values.filter((value) => value !== null);
  const reached = known.filter((value) => value >= goal).length;
  return (
    <div className={styles.streak}>
      <p className={styles.name}>{name}</p>
      <p>
        <strong>{count(current.days, 'day')}</strong> {current.to && `up to ${formatShortDate(current.to)}`}
      </p>
      <p className={styles.muted}>
        {longest.to ? `longest ${count(longest.days, 'day')}, up to ${formatShortDate(longest.to)}` : 'never reached'}
      </p>
      <p className={styles.muted}>
        {reached} of {count(known.length, 'day')} with data
      </p>
      <p className={styles.days} aria-hidden="true">
        {values.slice(-84).map((value, index) => (
          <span
            key={dates[Math.max(0, values.length - 84) + index]}
            data-state={value === null ? 'unknown' : value >= goal ? 'reached' : 'missed'}
          />
        ))}
      </p>
    </div>
  );
}
