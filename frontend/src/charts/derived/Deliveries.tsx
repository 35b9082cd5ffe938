import type { Schemas } from '../../api/client';
import { formatRange, formatShortDate } from '../../format/dates';
import { count } from '../../format/numbers';
import styles from './Explanation.module.css';

const SHOWN = 3;

/** The deliveries that a figure was made from; of many the newest, the others on demand. */
export function Deliveries({ inputs }: { readonly inputs: Schemas['DerivedExplanation']['inputs'] }) {
  return (
    <ul className={styles.list}>
      {inputs.map(({ input, from, to, deliveries }) => {
        const newest = deliveries.toReversed();
        return (
          <li key={`${input} ${from}`}>
            <strong>{input.replaceAll('_', ' ')}</strong>, {formatRange({ from, to })}
            {deliveries.length === 0 && <span className={styles.note}>: no delivery</span>}
            <Lines deliveries={newest.slice(0, SHOWN)} />
            {newest.length > SHOWN && (
              <details>
                <summary className={styles.note}>
                  {count(newest.length - SHOWN, 'more delivery', 'more deliveries')}
                </summary>
                <Lines deliveries={newest.slice(SHOWN)} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Lines({ deliveries }: { readonly deliveries: Schemas['DerivedExplanation']['inputs'][number]['deliveries'] }) {
  return (
    <ul>
      {deliveries.map(({ source, dataType, date, revision, samples }) => (
        <li key={`${source} ${dataType} ${date}`} className={styles.note}>
          {source} {dataType}, {formatShortDate(date)}, {count(samples, 'sample')}
          {revision > 1 && `, revision ${revision} (corrected)`}
        </li>
      ))}
    </ul>
  );
}
