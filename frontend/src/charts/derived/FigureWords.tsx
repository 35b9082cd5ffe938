import { useQuery } from '@tanstack/react-query';
import { derivedMetricsQuery } from '../../api/queries/derived';
import styles from './FigureWords.module.css';

/** What each figure means in a sentence, and what the words on the tiles say; closed until wanted. */
export function FigureWords({ figures }: { readonly figures: readonly string[] }) {
  const { data: catalogue } = useQuery(derivedMetricsQuery);
  const shown = figures.flatMap((key) => catalogue?.find((metric) => metric.key === key) ?? []);
  return (
    <details className={styles.words}>
      <summary>What these figures mean</summary>
      <dl>
        {shown.map(({ key, name, meaning }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
        <div>
          <dt>Usual</dt>
          <dd>
            The person’s own mean of the 30 days before, from five days with a value on. The band behind a line is one
            standard deviation (SD) to both sides: about two days of three lie within.
          </dd>
        </div>
        <div>
          <dt>Coverage</dt>
          <dd>How much of the data that a figure is made from was there. With too little there is no value.</dd>
        </div>
        <div>
          <dt>HRV, rMSSD</dt>
          <dd>
            Heart rate variability: how much the time from one beat to the next varies. rMSSD is its usual measure, in
            milliseconds; a rested heart has more of it.
          </dd>
        </div>
        <div>
          <dt>ln ms</dt>
          <dd>
            The natural logarithm of milliseconds. Heart rate variability is compared in it because its ups and downs
            are ratios; the milliseconds stand beside it.
          </dd>
        </div>
      </dl>
    </details>
  );
}
