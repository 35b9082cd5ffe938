import { formatAgo, formatPlainDate, formatShortDate, formatTime } from '../format/dates';
import { zoneWords } from '../format/zones';
import type { WallClock } from '../time/zone';
import styles from './Instant.module.css';
import { useShownClock } from './useZone';

interface Props {
  /** As the API tells it. */
  readonly at: string;
  readonly now: number;
  /** The clock of whom it belongs to, if anybody. */
  readonly own?: WallClock | undefined;
}

/** `2 min ago, 12 May 14:05` by the clock that is chosen; on hover to the second, with the zone. */
export function Instant({ at, now, own }: Props) {
  const { clock, whose } = useShownClock('The participant', own);
  const instant = Date.parse(at);
  const date = clock.dateAt(instant);
  const zone = zoneWords(clock, { from: instant, to: instant + 1 });
  return (
    <time dateTime={at} title={`${formatPlainDate(date)}, ${formatTime(clock, instant, true)}. ${whose} in ${zone}.`}>
      {formatAgo(instant, now)}
      <span className={styles.exact}>
        , {formatShortDate(date)} {formatTime(clock, instant)}
      </span>
    </time>
  );
}
