import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SleepSession } from '../../api/client';
import { derivedMetricsQuery, derivedQuery } from '../../api/queries/derived';
import { FigureChart } from '../../charts/derived/FigureChart';
import { Legend } from '../../charts/Legend';
import { PersonStack } from '../../charts/person/PersonStack';
import type { PersonPlace } from '../../charts/person/usePersonPlace';
import { formatRange } from '../../format/dates';
import { QueryError } from '../../ui/QueryError';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { nightsOf, PARTS } from './nights';
import styles from './Sleep.module.css';
import { StagesChart } from './StagesChart';
import { TimesChart } from './TimesChart';

const SHOWN = ['sleep_regularity', 'sleep_quality_score', 'sleep_efficiency'];
const HEIGHT = 96;

interface Props {
  readonly place: PersonPlace;
  readonly sessions: readonly SleepSession[];
  /** What the tiles above ask for. */
  readonly figures: readonly string[];
}

/** Night by night on one axis: stages, bed and wake times, regularity and quality. */
export function Weeks({ place, sessions, figures }: Props) {
  const { id, range, clock, shown } = place;
  const { data: catalogue } = useQuery(derivedMetricsQuery);
  const { data, error, refetch } = useQuery(derivedQuery(id, range, figures));
  const nights = useMemo(() => nightsOf(sessions), [sessions]);
  return (
    <Section title="Over weeks" note={`${formatRange(range)}. A day on the axis opens its night.`}>
      <div className={`card ${styles.card}`}>
        <PersonStack place={place}>
          <StagesChart nights={nights} clock={clock} range={range} />
          <TimesChart sessions={sessions} days={clock} clock={shown.clock} />
          {SHOWN.map((key) => {
            const metric = catalogue?.find((candidate) => candidate.key === key);
            return metric && data ? (
              <FigureChart key={key} metric={metric} figures={data} height={HEIGHT} />
            ) : error ? null : (
              <Skeleton key={key} height={HEIGHT + 32} />
            );
          })}
        </PersonStack>
        {error && !data && (
          <QueryError what="Regularity and quality" error={error} onRetry={() => void refetch()} compact />
        )}
        <Legend label="Colours of the stages" entries={PARTS} />
      </div>
    </Section>
  );
}
