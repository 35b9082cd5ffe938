import { Link } from '@tanstack/react-router';
import type { Insight } from '../../api/queries/insights';
import styles from './Insights.module.css';
import { whyNone } from './missing';
import type { InsightsSearch } from './search';

interface Props {
  readonly insights: readonly Insight[];
  readonly search: InsightsSearch;
}

/** Questions whose data no source of these participants brings, apart from those that have an answer. */
export function NotAnswerable({ insights, search }: Props) {
  const apart = insights.filter(({ answerable }) => !answerable);
  return (
    apart.length > 0 && (
      <section aria-labelledby="not-answerable">
        <h2 id="not-answerable" className={styles.group}>
          Not answerable with the present sources
        </h2>
        <ul className={styles.missing}>
          {apart.map((insight) => (
            <li key={insight.id}>
              <Link to="/insights/$id" params={{ id: insight.id }} search={search} className={styles.link}>
                {insight.question}
              </Link>
              <p className={styles.muted}>{whyNone(insight)}</p>
            </li>
          ))}
        </ul>
      </section>
    )
  );
}
