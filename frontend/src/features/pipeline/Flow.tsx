import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Status } from '../../api/client';
import { runsQuery } from '../../api/queries/runs';
import { scheduleQuery } from '../../api/queries/schedule';
import { sourcesQuery } from '../../api/queries/sources';
import { useArrivals } from '../../live/arrivals';
import { useLiveState } from '../../live/LiveProvider';
import { Skeleton } from '../../ui/Skeleton';
import { useNow } from '../../ui/useNow';
import styles from './Flow.module.css';
import { type Stage, stagesOf } from './flowStages';

/** The way of the data, from the source to the API, with what happens at each place. */
export function Flow({ status }: { readonly status: Status | undefined }) {
  const now = useNow(5_000);
  const { data: recent } = useInfiniteQuery(runsQuery({}));
  const { data: sources = [] } = useQuery(sourcesQuery);
  const { data: schedule } = useQuery(scheduleQuery);
  const arrivals = useArrivals();
  const live = useLiveState();
  if (!status || !recent) {
    return <Skeleton height="9rem" />;
  }
  const runs = recent.pages[0]?.runs ?? [];
  const stages = stagesOf({ status, runs, sources, schedule, arrivals, live, now });
  return (
    <section aria-labelledby="flow">
      <h2 id="flow" className="visually-hidden">
        Process flow
      </h2>
      <ol className={styles.flow}>
        {stages.map((stage) => (
          <Place key={stage.name} stage={stage} />
        ))}
      </ol>
      <p className={styles.foot}>
        Source, Parse and Store: the last {runs.length} runs. Lake: everything that is kept.{' '}
        {arrivals.last
          ? `Since this page was opened, ${arrivals.deliveries} deliveries came.`
          : 'What arrives while this page is open is counted at the end.'}
      </p>
    </section>
  );
}

function Place({ stage: { name, does, figure, unit, lines, bad, tab } }: { readonly stage: Stage }) {
  return (
    <li className={styles.stage} data-bad={bad !== undefined}>
      <h3 className={styles.name}>
        <Link to="/pipeline" search={tab ? { tab } : {}} resetScroll={false}>
          {name}
        </Link>
      </h3>
      <p className={styles.does}>{does}</p>
      <p className={styles.figure}>
        {figure} <span>{unit}</span>
      </p>
      {lines.map((line) => (
        <p key={line} className={styles.detail}>
          {line}
        </p>
      ))}
      {bad && <p className={styles.bad}>{bad}</p>}
    </li>
  );
}
