import { type ReactNode, useCallback } from 'react';
import type { LocalDate } from '../../time/localDate';
import { type Span, spanToText } from '../../time/span';
import { TimeStack } from '../TimeStack';
import { unusualDays } from '../unusualDays';
import type { PersonPlace } from './usePersonPlace';

/** Charts over the page's days; a day on the axis opens it. */
export function PersonStack({ place, children }: { readonly place: PersonPlace; readonly children: ReactNode }) {
  const { clock, shown, limits, zoom, range, lastDay, change } = place;
  const onZoom = useCallback((view: Span | undefined) => change({ zoom: view && spanToText(view) }, true), [change]);
  const openDay = useCallback(
    (date: LocalDate) => change({ date: date >= lastDay ? undefined : date }),
    [change, lastDay],
  );
  return (
    <TimeStack
      clock={shown.clock}
      whose={shown.whose}
      days={clock}
      limits={limits}
      zoom={zoom}
      onZoom={onZoom}
      openDay={openDay}
      note={unusualDays(clock, range)}
    >
      {children}
    </TimeStack>
  );
}
