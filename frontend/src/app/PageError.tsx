import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useLiveState } from '../live/LiveProvider';
import { Message } from '../ui/Message';
import { PageCodeError } from './pageCode';

/** A page that failed as a whole, such as when its code could not be fetched. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const [away, setAway] = useState(false);
  const isCode = error instanceof PageCodeError;
  useReloadWhenBack(isCode);
  // A reload while the service is away would leave nothing on the screen.
  const reload = () =>
    fetch('/', { cache: 'no-store' }).then(
      () => window.location.reload(),
      () => setAway(true),
    );
  return (
    <Message page tone="bad" title="This page could not be shown" onRetry={isCode ? () => void reload() : reset}>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <p>
        Stored data are not affected.{' '}
        {away
          ? 'The Daystream service still does not answer; this page is loaded again when it does.'
          : 'Pages that were open before still work.'}
      </p>
    </Message>
  );
}

/** Loads the page anew when the service was away and has come back. */
function useReloadWhenBack(wanted: boolean): void {
  const state = useLiveState();
  const wasAway = useRef(false);
  useEffect(() => {
    wasAway.current ||= state === 'reconnecting';
    if (wanted && wasAway.current && state === 'live') {
      window.location.reload();
    }
  }, [state, wanted]);
}
