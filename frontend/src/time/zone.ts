import type { LocalDate } from './localDate';
import { dateOfUtc, utcOf } from './localDate';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Whether the browser knows the IANA zone. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

function readOffset(zone: string, instant: number): number {
  const parts: Record<string, number> = {};
  for (const part of formatOf(zone).formatToParts(instant)) {
    parts[part.type] = Number(part.value);
  }
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(instant / 1000) * 1000;
}

/**
 * What the zone's clocks show beyond UTC at the instant, in milliseconds. Remembered per quarter of an hour, since
 * clocks change only at such instants.
 */
export function offsetAt(zone: string, instant: number): number {
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(instant / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = readOffset(zone, quarter * QUARTER);
    known.set(quarter, offset);
  }
  return offset;
}

/** From when on a zone holds; `null` is for ever before. */
export interface ZonePeriod {
  readonly validFrom: string | null;
  readonly zone: string;
}

/** The clock on a participant's wall: which zone holds when, and what it shows. */
export interface WallClock {
  /** The zone that holds at the instant. */
  zoneAt(instant: number): string;
  /** Milliseconds since 1970 as if the wall showed UTC: read its fields with getUTC*. */
  wall(instant: number): number;
  /** The local date at the instant. */
  dateAt(instant: number): LocalDate;
  /** The first instant of the local date; of the following date where this one never was. */
  startOf(date: LocalDate): number;
  /** The first instant after the local date. */
  endOf(date: LocalDate): number;
}

/** The clock of a person with the given zone history, oldest first. Zones the browser does not know count as UTC. */
export function wallClock(periods: readonly ZonePeriod[]): WallClock {
  const steps = periods.map(({ validFrom, zone }) => ({
    from: validFrom === null ? Number.NEGATIVE_INFINITY : Date.parse(validFrom),
    zone: isZone(zone) ? zone : 'UTC',
  }));
  const zoneAt = (instant: number): string =>
    steps.findLast((step) => step.from <= instant)?.zone ?? steps[0]?.zone ?? 'UTC';
  const wall = (instant: number): number => instant + offsetAt(zoneAt(instant), instant);
  const dateAt = (instant: number): LocalDate => dateOfUtc(wall(instant));

  // Zones reach from -12 to +14 hours; within that the local date only rises, so halving finds where it begins.
  const startOf = (date: LocalDate): number => {
    let before = utcOf(date) - 15 * HOUR;
    let after = utcOf(date) + 39 * HOUR;
    while (after - before > MINUTE) {
      const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
      if (dateAt(middle) >= date) {
        after = middle;
      } else {
        before = middle;
      }
    }
    return after;
  };
  const endOf = (date: LocalDate): number => startOf(dateOfUtc(utcOf(date) + 24 * HOUR));
  return { zoneAt, wall, dateAt, startOf, endOf };
}
