import { formatPlainDate, formatTime } from '../format/dates';
import { formatMeasured } from '../format/measured';
import { zoneWords } from '../format/zones';
import type { WallClock } from '../time/zone';
import { useShownClock } from './useZone';

interface Props {
  /** As the API tells it. */
  readonly at: string;
  readonly now: number;
  /** The participant's own clock. */
  readonly own: WallClock;
}

/** When a participant was last measured, by the clock that is chosen; on hover to the second. */
export function Measured({ at, now, own }: Props) {
  const { clock, whose } = useShownClock('The participant', own);
  const instant = Date.parse(at);
  const zone = zoneWords(clock, { from: instant, to: instant + 1 });
  const exact = `${formatPlainDate(clock.dateAt(instant))}, ${formatTime(clock, instant, true)}. ${whose} in ${zone}.`;
  return (
    <time dateTime={at} title={exact}>
      {formatMeasured(at, clock, now)}
    </time>
  );
}
