import type { Series } from '../api/client';
import { RESOLUTIONS, type Resolution } from '../api/queries/series';
import styles from './ResolutionControl.module.css';

const WORDS: Record<Resolution, string> = { auto: 'auto', raw: 'raw', '1m': '1 min', '1h': '1 h', '1d': '1 day' };

interface Props {
  /** What the service answered with. */
  readonly used: Series['resolution'] | undefined;
  readonly chosen: Resolution;
  readonly onChoose: (resolution: Resolution) => void;
  /** A finer answer is on its way. */
  readonly busy: boolean;
}

/** The resolution in use, which is also the choice of another; it holds for all charts of the page. */
export function ResolutionControl({ used, chosen, onChoose, busy }: Props) {
  const choose = (value: string) => onChoose(RESOLUTIONS.find((name) => name === value) ?? 'auto');
  return (
    <select
      className={styles.resolution}
      aria-label="Resolution of all charts"
      aria-busy={busy}
      title={reasonOf(chosen, used)}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
    >
      {RESOLUTIONS.map((resolution) => (
        <option key={resolution} value={resolution}>
          {resolution === 'auto' ? `auto${used && chosen === 'auto' ? `: ${WORDS[used]}` : ''}` : WORDS[resolution]}
        </option>
      ))}
    </select>
  );
}

/** Why the charts show what they do. */
export function reasonOf(chosen: Resolution, used: Series['resolution'] | undefined): string {
  if (chosen !== 'auto') {
    return `${WORDS[chosen]}, as chosen for all charts; auto follows the zoom`;
  }
  return used === 'raw'
    ? 'Every sample as it was delivered: so close there are few enough'
    : `${used ? `${WORDS[used]}: ` : ''}the finest that a chart of this length can show; the band holds lowest and highest. Zoom in for finer`;
}
