import type { Cell } from './useCells';

/** The cells that are on screen, for downloads of exactly what is shown. */
export interface ShownStore {
  set(row: string, cells: readonly Cell[]): () => void;
  all(): Cell[];
}

export function createShownStore(): ShownStore {
  const rows = new Map<string, readonly Cell[]>();
  return {
    set(row, cells) {
      rows.set(row, cells);
      return () => {
        if (rows.get(row) === cells) {
          rows.delete(row);
        }
      };
    },
    all: () => [...rows.values()].flat(),
  };
}
