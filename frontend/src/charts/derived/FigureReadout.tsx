import type { DerivedFigures } from '../../api/derived';
import { lackWords } from '../../api/derivedReasons';
import { formatShortDate } from '../../format/dates';
import type { Span } from '../../time/span';
import type { WallClock } from '../../time/zone';
import type { DayFigure } from './figurePicture';
import { changeWords, coverageWords, figureText, usualOf } from './usual';

interface Props {
  readonly metric: DayFigure;
  readonly figures: DerivedFigures;
  readonly clock: WallClock;
  /** The cursor's instant, where it is. */
  readonly instant: number | null;
  /** Without a cursor its days are counted. */
  readonly view: Span;
}

/** The figure of the day under the cursor against what was usual; without a cursor how many days have one. */
export function FigureReadout({ metric, figures, clock, instant, view }: Props) {
  const column = figures.columns.get(metric.key);
  if (!column) {
    return null;
  }
  if (instant === null || instant < view.from || instant >= view.to) {
    const inside = figures.dates.map((date) => clock.startOf(date) < view.to && clock.endOf(date) > view.from);
    const present = column.values.filter((value, index) => inside[index] && value !== null).length;
    return <>{`${present} of ${inside.filter(Boolean).length} days`}</>;
  }
  const date = clock.dateAt(instant);
  const index = figures.dates.indexOf(date);
  const value = column.values[index] ?? null;
  if (value === null) {
    const why = lackWords(column.reasons[index], column.missing[index]);
    return <>{`${formatShortDate(date)}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`}</>;
  }
  const usual = usualOf(column, index);
  // Of a vendor's value nothing usual is told by day.
  const told = column.usual.mean.length > 0;
  const change = told ? `, ${changeWords(metric, usual && value - usual.mean).toLowerCase()}` : '';
  const coverage = column.coverage[index];
  return (
    <>
      {formatShortDate(date)} <strong>{figureText(metric, value)}</strong>
      {change}
      {coverage != null && `, ${coverageWords(coverage)}`}
    </>
  );
}
