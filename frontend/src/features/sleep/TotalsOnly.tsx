import type { Day } from '../../api/client';
import { formatDate } from '../../format/dates';
import { count, formatMinutes } from '../../format/numbers';
import type { LocalDate } from '../../time/localDate';
import { Message } from '../../ui/Message';
import { Section } from '../../ui/Section';
import styles from './Sleep.module.css';

interface Props {
  readonly date: LocalDate;
  /** Of the days, those with totals. */
  readonly nights: readonly Day[];
}

/** Days whose source tells how long somebody slept, but not when. */
export function nightsWithTotals(days: readonly Day[]): Day[] {
  return days.filter(({ vendor }) => vendor.sleep_minutes_asleep !== undefined);
}

/** What is known where a source brings totals of nights and no sessions, and what cannot be known from that. */
export function TotalsOnly({ date, nights }: Props) {
  const night = nights.find((one) => one.date === date);
  return (
    <Section title="Totals of the nights" note="as the source tells them">
      <div className={`card ${styles.card}`}>
        <dl className={styles.facts}>
          <div>
            <dt>To {formatDate(date)}</dt>
            <dd>{night ? <Asleep nights={[night]} /> : <strong>not told</strong>}</dd>
          </div>
          <div>
            <dt>Mean of {count(nights.length, 'night')}</dt>
            <dd>
              <Asleep nights={nights} />
            </dd>
          </div>
        </dl>
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

function Asleep({ nights }: Pick<Props, 'nights'>) {
  const asleep = mean(nights, 'sleep_minutes_asleep');
  const inBed = mean(nights, 'sleep_minutes_in_bed');
  return (
    <>
      <strong>{formatMinutes(asleep ?? 0)}</strong> asleep{inBed !== undefined && ` of ${formatMinutes(inBed)} in bed`}
    </>
  );
}

function mean(nights: readonly Day[], key: string): number | undefined {
  const told = nights.flatMap(({ vendor }) => vendor[key] ?? []);
  return told.length === 0 ? undefined : told.reduce((sum, minutes) => sum + minutes, 0) / told.length;
}
