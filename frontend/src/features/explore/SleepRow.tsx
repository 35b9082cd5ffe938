import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { SleepSession } from '../../api/client';
import { sleepQuery } from '../../api/queries/sleep';
import { useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { SleepReadout } from '../../charts/SleepReadout';
import { showsStages, sleepPicture } from '../../charts/sleepPicture';
import { TimePlot } from '../../charts/TimePlot';
import { addDays } from '../../time/localDate';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import type { RowProps } from './MetricRow';
import type { Person } from './people';
import { sleepRows } from './tableOfDays';

const NONE: readonly SleepSession[] = [];
const LOWEST = 92;

/** One participant's nights and naps as a hypnogram; in a long view bed and wake times. */
export function SleepRow({ person, place, span, shown, height }: RowProps & { readonly person: Person }) {
  const { view, palette } = useTimeAxis();
  const { clock, people } = place;
  // A session belongs to the day on which it ends, by the sleeper's own clock.
  const range = { from: person.clock.dateAt(span.from), to: addDays(person.clock.dateAt(span.to), 1) };
  const { data, error, refetch } = useQuery(sleepQuery(person.id, range));
  const staged = showsStages(view);
  const { layers, scale } = useMemo(
    () => sleepPicture(data ?? NONE, person.clock, clock, staged, palette),
    [data, person.clock, clock, staged, palette],
  );
  useEffect(
    () => shown.set(`sleep ${person.id}`, (seen, wall) => sleepRows(person, data ?? NONE, seen, wall)),
    [shown, person, data],
  );
  const name = staged ? 'Sleep stages' : 'Sleep times';
  const title = people.length > 1 ? `${name}, ${person.name}` : name;
  const dates = { from: clock.dateAt(view.from), to: clock.dateAt(view.to - 1) };
  const empty = data?.every(({ start, end }) => Date.parse(end) <= view.from || Date.parse(start) >= view.to);
  return (
    <ChartRow
      title={title}
      hue={people.length > 1 ? `var(--${person.colour})` : 'var(--sleep)'}
      readout={data && <SleepReadout sessions={data} clock={clock} range={dates} />}
    >
      {error && !data ? (
        <QueryError what={`Sleep of ${person.name}`} error={error} onRetry={() => void refetch()} compact />
      ) : data ? (
        <TimePlot
          label={`${title} over time`}
          title={title}
          height={Math.max(LOWEST, Math.min(height, 140))}
          y={scale}
          layers={layers}
          empty={empty ? 'No sleep recorded in this part' : undefined}
        />
      ) : (
        <Skeleton height={LOWEST} />
      )}
    </ChartRow>
  );
}
