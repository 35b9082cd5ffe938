import { type KeyboardEvent, useCallback } from 'react';
import { panSpan, scaleSpan } from '../time/span';
import type { TimeAxisState } from './axis';

/** Keys on a stack of charts: + and − zoom around the cursor, arrows move by a quarter, 0 and Escape show all. */
export function useStackKeys(axis: TimeAxisState) {
  return useCallback(
    (event: KeyboardEvent) => {
      if (!isForStack(event) || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      const wanted = viewAfter(event.key, axis);
      if (wanted !== undefined) {
        event.preventDefault();
        axis.zoom(wanted);
      }
    },
    [axis],
  );
}

/** The stack itself, or a chart in it that leaves it these keys. */
function isForStack({ target, currentTarget }: KeyboardEvent): boolean {
  return target === currentTarget || (target instanceof HTMLElement && target.dataset.stackKeys !== undefined);
}

function viewAfter(key: string, { view, cursor }: TimeAxisState) {
  switch (key) {
    case '+':
    case '=':
      return scaleSpan(view, 0.5, cursor.get() ?? undefined);
    case '-':
      return scaleSpan(view, 2, cursor.get() ?? undefined);
    case 'ArrowLeft':
      return panSpan(view, -0.25);
    case 'ArrowRight':
      return panSpan(view, 0.25);
    case '0':
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}
