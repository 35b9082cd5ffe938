import { useCallback, useEffect, useMemo } from 'react';
import type { Metric } from '../../api/client';
import { stretches } from '../../api/columns';
import type { Resolution } from '../../api/queries/series';
import { useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { CoverageStrip } from '../../charts/CoverageStrip';
import { MetricReadout } from '../../charts/MetricReadout';
import { missingOfAll, scaleOf } from '../../charts/metricLayers';
import { PointKeys } from '../../charts/PointKeys';
import { ResolutionControl } from '../../charts/ResolutionControl';
import { TimePlot } from '../../charts/TimePlot';
import type { Span } from '../../time/span';
import { Skeleton } from '../../ui/Skeleton';
import { CellErrors } from './CellErrors';
import { PeopleReadout } from './PeopleReadout';
import { nearest } from './pick';
import { rowLayers } from './rowLayers';
import { type Point, pointToText } from './search';
import type { ShownStore } from './shownStore';
import { rowsOf } from './table';
import { useTracks } from './tracks';
import type { Cell } from './useCells';
import { useCellWords } from './useCellWords';
import type { ExplorePlace } from './useExplorePlace';
import { useRowCells } from './useRowCells';
import { useZones } from './useZones';

export interface RowProps {
  readonly place: ExplorePlace;
  /** What is asked for. */
  readonly span: Span;
  readonly shown: ShownStore;
  readonly point: Point | undefined;
  readonly height: number;
}

/** One metric of all participants; the only one in its family's hue, several each in their own. */
export function MetricRow({ metric, place, span, shown, point, height }: RowProps & { readonly metric: Metric }) {
  const { palette, view } = useTimeAxis();
  const { people, resolution, change } = place;
  const wanted = useMemo(() => people.map((person) => [person, metric] as const), [people, metric]);
  const cells = useRowCells(wanted, place, span);
  const zones = useZones(people, metric, span);
  useEffect(() => shown.set(metric.key, (seen, clock) => rowsOf(cells, seen, clock)), [shown, metric, cells]);
  const series = useMemo(() => cells.flatMap(({ data }) => data?.series ?? []), [cells]);
  const chosen = point?.metric === metric.key ? point : undefined;
  const layers = useMemo(() => rowLayers(cells, zones, palette, chosen), [cells, zones, palette, chosen]);
  const scale = useMemo(() => scaleOf(metric, series), [metric, series]);
  const words = useCellWords(cells);
  const loaded = cells.some(({ data }) => data !== undefined);
  const pending = cells.some((cell) => cell.pending);
  const present = loaded && series.some(({ columns: { x } }) => x.length > 0);
  const onPick = (instant: number, value: number) => {
    const found = nearest(cells, instant, (view.to - view.from) / 100, (_, y) => Math.abs(y - value));
    change({ point: found && pointToText(found) });
  };
  const tracks = useTracks(
    cells,
    change,
    useCallback(() => scale, [scale]),
  );
  const [only] = cells;

  return (
    <ChartRow
      title={metric.name}
      unit={metric.display}
      hue={`var(--${metric.family})`}
      readout={
        cells.length === 1 && only?.data ? (
          <MetricReadout participant={only.person.id} metric={metric} data={only.data} pending={pending} />
        ) : (
          <PeopleReadout cells={cells} />
        )
      }
      corner={
        <ResolutionControl
          used={series[0]?.columns.resolution}
          chosen={resolution}
          onChoose={(value) => change({ resolution: withoutAuto(value) }, true)}
          busy={pending}
        />
      }
    >
      <CellErrors cells={cells} />
      {loaded ? (
        <>
          <TimePlot
            label={`${metric.name} over time`}
            words={words}
            title={`${metric.name}, ${metric.display}`}
            height={height}
            y={scale}
            layers={layers}
            empty={present || pending ? undefined : `No ${metric.name.toLowerCase()} in this part`}
            onPick={onPick}
          >
            <PointKeys label={metric.name} height={height} tracks={tracks} />
          </TimePlot>
          {cells.filter(isMeasured).map((cell) => (
            <Strip key={cell.person.id} cell={cell} among={cells.length > 1} />
          ))}
        </>
      ) : (
        <Skeleton height={height + 15 * cells.length} />
      )}
    </ChartRow>
  );
}

/** Whether the participant has the metric at all, as far as is known. */
export function isMeasured({ data }: Cell): boolean {
  return data === undefined || data.series.length > 0;
}

export function withoutAuto(value: Resolution) {
  return value === 'auto' ? undefined : value;
}

export function Strip({ cell: { person, metric, data }, among }: { readonly cell: Cell; readonly among: boolean }) {
  const { palette } = useTimeAxis();
  const { present, lacks } = useMemo(() => {
    const series = data?.series ?? [];
    const all = series.flatMap(({ columns }) => stretches(columns)).toSorted((a, b) => a.from - b.from);
    return { present: all, lacks: missingOfAll(series) };
  }, [data]);
  return (
    <CoverageStrip
      present={present}
      colour={palette[among ? person.colour : metric.family]}
      lacks={lacks}
      name={among ? person.name : undefined}
      reason={metric.present === 'asleep' ? 'Measured only during sleep' : undefined}
    />
  );
}
