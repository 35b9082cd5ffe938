import type { ReactNode } from 'react';
import { Message } from '../../ui/Message';
import { NoParticipants } from '../../ui/NoParticipants';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { useTitle } from '../../ui/useTitle';
import { PersonBar } from './PersonBar';
import styles from './PersonPage.module.css';
import { type PersonPlace, usePersonPlace } from './usePersonPlace';

interface Props {
  readonly title: string;
  readonly children: (place: PersonPlace) => ReactNode;
}

/** A page about one chosen person over weeks, with what to do when there is nobody or nothing yet. */
export function PersonPage({ title, children }: Props) {
  const { place, nobody, unknown, error, retry } = usePersonPlace();
  useTitle(place ? `${title}, ${place.detail.participant.name}` : title);
  if (nobody) {
    return <NoParticipants />;
  }
  if (unknown) {
    return (
      <Message page title="There is no such participant">
        <p>The list on the left and the study page have everyone that Daystream knows.</p>
      </Message>
    );
  }
  if (!place) {
    return error ? (
      <QueryError page what="This participant" error={error} onRetry={retry} />
    ) : (
      <div className={styles.page} role="status" aria-label="Loading the participant">
        <Skeleton height="2.5rem" />
        <Skeleton height="9rem" />
        <Skeleton height="24rem" />
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <PersonBar title={title} place={place} />
      {place.detail.participant.lastDay === null ? (
        <Message title={`Nothing has been delivered for ${place.detail.participant.name} yet`}>
          <p>The schedule brings the first day by itself; the pipeline page says when.</p>
        </Message>
      ) : (
        children(place)
      )}
    </div>
  );
}
