import { useMemo } from 'react';
import { useChartWords } from '../../charts/useChartWords';
import type { Cell } from './useCells';

/** What the cells of one chart show, in words; with names where there are several participants. */
export function useCellWords(cells: readonly Cell[]): string {
  const several = new Set(cells.map(({ person }) => person.id)).size > 1;
  return useChartWords(
    useMemo(
      () =>
        cells.map(({ person, metric }) => ({
          metric,
          participant: person.id,
          ...(several && { name: person.name }),
        })),
      [cells, several],
    ),
  );
}
