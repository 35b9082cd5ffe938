import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { SleepSession } from '../../api/client';
import { daysQuery } from '../../api/queries/days';
import { absenceWords } from '../../charts/derived/valueWords';
import type { PersonPlace } from '../../charts/person/usePersonPlace';
import { TimeStack } from '../../charts/TimeStack';
import { formatDate, formatTimeSpan } from '../../format/dates';
import { count, formatMinutes, formatNumber } from '../../format/numbers';
import { addDays, type LocalDate } from '../../time/localDate';
import type { Span } from '../../time/span';
import type { WallClock } from '../../time/zone';
import type { ShownClock } from '../../time/zoneChoice';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { Hypnogram } from './Hypnogram';
import { minutesOfParts, overlapsOf, partsOf, spanOf } from './nights';
import { Overlaps } from './Overlaps';
import styles from './Sleep.module.css';

const AIR = 30 * 60_000;

interface Props {
  readonly place: PersonPlace;
  /** Those that ended on the page's day. */
  readonly sessions: readonly SleepSession[];
}

/** The night that ended on the day, stage by stage, and its naps. */
export function Night({ place: { id, date, clock, shown, change, lastDay }, sessions }: Props) {
  const title = 'The night';
  if (sessions.length === 0) {
    return (
      <Section title={title} note={`to ${formatDate(date)}`}>
        <Message title="No sleep was recorded for this night">
          <p>The watch was not worn, or its record has not come. The figures above say which, as far as it is known.</p>
          <button
            type="button"
            className="button"
            onClick={() => change({ date: addDays(date, -1) >= lastDay ? undefined : addDays(date, -1) })}
          >
            The night before
          </button>
        </Message>
      </Section>
    );
  }
  const counted = sessions.filter(({ counts }) => counts);
  const main = counted.find((session) => session.main) ?? counted[0];
  const note = main ? `${formatTimeSpan(shown.clock, spanOf(main))}, ${main.source}` : '';
  return (
    <Section title={title} note={`to ${formatDate(date)} · ${note}`}>
      <div className={`card ${styles.card}`}>
        <Facts sessions={counted} id={id} date={date} />
        <Overlaps overlaps={overlapsOf(sessions)} clock={shown.clock} />
        <Picture key={date} sessions={sessions} days={clock} shown={shown} />
      </div>
    </Section>
  );
}

interface PictureProps extends Pick<Props, 'sessions'> {
  readonly days: WallClock;
  readonly shown: ShownClock;
}

function Picture({ sessions, days, shown }: PictureProps) {
  const [zoom, setZoom] = useState<Span>();
  const limits = useMemo(() => {
    const spans = sessions.map(spanOf);
    return {
      from: Math.min(...spans.map(({ from }) => from)) - AIR,
      to: Math.max(...spans.map(({ to }) => to)) + AIR,
    };
  }, [sessions]);
  return (
    <TimeStack
      name="The night"
      clock={shown.clock}
      whose={shown.whose}
      days={days}
      limits={limits}
      zoom={zoom}
      onZoom={setZoom}
    >
      <Hypnogram sessions={sessions} clock={shown.clock} />
    </TimeStack>
  );
}

interface FactsProps extends Pick<Props, 'sessions'> {
  readonly id: number;
  readonly date: LocalDate;
}

/** Time on each part, with its share of the time in bed. */
function Facts({ sessions, id, date }: FactsProps) {
  const { data: days, error, refetch } = useQuery(daysQuery(id, { from: date, to: date }));
  const day = days?.find((one) => one.date === date);
  if (error && !days) {
    return <QueryError what="The facts of the night" error={error} onRetry={() => void refetch()} />;
  }
  if (!days) {
    return <Skeleton height="4rem" />;
  }
  if (!day?.sleep) {
    return null;
  }
  const parts = minutesOfParts(sessions);
  const { minutesInBed: inBed, sessions: records } = day.sleep;
  const asleep = day.values.asleep;
  const told = parts.reduce((sum, minutes) => sum + minutes, 0);
  const share = (minutes: number) => `${formatNumber((minutes / inBed) * 100)} %`;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Asleep</dt>
        <dd>
          {asleep?.value == null ? (
            <strong>{asleep ? absenceWords({ ...asleep, missing: null }) : 'No value'}</strong>
          ) : (
            <>
              <strong>{formatMinutes(asleep.value)}</strong> of {formatMinutes(inBed)} in bed
              {records > 1 && `, ${count(records, 'session')}`}
            </>
          )}
        </dd>
      </div>
      {partsOf(sessions).map(
        ({ name, colour }, index) =>
          name && (
            <div key={name}>
              <dt>
                <span className={styles.swatch} style={{ background: `var(--${colour})` }} />
                {name}
              </dt>
              <dd>
                <strong>{formatMinutes(parts[index] ?? 0)}</strong> {share(parts[index] ?? 0)}
              </dd>
            </div>
          ),
      )}
      <div>
        <dt>Coverage</dt>
        <dd>
          <strong>{share(Math.min(told, inBed))}</strong> of the time in bed on a known level
        </dd>
      </div>
    </dl>
  );
}
