import type { Participant } from '../../api/client';
import { formatRange } from '../../format/dates';
import { isLocalDate } from '../../time/localDate';
import { Icon } from '../../ui/Icon';
import styles from './DateStepper.module.css';
import { latest, stepped } from './search';
import type { ParticipantPlace } from './usePlace';

interface Props {
  readonly participant: Participant;
  readonly place: ParticipantPlace;
}

/** Back, the date itself (which opens a calendar), further, and the newest day. */
export function DateStepper({ participant: { firstDay, lastDay }, place }: Props) {
  const { range, search, go, view, latest: isLatest } = place;
  const step = (direction: 1 | -1) => go(stepped(search, place, direction));
  return (
    <div className={styles.stepper} data-view={view}>
      <button
        type="button"
        className="button button-icon"
        aria-label="Earlier"
        disabled={firstDay !== null && range.from <= firstDay}
        onClick={() => step(-1)}
      >
        <Icon name="left" />
      </button>
      {view === 'custom' ? (
        <CustomDates place={place} />
      ) : (
        <PickDate place={place} firstDay={firstDay} lastDay={lastDay} />
      )}
      <button
        type="button"
        className="button button-icon"
        aria-label="Later"
        disabled={lastDay !== null && range.to >= lastDay}
        onClick={() => step(1)}
      >
        <Icon name="right" />
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={isLatest}
        disabled={isLatest}
        onClick={() => go(latest(search))}
      >
        Latest
      </button>
    </div>
  );
}

interface PickProps {
  readonly place: ParticipantPlace;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** The range in words; the browser's own calendar lies under it. */
function PickDate({ place, firstDay, lastDay }: PickProps) {
  const { search, go, date, range } = place;
  return (
    <label className={`button ${styles.pick}`}>
      <span aria-hidden="true">{formatRange(range)}</span>
      <input
        type="date"
        className={styles.native}
        aria-label="Date"
        value={date}
        min={firstDay ?? undefined}
        max={lastDay ?? undefined}
        onClick={(event) => event.currentTarget.showPicker?.()}
        onChange={(event) => {
          if (isLocalDate(event.target.value)) {
            const { zoom: _, ...rest } = search;
            go({ ...rest, date: event.target.value });
          }
        }}
      />
    </label>
  );
}

/** First and last day of a range of one's own. */
function CustomDates({ place: { search, go, range } }: { readonly place: ParticipantPlace }) {
  const change = (end: 'from' | 'to') => (value: string) => {
    if (isLocalDate(value)) {
      const { zoom: _, ...rest } = search;
      const next = { ...range, [end]: value };
      go({ ...rest, ...(next.from <= next.to ? next : { from: value, to: value }) });
    }
  };
  const [from, to] = [change('from'), change('to')];
  return (
    <>
      <input
        type="date"
        className="field"
        aria-label="First day"
        value={range.from}
        onChange={(event) => from(event.target.value)}
      />
      <span aria-hidden="true">–</span>
      <input
        type="date"
        className="field"
        aria-label="Last day"
        value={range.to}
        onChange={(event) => to(event.target.value)}
      />
    </>
  );
}
