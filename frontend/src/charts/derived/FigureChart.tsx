import { useMemo } from 'react';
import type { DerivedFigures, DerivedMetric } from '../../api/derived';
import { DERIVED_REASON_WORDS } from '../../api/derivedReasons';
import { formatShortDate } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import { useCursorInstant, useTimeAxis } from '../axis';
import { ChartRow } from '../ChartRow';
import { type DayMark, dayBars, dayLine } from '../layers/days';
import { grid } from '../layers/grid';
import type { YScale } from '../layers/layer';
import { type UsualMark, usualBand } from '../layers/usualBand';
import { TimePlot } from '../TimePlot';
import { dayWords } from '../useChartWords';
import { changeWords, coverageWords, figureText, formatFigure, usualAt } from './usual';

interface Props {
  readonly metric: DerivedMetric;
  readonly figures: DerivedFigures;
  readonly height: number;
}

/** A derived figure day by day on the band of what was usual; a day without a value is empty. */
export function FigureChart({ metric, figures, height }: Props) {
  const { days, palette, limits } = useTimeAxis();
  const { marks, band } = useMemo(() => {
    const values = figures.columns.get(metric.key)?.values ?? [];
    const marks: DayMark[] = [];
    const band: UsualMark[] = [];
    figures.dates.forEach((date, index) => {
      const [from, to, value] = [days.startOf(date), days.endOf(date), values[index]];
      const usual = from >= limits.from ? usualAt(values, index) : undefined;
      if (usual) {
        const { mean, spread } = usual;
        band.push({ from, to, mean, low: mean - spread, high: mean + spread });
      }
      if (value != null && from >= limits.from) {
        marks.push({ from, to, value, label: formatFigure(metric, value).value.replace(/ (h|min)/g, '$1') });
      }
    });
    return { marks, band };
  }, [figures, metric, days, limits]);
  const bars = metric.draw === 'bars';
  const colour = palette[metric.family];
  const layers = useMemo(
    () => [grid, usualBand(band, colour), bars ? dayBars(marks, colour) : dayLine(marks, colour)],
    [band, marks, colour, bars],
  );
  const scale = useMemo(() => scaleOf(metric, marks, band), [metric, marks, band]);
  const words = dayWords(
    marks.map(({ value }) => value),
    figures.dates.filter((date) => days.startOf(date) >= limits.from).length,
    (value) => figureText(metric, value),
  );
  return (
    <ChartRow
      title={metric.name}
      unit={metric.display}
      hue={`var(--${metric.family})`}
      readout={<Readout metric={metric} figures={figures} />}
    >
      <TimePlot
        label={`${metric.name} day by day, with what was usual`}
        words={words}
        height={height}
        y={scale}
        layers={layers}
        empty={marks.length ? undefined : 'No value in these days'}
      />
    </ChartRow>
  );
}

function scaleOf(metric: DerivedMetric, marks: readonly DayMark[], band: readonly UsualMark[]): YScale {
  const values = [...marks.map(({ value }) => value), ...band.flatMap(({ low, high }) => [low, high])];
  const zero = metric.draw === 'bars';
  const low = zero ? 0 : Math.min(...(values.length ? values : [0]));
  const high = Math.max(...(values.length ? values : [1]));
  const air = Math.max((high - low) * 0.12, 2 * 10 ** -metric.decimals);
  const hours = metric.unit === 'min' && high >= 180;
  return {
    range: () => [zero ? 0 : low - air, high + (zero ? Math.max(air, high * 0.28) : air)],
    ...(hours && { splits: (from: number, to: number) => hoursBetween(from, to) }),
    format: (value) => (hours ? `${value / 60} h` : formatNumber(value, Number.isInteger(value) ? 0 : 1)),
  };
}

function hoursBetween(from: number, to: number): number[] {
  const step = to - from > 600 ? 240 : to - from > 240 ? 120 : 60;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => (first + index) * step);
}

function Readout({ metric, figures }: Pick<Props, 'metric' | 'figures'>) {
  const { days, limits } = useTimeAxis();
  const instant = useCursorInstant();
  const column = figures.columns.get(metric.key);
  if (!column) {
    return null;
  }
  if (instant === null || instant < limits.from || instant >= limits.to) {
    const inside = figures.dates.map((date) => days.startOf(date) >= limits.from);
    const present = column.values.filter((value, index) => inside[index] && value !== null).length;
    return <>{`${present} of ${inside.filter(Boolean).length} days`}</>;
  }
  const date = days.dateAt(instant);
  const index = figures.dates.indexOf(date);
  const value = column.values[index] ?? null;
  const reason = column.reasons[index];
  if (value === null) {
    return <>{`${formatShortDate(date)}: ${reason ? DERIVED_REASON_WORDS[reason].toLowerCase() : 'no value'}`}</>;
  }
  const change = changeWords(metric, value, usualAt(column.values, index)).toLowerCase();
  return (
    <>
      {formatShortDate(date)} <strong>{figureText(metric, value)}</strong>, {change},{' '}
      {coverageWords(column.coverage[index] ?? 0)}
    </>
  );
}
