import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Metric } from '../../api/client';
import type { Resolution } from '../../api/queries/series';
import { chosenKeys, type Offer, offersOf } from '../../charts/metricChoice';
import { overlaps, type Span, spanOfText, spanToText } from '../../time/span';
import type { WallClock } from '../../time/zone';
import { shownClock } from '../../time/zoneChoice';
import { historyOf, type Person } from './people';
import { type ExploreFigure, type RowChoice, rowsOf } from './rows';
import { ALL, changed, type ExploreSearch, readSearch } from './search';

const route = getRouteApi('/explore');
const READ = { select: (search: ExploreSearch) => readSearch({ ...search }), structuralSharing: true } as const;
const WEEK = 7 * 86_400_000;
const FIRST_CHOICE = 'heart_rate,steps';

/** What the page shows, as the address has it. */
export interface ExplorePlace {
  readonly search: ExploreSearch;
  readonly people: readonly Person[];
  /** What is shown, from top to bottom. */
  readonly rows: readonly RowChoice[];
  /** The series among them. */
  readonly metrics: readonly Metric[];
  readonly offers: readonly Offer[];
  readonly clock: WallClock;
  /** Whose clock that is: `Alice’s time`. */
  readonly whose: string;
  /** The whole history of all participants shown. */
  readonly limits: Span;
  /** What is in view; all of the limits when missing. */
  readonly zoom: Span | undefined;
  readonly resolution: Resolution;
  /** Changes parts of the address; `replace` leaves no step to go back to. */
  readonly change: (part: { [K in keyof ExploreSearch]: ExploreSearch[K] | undefined }, replace?: boolean) => void;
}

/** The search of the Explorer's address. */
export function useExploreSearch(): ExploreSearch {
  return route.useSearch(READ);
}

export function useExplorePlace(
  people: readonly Person[],
  catalogue: readonly Metric[],
  figures: readonly ExploreFigure[],
): ExplorePlace {
  const search = useExploreSearch();
  const navigate = route.useNavigate();
  const change = useCallback<ExplorePlace['change']>(
    (part, replace = false) =>
      void navigate({
        search: (before: ExploreSearch) => changed(readSearch({ ...before }), part),
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const { offers, rows, metrics } = useMemo(() => {
    const series = people.flatMap(({ detail }) => detail.series);
    const offered = offersOf({ series }, catalogue, figures);
    const keys = chosenKeys(search.metrics ?? FIRST_CHOICE, offered);
    const chosen = rowsOf(keys, catalogue, figures);
    return {
      offers: offered,
      rows: chosen,
      metrics: chosen.flatMap((row) => (row.kind === 'series' ? row.metric : [])),
    };
  }, [people, catalogue, figures, search.metrics]);
  const { clock, whose } = useMemo(() => shownClock(search.zone, people[0]), [search.zone, people]);
  const limits = useMemo(() => historyOf(people) ?? { from: Date.now() - WEEK, to: Date.now() }, [people]);
  const zoom = useMemo(() => zoomOf(search.range, limits), [search.range, limits]);
  const resolution = search.resolution ?? 'auto';
  return useMemo(
    () => ({ search, people, rows, metrics, offers, clock, whose, limits, zoom, resolution, change }),
    [search, people, rows, metrics, offers, clock, whose, limits, zoom, resolution, change],
  );
}

function zoomOf(range: string | undefined, limits: Span): Span | undefined {
  const wanted = range === undefined ? { from: limits.to - WEEK, to: limits.to } : spanOfText(range);
  if (range === ALL || !wanted || !overlaps(wanted, limits)) {
    return undefined;
  }
  return wanted.from <= limits.from && wanted.to >= limits.to ? undefined : wanted;
}

/** The range as it stands in the address; `all` for all of it. */
export function rangeText(view: Span | undefined): string {
  return view ? spanToText(view) : ALL;
}
