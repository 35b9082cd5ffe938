import { Link } from '@tanstack/react-router';
import type { Metric, Schemas } from '../../api/client';
import { formatPlainDate, formatTime } from '../../format/dates';
import { count, formatBytes, formatDuration, formatNumber } from '../../format/numbers';
import type { WallClock } from '../../time/zone';
import styles from './Origin.module.css';
import type { Point } from './search';

interface Props {
  readonly origin: Schemas['LineageOrigin'];
  readonly metric: Metric | undefined;
  readonly clock: WallClock;
  readonly point: Point;
}

/** One delivery that speaks for the point. */
export function Origin({ origin, metric, clock, point }: Props) {
  const { sample, run, payload, hash, parserVersion, revision, revisions, source, dataType, date } = origin;
  const at = sample?.at ? Date.parse(sample.at) : undefined;
  const facts: [string, string][] = [
    ['Delivery', `${source}, ${dataType}, ${formatPlainDate(date)}`],
    ['Revision', revision === 1 ? '1, as first delivered' : `${revision}, corrected`],
    ['Parser', parserVersion === null ? 'not recorded' : `version ${parserVersion}`],
    ...(run ? runFacts(run, clock) : []),
  ];
  return (
    <section className={styles.origin}>
      {sample ? (
        <p className={styles.value}>
          <strong>{formatNumber(sample.value, metric?.decimals ?? 0)}</strong> {metric?.display}
          <span className={styles.note}>
            {at === undefined
              ? 'the day’s figure'
              : at === point.at
                ? 'this sample'
                : `the first sample from there, ${formatTime(clock, at, true)}`}
          </span>
        </p>
      ) : (
        <p className={styles.note}>No sample in the minute from there; the delivery of its day is:</p>
      )}
      <dl className={styles.facts}>
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>Payload</dt>
          <dd>
            <code>{payload ?? 'not kept'}</code>
            {hash && <code className={styles.hash}>SHA-256 {hash}</code>}
          </dd>
        </div>
      </dl>
      {run && (
        <Link to="/pipeline" search={{ participant: run.participant, dataType }} className={styles.link}>
          Runs of this data type
        </Link>
      )}
      {revisions.length > 1 && (
        <p className={styles.note}>{count(revisions.length - 1, 'earlier revision')} kept in the lake.</p>
      )}
    </section>
  );
}

function runFacts(run: Schemas['Run'], clock: WallClock): [string, string][] {
  const at = Date.parse(run.startedAt);
  const steps = [
    run.fetchMillis === null ? '' : `fetched in ${formatDuration(run.fetchMillis)}`,
    run.parseMillis === null ? '' : `parsed in ${formatDuration(run.parseMillis)}`,
    run.storeMillis === null ? '' : `stored in ${formatDuration(run.storeMillis)}`,
  ];
  const amounts = [
    run.samples === null ? '' : count(run.samples, 'sample'),
    run.bytes === null ? '' : formatBytes(run.bytes),
    run.rejections ? `${count(run.rejections, 'rejection')}` : '',
  ];
  return [
    ['Run', `${run.id}, ${run.trigger}, ${run.state}`],
    ['Started', `${formatPlainDate(clock.dateAt(at))}, ${formatTime(clock, at, true)}`],
    ['Took', steps.filter(Boolean).join(', ') || 'not recorded'],
    ['Brought', amounts.filter(Boolean).join(', ') || 'not recorded'],
  ];
}
