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
      {offers.map(({ family, metrics, figures = [] }) => (
        <fieldset key={family} className={styles.family}>
          <legend className={styles.legend}>
            <span className={styles.hue} style={{ background: `var(--${family})` }} />
            {FAMILY_NAMES[family]}
          </legend>
          {metrics.map(({ key, name }) => (
            <Choice key={key} metric={key} name={name} chosen={chosen} onChange={onChange} />
          ))}
          {figures.length > 0 && (
            <details className={styles.figures} open={figures.some(({ key }) => chosen.includes(key)) || undefined}>
              <summary>Of each day ({figures.length})</summary>
              {figures.map(({ key, name }) => (
                <Choice key={key} metric={key} name={name} chosen={chosen} onChange={onChange} />
              ))}
            </details>
          )}
        </fieldset>
      ))}
    </Menu>
  );
}

interface ChoiceProps extends Pick<Props, 'chosen' | 'onChange'> {
  readonly metric: string;
  readonly name: string;
}

function Choice({ metric, name, chosen, onChange }: ChoiceProps) {
  return (
    <label className={styles.metric}>
      <input type="checkbox" checked={chosen.includes(metric)} onChange={() => onChange(toggled(chosen, metric))} />
      {name}
    </label>
  );
}
