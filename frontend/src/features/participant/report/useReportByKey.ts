import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { DayRange } from '../../../time/range';

/** Whether keys ask for a print. */
export function asksForPrint({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'p' && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

/** On a page about a person the keys for a print lead to the report of what is shown, which prints by itself. */
export function useReportByKey(id: number, { from, to }: DayRange): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (asksForPrint(event)) {
        event.preventDefault();
        void navigate({
          to: '/participants/$id/report',
          params: { id: String(id) },
          search: { from, to, print: 'now' },
        });
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [navigate, id, from, to]);
}
