import type { Schemas } from '../../src/api/client';
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

/** Those who deliver are well, but for one who sleeps without the watch; of those from the export nothing is fetched. */
export function studyRowOf(person: Person): Schemas['StudyRow'] {
  const participant = participantOf(person);
  const fetched = person.source === 'fitbit';
  const nights = person.id % 3 === 2 ? 3 : 6;
  return {
    participant,
    enrolled: 'yes',
    consent: fetched ? 'given' : 'not-needed',
    lastSync: participant.lastDelivery,
    lastFetch: fetched ? participant.lastDelivery : null,
    nights,
    nightsOf: 7,
    hasEmail: fetched,
    lastContact: null,
    dailyWear: Array.from({ length: 30 }, (_, day) =>
      (day + person.id) % 11 === 0 ? null : 0.6 + ((day * 7) % 10) / 30,
    ),
    flags: nights < STUDY_SETTINGS.sleepNights ? ['low-sleep'] : [],
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
            text: 'Dear Alice,\n\nplease wear it day and night.',
            outcome: 'sent',
            detail: null,
          },
        ]
      : [];
  return { participant: id, hasEmail: source === 'fitbit', contacts };
}
