import { useQuery } from '@tanstack/react-query';
import { participantsQuery } from '../../api/queries/participants';
import { ParticipantsChoice } from '../../ui/ParticipantsChoice';
import styles from './Insights.module.css';
import { filterOf, type InsightsSearch, MOST_PARTICIPANTS } from './search';

interface Props {
  readonly search: InsightsSearch;
  readonly onChange: (search: InsightsSearch) => void;
}

/** Whom and which days the questions are asked about; it stays when one goes from question to question. */
export function InsightFilters({ search, onChange }: Props) {
  const { data: everyone = [] } = useQuery(participantsQuery);
  const chosen = filterOf(search).participants ?? [];
  const change = (key: keyof InsightsSearch, value: string) => {
    const { [key]: _, ...rest } = search;
    onChange(value ? { ...rest, [key]: value } : rest);
  };
  const narrowed = chosen.length > 0 || search.from !== undefined || search.to !== undefined;
  return (
    <div className={styles.filters}>
      <ParticipantsChoice
        everyone={everyone}
        chosen={chosen}
        most={MOST_PARTICIPANTS}
        onChange={(ids) => change('participants', ids.join(','))}
      />
      <label className={styles.date}>
        From
        <input
          type="date"
          className="field"
          value={search.from ?? ''}
          max={search.to}
          onChange={(event) => change('from', event.target.value)}
        />
      </label>
      <label className={styles.date}>
        to
        <input
          type="date"
          className="field"
          value={search.to ?? ''}
          min={search.from}
          onChange={(event) => change('to', event.target.value)}
        />
      </label>
      {narrowed && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => onChange(search.view ? { view: search.view } : {})}
        >
          Everybody, all days
        </button>
      )}
    </div>
  );
}
