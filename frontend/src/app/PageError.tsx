import type { ErrorComponentProps } from '@tanstack/react-router';
import { Message } from '../ui/Message';

/** A page that failed as a whole, such as when its code could not be fetched. */
export function PageError({ error, reset }: ErrorComponentProps) {
  return (
    <Message tone="bad" title="This page could not be shown" onRetry={reset}>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <p>Stored data are not affected. If the service was just updated, reload the page.</p>
    </Message>
  );
}
