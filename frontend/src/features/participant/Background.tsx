import { useQuery } from '@tanstack/react-query';
import type { ParticipantDetail, Schemas } from '../../api/client';
import { sourcesOfQuery } from '../../api/queries/sources';
import { zonesQuery } from '../../api/queries/zones';
import { ProfileZone } from '../../charts/ProfileZone';
import { formatPlainDate, formatRange, formatTime } from '../../format/dates';
import { count, formatNumber } from '../../format/numbers';
import { type WallClock, wallClock } from '../../time/zone';
import { Section } from '../../ui/Section';
import styles from './History.module.css';

/** When the person takes part, and in which time zones they lived. */
export function Background({ detail: { participant, zones, wear } }: { readonly detail: ParticipantDetail }) {
  const { enrolment, firstDay, lastDay } = participant;
  const { data: history } = useQuery(zonesQuery(participant.id));
  const { data: sources = [] } = useQuery(sourcesOfQuery(participant.id));
  const facts: readonly (readonly [string, string])[] = [
    ['First day', enrolment.from ? formatPlainDate(enrolment.from) : 'not set; from the first delivery'],
    ['Last day', enrolment.until ? formatPlainDate(enrolment.until) : 'goes on'],
    ['Data', firstDay && lastDay ? formatRange({ from: firstDay, to: lastDay }) : 'none yet'],
    [
      'Worn',
      wear.share === null
        ? 'not known'
        : `${formatNumber(wear.share * 100)} % of the time, ${wear.days} of ${count(wear.of, 'day')}`,
    ],
  ];
  return (
    <Section title="Taking part and time zones" note="Changed with ./daystream participants enrol and zone.">
      <div className={`card ${styles.facts}`}>
        <div>
          <h3>Taking part</h3>
          <dl>
            {facts.map(([name, words]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div>
          <h3>Time zones</h3>
          <ol aria-label="Time zones, oldest first">
            {zones.map((entry) => (
              <li key={entry.validFrom ?? ''}>{zoneWords(entry)}</li>
            ))}
          </ol>
          {history && history.outdated.deliveries > 0 && (
            <p className={styles.muted}>{outdatedWords(history.outdated)}</p>
          )}
          {sources
            .filter(({ profileZone }) => profileZone !== null)
            .map((source) => (
              <p key={source.source} className={styles.finding}>
                <ProfileZone source={source} />
              </p>
            ))}
        </div>
      </div>
    </Section>
  );
}

/** The instant by the new zone's clock. */
function zoneWords({ validFrom, zone }: Schemas['ZoneEntry']): string {
  if (validFrom === null) {
    return `${zone}, from the beginning`;
  }
  const clock: WallClock = wallClock([{ validFrom: null, zone }]);
  const at = Date.parse(validFrom);
  return `${zone}, from ${formatPlainDate(clock.dateAt(at))}, ${formatTime(clock, at)} there`;
}

function outdatedWords({ deliveries, days, first, last }: Schemas['ZoneHistory']['outdated']): string {
  const range = first && last ? ` (${formatRange({ from: first, to: last })})` : '';
  return `${count(deliveries, 'delivery', 'deliveries')} on ${count(days, 'day')}${range} were read with other zones; reparse them.`;
}
