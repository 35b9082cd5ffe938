import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ParticipantDetail } from '../../api/client';
import { participantQuery } from '../../api/queries/participant';
import { participantsQuery } from '../../api/queries/participants';
import { addDays, type LocalDate } from '../../time/localDate';
import type { DayRange } from '../../time/range';
import { type Span, spanOfText } from '../../time/span';
import { type WallClock, wallClock } from '../../time/zone';
import { type ShownClock, shownClock } from '../../time/zoneChoice';
import { useZone } from '../../ui/useZone';
import { type Changes, changed, type PersonSearch, readPersonSearch, SPAN_DAYS, type WeekSpan } from './search';

/** Whom a page is about and which days it shows, as the address has it. */
export interface PersonPlace {
  readonly id: number;
  readonly detail: ParticipantDetail;
  /** The person's own clock: where local days begin. */
  readonly clock: WallClock;
  /** By which instants are shown. */
  readonly shown: ShownClock;
  /** The day that the page is about, the last one of the range. */
  readonly date: LocalDate;
  readonly lastDay: LocalDate;
  readonly span: WeekSpan;
  readonly range: DayRange;
  readonly limits: Span;
  readonly zoom: Span | undefined;
  readonly figure: string | undefined;
  readonly change: (change: Changes, replace?: boolean) => void;
}

export interface PersonState {
  readonly place: PersonPlace | undefined;
  /** There is nobody at all. */
  readonly nobody: boolean;
  /** Whom the address names is not there. */
  readonly unknown: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The person of the address, else the first who has data. */
export function usePersonPlace(): PersonState {
  const raw = useSearch({ strict: false });
  const search = useMemo(() => readPersonSearch({ ...raw }), [raw]);
  const [zone] = useZone();
  const navigate = useNavigate();
  const people = useQuery(participantsQuery);
  const first = people.data?.find(({ lastDay }) => lastDay !== null) ?? people.data?.[0];
  const id = search.participant ?? first?.id;
  const unknown =
    search.participant !== undefined && people.data !== undefined && !people.data.some((one) => one.id === id);
  const one = useQuery({ ...participantQuery(id ?? 0), enabled: id !== undefined && !unknown });
  const change = useCallback(
    (part: Changes, replace = false) =>
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => changed(readPersonSearch(before), part),
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const place = useMemo(
    () => (one.data ? placeOf(one.data, search, zone, change) : undefined),
    [one.data, search, zone, change],
  );
  return {
    place,
    nobody: people.data?.length === 0,
    unknown,
    error: people.error ?? one.error,
    retry: () => void Promise.all([people.refetch(), one.refetch()]),
  };
}

function placeOf(
  detail: ParticipantDetail,
  search: PersonSearch,
  zone: string | undefined,
  change: PersonPlace['change'],
): PersonPlace {
  const { participant, zones } = detail;
  const clock = wallClock(zones.length ? zones : [{ validFrom: null, zone: participant.zone }]);
  const shown = shownClock(zone, { name: participant.name, clock });
  const lastDay = participant.lastDay ?? clock.dateAt(Date.now());
  const date = search.date ?? lastDay;
  const span: WeekSpan = search.span ?? '12w';
  const range = { from: addDays(date, 1 - SPAN_DAYS[span]), to: date };
  const limits = { from: clock.startOf(range.from), to: clock.endOf(range.to) };
  const zoom = search.zoom === undefined ? undefined : spanOfText(search.zoom);
  const { figure } = search;
  return { id: participant.id, detail, clock, shown, date, lastDay, span, range, limits, zoom, figure, change };
}
