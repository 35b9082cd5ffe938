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
