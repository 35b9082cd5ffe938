import type { Participant } from '../../api/client';
import styles from './ParticipantTable.module.css';
import { wearText, wearWords } from './rows';

interface Props {
  readonly wear: Participant['wear7'];
  readonly wide?: boolean;
}

/** Share of the time that the watch was worn. */
export function WearCell({ wear, wide = false }: Props) {
  const text = wearText(wear);
  return (
    <td className={`${styles.numeric} ${wide ? styles.wide : ''}`} title={wearWords(wear)}>
      {text ?? <span className={styles.muted}>being computed</span>}
      {text && (wear.pending ?? 0) > 0 && <span className={styles.muted}> so far</span>}
    </td>
  );
}
