import type { DayEvent, ParticipantEvent, Schemas } from '../api/client';

/** Whether events arrive now. */
export type LiveState = 'connecting' | 'live' | 'reconnecting';

export interface LiveListener {
  /** A delivery of a day was committed. */
  day(event: DayEvent): void;
  /** A job is somewhere else than before. */
  job(event: Schemas['JobEvent']): void;
  /** Values for gaps of a participant were made or taken away. */
  imputed(event: ParticipantEvent): void;
  /** Events were missed for good, or a participant was changed: everything may be old. */
  reset(): void;
  state(state: LiveState): void;
}

const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 10_000;

/**
 * Listens to the service's events until the returned function is called. The browser itself comes back after a lost
 * connection and says what it saw last; where it gives up (an answer that was an error) this opens the stream again.
 */
export function listen(listener: LiveListener, open: () => EventSource = openStream): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_RETRY;
  let lost = false;

  const connect = () => {
    const opened = open();
    source = opened;
    opened.onopen = () => {
      wait = FIRST_RETRY;
      listener.state('live');
      // What failed while the service was away is asked for again, and so is what it may have said meanwhile.
      if (lost) {
        listener.reset();
      }
      lost = false;
    };
    opened.onerror = () => {
      lost = true;
      listener.state('reconnecting');
      if (opened.readyState === 2) {
        timer = setTimeout(connect, wait);
        wait = Math.min(wait * 2, LONGEST_RETRY);
      }
    };
    opened.addEventListener('day', (event) => listener.day(JSON.parse(event.data) as DayEvent));
    opened.addEventListener('job', (event) => listener.job(JSON.parse(event.data) as Schemas['JobEvent']));
    opened.addEventListener('participant', (event) => {
      const change = JSON.parse(event.data) as ParticipantEvent;
      // Another zone makes other days of everything.
      change.changed === 'imputation' ? listener.imputed(change) : listener.reset();
    });
    opened.addEventListener('reset', () => listener.reset());
  };
  listener.state('connecting');
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function openStream(): EventSource {
  return new EventSource('/api/v1/events');
}
