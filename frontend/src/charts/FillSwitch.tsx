import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Metric } from '../api/client';
import { imputedMinutesQuery } from '../api/queries/imputedMinutes';
import { formatMinutes } from '../format/numbers';
import type { Span } from '../time/span';
import type { WallClock } from '../time/zone';
import styles from './FillSwitch.module.css';

interface Props {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** Ids of those in view. */
  readonly participants: readonly number[];
  /** The metrics in view. */
  readonly metrics: readonly Metric[];
  readonly view: Span;
  /** Whose days the form for more imputed values begins with. */
  readonly clock: WallClock;
}

/** Imputed values beside the data, or not; says how they look and how many minutes of them are in view. */
export function FillSwitch({ on, onChange, participants, metrics, view, clock }: Props) {
  const imputable = metrics.filter(({ impute }) => impute > 0);
  const none = imputable.length === 0;
  return (
    <div className={styles.fill}>
      <label className={`button ${styles.switch}`}>
        <input
          type="checkbox"
          checked={on}
          disabled={none && !on}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className={styles.swatch} aria-hidden="true" />
        Imputed
      </label>
      <p className={styles.said} role="status">
        {none && 'None of these metrics can be imputed'}
        {on && !none && <InView {...{ participants, view, clock }} metrics={imputable} />}
      </p>
    </div>
  );
}

type InViewProps = Pick<Props, 'participants' | 'metrics' | 'view' | 'clock'>;

/** How many minutes are imputed; where none are, the way to the form that asks for them. */
function InView({ participants, metrics, view, clock }: InViewProps) {
  const keys = metrics.map(({ key }) => key);
  const answers = useQueries({ queries: participants.map((id) => imputedMinutesQuery(id, keys, view)) });
  if (answers.some(({ isError }) => isError)) {
    return 'How much is imputed in view is not known: the request failed';
  }
  if (answers.some(({ data }) => data === undefined)) {
    return null;
  }
  const minutesOf = (key: string) => answers.reduce((sum, { data }) => sum + (data?.get(key) ?? 0), 0);
  const found = metrics
    .map(({ key, name }) => ({ name, minutes: minutesOf(key) }))
    .filter(({ minutes }) => minutes > 0);
  if (found.length > 0) {
    const words = found.map(({ name, minutes }) => `${name} ${formatMinutes(minutes)}`).join(', ');
    return <span title={words}>In view: {words}</span>;
  }
  return (
    <>
      Nothing imputed in view.{' '}
      {participants.length > 0 && (
        <Link
          to="/pipeline"
          search={{
            tab: 'jobs',
            new: 'impute',
            participants: participants.join(','),
            metrics: keys.join(','),
            from: clock.dateAt(view.from),
            to: clock.dateAt(view.to - 1),
          }}
        >
          Impute this range
        </Link>
      )}
    </>
  );
}
