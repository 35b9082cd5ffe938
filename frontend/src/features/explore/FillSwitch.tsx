import styles from './FillSwitch.module.css';
import type { ExplorePlace } from './useExplorePlace';

/** Imputed values beside the data, or not; also says how they look. */
export function FillSwitch({ place: { search, change, metrics } }: { readonly place: ExplorePlace }) {
  if (metrics.every(({ impute }) => impute === 0)) {
    return null;
  }
  return (
    <label className={`button ${styles.switch}`}>
      <input
        type="checkbox"
        checked={search.fill === 'both'}
        onChange={(event) => change({ fill: event.target.checked ? 'both' : undefined }, true)}
      />
      <span className={styles.swatch} aria-hidden="true" />
      Imputed
    </label>
  );
}
