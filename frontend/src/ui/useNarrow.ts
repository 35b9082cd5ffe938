import { useSyncExternalStore } from 'react';

const narrow = () => window.matchMedia('(max-width: 720px)');

function watch(told: () => void): () => void {
  const media = narrow();
  media.addEventListener('change', told);
  return () => media.removeEventListener('change', told);
}

/** Whether the page has the width of a phone, where the layout and the size of what is touched differ. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => narrow().matches);
}
