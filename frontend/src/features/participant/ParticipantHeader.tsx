import { Link } from '@tanstack/react-router';
import type { Participant } from '../../api/client';
import type { View } from '../../time/range';
import { Icon } from '../../ui/Icon';
import { Measured } from '../../ui/Measured';
import { Segmented } from '../../ui/Segmented';
import { useNow } from '../../ui/useNow';
import { DateStepper } from './DateStepper';
import styles from './ParticipantHeader.module.css';
import { withView } from './search';
import type { ParticipantPlace } from './usePlace';

const VIEW_OPTIONS: { value: View; label: string }[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'year', label: 'Year' },
  { value: 'custom', label: 'Custom' },
];

interface Props {
  readonly participant: Participant;
  readonly place: ParticipantPlace;
}

/** Who, where, and which time is shown. */
export function ParticipantHeader({ participant, place }: Props) {
  const now = useNow(30_000);
  const { name, zone, externalId, sources, lastDay, lastMeasurement } = participant;
  const facts = [zone, ...(externalId && !name.includes(externalId) ? [externalId] : []), sources.join(', ')].filter(
    Boolean,
  );
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h1>{name}</h1>
        <p className={styles.facts}>
          {facts.join(' · ')}
          {lastMeasurement && (
            <>
              {facts.length > 0 && ' · '}last measured <Measured at={lastMeasurement} now={now} own={place.clock} />
            </>
          )}
        </p>
      </div>
      {lastDay && <DateStepper participant={participant} place={place} />}
      {lastDay && (
        <Segmented
          label="Range"
          options={VIEW_OPTIONS}
          value={place.view}
          onChange={(view) => place.go(withView(place.search, place, view))}
        />
      )}
      {lastDay && (
        <Link
          to="/participants/$id/report"
          params={{ id: String(participant.id) }}
          search={{ ...place.range, print: 'now' }}
          className="button"
          aria-keyshortcuts="Control+P"
        >
          <Icon name="print" />
          Print report
        </Link>
      )}
    </header>
  );
}
