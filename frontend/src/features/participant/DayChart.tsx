import { useMemo } from 'react';
import type { Day } from '../../api/client';
import { useCursorInstant, useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { figureText, formatFigure } from '../../charts/derived/usual';
import { absenceWords } from '../../charts/derived/valueWords';
import { type DayMark, dayBars, dayLine } from '../../charts/layers/days';
import { grid } from '../../charts/layers/grid';
import { lackShades } from '../../charts/layers/lacks';
import type { YScale } from '../../charts/layers/layer';
import { TimePlot } from '../../charts/TimePlot';
import { dayWords } from '../../charts/useChartWords';
import { formatShortDate } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import { absentDays, type DayShow, dailyValueOf, evidenceWords, marksOf } from './dayValues';

const HEIGHT = 88;

interface Props {
  readonly shown: DayShow;
  readonly days: readonly Day[];
}

/** One daily value per day; a day without one is empty. */
export function DayChart({ shown, days }: Props) {
  const { palette } = useTimeAxis();
  const { family, title, total } = shown;
  const marks = useMemo(() => marksOf(shown, days), [shown, days]);
  const layers = useMemo(() => {
    const colour = palette[family];
    return [lackShades(absentDays(shown, days)), grid, total ? dayBars(marks, colour) : dayLine(marks, colour)];
  }, [marks, palette, shown, family, total, days]);
  const scale = useMemo(() => scaleOf(shown, marks), [shown, marks]);
  const words = dayWords(
    marks.map(({ value }) => value),
    days.length,
    (value) => figureText(shown, value),
  );
  return (
    <ChartRow
      title={title}
      unit={total ? '' : shown.display}
      hue={`var(--${family})`}
      readout={<DayReadout shown={shown} days={days} />}
    >
      <TimePlot label={`${title} over the range`} words={words} height={HEIGHT} y={scale} layers={layers} />
    </ChartRow>
  );
}

function scaleOf({ key, total }: DayShow, marks: readonly DayMark[]): YScale {
  const low = Math.min(...marks.map(({ value }) => value));
  const high = Math.max(...marks.map(({ value, whole }) => whole ?? value));
  const air = Math.max((high - low) * 0.35, 1.5);
  const hours = key === 'asleep';
  return {
    range: () => (total ? [0, high * 1.28 || 1] : [low - air, high + air]),
    ...(hours && { splits: (_from: number, to: number) => [0, 240, 480, 720].filter((minutes) => minutes <= to) }),
    format: (value) => (hours ? `${value / 60} h` : shortNumber(value)),
  };
}

function shortNumber(value: number): string {
  return value >= 10_000 ? `${formatNumber(value / 1000)}k` : formatNumber(value);
}

function DayReadout({ shown, days }: Props) {
  const instant = useCursorInstant();
  const day =
    instant === null
      ? undefined
      : days.find(({ start, end }) => Date.parse(start) <= instant && instant < Date.parse(end));
  if (!day) {
    const present = days.filter((candidate) => dailyValueOf(shown, candidate)?.value != null).length;
    return (
      <>
        {present} of {days.length} days with data
      </>
    );
  }
  const told = dailyValueOf(shown, day);
  const date = `${formatShortDate(day.date)}${day.hours === 24 ? '' : `, a day of ${formatNumber(day.hours, day.hours % 1 ? 1 : 0)} hours`}`;
  if (told?.value == null) {
    return <>{`${date}: ${told ? lowerFirst(absenceWords({ ...told, missing: null })) : 'no value'}`}</>;
  }
  const quantity = formatFigure(shown, told.value);
  return (
    <>
      {date} <strong>{quantity.value}</strong> {quantity.unit}, {evidenceWords(told, day)}
    </>
  );
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
