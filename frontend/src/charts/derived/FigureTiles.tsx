import { useQuery } from '@tanstack/react-query';
import { derivedMetricsQuery, derivedQuery } from '../../api/queries/derived';
import { formatDate } from '../../format/dates';
import { addDays, type LocalDate } from '../../time/localDate';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { FigureTile, HISTORY_DAYS } from './FigureTile';
import styles from './FigureTiles.module.css';
import { USUAL_DAYS } from './usual';

interface Props {
  readonly participant: number;
  readonly date: LocalDate;
  /** Keys of derived figures, in the order of the tiles. */
  readonly figures: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (figure: string | undefined) => void;
}

/** The days that a tile of the date needs: those drawn, and those that say what was usual on the first of them. */
export function tileDays(date: LocalDate) {
  return { from: addDays(date, 1 - HISTORY_DAYS - USUAL_DAYS), to: date };
}

/** Derived figures of one day. */
export function FigureTiles({ participant, date, figures, chosen, onChoose }: Props) {
  const catalogue = useQuery(derivedMetricsQuery);
  const { data, error, refetch, isPlaceholderData } = useQuery(derivedQuery(participant, tileDays(date), figures));
  const failed = error ?? catalogue.error;
  if (failed && !(data && catalogue.data)) {
    const retry = () => void Promise.all([refetch(), catalogue.refetch()]);
    return <QueryError what="The derived figures" error={failed} onRetry={retry} />;
  }
  const ready = data && catalogue.data && data.dates.length > 0;
  return (
    <section
      className={`card ${styles.tiles}`}
      aria-label={`Derived figures, ${formatDate(date)}`}
      aria-busy={!ready || isPlaceholderData}
    >
      {figures.map((key) => {
        const metric = catalogue.data?.find((candidate) => candidate.key === key);
        const column = data?.columns.get(key);
        return ready && metric && column ? (
          <FigureTile
            key={key}
            metric={metric}
            column={column}
            chosen={chosen === key}
            onChoose={() => onChoose(chosen === key ? undefined : key)}
          />
        ) : (
          <div key={key} className={styles.pending}>
            {!ready && <Skeleton height="8.5rem" />}
          </div>
        );
      })}
    </section>
  );
}
