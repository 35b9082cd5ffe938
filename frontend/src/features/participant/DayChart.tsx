import { useMemo } from 'react';
import type { Day } from '../../api/client';
import { REASON_WORDS } from '../../api/reasons';
import { useCursorInstant, useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { type DayMark, dayBars, dayLine } from '../../charts/layers/days';
import { grid } from '../../charts/layers/grid';
import { lackShades } from '../../charts/layers/lacks';
import type { YScale } from '../../charts/layers/layer';
import { TimePlot } from '../../charts/TimePlot';
import { dayWords } from '../../charts/useChartWords';
import { formatShortDate } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import { absentDays, absentReason, partWords } from './dayCoverage';
import { type DayFigure, marksOf } from './dayFigures';
import type { Cadences } from './figures';

const HEIGHT = 88;

interface Props {
  readonly shown: DayFigure;
  readonly days: readonly Day[];
  readonly cadences: Cadences;
}

/** One figure per day; a day without data is empty. */
export function DayChart({ shown, days, cadences }: Props) {
  const { palette } = useTimeAxis();
  const { figure, title, total } = shown;
  const marks = useMemo(() => marksOf(shown, days), [shown, days]);
  const layers = useMemo(() => {
    const colour = palette[figure.family];
    return [lackShades(absentDays(figure, days)), grid, total ? dayBars(marks, colour) : dayLine(marks, colour)];
  }, [marks, palette, figure, total, days]);
  const scale = useMemo(() => scaleOf(shown, marks), [shown, marks]);
  const words = dayWords(
    marks.map(({ value }) => value),
    days.length,
    (value) => `${figure.format(value).value} ${figure.format(value).unit}`.trim(),
  );
  return (
    <ChartRow
      title={title}
      unit={total ? '' : figure.format(0).unit}
      hue={`var(--${figure.family})`}
      readout={<DayReadout shown={shown} days={days} cadences={cadences} />}
    >
      <TimePlot label={`${title} over the range`} words={words} height={HEIGHT} y={scale} layers={layers} />
    </ChartRow>
  );
}

function scaleOf({ figure, total }: DayFigure, marks: readonly DayMark[]): YScale {
  const low = Math.min(...marks.map(({ value }) => value));
  const high = Math.max(...marks.map(({ value, whole }) => whole ?? value));
  const air = Math.max((high - low) * 0.35, 1.5);
  const hours = figure.key === 'asleep';
  return {
    range: () => (total ? [0, high * 1.28 || 1] : [low - air, high + air]),
    ...(hours && { splits: (_from: number, to: number) => [0, 240, 480, 720].filter((minutes) => minutes <= to) }),
    format: (value) => (hours ? `${value / 60} h` : shortNumber(value)),
  };
}

function shortNumber(value: number): string {
  return value >= 10_000 ? `${formatNumber(value / 1000)}k` : formatNumber(value);
}

function DayReadout({ shown: { figure }, days, cadences }: Props) {
  const instant = useCursorInstant();
  const day =
    instant === null
      ? undefined
      : days.find(({ start, end }) => Date.parse(start) <= instant && instant < Date.parse(end));
  if (!day) {
    const present = days.filter((candidate) => figure.read(candidate) !== undefined).length;
    return (
      <>
        {present} of {days.length} days with data
      </>
    );
  }
  const value = figure.read(day);
  const date = `${formatShortDate(day.date)}${day.hours === 24 ? '' : `, a day of ${formatNumber(day.hours, day.hours % 1 ? 1 : 0)} hours`}`;
  if (value === undefined) {
    const reason = absentReason(figure, day);
    return (
      <>
        {date}: no data{reason && `, ${REASON_WORDS[reason].toLowerCase()}`}
      </>
    );
  }
  const quantity = figure.format(value);
  return (
    <>
      {date} <strong>{quantity.value}</strong> {quantity.unit},{' '}
      {partWords(figure, day) ?? figure.evidence(day, cadences)}
    </>
  );
}
