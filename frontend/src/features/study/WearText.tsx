import styles from './ParticipantTable.module.css';
import { type WearOfPeriod, wearText, wearWords } from './rows';

/** Share of the time that the watch was worn; on hover of which days. */
export function WearText(props: WearOfPeriod) {
  const text = wearText(props);
  return (
    <span title={wearWords(props)}>
      {text ?? <span className={styles.muted}>being computed</span>}
      {text && text !== '–' && (props.wear.pending ?? 0) > 0 && <span className={styles.muted}> so far</span>}
    </span>
  );
}
