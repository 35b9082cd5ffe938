import { useQueries, useQuery } from '@tanstack/react-query';
import { metricsQuery } from '../../api/queries/metrics';
import { participantQuery } from '../../api/queries/participant';
import styles from './JobForm.module.css';

interface Props {
  /** Ids of the chosen participants; none means all. */
  readonly participants: readonly number[];
  /** Keys of the chosen metrics; none means all of them. */
  readonly chosen: readonly string[];
  readonly described: string;
  readonly invalid: boolean;
  readonly onChange: (keys: readonly string[]) => void;
}

/** So many participants are looked at for the metrics that they have; of more, all metrics are offered. */
const MOST = 8;

/** Chooses among the metrics that can be imputed, as far as the participants have them. */
export function MetricsField({ participants, chosen, described, invalid, onChange }: Props) {
  const { data: catalogue = [] } = useQuery(metricsQuery);
  const few = participants.length <= MOST ? participants : [];
  const details = useQueries({ queries: few.map(participantQuery) });
  const present = details.flatMap(({ data }) => data?.series.map(({ metric }) => metric) ?? []);
  const known = few.length > 0 && details.every(({ data }) => data !== undefined);
  const offered = catalogue.filter(
    ({ key, impute }) => impute > 0 && (!known || present.includes(key) || chosen.includes(key)),
  );
  return (
    <fieldset className={styles.metrics} aria-describedby={described} aria-invalid={invalid}>
      <legend className={styles.label}>Metrics</legend>
      {offered.map(({ key, name, family }) => (
        <label key={key} className={styles.metric}>
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
            }
          />
          <span className={styles.hue} style={{ background: `var(--${family})` }} />
          {name}
          {known && !present.includes(key) && <span className={styles.hint}>no data</span>}
        </label>
      ))}
      {offered.length === 0 && <p className={styles.hint}>No metric of this participant can be imputed.</p>}
    </fieldset>
  );
}
