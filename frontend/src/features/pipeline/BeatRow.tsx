import type { Beat } from '../../api/queries/schedule';
import { formatAgo, formatDateTime } from '../../format/dates';
import { formatDuration } from '../../format/numbers';
import type { WallClock } from '../../time/zone';
import { nextWords, rhythmWords } from './beatWords';
import styles from './PipelinePage.module.css';
import { StateChip } from './StateChip';
import { capital } from './words';

const COLUMNS = 5;

interface Props {
  readonly beat: Beat;
  readonly clock: WallClock;
  readonly now: number;
}

/** Something that the service does again and again: how often, how it did last, and when it comes next. */
export function BeatRow({ beat, clock, now }: Props) {
  const { name, state, startedAt, endedAt, error } = beat;
  const [start, end] = [startedAt, endedAt].map((at) => (at === null ? undefined : Date.parse(at)));
  const next = nextWords(beat, clock, now);
  return (
    <tbody>
      <tr className={error ? styles.hasError : undefined}>
        <th scope="row">{capital(name)}</th>
        <td className={`${styles.muted} ${styles.wide}`}>{rhythmWords(beat)}</td>
        <td>
          <StateChip state={state} />
        </td>
        <td className={styles.wide}>
          {start === undefined ? (
            '–'
          ) : (
            <span title={formatDateTime(clock, start, true)}>
              {formatAgo(start, now)}
              {end !== undefined && <span className={styles.muted}>, took {formatDuration(end - start)}</span>}
            </span>
          )}
        </td>
        <td>
          {next.at && `${next.at} `}
          <span className={next.at && styles.muted}>{next.until}</span>
        </td>
      </tr>
      {error && (
        <tr>
          <td colSpan={COLUMNS} className={styles.error}>
            {error}. The next one tries again.
          </td>
        </tr>
      )}
    </tbody>
  );
}
