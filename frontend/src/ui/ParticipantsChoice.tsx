import { useMemo, useState } from 'react';
import { Menu } from './Menu';
import styles from './ParticipantsChoice.module.css';

/** More rows than this are found by name, not by scrolling. */
const MOST_ROWS = 60;
/** Fewer are seen at a glance. */
const FILTER_FROM = 9;

/** Somebody who can be chosen. */
export interface Choosable {
  readonly id: number;
  readonly name: string;
  /** Found by this too, such as an id of the study. */
  readonly externalId?: string | null;
}

interface Props<P extends Choosable> {
  readonly everyone: readonly P[];
  /** Ids, in the order in which they were chosen. */
  readonly chosen: readonly number[];
  readonly least?: number;
  readonly most: number;
  /** What the button says; who is chosen, none meaning everybody, unless given. */
  readonly label?: string;
  /** Said under the list unless there is something to say about it. */
  readonly hint?: string;
  /** Said where no more can be chosen. */
  readonly full?: string;
  /** A CSS colour of somebody chosen, where each has one. */
  readonly hueOf?: (id: number) => string | undefined;
  /** Said beside a name. */
  readonly noteOf?: (one: P) => string;
  readonly onChange: (ids: readonly number[]) => void;
}

/** Chooses participants by name or id; those chosen stand first. */
export function ParticipantsChoice<P extends Choosable>(props: Props<P>) {
  const { everyone, chosen, least = 0, most, hint = 'None chosen means everybody.', hueOf, noteOf, onChange } = props;
  const { label = wordsOf(everyone, chosen), full = hint } = props;
  const [filter, setFilter] = useState('');
  const { rows, more } = useMemo(() => rowsOf(everyone, chosen, filter), [everyone, chosen, filter]);
  const toggle = (id: number) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <Menu label={label}>
      {everyone.length >= FILTER_FROM && (
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
        {rows.map((one) => {
          const on = chosen.includes(one.id);
          return (
            <li key={one.id}>
              <label className={styles.row}>
                <input
                  type="checkbox"
                  checked={on}
                  disabled={on ? chosen.length <= least : chosen.length >= most}
                  onChange={() => toggle(one.id)}
                />
                {hueOf && <span className={styles.hue} style={{ background: hueOf(one.id) ?? 'none' }} />}
                {one.name}
                {noteOf && <span className={styles.note}>{noteOf(one)}</span>}
              </label>
            </li>
          );
        })}
      </ul>
      <p className={styles.hint}>
        {rows.length === 0
          ? `No name or id contains “${filter}”.`
          : chosen.length >= most
            ? full
            : more > 0
              ? `${more} more; type to find them.`
              : hint}
      </p>
    </Menu>
  );
}

function wordsOf(everyone: readonly Choosable[], chosen: readonly number[]): string {
  const [first] = chosen;
  if (first === undefined) {
    return 'Everybody';
  }
  const name = everyone.find(({ id }) => id === first)?.name ?? `Participant ${first}`;
  return chosen.length === 1 ? name : `${chosen.length} participants`;
}

function rowsOf<P extends Choosable>(everyone: readonly P[], chosen: readonly number[], filter: string) {
  const wanted = filter.trim().toLowerCase();
  const first = chosen.flatMap((id) => everyone.find((candidate) => candidate.id === id) ?? []);
  const others = everyone.filter((candidate) => !first.includes(candidate));
  const matching = [...first, ...others].filter(({ id, name, externalId }) =>
    `${id} ${name} ${externalId ?? ''}`.toLowerCase().includes(wanted),
  );
  return { rows: matching.slice(0, MOST_ROWS), more: matching.length - MOST_ROWS };
}
