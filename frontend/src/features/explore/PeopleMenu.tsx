import { useMemo, useState } from 'react';
import type { Participant } from '../../api/client';
import { Menu } from '../../ui/Menu';
import styles from './PeopleMenu.module.css';
import type { Person } from './people';
import { MOST_PEOPLE } from './search';

/** More rows than this are found by name, not by scrolling. */
const MOST_ROWS = 60;

interface Props {
  readonly everyone: readonly Participant[];
  readonly chosen: readonly Person[];
  readonly onChange: (ids: readonly number[]) => void;
}

/** Chooses the participants; those shown stand first, in the order of their hues. */
export function PeopleMenu({ everyone, chosen, onChange }: Props) {
  const [filter, setFilter] = useState('');
  const ids = chosen.map(({ id }) => id);
  const { rows, more } = useMemo(() => rowsOf(everyone, chosen, filter), [everyone, chosen, filter]);
  const toggle = (id: number) => onChange(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  return (
    <Menu label={`Participants (${chosen.length})`}>
      <input
        type="search"
        className={`field ${styles.filter}`}
        placeholder="Filter by name or id"
        aria-label="Filter participants to choose from"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <ul className={styles.list}>
        {rows.map(({ id, name, zone }) => {
          const place = ids.indexOf(id);
          return (
            <li key={id}>
              <label className={styles.row}>
                <input
                  type="checkbox"
                  checked={place >= 0}
                  disabled={place >= 0 ? ids.length === 1 : ids.length >= MOST_PEOPLE}
                  onChange={() => toggle(id)}
                />
                <span
                  className={styles.hue}
                  style={{ background: place < 0 ? 'none' : `var(--${chosen[place]?.colour})` }}
                />
                {name}
                <span className={styles.zone}>{zone}</span>
              </label>
            </li>
          );
        })}
      </ul>
      <p className={styles.hint}>
        {rows.length === 0
          ? `No name or id contains “${filter}”.`
          : ids.length >= MOST_PEOPLE
            ? `${MOST_PEOPLE} are as many as can be told apart.`
            : more > 0
              ? `${more} more; type to find them.`
              : 'The first one’s clock is the axis’s.'}
      </p>
    </Menu>
  );
}

function rowsOf(everyone: readonly Participant[], chosen: readonly Person[], filter: string) {
  const wanted = filter.trim().toLowerCase();
  const first = chosen.flatMap(({ id }) => everyone.find((candidate) => candidate.id === id) ?? []);
  const others = everyone.filter((candidate) => !first.includes(candidate));
  const matching = [...first, ...others].filter(({ id, name, externalId }) =>
    `${id} ${name} ${externalId ?? ''}`.toLowerCase().includes(wanted),
  );
  return { rows: matching.slice(0, MOST_ROWS), more: matching.length - MOST_ROWS };
}
