import styles from './Answer.module.css';
import { roundSteps } from './bar';

interface Props {
  readonly low: number;
  readonly high: number;
  readonly left: number;
  readonly right: number;
  readonly y: (value: number) => number;
  readonly format: (value: number) => string;
}

/** Lines at round figures, each with its figure at the left. */
export function ValueGrid({ low, high, left, right, y, format }: Props) {
  return roundSteps(low, high, 4).map((value) => (
    <g key={value}>
      <line className={styles.grid} x1={left} x2={right} y1={y(value)} y2={y(value)} />
      <text className={styles.tick} x={left - 8} y={y(value)} dy="0.32em" textAnchor="end">
        {format(value)}
      </text>
    </g>
  ));
}
