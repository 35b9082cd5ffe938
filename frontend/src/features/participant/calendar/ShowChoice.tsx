import styles from './Calendar.module.css';
import type { ShowGroup } from './shows';

interface Props {
  readonly groups: readonly ShowGroup[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** What the calendar shows. */
export function ShowChoice({ groups, chosen, onChoose }: Props) {
  return (
    <select
      className={`select ${styles.choice}`}
      aria-label="Shown in the calendar"
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
    >
      {groups.map(({ name, shows }) => (
        <optgroup key={name} label={name}>
          {shows.map((show) => (
            <option key={show.key} value={show.key}>
              {show.name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
