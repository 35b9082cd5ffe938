import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { participantsQuery } from '../../api/queries/participants';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { useTitle } from '../../ui/useTitle';
import { ParticipantTable } from './ParticipantTable';
import { arrange } from './rows';
import styles from './StudyPage.module.css';
import { StudySummary } from './StudySummary';
import { readSearch, type StudySearch } from './search';

const route = getRouteApi('/');
/** Read once more: the router lets through what the page does not know. */
const READ = { select: (search: StudySearch) => readSearch({ ...search }), structuralSharing: true } as const;

/** Everyone in the study: who delivers, since when, and how their last fortnight looked. */
export function StudyPage() {
  useTitle('Study');
  const search = route.useSearch(READ);
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(participantsQuery);
  const rows = useMemo(() => arrange(data ?? [], search), [data, search]);

  return (
    <>
      <header className={styles.header}>
        <div>
          <h1>Study</h1>
          <StudySummary participants={data} />
        </div>
        {data && data.length > 8 && (
          <input
            type="search"
            className={`field ${styles.filter}`}
            placeholder="Filter by name, id or source"
            aria-label="Filter participants by name, id or source"
            value={search.filter ?? ''}
            onChange={(event) => {
              const filter = event.target.value;
              void navigate({ search: readSearch({ ...search, filter }), replace: true });
            }}
          />
        )}
      </header>
      {!data && error && <QueryError what="The participants" error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height="28rem" />}
      {data?.length === 0 && <NoParticipants />}
      {data && data.length > 0 && rows.length === 0 && (
        <Message title={`No participant matches “${search.filter}”`}>
          <p>The filter looks at names, ids and sources.</p>
        </Message>
      )}
      {rows.length > 0 && <ParticipantTable all={data ?? []} rows={rows} search={search} />}
    </>
  );
}

function NoParticipants() {
  return (
    <Message title="No participants yet">
      <p>
        A first start creates three and fetches 30 days of each: <code>./daystream up</code>. This page fills by itself
        as days arrive.
      </p>
      <p>
        An export is brought in with <code>./daystream import FOLDER --zone America/New_York</code>.
      </p>
    </Message>
  );
}
