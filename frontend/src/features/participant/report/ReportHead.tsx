import type { ParticipantDetail } from '../../../api/client';
import { formatPlainDate, formatRange, formatTime } from '../../../format/dates';
import { count } from '../../../format/numbers';
import { daysIn } from '../../../time/range';
import type { ParticipantPlace } from '../usePlace';
import styles from './Report.module.css';

interface Props {
  readonly detail: ParticipantDetail;
  readonly place: ParticipantPlace;
  readonly madeAt: number;
  readonly version: string | undefined;
}

/** Who, which days, by which clock, made when and from what. */
export function ReportHead({ detail: { participant, zones }, place: { range, clock, note }, madeAt, version }: Props) {
  const { name, externalId, sources, lastDelivery, enrolment } = participant;
  const inForce = [...new Set([clock.zoneAt(clock.startOf(range.from)), clock.zoneAt(clock.endOf(range.to) - 1)])];
  const facts: readonly (readonly [string, string])[] = [
    ['Period', `${formatRange(range)}, ${count(daysIn(range), 'day')}`],
    ['Time zone', `${inForce.join(', then ')}${zones.length > 1 ? ' (zone history in Daystream)' : ''}`],
    ['Source', sources.join(', ') || 'none'],
    [
      'Taking part',
      `${enrolment.from ? `from ${formatPlainDate(enrolment.from)}` : 'from the first delivery'}${enrolment.until ? ` until ${formatPlainDate(enrolment.until)}` : ''}`,
    ],
    ['Last delivery', lastDelivery ? stamp(clock, Date.parse(lastDelivery)) : 'none'],
    ['Made', `${stamp(clock, madeAt)}${version ? ` by Daystream ${version}` : ''}`],
    ...(note ? [['Note', note] as const] : []),
  ];
  return (
    <header className={styles.head}>
      <p className={styles.kind}>Participant report</p>
      <h1>
        {name}
        {externalId && !name.includes(externalId) && <span className={styles.muted}> {externalId}</span>}
      </h1>
      <dl>
        {facts.map(([key, words]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function stamp(clock: ParticipantPlace['clock'], at: number): string {
  return `${formatPlainDate(clock.dateAt(at))}, ${formatTime(clock, at)}, ${clock.zoneAt(at)}`;
}
