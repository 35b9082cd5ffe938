import type { StudyRow } from '../../api/queries/study';
import styles from './ParticipantTable.module.css';
import type { Selection } from './useSelection';

interface Props {
  readonly rows: readonly StudyRow[];
  readonly selection: Selection;
}

/** Chooses everyone who is listed, or nobody. */
export function SelectAll({ rows, selection }: Props) {
  const chosen = rows.filter(({ participant }) => selection.ids.has(participant.id)).length;
  return (
    <th className={styles.select}>
      <label className={styles.box}>
        <input
          type="checkbox"
          aria-label={`Choose all ${rows.length} listed`}
          checked={rows.length > 0 && chosen === rows.length}
          ref={(box) => {
            if (box) {
              box.indeterminate = chosen > 0 && chosen < rows.length;
            }
          }}
          onChange={() => selection.set(chosen === rows.length ? [] : rows.map(({ participant }) => participant.id))}
        />
      </label>
    </th>
  );
}
