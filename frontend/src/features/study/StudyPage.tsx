import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { studyQuery } from '../../api/queries/study';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { useTitle } from '../../ui/useTitle';
import { ContactDialog } from './ContactDialog';
import { FlagFilter } from './FlagFilter';
import { ParticipantTable } from './ParticipantTable';
import { arrange } from './rows';
import styles from './StudyPage.module.css';
import { StudySummary } from './StudySummary';
import { StudyTools } from './StudyTools';
import { readSearch, type StudySearch } from './search';
import { useSelection } from './useSelection';
import { WearNotice } from './WearNotice';

const route = getRouteApi('/');
/** Read once more: the router lets through what the page does not know. */
const READ = { select: (search: StudySearch) => readSearch({ ...search }), structuralSharing: true } as const;

/** Everyone in the study: who needs attention and why, and how much the watch was worn lately. */
export function StudyPage() {
  useTitle('Study');
  const search = route.useSearch(READ);
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(studyQuery);
  const selection = useSelection();
  const all = data?.rows;
  const people = useMemo(() => all?.map(({ participant }) => participant), [all]);
  const chosen = useMemo(() => [...selection.ids], [selection.ids]);
  const rows = useMemo(() => arrange(all ?? [], search), [all, search]);

  return (
    <>
      <header className={styles.header}>
        <div>
          <h1>Study</h1>
          <StudySummary participants={people} />
        </div>
        <div className={styles.controls}>
          {all && all.length > 8 && (
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
          {all && all.length > 0 && <StudyTools chosen={chosen} flag={search.flag} />}
        </div>
      </header>
      {all && all.length > 0 && <FlagFilter rows={all} search={search} />}
      {data && <WearNotice wear={data.wear} />}
      {!all && error && <QueryError what="The participants" error={error} onRetry={() => void refetch()} />}
      {!all && !error && <Skeleton height="28rem" />}
      {all?.length === 0 && <NoParticipants />}
      {all && all.length > 0 && rows.length === 0 && (
        <Message title={search.filter ? `No participant matches “${search.filter}”` : 'Nobody has this flag'}>
          <p>{search.flag ? 'Everyone shows the others.' : 'The filter looks at names, ids and sources.'}</p>
        </Message>
      )}
      {rows.length > 0 && <ParticipantTable rows={rows} search={search} selection={selection} />}
      {search.write !== undefined && all && (
        <ContactDialog
          participants={[search.write]}
          flag={all.find(({ participant }) => participant.id === search.write)?.flags[0]}
          onClose={() => void navigate({ search: readSearch({ ...search, write: undefined }), replace: true })}
        />
      )}
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
