import { useMemo } from 'react';
import type { Day } from '../../api/client';
import { useCursorInstant, useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { type DayMark, dayBars, dayLine } from '../../charts/layers/days';
import { grid } from '../../charts/layers/grid';
import type { YScale } from '../../charts/layers/layer';
import { TimePlot } from '../../charts/TimePlot';
import { formatShortDate } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import { isTotal } from './dayFigures';
import type { Figure } from './figures';

const HEIGHT = 84;

interface Props {
  readonly figure: Figure;
  readonly days: readonly Day[];
}

/** One figure per day; a day without data is empty. */
export function DayChart({ figure, days }: Props) {
  const { palette } = useTimeAxis();
  const marks = useMemo(() => marksOf(figure, days), [figure, days]);
  const layers = useMemo(() => {
    const colour = palette[figure.family];
    return [grid, isTotal(figure) ? dayBars(marks, colour) : dayLine(marks, colour)];
  }, [marks, palette, figure]);
  const scale = useMemo(() => scaleOf(figure, marks), [figure, marks]);
  return (
    <ChartRow
      title={`${figure.name} per ${figure.key === 'asleep' ? 'night' : 'day'}`}
      unit={figure.format(0).unit}
      hue={`var(--${figure.family})`}
      readout={<DayReadout figure={figure} days={days} />}
    >
      <TimePlot label={`${figure.name} for each day`} height={HEIGHT} y={scale} layers={layers} />
    </ChartRow>
  );
}

function marksOf(figure: Figure, days: readonly Day[]): DayMark[] {
  return days.flatMap((day) => {
    const value = figure.read(day);
    return value === undefined ? [] : [{ from: Date.parse(day.start), to: Date.parse(day.end), value }];
  });
}

function scaleOf(figure: Figure, marks: readonly DayMark[]): YScale {
  const values = marks.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = Math.max((high - low) * 0.15, 1);
  const hours = figure.key === 'asleep';
  return {
    range: () => (isTotal(figure) ? [0, high * 1.1 || 1] : [low - air, high + air]),
    ...(hours && { splits: () => [0, 240, 480, 720].filter((minutes) => minutes <= high * 1.1) }),
    format: (value) => (hours ? `${value / 60} h` : shortNumber(value)),
  };
}

function shortNumber(value: number): string {
  return value >= 10_000 ? `${formatNumber(value / 1000)}k` : formatNumber(value);
}

function DayReadout({ figure, days }: Props) {
  const instant = useCursorInstant();
  const day =
    instant === null
      ? undefined
      : days.find(({ start, end }) => Date.parse(start) <= instant && instant < Date.parse(end));
  if (!day) {
    return (
      <>
        {days.filter((candidate) => figure.read(candidate) !== undefined).length} of {days.length} days with data
      </>
    );
  }
  const value = figure.read(day);
  const quantity = value === undefined ? undefined : figure.format(value);
  return (
    <>
      {formatShortDate(day.date)} {quantity ? <strong>{quantity.value}</strong> : 'no data'} {quantity?.unit}
      {quantity && `, ${figure.evidence(day)}`}
    </>
  );
}
