import { useEffect, useMemo } from 'react';
import { useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { pin } from '../../charts/layers/pin';
import { PointKeys } from '../../charts/PointKeys';
import { ResolutionControl } from '../../charts/ResolutionControl';
import { TimePlot } from '../../charts/TimePlot';
import { Skeleton } from '../../ui/Skeleton';
import { CellErrors } from './CellErrors';
import { isMeasured, type RowProps, Strip, withoutAuto } from './MetricRow';
import { overlaid } from './overlay';
import { PeopleReadout } from './PeopleReadout';
import { nearest } from './pick';
import { pointToText } from './search';
import { rowsOf } from './table';
import { useTracks } from './tracks';
import type { Cell } from './useCells';
import { useCellWords } from './useCellWords';
import { useRowCells } from './useRowCells';

/** All metrics in one chart, each measured by a scale of its own; the first two have figures at the sides. */
export function OverlaidRow({ place, span, shown, point, height }: RowProps) {
  const { palette, view } = useTimeAxis();
  const { people, metrics, resolution, change } = place;
  const wanted = useMemo(
    () => metrics.flatMap((metric) => people.map((person) => [person, metric] as const)),
    [people, metrics],
  );
  const cells = useRowCells(wanted, place, span);
  useEffect(() => shown.set('overlaid', (seen, clock) => rowsOf(cells, seen, clock)), [shown, cells]);
  const { layers, scale, scaleOf, shareOf } = useMemo(
    () => overlaid(metrics, cells, palette),
    [metrics, cells, palette],
  );
  const pinned = useMemo(() => (point ? [...layers, pin(point.at, undefined)] : layers), [layers, point]);
  const onPick = (instant: number, value: number) => {
    const [low, high] = scale.range(view);
    const share = (value - low) / (high - low);
    const distance = ({ metric }: Cell, y: number) => Math.abs(shareOf(metric, y, view) - share);
    const found = nearest(cells, instant, (view.to - view.from) / 100, distance);
    change({ point: found && pointToText(found) });
  };
  const tracks = useTracks(cells, change, scaleOf);
  const words = useCellWords(cells);
  const loaded = cells.some(({ data }) => data !== undefined);
  const used = cells.find(({ data }) => data?.series[0])?.data?.series[0]?.columns.resolution;

  return (
    <ChartRow
      title={metrics.map(({ name }) => name).join(', ')}
      unit={metrics.map(({ display }) => display).join(', ')}
      hue={`var(--${metrics[0]?.family ?? 'body'})`}
      readout={<PeopleReadout cells={cells} metrics />}
      corner={
        <ResolutionControl
          used={used}
          chosen={resolution}
          onChoose={(value) => change({ resolution: withoutAuto(value) }, true)}
          busy={cells.some(({ pending }) => pending)}
        />
      }
    >
      <CellErrors cells={cells} />
      {loaded ? (
        <>
          <TimePlot
            label={`${metrics.map(({ name }) => name).join(', ')} over time`}
            words={words}
            title={metrics.map(({ name, display }) => `${name}, ${display}`).join(' · ')}
            height={height}
            y={scale}
            layers={pinned}
            onPick={onPick}
          >
            <PointKeys label={metrics.map(({ name }) => name).join(', ')} height={height} tracks={tracks} />
          </TimePlot>
          {cells.filter(isMeasured).map((cell) => (
            <Strip key={`${cell.person.id} ${cell.metric.key}`} cell={cell} among={people.length > 1} />
          ))}
        </>
      ) : (
        <Skeleton height={height + 15 * cells.length} />
      )}
    </ChartRow>
  );
}
