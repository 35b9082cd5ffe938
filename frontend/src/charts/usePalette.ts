import { useSyncExternalStore } from 'react';
import { type Palette, readPalette } from './palette';

let palette: Palette | undefined;

function current(): Palette {
  palette ??= readPalette();
  return palette;
}

function subscribe(changed: () => void): () => void {
  const renew = () => {
    palette = undefined;
    changed();
  };
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const theme = new MutationObserver(renew);
  system.addEventListener('change', renew);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', renew);
    theme.disconnect();
  };
}

/** The chart colours of the theme in force; changes with the switch and with the system. */
export function usePalette(): Palette {
  return useSyncExternalStore(subscribe, current);
}
