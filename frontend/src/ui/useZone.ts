import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { WallClock } from '../time/zone';
import { readZone, type ShownClock, shownClock } from '../time/zoneChoice';

/** The choice of clock in the address, which stays from page to page, and how to change it. */
export function useZone(): readonly [string | undefined, (zone: string | undefined) => void] {
  const { zone } = useSearch({ strict: false }) as { readonly zone?: unknown };
  const navigate = useNavigate();
  const choose = useCallback(
    (next: string | undefined) =>
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, zone: next }) as { zone?: string },
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return [readZone(zone), choose];
}

/** The clock by which the page shows instants; the participant's own unless another is chosen. */
export function useShownClock(name?: string, clock?: WallClock): ShownClock {
  const [zone] = useZone();
  return useMemo(() => shownClock(zone, clock && { name: name ?? '', clock }), [zone, name, clock]);
}
