import type { UseQueryResult } from '@tanstack/react-query';
import type { InsightAnswer } from '../../api/queries/insights';
import { count } from '../../format/numbers';
import { Message } from '../../ui/Message';
import { Skeleton } from '../../ui/Skeleton';
import { AnswerChart } from './AnswerChart';
import { AnswerTable } from './AnswerTable';
import { Backing } from './Backing';
import { neededBy } from './evidence';
import { headlineOf } from './headline';
import styles from './Insights.module.css';
import { whyNone } from './missing';
import { Statement } from './Statement';

interface Props {
  readonly query: UseQueryResult<InsightAnswer>;
  readonly table: boolean;
}

/** The answer, or why there is none. */
export function Answer({ query: { data, error, refetch, isFetching }, table }: Props) {
  if (error && !isFetching) {
    return (
      <Message tone="bad" title="This question could not be answered" onRetry={() => void refetch()}>
        <p>{error.message}</p>
        <p>Fewer participants or fewer days make an answer quicker: narrow them above. Stored data are not affected.</p>
      </Message>
    );
  }
  if (!data) {
    return <Skeleton height="24rem" />;
  }
  const headline = headlineOf(data);
  const { rows, more, insight } = data;
  const shown = insight.answerable && rows.length > 0;
  return (
    <>
      <section aria-label="Answer" className={`card ${styles.answer}`}>
        {!shown && (
          <Message
            title={insight.answerable ? 'There is no answer' : 'Not answerable with the present sources'}
            compact
          >
            <p>
              {whyNone(insight) ?? 'None of these days have what the question needs. Choose more days or participants.'}
            </p>
          </Message>
        )}
        {headline && <p className={styles.headline}>{headline}</p>}
        {shown && (table ? <AnswerTable answer={data} /> : <AnswerChart answer={data} />)}
        {more && (
          <p className={styles.muted}>Only the first {count(rows.length, 'row')}; choose fewer days or participants.</p>
        )}
        <ul className={styles.notes} aria-label="How to read it">
          <li>
            Ranked and compared with {neededBy(insight)}. Ends in brackets are those of the 95 % confidence interval.
          </li>
          {insight.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      <Backing answer={data} />
      <Statement sql={data.sql} />
    </>
  );
}
