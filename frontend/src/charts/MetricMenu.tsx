import { Menu } from '../ui/Menu';
import styles from './MetricMenu.module.css';
import { type Offer, toggled } from './metricChoice';

const FAMILY_NAMES: Record<Offer['family'], string> = {
  heart: 'Heart',
  sleep: 'Sleep',
  movement: 'Movement',
  breath: 'Breath',
  oxygen: 'Oxygen',
  body: 'Body',
};

interface Props {
  readonly offers: readonly Offer[];
  readonly chosen: readonly string[];
  readonly onChange: (metrics: string) => void;
}

/** Chooses the charts, by family. */
export function MetricMenu({ offers, chosen, onChange }: Props) {
  return (
    <Menu label={`Metrics (${chosen.length})`}>
      {offers.map(({ family, metrics }) => (
        <fieldset key={family} className={styles.family}>
          <legend className={styles.legend}>
            <span className={styles.hue} style={{ background: `var(--${family})` }} />
            {FAMILY_NAMES[family]}
          </legend>
          {metrics.map(({ key, name }) => (
            <label key={key} className={styles.metric}>
              <input type="checkbox" checked={chosen.includes(key)} onChange={() => onChange(toggled(chosen, key))} />
              {name}
            </label>
          ))}
        </fieldset>
      ))}
    </Menu>
  );
}
