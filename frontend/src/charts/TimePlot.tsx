import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Span } from '../time/span';
import { useTimeAxis } from './axis';
import type { Layer, YScale } from './layers/layer';
import { type PlotState, plotOptions } from './plotOptions';
import styles from './TimePlot.module.css';

interface Props {
  /** What the picture shows, for those who cannot see it. */
  readonly label: string;
  /** Its figures in words, for the same. */
  readonly words?: string | undefined;
  readonly height: number;
  readonly y: YScale;
  /** Painted from first to last. */
  readonly layers: readonly Layer[];
  /** Stands in the plot when there is nothing to paint. */
  readonly empty?: string | undefined;
  /** Names the chart in a picture of it; its label unless given. */
  readonly title?: string;
  readonly onPick?: PlotState['onPick'];
  /** Lies over the plot. */
  readonly children?: ReactNode;
}

/**
 * The one chart. uPlot is created once per chart and gives canvas, scales, cursor and selection; what is painted comes
 * as layers, because a layer knows where a series has holes.
 */
export function TimePlot({ label, words, height, y, layers, empty, title = label, onPick, children }: Props) {
  const axis = useTimeAxis();
  const { width, view, pictures } = axis;
  const host = useRef<HTMLDivElement>(null);
  const described = useId();
  const plot = useRef<uPlot | null>(null);
  const state = useRef<PlotState>({ axis, layers, y, onPick });
  state.current = { axis, layers, y, onPick };

  // biome-ignore lint/correctness/useExhaustiveDependencies: created once; the effects below carry every later change
  useLayoutEffect(() => {
    if (!host.current) {
      return;
    }
    const created = new uPlot(plotOptions(state, axis.syncKey, { width, height }), corners(view), host.current);
    plot.current = created;
    return () => {
      created.destroy();
      plot.current = null;
    };
  }, []);

  useLayoutEffect(() => {
    plot.current?.setSize({ width, height });
  }, [width, height]);

  // Before the browser paints, so that the canvas is never a frame behind the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is painted depends on all of these
  useLayoutEffect(() => {
    plot.current?.setData(corners(view));
    // uPlot leaves an axis as it is while its ends stay, though the figures on it may have gone; both paint once.
    plot.current?.redraw(false, true);
  }, [view, layers, y, axis.palette]);

  useEffect(() => {
    const [element, painted] = [host.current, plot.current];
    return element && painted ? pictures.add({ title, element, plot: painted, state }) : undefined;
  }, [pictures, title]);

  return (
    <div className={styles.frame}>
      <div
        ref={host}
        role="img"
        aria-label={label}
        aria-describedby={words ? described : undefined}
        className={styles.plot}
        style={{ height }}
      />
      {words && (
        <p id={described} className="visually-hidden">
          {words}
        </p>
      )}
      {children}
      {empty && <p className={styles.empty}>{empty}</p>}
    </div>
  );
}

/** uPlot scales itself to its data; the ends of the view are all that it needs to know. */
function corners(view: Span): uPlot.AlignedData {
  return [
    [view.from, view.to],
    [0, 0],
  ];
}
