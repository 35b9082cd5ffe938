import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { participantsQuery } from '../../api/queries/participants';
import { formatDate } from '../../format/dates';
import { addDays, isLocalDate } from '../../time/localDate';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import styles from './PersonBar.module.css';
import { SPANS, type WeekSpan } from './search';
import type { PersonPlace } from './usePersonPlace';

const LABELS: Record<WeekSpan, string> = { '4w': '4 weeks', '12w': '12 weeks', '26w': '26 weeks', '1y': '1 year' };
const OPTIONS = SPANS.map((value) => ({ value, label: LABELS[value] }));

/** What the page is about: who, which day, how far back. */
export function PersonBar({ title, place }: { readonly title: string; readonly place: PersonPlace }) {
  const { data: people = [] } = useQuery(participantsQuery);
  const { id, date, lastDay, span, change, detail } = place;
  const go = (next: string) => change({ date: next >= lastDay ? undefined : next });
  return (
    <header className={styles.bar}>
      <div className={styles.who}>
        <h1>{title}</h1>
        <select
          className="select"
          aria-label="Participant"
          value={id}
          onChange={(event) => change({ participant: Number(event.target.value), date: undefined })}
        >
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
        <Link to="/participants/$id" params={{ id: String(id) }} search={{ date }} className={styles.link}>
          This day in full
        </Link>
        <span className={styles.zone}>{detail.participant.zone}</span>
      </div>
      <div className={styles.days}>
        <button
          type="button"
          className="button button-icon"
          aria-label="Earlier"
          disabled={detail.participant.firstDay !== null && date <= detail.participant.firstDay}
          onClick={() => go(addDays(date, -1))}
        >
          <Icon name="left" />
        </button>
        <label className={`button ${styles.pick}`}>
          <span aria-hidden="true">{formatDate(date)}</span>
          <input
            type="date"
            aria-label="Date"
            value={date}
            min={detail.participant.firstDay ?? undefined}
            max={lastDay}
            onClick={(event) => event.currentTarget.showPicker?.()}
            onChange={(event) => isLocalDate(event.target.value) && go(event.target.value)}
          />
        </label>
        <button
          type="button"
          className="button button-icon"
          aria-label="Later"
          disabled={date >= lastDay}
          onClick={() => go(addDays(date, 1))}
        >
          <Icon name="right" />
        </button>
        <button
          type="button"
          className="button"
          disabled={date === lastDay}
          onClick={() => change({ date: undefined })}
        >
          Latest
        </button>
      </div>
      <Segmented
        label="How far back"
        options={OPTIONS}
        value={span}
        onChange={(next) => change({ span: next === '12w' ? undefined : next })}
      />
    </header>
  );
}
