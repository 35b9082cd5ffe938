import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerQuery, type Insight } from '../../api/queries/insights';
import { Skeleton } from '../../ui/Skeleton';
import { useSeen } from '../../ui/useSeen';
import { AnswerChart } from './AnswerChart';
import { headlineOf } from './headline';
import styles from './Insights.module.css';
import { whyNone } from './missing';
import { filterOf, type InsightsSearch } from './search';

interface Props {
  readonly insight: Insight;
  readonly search: InsightsSearch;
}

/** A question with the look of its answer, which is asked for when the card comes into sight. */
export function InsightCard({ insight, search }: Props) {
  const [card, seen] = useSeen<HTMLLIElement>();
  const { data, error } = useQuery({ ...answerQuery(insight.id, filterOf(search)), enabled: seen });
  const headline = data && headlineOf(data);
  return (
    <li ref={card} className={`card ${styles.card}`}>
      <h3 className={styles.question}>
        <Link to="/insights/$id" params={{ id: insight.id }} search={search} preload="intent">
          {insight.question}
        </Link>
      </h3>
      {/* The answer takes the title's place, so that nothing moves when it comes. */}
      <p className={data?.conclusion.status === 'answered' && headline ? styles.told : styles.muted}>
        {headline ?? insight.title}
      </p>
      <div className={styles.preview}>
        {data && data.rows.length > 0 && <AnswerChart answer={data} compact />}
        {data && data.rows.length === 0 && (
          <p className={styles.muted}>{whyNone(data.insight) ?? 'No data for this choice.'}</p>
        )}
        {error && <p className={styles.failed}>{error.message}</p>}
        {!data && !error && <Skeleton height="88px" />}
      </div>
    </li>
  );
}
