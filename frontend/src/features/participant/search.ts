import { RESOLUTIONS, type Resolution } from '../../api/queries/series';
import { isLocalDate, type LocalDate } from '../../time/localDate';
import { type DayRange, rangeUpTo, shiftRange, stepDate, VIEWS, type View } from '../../time/range';
import { type Span, spanOfText, spanToText } from '../../time/span';
import { WEAR } from './calendar/shows';

/**
 * What the address of a participant's page holds. Without `date` the page shows the latest day and follows it;
 * `zoom` is the part of the range in view.
 */
export interface ParticipantSearch {
  readonly view?: Exclude<View, 'day'>;
  readonly date?: LocalDate;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly metrics?: string;
  readonly zoom?: string;
  readonly resolution?: Exclude<Resolution, 'auto'>;
  /** Imputed values beside the data. */
  readonly fill?: 'both';
  /** The derived figure whose origin is open. */
  readonly figure?: string;
  /** What the calendar shows; wear unless named. */
  readonly calendar?: string;
}

/** Reads the address; what it does not know is left out, so that an old link still opens. */
export function readSearch(search: Record<string, unknown>): ParticipantSearch {
  const view = VIEWS.find((name) => name === search.view);
  const resolution = RESOLUTIONS.find((name) => name === search.resolution);
  const [from, to] = [date(search.from), date(search.to)];
  return {
    ...(view && view !== 'day' && { view }),
    ...(date(search.date) && { date: date(search.date) as LocalDate }),
    ...(view === 'custom' && from && to && (from <= to ? { from, to } : { from: to, to: from })),
    ...(typeof search.metrics === 'string' && { metrics: search.metrics }),
    ...(typeof search.zoom === 'string' && spanOfText(search.zoom) && { zoom: search.zoom }),
    ...(resolution && resolution !== 'auto' && { resolution }),
    ...(search.fill === 'both' && { fill: 'both' as const }),
    ...(typeof search.figure === 'string' && { figure: search.figure }),
    ...(typeof search.calendar === 'string' && { calendar: search.calendar }),
  };
}

function date(value: unknown): LocalDate | undefined {
  return typeof value === 'string' && isLocalDate(value) ? value : undefined;
}

/** Where a page stands: its view, the date it is about, the range shown. */
export interface Place {
  readonly view: View;
  readonly date: LocalDate;
  readonly range: DayRange;
  /** The page shows the newest day and moves on with it. */
  readonly latest: boolean;
  readonly lastDay: LocalDate;
}

/** The place that the address means for someone whose newest day is `lastDay`. */
export function placeOf(search: ParticipantSearch, lastDay: LocalDate): Place {
  const view = search.view ?? 'day';
  const custom = search.from && search.to ? { from: search.from, to: search.to } : undefined;
  const shown = search.date ?? lastDay;
  return { view, date: shown, range: rangeUpTo(view, shown, custom), latest: !search.date && !custom, lastDay };
}

/** The address of another view up to the same date; a custom one begins with the range now shown. */
export function withView(search: ParticipantSearch, place: Place, view: View): ParticipantSearch {
  const { view: _view, from: _from, to: _to, zoom: _zoom, ...rest } = search;
  if (view === 'day') {
    return rest;
  }
  return view === 'custom' ? { ...rest, view, ...place.range } : { ...rest, view };
}

/** The address one view further or back. */
export function stepped(search: ParticipantSearch, place: Place, direction: 1 | -1): ParticipantSearch {
  const { zoom: _zoom, ...rest } = search;
  return place.view === 'custom'
    ? { ...rest, ...shiftRange(place.range, direction) }
    : { ...rest, date: stepDate(place.view, place.date, direction) };
}

/** The address of the newest day in the same view. */
export function latest(search: ParticipantSearch): ParticipantSearch {
  const { date: _date, from: _from, to: _to, zoom: _zoom, view, ...rest } = search;
  return view && view !== 'custom' ? { ...rest, view } : rest;
}

/** The address of one day. */
export function oneDay(search: ParticipantSearch, shown: LocalDate): ParticipantSearch {
  const { view: _view, ...rest } = latest(search);
  return { ...rest, date: shown };
}

/**
 * The address of a zoomed view. The date is named too, so that a shared link and a new day leave it in place; without
 * a zoom the newest day is followed again.
 */
export function zoomed(search: ParticipantSearch, place: Place, zoom: Span | undefined): ParticipantSearch {
  const { zoom: _zoom, ...rest } = search;
  if (zoom) {
    return { ...rest, ...(place.view === 'custom' ? place.range : { date: place.date }), zoom: spanToText(zoom) };
  }
  const { date: _date, ...following } = rest;
  return place.date === place.lastDay ? following : rest;
}

/** The address with imputed values beside the data, or without. */
export function withFill(search: ParticipantSearch, on: boolean): ParticipantSearch {
  const { fill: _, ...rest } = search;
  return on ? { ...rest, fill: 'both' } : rest;
}

/** The address with the origin of a derived figure open, or with none. */
export function withFigure(search: ParticipantSearch, figure: string | undefined): ParticipantSearch {
  const { figure: _, ...rest } = search;
  return figure === undefined ? rest : { ...rest, figure };
}

/** The address with the calendar showing something else. */
export function withCalendar(search: ParticipantSearch, key: string): ParticipantSearch {
  const { calendar: _, ...rest } = search;
  return key === WEAR ? rest : { ...rest, calendar: key };
}
