import { useMemo } from 'react';
import { dailyWear, HEIGHT } from './dailyWear';
import styles from './Sparkline.module.css';

/** How much of each of the last thirty days the watch was worn; a day of which nothing is known is a line on the ground. */
export function Sparkline({ shares }: { readonly shares: readonly (number | null)[] }) {
  const { width, bars, gaps, words } = useMemo(() => dailyWear(shares), [shares]);
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      className={styles.picture}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <path d={bars} className={styles.bar} />
      <path d={gaps} className={styles.missing} />
    </svg>
  );
}
