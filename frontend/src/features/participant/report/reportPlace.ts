import type { ParticipantDetail } from '../../../api/client';
import { unusualDays } from '../../../charts/unusualDays';
import type { DayRange } from '../../../time/range';
import { wallClock } from '../../../time/zone';
import type { ParticipantPlace } from '../usePlace';

/** The page's place that shows the report's days, so that its parts serve here too; it goes nowhere. */
export function reportPlace({ participant, zones }: ParticipantDetail, range: DayRange): ParticipantPlace {
  const clock = wallClock(zones.length ? zones : [{ validFrom: null, zone: participant.zone }]);
  return {
    view: 'custom',
    date: range.to,
    range,
    latest: false,
    lastDay: participant.lastDay ?? range.to,
    search: {},
    clock,
    shown: { clock, whose: `${participant.name}’s time` },
    limits: { from: clock.startOf(range.from), to: clock.endOf(range.to) },
    zoom: undefined,
    note: unusualDays(clock, range),
    go: () => undefined,
  };
}
