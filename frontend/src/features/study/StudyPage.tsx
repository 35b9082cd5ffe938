import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { studyQuery } from '../../api/queries/study';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { useTitle } from '../../ui/useTitle';
import { FlagFilter } from './FlagFilter';
import { ParticipantTable } from './ParticipantTable';
import { arrange } from './rows';
import styles from './StudyPage.module.css';
import { StudySummary } from './StudySummary';
import { StudyTools } from './StudyTools';
import { readSearch, type StudySearch } from './search';
import { useSelection } from './useSelection';

const route = getRouteApi('/');
/** Read once more: the router lets through what the page does not know. */
const READ = { select: (search: StudySearch) => readSearch({ ...search }), structuralSharing: true } as const;

/** Everyone in the study: who needs attention and why, and how their last fortnight looked. */
export function StudyPage() {
  useTitle('Study');
  const search = route.useSearch(READ);
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(studyQuery);
  const selection = useSelection();
  const people = useMemo(() => data?.map(({ participant }) => participant), [data]);
  const chosen = useMemo(() => [...selection.ids], [selection.ids]);
  const rows = useMemo(() => arrange(data ?? [], search), [data, search]);

  return (
    <>
      <header className={styles.header}>
        <div>
          <h1>Study</h1>
          <StudySummary participants={people} />
        </div>
        <div className={styles.controls}>
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
          {data && data.length > 0 && <StudyTools chosen={chosen} />}
        </div>
      </header>
      {data && data.length > 0 && <FlagFilter rows={data} search={search} />}
      {!data && error && <QueryError what="The participants" error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height="28rem" />}
      {data?.length === 0 && <NoParticipants />}
      {data && data.length > 0 && rows.length === 0 && (
        <Message title={search.filter ? `No participant matches “${search.filter}”` : 'Nobody has this flag'}>
          <p>{search.flag ? 'Everyone shows the others.' : 'The filter looks at names, ids and sources.'}</p>
        </Message>
      )}
      {rows.length > 0 && <ParticipantTable all={data ?? []} rows={rows} search={search} selection={selection} />}
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
