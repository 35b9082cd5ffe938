import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { participantsQuery } from '../../api/queries/participants';
import { statusQuery } from '../../api/queries/status';
import { QueryError } from '../../ui/QueryError';
import { useTitle } from '../../ui/useTitle';
import { ZoneNote } from '../../ui/ZoneNote';
import { EngineLine } from './EngineLine';
import { Flow } from './Flow';
import { ImputationRuns } from './ImputationRuns';
import { Jobs } from './Jobs';
import styles from './PipelinePage.module.css';
import { Rejections } from './Rejections';
import { Runs } from './Runs';
import { Schedule } from './Schedule';
import { Sources } from './Sources';
import { Tabs } from './Tabs';
import { usePipelineSearch } from './usePipelineSearch';

/** How data come in: the way they take, what is asked for, what is due, and what went wrong. */
export function PipelinePage() {
  useTitle('Pipeline');
  const { search } = usePipelineSearch();
  const status = useQuery(statusQuery);
  const { data: participants } = useQuery(participantsQuery);
  const names = useMemo(() => new Map(participants?.map(({ id, name }) => [id, name])), [participants]);
  const tab = search.tab ?? 'overview';
  return (
    <div className={styles.page}>
      <header>
        <h1>Pipeline</h1>
        {status.error && !status.data ? null : <EngineLine status={status.data} />}
        <ZoneNote />
      </header>
      <Tabs current={tab} />
      {status.error && !status.data && (
        <QueryError what="The state of ingest" error={status.error} onRetry={() => void status.refetch()} />
      )}
      {tab === 'overview' && (
        <>
          <Flow status={status.data} />
          <Jobs names={names} short />
          <Schedule />
          <Sources names={names} short />
        </>
      )}
      {tab === 'jobs' && <Jobs names={names} />}
      {tab === 'sources' && <Sources names={names} />}
      {tab === 'runs' && <Runs names={names} />}
      {tab === 'rejections' && <Rejections names={names} />}
      {tab === 'imputation' && <ImputationRuns names={names} />}
    </div>
  );
}
