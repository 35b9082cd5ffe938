import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { asksForPrint } from './useReportByKey';

/** Parts of a report ask for more once what they wait for is there; so long nothing may be asked. */
const QUIET = 400;

/** True once no request has been under way for a moment; requests that begin later, such as after a delivery, do not take it back. */
export function useLoaded(): boolean {
  const fetching = useIsFetching();
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    if (fetching > 0) {
      return;
    }
    const timer = setTimeout(() => setLoaded(true), QUIET);
    return () => clearTimeout(timer);
  }, [fetching]);
  return loaded;
}

/**
 * Opens the print dialog: by the function, by the keys, or at once where that is wanted, and never before the report is
 * ready. `onPrinted` is told when the dialog was opened.
 */
export function usePrint(ready: boolean, atOnce: boolean, onPrinted: () => void): () => void {
  const [wanted, setWanted] = useState(atOnce);
  const done = useRef(onPrinted);
  done.current = onPrinted;
  useEffect(() => {
    if (!(ready && wanted)) {
      return;
    }
    let frame = 0;
    void Promise.resolve(document.fonts?.ready).then(() => {
      frame = requestAnimationFrame(() => {
        setWanted(false);
        done.current();
        window.print();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [ready, wanted]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (asksForPrint(event)) {
        event.preventDefault();
        setWanted(true);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return () => setWanted(true);
}
