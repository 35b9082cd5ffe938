import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { arrived } from './arrivals';
import { type LiveState, listen } from './events';
import { refresher } from './invalidate';
import { jobMoved } from './jobs';

const LiveContext = createContext<LiveState>('connecting');

/** Keeps the event stream open while the page is, and what is shown in step with it. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const refresh = refresher(queries);
    const close = listen({
      day: (event) => {
        arrived(event);
        refresh.add(event);
      },
      job: (event) => jobMoved(queries, event),
      imputed: refresh.add,
      reset: () => void queries.invalidateQueries(),
      state: setState,
    });
    return () => {
      close();
      refresh.stop();
    };
  }, [queries]);
  return <LiveContext value={state}>{children}</LiveContext>;
}

export function useLiveState(): LiveState {
  return useContext(LiveContext);
}
