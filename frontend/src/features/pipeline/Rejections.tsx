import { useInfiniteQuery } from '@tanstack/react-query';
import { REJECTION_REASONS, type RejectionFilter, rejectionsQuery } from '../../api/queries/rejections';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { Choice, PersonChoice } from './Choice';
import styles from './PipelinePage.module.css';
import { byRun, RejectionGroup } from './RejectionGroup';
import { usePipelineSearch } from './usePipelineSearch';

/** Records that were left out, each as it stands in its payload, with what is wrong with it. */
export function Rejections({ names }: { readonly names: ReadonlyMap<number, string> }) {
  const { search, go } = usePipelineSearch();
  const { run, participant, dataType, reason } = search;
  const filter: RejectionFilter = { run, participant, dataType, reason };
  const { data, error, refetch, ...paging } = useInfiniteQuery(rejectionsQuery(filter));
  const rejections = data?.pages.flatMap((page) => page.rejections);
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const types = [...new Set([...(rejections?.map((one) => one.dataType) ?? []), ...(dataType ? [dataType] : [])])];
  const choose = (key: string, value: string) => go({ tab: 'rejections', ...filter, [key]: value || undefined }, true);
  return (
    <section aria-labelledby="rejections">
      <div className={styles.head}>
        <h2 id="rejections">Rejections</h2>
        {run && (
          <button type="button" className="button" onClick={() => choose('run', '')}>
            Run {run}: show all runs
          </button>
        )}
        <Choice
          label="Reason"
          value={reason}
          options={REJECTION_REASONS}
          onChange={(value) => choose('reason', value)}
        />
        <Choice
          label="Data type"
          value={dataType}
          options={types.toSorted()}
          onChange={(value) => choose('dataType', value)}
        />
        <PersonChoice value={participant} names={names} onChange={(value) => choose('participant', value)} />
      </div>
      {!rejections && error && <QueryError what="The rejections" error={error} onRetry={() => void refetch()} />}
      {!rejections && !error && <Skeleton height="24rem" />}
      {rejections?.length === 0 && (
        <Message title={filtered ? 'No rejection matches these filters' : 'Nothing has been left out'}>
          <p>
            {filtered ? 'Widen a filter to see more.' : 'Every record of every payload that was read could be taken.'}
          </p>
        </Message>
      )}
      {rejections && rejections.length > 0 && (
        <div className="card">
          <ul>
            {byRun(rejections).map((group) => (
              <RejectionGroup
                key={group[0].id}
                rejections={group}
                name={names.get(group[0].participant) ?? `Participant ${group[0].participant}`}
              />
            ))}
          </ul>
          {paging.hasNextPage && (
            <div className={styles.more}>
              <button
                type="button"
                className="button"
                disabled={paging.isFetchingNextPage}
                onClick={() => void paging.fetchNextPage()}
              >
                {paging.isFetchingNextPage ? 'Loading' : 'Show older rejections'}
              </button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
