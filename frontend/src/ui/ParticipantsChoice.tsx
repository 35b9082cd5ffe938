import { useState } from 'react';
import { Menu } from './Menu';
import styles from './ParticipantsChoice.module.css';

/** More rows than this are found by name, not by scrolling. */
const MOST_ROWS = 60;

interface Props {
  readonly everyone: readonly { readonly id: number; readonly name: string }[];
  /** Ids; none means everybody. */
  readonly chosen: readonly number[];
  readonly most: number;
  readonly onChange: (ids: readonly number[]) => void;
}

/** Everybody, or some by name. */
export function ParticipantsChoice({ everyone, chosen, most, onChange }: Props) {
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const matching = everyone
    .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)) || a.id - b.id);
  const first = everyone.find(({ id }) => id === chosen[0])?.name ?? `Participant ${chosen[0]}`;
  const label = chosen.length === 0 ? 'Everybody' : chosen.length === 1 ? first : `${chosen.length} participants`;
  const toggle = (id: number) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <Menu label={label}>
      {everyone.length > 8 && (
        <input
          type="search"
          className={`field ${styles.filter}`}
          placeholder="Filter by name or id"
          aria-label="Filter participants to choose from"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <ul className={styles.list}>
        {matching.slice(0, MOST_ROWS).map(({ id, name }) => (
          <li key={id}>
            <label className={styles.row}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                disabled={!chosen.includes(id) && chosen.length >= most}
                onChange={() => toggle(id)}
              />
              {name}
            </label>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        {matching.length === 0
          ? `No name or id contains “${filter}”.`
          : matching.length > MOST_ROWS
            ? `${matching.length - MOST_ROWS} more; type to find them.`
            : 'None chosen means everybody.'}
      </p>
    </Menu>
  );
}
