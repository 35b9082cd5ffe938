import type { Columns } from '../../api/columns';
import { formatNumber } from '../../format/numbers';
import { addDays } from '../../time/localDate';
import type { WallClock } from '../../time/zone';
import { SPARK_DAYS } from './rows';
import styles from './Sparkline.module.css';

const BAR = 6;
const HEIGHT = 22;

interface Props {
  readonly steps: Columns;
  readonly lastDay: string;
  readonly clock: WallClock;
}

/** Daily steps of the last fortnight with data; a day without any is a short line on the ground. */
export function Sparkline({ steps, lastDay, clock }: Props) {
  const byDate = new Map(Array.from(steps.x, (at, index) => [clock.dateAt(at), steps.y[index] ?? 0]));
  const days = Array.from({ length: SPARK_DAYS }, (_, index) => byDate.get(addDays(lastDay, index + 1 - SPARK_DAYS)));
  const present = days.filter((value) => value !== undefined);
  const most = Math.max(1, ...present);
  const mean = present.reduce((sum, value) => sum + value, 0) / Math.max(1, present.length);
  const words = present.length
    ? `${formatNumber(mean)} steps a day, ${present.length} of ${SPARK_DAYS} days with data`
    : 'No steps in the last fortnight';
  return (
    <span className={styles.spark} title={words}>
      <svg
        viewBox={`0 0 ${SPARK_DAYS * BAR} ${HEIGHT}`}
        preserveAspectRatio="none"
        className={styles.picture}
        role="img"
        aria-label={words}
      >
        {days.map((value, index) => {
          const height = value === undefined ? 1 : Math.max(1.5, (value / most) * HEIGHT);
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={index}
              x={index * BAR}
              y={HEIGHT - height}
              width={BAR - 1.5}
              height={height}
              rx={0.75}
              className={value === undefined ? styles.missing : styles.bar}
            />
          );
        })}
      </svg>
      <span className={styles.mean}>{present.length ? formatNumber(mean) : '–'}</span>
    </span>
  );
}
