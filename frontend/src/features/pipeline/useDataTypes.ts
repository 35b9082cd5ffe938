import { useInfiniteQuery } from '@tanstack/react-query';
import { runsQuery } from '../../api/queries/runs';

/** Data types of the newest runs, and the one that is chosen. */
export function useDataTypes(chosen: string | undefined): string[] {
  const { data: recent } = useInfiniteQuery(runsQuery({}));
  const seen = recent?.pages.flatMap((page) => page.runs.map(({ dataType }) => dataType)) ?? [];
  return [...new Set([...seen, ...(chosen ? [chosen] : [])])].toSorted();
}
