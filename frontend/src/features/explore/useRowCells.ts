import { useEffect, useState } from 'react';
import type { Resolution } from '../../api/queries/series';
import { useTimeAxis } from '../../charts/axis';
import type { Span } from '../../time/span';
import { type Cell, useCells } from './useCells';
import type { ExplorePlace } from './useExplorePlace';

const MINUTE = 60_000;
/** So long after what is in view has come, what lies around it is asked for. */
const AFTER = 400;

interface State {
  readonly resolution: Resolution;
  /** What is asked for first; nothing once it has come. */
  readonly near: Span | undefined;
}

/**
 * The cells of a row over a window wider than the view. At a resolution that somebody chose an answer can be long: then
 * what is in view comes first, and what moving needs afterwards. `auto` keeps answers short.
 */
export function useRowCells(
  wanted: Parameters<typeof useCells>[0],
  { resolution, search: { fill } }: ExplorePlace,
  wide: Span,
): readonly Cell[] {
  const { view } = useTimeAxis();
  const [state, setState] = useState(() => begin(view, resolution));
  const now = state.resolution === resolution ? state : begin(view, resolution);
  if (now !== state) {
    setState(now);
  }
  const cells = useCells(wanted, now.near ?? wide, resolution, fill);
  const waits = now.near !== undefined && cells.every(({ pending }) => !pending);
  useEffect(() => {
    if (!waits) {
      return undefined;
    }
    const timer = setTimeout(() => setState({ resolution, near: undefined }), AFTER);
    return () => clearTimeout(timer);
  }, [waits, resolution]);
  return cells;
}

function begin(view: Span, resolution: Resolution): State {
  const near = { from: Math.floor(view.from / MINUTE) * MINUTE, to: Math.ceil(view.to / MINUTE) * MINUTE };
  return { resolution, near: resolution === 'auto' ? undefined : near };
}
