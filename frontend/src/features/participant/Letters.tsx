import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { contactsQuery } from '../../api/queries/contacts';
import { formatDateTime } from '../../format/dates';
import type { WallClock } from '../../time/zone';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { Address } from './Address';
import styles from './Letters.module.css';

const OUTCOMES = { sent: 'sent', failed: 'failed', sending: 'not known whether it was sent' } as const;

/** What the person was written, newest first, on their clock. */
export function Letters({ id, clock }: { readonly id: number; readonly clock: WallClock }) {
  const { data, error, refetch } = useQuery(contactsQuery(id));
  return (
    <Section
      title="Letters"
      note="What they were written from the study page."
      controls={
        <Link to="/" search={{ write: id }} className="button">
          Write a letter
        </Link>
      }
    >
      {error && !data && <QueryError what="The letters" error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height="6rem" />}
      {data && <Address id={id} hasEmail={data.hasEmail} />}
      {data?.contacts.length === 0 && (
        <Message title="No letter was written">
          <p>Letters are written from here or, to several at once, from the study page.</p>
        </Message>
      )}
      {data && data.contacts.length > 0 && (
        <ol className={`card ${styles.letters}`}>
          {data.contacts.map(({ id: number, at, subject, text, outcome, detail }) => (
            <li key={number}>
              <details>
                <summary>
                  <time dateTime={at}>{formatDateTime(clock, Date.parse(at))}</time>
                  <span className={styles.subject}>{subject}</span>
                  <span data-outcome={outcome}>{OUTCOMES[outcome]}</span>
                </summary>
                {detail && <p className={styles.detail}>{detail}</p>}
                <pre>{text}</pre>
              </details>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
