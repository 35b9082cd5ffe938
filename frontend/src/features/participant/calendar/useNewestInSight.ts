import { type RefObject, useLayoutEffect } from 'react';
import type { LocalDate } from '../../../time/localDate';

/** Where the years are wider than their box, the newest days are in sight first. */
export function useNewestInSight(scroller: RefObject<HTMLElement | null>, lastDay: LocalDate, seen: boolean): void {
  useLayoutEffect(() => {
    const box = scroller.current;
    const newest = box?.querySelector<HTMLElement>(`[data-date="${lastDay}"]`);
    if (seen && box && newest) {
      box.scrollLeft = newest.offsetLeft + 2 * newest.offsetWidth - box.clientWidth;
    }
  }, [scroller, lastDay, seen]);
}
