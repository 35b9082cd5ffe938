import { useQuery } from '@tanstack/react-query';
import type { Day } from '../../api/client';
import { summaryQuery } from '../../api/queries/summary';
import { absenceWords } from '../../charts/derived/valueWords';
import type { PersonPlace } from '../../charts/person/usePersonPlace';
import { formatDate } from '../../format/dates';
import { formatMinutes } from '../../format/numbers';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import styles from './Sleep.module.css';

interface Props {
  readonly place: PersonPlace;
  /** The page's day. */
  readonly day: Day | undefined;
}

/** Whether a source tells on any of the days how long somebody slept, but not when. */
export function hasTotals(days: readonly Day[]): boolean {
  return days.some(({ values }) => values.asleep?.basis === 'vendor');
}

/** What is known where a source brings totals of nights and no sessions, and what cannot be known from that. */
export function TotalsOnly({ place: { id, date, range }, day }: Props) {
  const { data, error, refetch } = useQuery(summaryQuery(id, range));
  const asleep = data?.values.find(({ key }) => key === 'asleep');
  return (
    <Section title="Totals of the nights" note="as the source tells them">
      <div className={`card ${styles.card}`}>
        {error && !data ? (
          <QueryError what="The mean of the nights" error={error} onRetry={() => void refetch()} compact />
        ) : asleep ? (
          <dl className={styles.facts}>
            <div>
              <dt>To {formatDate(date)}</dt>
              <dd>
                <Asleep day={day} />
              </dd>
            </div>
            <div>
              <dt>
                Mean of {asleep.known} of {asleep.of} nights
              </dt>
              <dd>
                <strong>{asleep.value === null ? absenceWords(asleep) : formatMinutes(asleep.value)}</strong> asleep
              </dd>
            </div>
          </dl>
        ) : (
          <Skeleton height="4rem" />
        )}
      </div>
      <Message title="The source brought no sleep sessions">
        <p>
          It tells how long each night was, not when: there are no stages, no bed and wake times and no regularity to
          show. Nothing of that is estimated.
        </p>
      </Message>
    </Section>
  );
}

function Asleep({ day }: Pick<Props, 'day'>) {
  const asleep = day?.values.asleep;
  const inBed = day?.vendor.sleep_minutes_in_bed;
  if (asleep?.value == null) {
    return <strong>{asleep ? absenceWords({ ...asleep, missing: null }) : 'No value'}</strong>;
  }
  return (
    <>
      <strong>{formatMinutes(asleep.value)}</strong> asleep{inBed !== undefined && ` of ${formatMinutes(inBed)} in bed`}
    </>
  );
}
