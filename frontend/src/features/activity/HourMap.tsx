import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { seriesQuery } from '../../api/queries/series';
import type { PersonPlace } from '../../charts/person/usePersonPlace';
import { count, formatNumber } from '../../format/numbers';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import styles from './HourMap.module.css';
import { type HourCell, hourMapOf } from './hourMap';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Steps by hour and weekday: when the person moves. */
export function HourMap({ place: { id, range, clock, detail } }: { readonly place: PersonPlace }) {
  const { data, error, refetch } = useQuery(
    seriesQuery({ participant: id, metric: 'steps', resolution: '1h', from: range.from, to: range.to }),
  );
  const map = useMemo(() => (data ? hourMapOf(data.series, clock) : undefined), [data, clock]);
  const [under, setUnder] = useState<string>();
  const known = map?.flat().reduce((sum, { hours }) => sum + hours, 0) ?? 0;
  const note =
    under ??
    `Mean of each hour of the week, ${count(known, 'hour')} with at least half of their minutes. Time in ${detail.participant.zone}.`;
  return (
    <Section title="Steps by hour and weekday" note={note}>
      {map ? (
        known === 0 ? (
          <Message title="No steps by the hour in these weeks" />
        ) : (
          <Grid map={map} onPoint={setUnder} />
        )
      ) : error ? (
        <QueryError what="Steps by the hour" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height="14rem" />
      )}
    </Section>
  );
}

interface GridProps {
  readonly map: readonly (readonly HourCell[])[];
  readonly onPoint: (words: string | undefined) => void;
}

function Grid({ map, onPoint }: GridProps) {
  const highest = Math.max(1, ...map.flat().map(({ mean }) => mean ?? 0));
  return (
    <div className={`card ${styles.card}`}>
      <table className={styles.grid} onPointerLeave={() => onPoint(undefined)}>
        <caption className="visually-hidden">Mean steps of each hour of the week</caption>
        <thead>
          <tr>
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                <span data-shown={hour % 3 === 0}>{String(hour).padStart(2, '0')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.map((day, weekday) => (
            <tr key={WEEKDAYS[weekday]}>
              <th scope="row">
                <abbr title={WEEKDAYS[weekday]}>{WEEKDAYS[weekday]?.slice(0, 3)}</abbr>
              </th>
              {HOURS.map((hour) => {
                const { mean, hours } = day[hour] ?? { mean: undefined, hours: 0 };
                return (
                  <td
                    key={hour}
                    data-empty={mean === undefined}
                    style={{ '--share': mean === undefined ? 0 : Math.sqrt(mean / highest) } as React.CSSProperties}
                    onPointerEnter={() => onPoint(cellWords(weekday, hour, mean, hours))}
                  >
                    <span className="visually-hidden">{mean === undefined ? 'no data' : formatNumber(mean)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.key}>
        0 <span className={styles.ramp} aria-hidden="true" /> {formatNumber(highest)} steps an hour; a cross is an hour
        without data
      </p>
    </div>
  );
}

function cellWords(weekday: number, hour: number, mean: number | undefined, hours: number): string {
  const when = `${WEEKDAYS[weekday]} ${String(hour).padStart(2, '0')}:00 – ${String((hour + 1) % 24).padStart(2, '0')}:00`;
  return mean === undefined
    ? `${when}: no data`
    : `${when}: ${formatNumber(mean)} steps, mean of ${count(hours, 'hour')}`;
}
