import type { ParticipantDetail } from '../../api/client';
import type { Colour } from '../../charts/palette';
import type { Span } from '../../time/span';
import { type WallClock, wallClock } from '../../time/zone';

/** One of the participants shown. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly zone: string;
  readonly clock: WallClock;
  readonly detail: ParticipantDetail;
  /** Their hue among others. */
  readonly colour: Colour;
  /** From the first day with a delivery to the last; nothing before the first. */
  readonly history: Span | undefined;
}

/** The participants in the order of the address, as far as they are known; a hue belongs to its place in the address. */
export function toPeople(details: readonly (ParticipantDetail | undefined)[]): Person[] {
  return details.flatMap((detail, index) => {
    if (!detail) {
      return [];
    }
    const { id, name, zone, firstDay, lastDay } = detail.participant;
    const clock = wallClock(detail.zones.length ? detail.zones : [{ validFrom: null, zone }]);
    const person: Person = {
      ...{ id, name, zone, clock, detail },
      colour: `person-${(index % 8) + 1}` as Colour,
      history: firstDay && lastDay ? { from: clock.startOf(firstDay), to: clock.endOf(lastDay) } : undefined,
    };
    return [person];
  });
}

/** From the first day of anyone to the last; nothing where nobody has a day. */
export function historyOf(people: readonly Person[]): Span | undefined {
  const histories = people.flatMap(({ history }) => history ?? []);
  return histories.length === 0
    ? undefined
    : { from: Math.min(...histories.map(({ from }) => from)), to: Math.max(...histories.map(({ to }) => to)) };
}
