import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ApiError, type Metric, type Participant } from '../../api/client';
import type { DerivedMetric } from '../../api/derived';
import { derivedMetricsQuery } from '../../api/queries/derived';
import { metricsQuery } from '../../api/queries/metrics';
import { participantQuery } from '../../api/queries/participant';
import { participantsQuery } from '../../api/queries/participants';
import { NoParticipants } from '../../ui/NoParticipants';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { useTitle } from '../../ui/useTitle';
import styles from './ExplorePage.module.css';
import { Explorer } from './Explorer';
import { type Person, toPeople } from './people';
import { figuresOf } from './rows';
import { MOST_PEOPLE, peopleOf } from './search';
import { useExploreSearch } from './useExplorePlace';

/** Any metrics and participants together, from years down to one second. */
export function ExplorePage() {
  useTitle('Explore');
  const everyone = useQuery(participantsQuery);
  const catalogue = useQuery(metricsQuery);
  const derived = useQuery(derivedMetricsQuery);
  const failed = [everyone, catalogue].find(({ error, data }) => error && !data);
  if (failed?.error) {
    return (
      <QueryError
        page
        what="The list of participants and metrics"
        error={failed.error}
        onRetry={() => void Promise.all([everyone.refetch(), catalogue.refetch()])}
      />
    );
  }
  // Without our own figures the rest is still there.
  return everyone.data && catalogue.data && !derived.isPending ? (
    <Chosen everyone={everyone.data} catalogue={catalogue.data} derived={derived.data ?? NONE} />
  ) : (
    <ExplorerSkeleton />
  );
}

const NONE: readonly DerivedMetric[] = [];

interface Props {
  readonly everyone: readonly Participant[];
  readonly catalogue: readonly Metric[];
  readonly derived: readonly DerivedMetric[];
}

/** The participants of the address; the first one with data unless it names some. */
function Chosen({ everyone, catalogue, derived }: Props) {
  const figures = useMemo(() => figuresOf(catalogue, derived), [catalogue, derived]);
  const search = useExploreSearch();
  const wanted = peopleOf(search.people);
  const first = everyone.find(({ lastDay }) => lastDay !== null) ?? everyone[0];
  const ids = wanted.length > 0 ? wanted : first ? [first.id] : [];
  const answers = useQueries({ queries: ids.map((id) => participantQuery(id)) });
  const failed = answers.find(({ error, data }) => error && !data && !isMissing(error));
  const people = usePeople(answers.map(({ data }) => data));
  if (first === undefined) {
    return <NoParticipants />;
  }
  if (failed?.error) {
    return <QueryError page what="A participant" error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (people.length === 0 && answers.some(({ isPending }) => isPending)) {
    return <ExplorerSkeleton />;
  }
  const unknown = answers.filter(({ error }) => error && isMissing(error)).length;
  return <Explorer {...{ everyone, catalogue, figures, people, unknown }} />;
}

function isMissing(error: Error): boolean {
  return error instanceof ApiError && error.status === 404;
}

/** The same people as before while their details are the same. */
function usePeople(details: readonly (Person['detail'] | undefined)[]): readonly Person[] {
  const all = Array.from({ length: MOST_PEOPLE }, (_, index) => details[index]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the details one by one
  return useMemo(() => toPeople(all), all);
}

function ExplorerSkeleton() {
  return (
    <div className={styles.page} role="status" aria-label="Loading the Explorer">
      <Skeleton height="2.25rem" />
      <Skeleton height="2.25rem" />
      <Skeleton height="calc(100dvh - 10rem)" />
    </div>
  );
}
