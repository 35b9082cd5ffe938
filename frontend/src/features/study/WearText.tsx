import type { Participant } from '../../api/client';
import styles from './ParticipantTable.module.css';
import { wearText, wearWords } from './rows';

/** Share of the time that the watch was worn. */
export function WearText({ wear }: { readonly wear: Participant['wear7'] }) {
  const text = wearText(wear);
  return (
    <span title={wearWords(wear)}>
      {text ?? <span className={styles.muted}>being computed</span>}
      {text && (wear.pending ?? 0) > 0 && <span className={styles.muted}> so far</span>}
    </span>
  );
}
