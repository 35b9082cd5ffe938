import type { WearProgress } from '../../api/queries/study';
import { count } from '../../format/numbers';
import styles from './StudyPage.module.css';

/** Says that wear is not known of everyone yet, so that nobody takes a missing flag for a good sign. */
export function WearNotice({ wear }: { readonly wear: WearProgress }) {
  return wear.state === 'complete' ? null : (
    <p role="status" className={styles.notice} data-state={wear.state}>
      {wear.state === 'making'
        ? `Wear is being computed: ${count(wear.pending, 'day')} to go, the newest first. “Low wear” is not complete until then.`
        : `Wear of ${count(wear.pending, 'day')} could not be computed: ${wear.detail ?? 'for no known reason'}. It is tried again every half minute; “Low wear” is not complete.`}
    </p>
  );
}
