/** A stretch of time in milliseconds since 1970, half-open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** No closer than this: one second is the finest that any source delivers. */
const SHORTEST = 10_000;
/** In a shorter span half a second is a visible step. */
const FINE_UP_TO = 3_600_000;

/** The span as it stands in the address: two instants in UTC, with whole seconds unless it is short. */
export function spanToText(span: Span): string {
  const grain = span.to - span.from > FINE_UP_TO ? 1000 : 1;
  return `${instant(span.from, grain)}~${instant(span.to, grain)}`;
}

/** Reads what {@link spanToText} wrote; nothing when it is not a span. */
export function spanOfText(text: string): Span | undefined {
  const [from = Number.NaN, to = Number.NaN] = text.split('~').map((part) => Date.parse(part));
  return Number.isFinite(from) && Number.isFinite(to) && to > from ? { from, to } : undefined;
}

/** The part of `inner` within `outer`, at least {@link SHORTEST} long, moved rather than cut where it sticks out. */
export function fitSpan(inner: Span, outer: Span): Span {
  const length = Math.min(Math.max(inner.to - inner.from, SHORTEST), outer.to - outer.from);
  const from = Math.min(Math.max(inner.from, outer.from), outer.to - length);
  return { from, to: from + length };
}

/** The span made `factor` times as long around a centre. */
export function scaleSpan(span: Span, factor: number, centre = (span.from + span.to) / 2): Span {
  return { from: centre - (centre - span.from) * factor, to: centre + (span.to - centre) * factor };
}

/** The span moved by a share of its own length. */
export function panSpan(span: Span, share: number): Span {
  const move = (span.to - span.from) * share;
  return { from: span.from + move, to: span.to + move };
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Whether the spans share some time. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

function instant(milliseconds: number, grain: number): string {
  return new Date(Math.round(milliseconds / grain) * grain).toISOString().replace('.000Z', 'Z');
}
