import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type Insight, insightsQuery } from '../../api/queries/insights';
import { participantsQuery } from '../../api/queries/participants';
import { NoParticipants } from '../../ui/NoParticipants';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { useTitle } from '../../ui/useTitle';
import { InsightCard } from './InsightCard';
import { InsightFilters } from './InsightFilters';
import styles from './Insights.module.css';
import { NotAnswerable } from './NotAnswerable';
import { filterOf, type InsightsSearch, readSearch } from './search';

const route = getRouteApi('/insights');
/** Read once more: the router lets through what the page does not know. */
const READ = { select: (search: InsightsSearch) => readSearch({ ...search }), structuralSharing: true } as const;

const GROUPS: readonly { readonly audience: Insight['audience']; readonly title: string }[] = [
  { audience: 'self', title: 'About oneself' },
  { audience: 'study', title: 'About a study' },
];

/** The questions, each with a small picture of its answer. */
export function InsightsPage() {
  useTitle('Insights');
  const search = route.useSearch(READ);
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(insightsQuery(filterOf(search).participants));
  const { data: people } = useQuery(participantsQuery);
  const nobody = people?.length === 0;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.title}>
          <h1>Insights</h1>
          <p className={styles.muted}>Questions that SQL alone answers, by local days; each shows its statement.</p>
        </div>
        <InsightFilters search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
      </header>
      {!data && error && <QueryError what="The questions" error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height="36rem" />}
      {nobody && <NoParticipants page={false} />}
      {data &&
        !nobody &&
        GROUPS.map(({ audience, title }) => (
          <section key={audience} aria-labelledby={`of-${audience}`}>
            <h2 id={`of-${audience}`} className={styles.group}>
              {title}
            </h2>
            <ul className={styles.cards}>
              {data
                .filter((insight) => insight.audience === audience && insight.answerable)
                .map((insight) => (
                  <InsightCard key={insight.id} insight={insight} search={search} />
                ))}
            </ul>
          </section>
        ))}
      {data && !nobody && <NotAnswerable insights={data} search={search} />}
    </div>
  );
}
