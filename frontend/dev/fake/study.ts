import type { Schemas } from '../../src/api/client';
import { addDays } from '../../src/time/localDate';
import { type Person, participantOf } from './people';

export const STUDY_SETTINGS: Schemas['StudySettings'] = {
  silentHours: 48,
  sleepNights: 5,
  wearPercent: 70,
  quietFrom: '21:00',
  quietUntil: '08:00',
  repeatHours: 72,
  freshHours: 6,
  restingHeartRate: 'vendor',
};

/** Those who are fetched are well, but for one who sleeps without the watch; the export of 2016 raises no flag. */
export function studyRowOf(person: Person): Schemas['StudyRow'] {
  const participant = participantOf(person);
  const fetched = person.source === 'fitbit';
  const nights = fetched ? (person.id % 3 === 2 ? 3 : 6) : null;
  const to = person.lastDay;
  return {
    participant,
    enrolled: 'yes',
    consent: fetched ? 'given' : 'not-needed',
    lastArrival: participant.lastDelivery,
    lastFetch: fetched ? participant.lastDelivery : null,
    period: { from: addDays(to, -6), to },
    period30: { from: addDays(to, -29), to },
    heartRate: person.metrics.includes('heart_rate'),
    nights,
    nightsOf: fetched ? 7 : null,
    hasEmail: fetched,
    lastContact: null,
    dailyWear: Array.from({ length: 30 }, (_, day) =>
      (day + person.id) % 11 === 0 ? null : 0.6 + ((day * 7) % 10) / 30,
    ),
    flags: nights !== null && nights < STUDY_SETTINGS.sleepNights ? ['low-sleep'] : [],
  };
}

export const WEAR_COMPLETE: Schemas['WearProgress'] = { state: 'complete', pending: 0, detail: null };

/** The first was written to once. */
export function contactsOf({ id, source }: Person): Schemas['ContactLog'] {
  const contacts: Schemas['ContactLog']['contacts'] =
    id === 1
      ? [
          {
            id: 7,
            at: '2026-05-10T09:30:00Z',
            subject: 'Wearing your watch',
            text: 'Hello Alice,\n\nplease wear it day and night.',
            outcome: 'sent',
            detail: null,
          },
        ]
      : [];
  return { participant: id, hasEmail: source === 'fitbit', contacts };
}
