import { memo, useMemo } from 'react';
import { formatDate } from '../../../format/dates';
import { count } from '../../../format/numbers';
import type { LocalDate } from '../../../time/localDate';
import type { DayRange } from '../../../time/range';
import { type DayCell, monthEdges, yearGrid } from '../../../time/yearGrid';
import styles from './Calendar.module.css';
import { levelOf, type Ramp } from './ramp';
import type { Show } from './shows';
import type { YearMarks } from './useCalendar';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Props {
  readonly year: number;
  /** Nothing while the calendar is out of sight. */
  readonly history: DayRange | undefined;
  readonly show: Show;
  readonly marks: YearMarks;
  readonly ramp: Ramp | undefined;
  /** The day of this year that keys start from. */
  readonly active?: LocalDate | undefined;
  /** Days that the page shows. */
  readonly shown?: DayRange | undefined;
}

/** No day of any year. */
const NONE: DayRange = { from: '9999-12-31', to: '0000-01-01' };

/** A year: weeks from left to right, weekdays from top to bottom. It has its size before its data. */
export const YearBlock = memo(function YearBlock({ year, history, show, marks, ramp, active, shown }: Props) {
  const grid = useMemo(() => yearGrid(year, history ?? NONE), [year, history]);
  const rows = useMemo(
    () => WEEKDAYS.map((_, row) => grid.cells.filter((cell) => cell.row === row).map(named)),
    [grid],
  );
  const present = grid.cells.filter(({ date }) => marks?.get(date)?.value !== undefined).length;
  return (
    <div className={styles.year}>
      <h3 className={styles.yearName}>
        {year} <span>{marks && `${present} of ${count(grid.cells.length, 'day')} with a value`}</span>
      </h3>
      <div className={styles.months} aria-hidden="true">
        {grid.months.map((column, month) => (
          <span key={MONTHS[month]} style={{ gridColumn: `${column + 2} / span 4` }}>
            {MONTHS[month]}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are walked by keys, as those of a grid */}
      <table role="grid" aria-label={`${show.name} in ${year}`} aria-readonly="true" className={styles.grid}>
        <tbody>
          {WEEKDAYS.map((weekday, row) => (
            <tr key={weekday}>
              <th scope="row" className={styles.weekday} style={{ gridRow: row + 1 }} data-shown={row % 2 === 0}>
                <abbr title={weekday}>{weekday.slice(0, 3)}</abbr>
              </th>
              {rows[row]?.map(({ date, name, edges, area }) => {
                const mark = marks?.get(date);
                const level = ramp && mark?.value !== undefined ? levelOf(ramp, mark.value) : undefined;
                return (
                  <td
                    key={date}
                    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
                    role="gridcell"
                    tabIndex={date === active ? 0 : -1}
                    aria-label={`${name}: ${mark?.words ?? 'no value'}`}
                    className={styles.cell}
                    data-date={date}
                    data-level={level}
                    data-look={marks && level === undefined ? (mark?.look ?? 'none') : undefined}
                    data-partial={mark?.partial || undefined}
                    data-left={edges.left || undefined}
                    data-top={edges.top || undefined}
                    aria-current={shown && date >= shown.from && date <= shown.to ? 'date' : undefined}
                    style={area}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

/** What stays of a cell while its value changes. */
function named({ date, column, row }: DayCell) {
  return {
    date,
    name: formatDate(date),
    edges: monthEdges(date),
    area: { gridArea: `${row + 1} / ${column + 2}` },
  };
}
