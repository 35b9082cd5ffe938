import type { SleepSession } from '../../api/client';
import type { StackedDay } from '../../charts/layers/stackedDays';
import type { Colour } from '../../charts/palette';
import { LEVELS } from '../../charts/sleepBlocks';
import type { Span } from '../../time/span';
import type { WallClock } from '../../time/zone';

/** Two records of the same time, as two sources or devices tell it. */
export interface Overlap {
  readonly one: SleepSession;
  readonly other: SleepSession;
  readonly span: Span;
}

export function spanOf({ start, end }: SleepSession): Span {
  return { from: Date.parse(start), to: Date.parse(end) };
}

/** Every pair of sessions that tell of the same time. */
export function overlapsOf(sessions: readonly SleepSession[]): Overlap[] {
  return sessions.flatMap((one, index) =>
    sessions.slice(index + 1).flatMap((other) => {
      const [a, b] = [spanOf(one), spanOf(other)];
      const span = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
      return span.to > span.from ? [{ one, other, span }] : [];
    }),
  );
}

/** What a bar of a night is made of, from the bottom up; classic sleep knows only asleep. */
export const PARTS: readonly { readonly name: string; readonly colour: Colour }[] = [
  { name: 'Deep', colour: 'stage-deep' },
  { name: 'Light or asleep', colour: 'stage-light' },
  { name: 'REM or restless', colour: 'stage-rem' },
  { name: 'Awake', colour: 'stage-wake' },
];

/** The same parts as all of these sessions name them. */
export function partsOf(sessions: readonly SleepSession[]): typeof PARTS {
  if (sessions.some(({ type }) => type === 'classic') && sessions.some(({ type }) => type === 'stages')) {
    return PARTS;
  }
  const names =
    sessions[0]?.type === 'classic' ? ['', 'Asleep', 'Restless', 'Awake'] : ['Deep', 'Light', 'REM', 'Awake'];
  return PARTS.map(({ colour }, index) => ({ name: names[index] ?? '', colour }));
}

/** Minutes of each part in all sessions that count together; the colours say which levels go together. */
export function minutesOfParts(sessions: readonly SleepSession[]): number[] {
  return PARTS.map(({ colour }) =>
    sessions.reduce(
      (sum, { levels }) =>
        sum +
        Object.entries(LEVELS).reduce(
          (minutes, [level, known]) => minutes + (known.colour === colour ? (levels[level] ?? 0) : 0),
          0,
        ),
      0,
    ),
  );
}

/** The sessions that count, by the date on which they ended. */
export function nightsOf(sessions: readonly SleepSession[]): ReadonlyMap<string, readonly SleepSession[]> {
  const dates = new Map<string, SleepSession[]>();
  for (const session of sessions.filter(({ counts }) => counts)) {
    dates.set(session.date, [...(dates.get(session.date) ?? []), session]);
  }
  return dates;
}

/** One bar per date with sleep. */
export function stagesPerNight(nights: ReadonlyMap<string, readonly SleepSession[]>, clock: WallClock): StackedDay[] {
  return [...nights].map(([date, sessions]) => ({
    from: clock.startOf(date),
    to: clock.endOf(date),
    parts: minutesOfParts(sessions).map((value, index) => ({
      value,
      colour: (PARTS[index] as (typeof PARTS)[number]).colour,
    })),
  }));
}
