import { CopyButton } from '../../ui/CopyButton';
import styles from './Insights.module.css';

/** The SQL that gave the answer, to run elsewhere. */
export function Statement({ sql }: { readonly sql: string }) {
  return (
    <section aria-labelledby="statement">
      <div className={styles.head}>
        <h2 id="statement">The statement</h2>
        <CopyButton text={sql} what="the statement" />
      </div>
      <p className={styles.muted}>
        It ran as it stands here, with your choice of participants and dates in it. It runs as it is in psql, and in any
        tool that is connected with the role that only reads.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it */}
      <pre className={styles.sql} tabIndex={0}>
        <code>{sql}</code>
      </pre>
    </section>
  );
}
