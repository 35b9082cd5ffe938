import { FRESHNESS_WORDS, type Freshness } from '../format/freshness';
import styles from './FreshnessDot.module.css';

/** Filled when fresh, half when late, hollow when old: the shape says it without the colour. */
export function FreshnessDot({ freshness }: { readonly freshness: Freshness }) {
  return (
    <span className={styles.dot} data-freshness={freshness} title={FRESHNESS_WORDS[freshness]}>
      <span className="visually-hidden">{FRESHNESS_WORDS[freshness]}</span>
    </span>
  );
}
