import { useInfiniteQuery } from '@tanstack/react-query';
import { correctionsQuery } from '../../api/queries/corrections';
import type { WallClock } from '../../time/zone';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { CorrectionRow } from './CorrectionRow';
import styles from './History.module.css';

/** What came for days that were in place already, newest first. */
export function Corrections({ id, clock }: { readonly id: number; readonly clock: WallClock }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    correctionsQuery(id),
  );
  const corrections = data?.pages.flatMap((page) => page.corrections);
  return (
    <Section
      title="Corrections"
      note="What was delivered or read again for days that were already here, and what it changed. Every earlier delivery is kept."
    >
      {error && !data ? (
        <QueryError what="The corrections" error={error} onRetry={() => void refetch()} />
      ) : !corrections ? (
        <Skeleton height="6rem" />
      ) : corrections.length === 0 ? (
        <Message title="Nothing was corrected">
          <p>Every day stands as it was first delivered.</p>
        </Message>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved sideways by keys
        <section className={`card ${styles.frame}`} aria-label="Table of corrections" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Arrived</th>
                <th scope="col">Data type</th>
                <th scope="col">By</th>
                <th scope="col">Revision</th>
                <th scope="col">What changed</th>
              </tr>
            </thead>
            <tbody>
              {corrections.map((correction) => (
                <CorrectionRow key={correction.id} correction={correction} clock={clock} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {hasNextPage && (
        <button
          type="button"
          className={`button ${styles.more}`}
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Loading earlier corrections' : 'Earlier corrections'}
        </button>
      )}
    </Section>
  );
}
