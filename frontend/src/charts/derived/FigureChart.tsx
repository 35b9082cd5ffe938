import { useMemo } from 'react';
import type { DerivedFigures, DerivedMetric } from '../../api/derived';
import { useCursorInstant, useTimeAxis } from '../axis';
import { ChartRow } from '../ChartRow';
import { dayBars, dayLine } from '../layers/days';
import { grid } from '../layers/grid';
import { usualBand } from '../layers/usualBand';
import { TimePlot } from '../TimePlot';
import { dayWords } from '../useChartWords';
import { FigureReadout } from './FigureReadout';
import { figureMarks, figureScale } from './figurePicture';
import { figureText } from './usual';

interface Props {
  readonly metric: DerivedMetric;
  readonly figures: DerivedFigures;
  readonly height: number;
  /** What stands over it; the figure's name unless given. */
  readonly title?: string;
}

/** A derived figure day by day on the band of what was usual; a day without a value is empty. */
export function FigureChart({ metric, figures, height, title = metric.name }: Props) {
  const { days, palette, limits } = useTimeAxis();
  const picture = useMemo(() => figureMarks(metric, figures, days, limits.from), [figures, metric, days, limits.from]);
  const { marks, band } = picture;
  const bars = metric.draw === 'bars';
  const colour = palette[metric.family];
  const layers = useMemo(
    () => [grid, usualBand(band, colour), bars ? dayBars(marks, colour) : dayLine(marks, colour)],
    [band, marks, colour, bars],
  );
  const scale = useMemo(() => figureScale(metric, [picture]), [metric, picture]);
  const words = dayWords(
    marks.map(({ value }) => value),
    figures.dates.filter((date) => days.startOf(date) >= limits.from).length,
    (value) => figureText(metric, value),
  );
  return (
    <ChartRow
      title={title}
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

function Readout({ metric, figures }: Pick<Props, 'metric' | 'figures'>) {
  const { days, limits } = useTimeAxis();
  const instant = useCursorInstant();
  return <FigureReadout metric={metric} figures={figures} clock={days} instant={instant} view={limits} />;
}
