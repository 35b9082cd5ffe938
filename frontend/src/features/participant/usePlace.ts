import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ParticipantDetail } from '../../api/client';
import { unusualDays } from '../../charts/unusualDays';
import { type Span, spanOfText } from '../../time/span';
import { type WallClock, wallClock } from '../../time/zone';
import type { ShownClock } from '../../time/zoneChoice';
import { useShownClock } from '../../ui/useZone';
import { type ParticipantSearch, type Place, placeOf, readSearch } from './search';

const route = getRouteApi('/participants/$id');
/** Read once more: the router lets through what the page does not know, such as a date that does not exist. */
const READ = { select: (search: ParticipantSearch) => readSearch({ ...search }), structuralSharing: true } as const;

/** The page's state as the address has it, in the participant's own days. */
export interface ParticipantPlace extends Place {
  readonly search: ParticipantSearch;
  /** The participant's own clock: where local days begin. */
  readonly clock: WallClock;
  /** By which instants are shown. */
  readonly shown: ShownClock;
  /** The range as instants. */
  readonly limits: Span;
  readonly zoom: Span | undefined;
  /** Names days of the range that do not last 24 hours. */
  readonly note: string | undefined;
  /** Goes to another address of this page; `replace` leaves no step to go back to. */
  readonly go: (search: ParticipantSearch, replace?: boolean) => void;
}

export function usePlace({ participant, zones }: ParticipantDetail): ParticipantPlace {
  const search = route.useSearch(READ);
  const navigate = route.useNavigate();
  const clock = useMemo(
    () => wallClock(zones.length ? zones : [{ validFrom: null, zone: participant.zone }]),
    [zones, participant.zone],
  );
  const shown = useShownClock(participant.name, clock);
  const lastDay = participant.lastDay ?? clock.dateAt(Date.now());
  const go = useCallback(
    (next: ParticipantSearch, replace = false) => void navigate({ search: next, replace, resetScroll: false }),
    [navigate],
  );
  return useMemo(() => {
    const place = placeOf(search, lastDay);
    const limits = { from: clock.startOf(place.range.from), to: clock.endOf(place.range.to) };
    const zoom = search.zoom === undefined ? undefined : spanOfText(search.zoom);
    const inside = zoom && zoom.from < limits.to && zoom.to > limits.from ? zoom : undefined;
    return { ...place, search, clock, shown, limits, zoom: inside, note: unusualDays(clock, place.range), go };
  }, [search, lastDay, clock, shown, go]);
}
