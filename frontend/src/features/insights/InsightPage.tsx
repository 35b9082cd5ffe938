import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { answerQuery, insightsQuery } from '../../api/queries/insights';
import { save } from '../../charts/picture/pictures';
import { Icon } from '../../ui/Icon';
import { Message } from '../../ui/Message';
import { Segmented } from '../../ui/Segmented';
import { useTitle } from '../../ui/useTitle';
import { Answer } from './Answer';
import { answerFileName, csvOf } from './answerFile';
import { neededBy } from './evidence';
import { InsightFilters } from './InsightFilters';
import styles from './Insights.module.css';
import { filterOf, type InsightsSearch, readSearch } from './search';

const route = getRouteApi('/insights/$id');
/** Read once more: the router lets through what the page does not know. */
const READ = { select: (search: InsightsSearch) => readSearch({ ...search }), structuralSharing: true } as const;
const VIEWS = [
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table' },
] as const;

/** One question: its answer, what stands behind it, what is missing, and the statement. */
export function InsightPage() {
  const { id } = route.useParams();
  const search = route.useSearch(READ);
  const navigate = route.useNavigate();
  const { data: insights } = useQuery(insightsQuery(filterOf(search).participants));
  const answer = useQuery(answerQuery(id, filterOf(search)));
  const insight = answer.data?.insight ?? insights?.find((candidate) => candidate.id === id);
  useTitle(insight?.title ?? 'Insights');
  const go = (next: InsightsSearch) => void navigate({ search: next, replace: true });
  if (insights && !insight && !answer.isPending) {
    return (
      <Message page title="There is no such question">
        <p>
          <Link to="/insights" search={search} className={styles.link}>
            All questions
          </Link>
        </p>
      </Message>
    );
  }
  const { view, ...asked } = search;
  return (
    <div className={styles.page}>
      <header>
        <Link to="/insights" search={asked} className={styles.back}>
          <Icon name="left" /> Insights
        </Link>
        <h1 className={styles.asked}>{insight?.question ?? '\u00a0'}</h1>
        <p className={styles.muted}>{insight ? `${insight.title}, ${neededBy(insight)}` : '\u00a0'}</p>
      </header>
      <div className={styles.head}>
        <InsightFilters search={search} onChange={go} />
        <span className={styles.spring} />
        {insight?.chart.kind !== 'table' && (
          <Segmented
            label="How the answer is shown"
            options={VIEWS}
            value={view ?? 'chart'}
            onChange={(value) => go(value === 'table' ? { ...asked, view: value } : asked)}
          />
        )}
        <button
          type="button"
          className="button"
          disabled={!answer.data?.rows.length}
          onClick={() => answer.data && save(csvOf(answer.data, window.location.href), answerFileName(answer.data))}
        >
          <Icon name="download" />
          CSV
        </button>
      </div>
      <Answer query={answer} table={view === 'table'} />
    </div>
  );
}
