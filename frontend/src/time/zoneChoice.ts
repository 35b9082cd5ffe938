import { isZone, type WallClock, wallClock } from './zone';

/** The choice that shows times by the clock of whoever looks. */
export const VIEWER = 'viewer';

/** By whose clock times are shown: `viewer` or an IANA name; the participant's own where there is none. */
export function readZone(value: unknown): string | undefined {
  return typeof value === 'string' && (value === VIEWER || isZone(value)) ? value : undefined;
}

/** The zone that the browser is in. */
export function viewersZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A clock for instants, and whose it is: `Alice’s time`, `Your time`, `Time`. */
export interface ShownClock {
  readonly clock: WallClock;
  readonly whose: string;
}

/**
 * The clock that instants are shown by. Local days are always the participant's, whatever is chosen here. What belongs
 * to no participant is shown by the viewer's clock unless a zone is chosen.
 */
export function shownClock(choice: string | undefined, own?: { readonly name: string; readonly clock: WallClock }) {
  if (choice === undefined && own) {
    return { clock: own.clock, whose: `${own.name}’s time` };
  }
  const viewers = choice === undefined || choice === VIEWER;
  const zone = viewers ? viewersZone() : choice;
  return { clock: wallClock([{ validFrom: null, zone }]), whose: viewers ? 'Your time' : 'Time' };
}
