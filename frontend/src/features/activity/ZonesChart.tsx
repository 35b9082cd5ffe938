import { useMemo } from 'react';
import type { DerivedFigures } from '../../api/derived';
import { DERIVED_REASON_WORDS } from '../../api/derivedReasons';
import { useCursorInstant, useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { coverageWords } from '../../charts/derived/usual';
import { grid } from '../../charts/layers/grid';
import type { YScale } from '../../charts/layers/layer';
import { type StackedDay, stackedDays } from '../../charts/layers/stackedDays';
import { TimePlot } from '../../charts/TimePlot';
import { dayWords } from '../../charts/useChartWords';
import { formatShortDate } from '../../format/dates';
import { count, formatMinutes } from '../../format/numbers';
import { ZONES } from './zones';

/** Minutes in each zone per day, from light effort on; time below would hide them. */
export function ZonesChart({ figures }: { readonly figures: DerivedFigures }) {
  const { days: clock, limits } = useTimeAxis();
  const days = useMemo(
    () =>
      figures.dates.flatMap((date, index): StackedDay[] => {
        const parts = ZONES.map(({ key, colour }) => ({
          colour,
          value: figures.columns.get(key)?.values[index] ?? null,
        }));
        const from = clock.startOf(date);
        return from >= limits.from && parts.every(({ value }) => value !== null)
          ? [{ from, to: clock.endOf(date), parts: parts.map(({ colour, value }) => ({ colour, value: value ?? 0 })) }]
          : [];
      }),
    [figures, clock, limits],
  );
  const layers = useMemo(() => [grid, stackedDays(days)], [days]);
  const scale = useMemo<YScale>(() => {
    const highest = Math.max(...days.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)), 30);
    return {
      range: () => [0, highest * 1.1],
      ...(highest >= 180 && {
        splits: (_: number, to: number) => [0, 60, 120, 180, 240, 300, 360, 480, 600].filter((at) => at <= to),
      }),
      format: (minutes) => (highest >= 180 ? `${minutes / 60} h` : String(Math.round(minutes))),
    };
  }, [days]);
  const words = dayWords(
    days.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)),
    figures.dates.filter((date) => clock.startOf(date) >= limits.from).length,
    (minutes) => `${formatMinutes(minutes)} in zones`,
  );
  return (
    <ChartRow
      title="Time in heart-rate zones"
      unit="min"
      hue="var(--heart)"
      readout={<Readout figures={figures} days={days.length} />}
    >
      <TimePlot
        label="Minutes in heart-rate zones per day"
        words={words}
        height={168}
        y={scale}
        layers={layers}
        empty={days.length ? undefined : emptyWords(figures)}
      />
    </ChartRow>
  );
}

/** Why there is nothing at all, where all days give one reason. */
function emptyWords({ columns }: DerivedFigures): string {
  const reasons = new Set(columns.get(ZONES[0]?.key ?? '')?.reasons.filter((reason) => reason !== null));
  const [only] = reasons;
  return only && reasons.size === 1
    ? `No time in zones: ${DERIVED_REASON_WORDS[only].toLowerCase()}`
    : 'No time in zones';
}

function Readout({ figures, days }: { readonly figures: DerivedFigures; readonly days: number }) {
  const { days: clock, limits } = useTimeAxis();
  const instant = useCursorInstant();
  if (instant === null || instant < limits.from) {
    return <>{count(days, 'day')} with zones</>;
  }
  const date = clock.dateAt(instant);
  const index = figures.dates.indexOf(date);
  const columns = ZONES.map(({ key }) => figures.columns.get(key));
  const reason = columns[0]?.reasons[index];
  if (columns[0]?.values[index] == null) {
    return <>{`${formatShortDate(date)}: ${reason ? DERIVED_REASON_WORDS[reason].toLowerCase() : 'no value'}`}</>;
  }
  const words = ZONES.map(
    ({ name }, zone) => `${name.toLowerCase()} ${formatMinutes(columns[zone]?.values[index] ?? 0)}`,
  );
  return <>{`${formatShortDate(date)}: ${words.join(', ')}, ${coverageWords(columns[0]?.coverage[index] ?? 0)}`}</>;
}
