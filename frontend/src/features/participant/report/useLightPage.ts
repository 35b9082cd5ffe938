import { useLayoutEffect } from 'react';

/** Paper is light: so is the page while the report is shown, charts included. What the reader chose comes back after it. */
export function useLightPage(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset.theme;
    dataset.theme = 'light';
    return () => {
      if (before === undefined) {
        delete dataset.theme;
      } else {
        dataset.theme = before;
      }
    };
  }, []);
}
