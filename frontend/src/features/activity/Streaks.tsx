import type { Schemas } from '../../api/client';
import { formatShortDate } from '../../format/dates';
import { count, formatNumber } from '../../format/numbers';
import { addDays, type LocalDate } from '../../time/localDate';
import { Section } from '../../ui/Section';
import styles from './Activity.module.css';

type Streak = Schemas['Streak'];

const GOALS: Readonly<Record<Streak['key'], string>> = { zone_active_minutes: 'active minutes', steps: 'steps' };
/** Twelve weeks of squares. */
const SQUARES = 84;

interface Props {
  readonly streaks: readonly Streak[];
  /** First date of the range. */
  readonly from: LocalDate;
}

/** Days in a row that reach a goal. */
export function Streaks({ streaks, from }: Props) {
  return (
    <Section title="Days in a row" note="A day without enough data ends a row, because it is not known.">
      <div className={`card ${styles.streaks}`}>
        {streaks.map((streak) => (
          <Goal key={streak.key} streak={streak} from={from} />
        ))}
      </div>
    </Section>
  );
}

interface GoalProps {
  readonly streak: Streak;
  readonly from: LocalDate;
}

function Goal({ streak: { key, goal, longest, current, reached, known, days }, from }: GoalProps) {
  const first = Math.max(0, days.length - SQUARES);
  return (
    <div className={styles.streak}>
      <p className={styles.name}>
        {formatNumber(goal)} {GOALS[key]} or more
      </p>
      <p>
        <strong>{count(current.days, 'day')}</strong> {current.to && `up to ${formatShortDate(current.to)}`}
      </p>
      <p className={styles.muted}>
        {longest.to ? `longest ${count(longest.days, 'day')}, up to ${formatShortDate(longest.to)}` : 'never reached'}
      </p>
      <p className={styles.muted}>
        {reached} of {count(known, 'day')} with data
      </p>
      <p className={styles.days} aria-hidden="true">
        {days.slice(first).map((state, index) => (
          <span key={addDays(from, first + index)} data-state={state} />
        ))}
      </p>
    </div>
  );
}
