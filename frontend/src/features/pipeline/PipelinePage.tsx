import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { participantsQuery } from '../../api/queries/participants';
import { statusQuery } from '../../api/queries/status';
import { QueryError } from '../../ui/QueryError';
import { useTitle } from '../../ui/useTitle';
import { EngineLine } from './EngineLine';
import styles from './PipelinePage.module.css';
import { Positions } from './Positions';
import { Runs } from './Runs';

/** Where ingest stands for everyone, and every attempt to bring a day in. */
export function PipelinePage() {
  useTitle('Pipeline');
  const status = useQuery(statusQuery);
  const { data: participants } = useQuery(participantsQuery);
  const names = useMemo(() => new Map(participants?.map(({ id, name }) => [id, name])), [participants]);
  return (
    <div className={styles.page}>
      <header>
        <h1>Pipeline</h1>
        <EngineLine status={status.data} />
      </header>
      {status.error && !status.data ? (
        <QueryError what="The state of ingest" error={status.error} onRetry={() => void status.refetch()} />
      ) : (
        <Positions positions={status.data?.positions} names={names} />
      )}
      <Runs names={names} />
    </div>
  );
}
