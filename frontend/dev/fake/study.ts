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
    flags: nights < STUDY_SETTINGS.sleepNights ? ['low-sleep'] : [],
  };
}
