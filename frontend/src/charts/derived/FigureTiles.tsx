import { useQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
import type { DerivedFigures, DerivedMetric } from '../../api/derived';
import { derivedMetricsQuery, derivedQuery } from '../../api/queries/derived';
import { summaryQuery } from '../../api/queries/summary';
import { formatDate, formatRange } from '../../format/dates';
import { addDays, type LocalDate } from '../../time/localDate';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { type AbsentFigure, FiguresAbsent } from './FiguresAbsent';
import { FigureTile, HISTORY_DAYS } from './FigureTile';
import styles from './FigureTiles.module.css';

interface Props {
  readonly participant: number;
  /** The last day that they are about. */
  readonly date: LocalDate;
  /** How many days up to the date they are means of; one unless given. */
  readonly days?: number;
  /** Keys of derived figures, in the order of the tiles. */
  readonly figures: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (figure: string | undefined) => void;
}

/** The days that tiles draw. */
export function tileDays(date: LocalDate, days = 1) {
  return { from: addDays(date, 1 - Math.max(HISTORY_DAYS, days)), to: date };
}

/** Derived figures of one day, or of several days together. */
export function FigureTiles({ participant, date, days = 1, figures, chosen, onChoose }: Props) {
  const catalogue = useQuery(derivedMetricsQuery);
  const range = { from: addDays(date, 1 - days), to: date };
  const summary = useQuery(summaryQuery(participant, range));
  const { data, error, refetch, isPlaceholderData } = useQuery(
    derivedQuery(participant, tileDays(date, days), figures),
  );
  const failed = error ?? catalogue.error ?? summary.error;
  if (failed && !(data && catalogue.data && summary.data)) {
    const retry = () => void Promise.all([refetch(), catalogue.refetch(), summary.refetch()]);
    return <QueryError what="The derived figures" error={failed} onRetry={retry} />;
  }
  const ready = data && catalogue.data && summary.data && data.dates.length > 0;
  const absent = ready ? figures.flatMap((key) => absentOf(key, catalogue.data, data)) : [];
  const tiles = figures.filter((key) => !absent.some(({ metric }) => metric.key === key));
  return (
    <section
      className={`card ${styles.tiles}`}
      aria-label={`Derived figures, ${days === 1 ? formatDate(date) : formatRange(range)}`}
      style={{ '--columns': columnsFor(tiles.length) } as CSSProperties}
      aria-busy={!ready || isPlaceholderData || summary.isPlaceholderData}
    >
      {tiles.map((key) => {
        const metric = catalogue.data?.find((candidate) => candidate.key === key);
        const column = data?.columns.get(key);
        const told = summary.data?.derived.find((candidate) => candidate.key === key);
        return ready && metric && column && told ? (
          <FigureTile
            key={key}
            metric={metric}
            told={told}
            column={column}
            days={days}
            chosen={chosen === key}
            onChoose={() => onChoose(chosen === key ? undefined : key)}
          />
        ) : (
          <div key={key} className={styles.pending}>
            {!ready && <Skeleton height="8.5rem" />}
          </div>
        );
      })}
      {data && absent.length > 0 && (
        <FiguresAbsent absent={absent} days={data.dates.length} chosen={chosen} onChoose={onChoose} />
      )}
    </section>
  );
}

function absentOf(key: string, metrics: readonly DerivedMetric[], { columns }: DerivedFigures): AbsentFigure[] {
  const metric = metrics.find((candidate) => candidate.key === key);
  const column = columns.get(key);
  return metric && column?.values.every((value) => value === null) ? [{ metric, column }] : [];
}

/** As many tiles beside each other as leave the fewest places empty in the last row; of equals the most. */
export function columnsFor(tiles: number): number {
  const empty = (columns: number) => (columns - (tiles % columns)) % columns;
  return [6, 5, 4].reduce((best, columns) => (empty(columns) < empty(best) ? columns : best));
}
