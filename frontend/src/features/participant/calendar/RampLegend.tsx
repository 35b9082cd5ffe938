import styles from './Calendar.module.css';
import { LOOK_WORDS, type Look } from './marks';
import { LEVELS, type Ramp } from './ramp';
import type { Show } from './shows';
import type { YearMarks } from './useCalendar';

interface Props {
  readonly show: Show;
  readonly ramp: Ramp | undefined;
  readonly years: readonly YearMarks[];
}

/** The shades with the values at their ends, and what the textures mean that are there. */
export function RampLegend({ show, ramp, years }: Props) {
  const marks = years.flatMap((year) => (year ? [...year.values()] : []));
  const looks = new Set(marks.flatMap(({ look }) => look ?? []));
  return (
    <ul className={styles.legend} aria-label="Shades of the calendar">
      {ramp && (
        <li>
          {ramp.below && 'less than '}
          {show.text(ramp.low)}
          <span className={styles.ramp}>
            {Array.from({ length: LEVELS }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: shades have nothing but their place
              <span key={index} className={styles.swatch} data-level={index + 1} />
            ))}
          </span>
          {show.text(ramp.high)}
          {ramp.above && ' and more'}
        </li>
      )}
      {marks.some(({ partial }) => partial) && (
        <li>
          <span className={styles.swatch} data-level={4} data-partial="true" />
          part of the day only
        </li>
      )}
      {(Object.keys(LOOK_WORDS) as Look[])
        .filter((look) => looks.has(look))
        .map((look) => (
          <li key={look}>
            <span className={styles.swatch} data-look={look} />
            {LOOK_WORDS[look]}
          </li>
        ))}
    </ul>
  );
}
