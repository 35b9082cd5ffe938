import { getRouteApi } from '@tanstack/react-router';
import { type PipelineSearch, readSearch } from './search';

const route = getRouteApi('/pipeline');
/** Read once more: the router lets through what the page does not know. */
const READ = { select: (search: PipelineSearch) => readSearch({ ...search }), structuralSharing: true } as const;

/** The page's address, and how it is changed. */
export function usePipelineSearch() {
  const search = route.useSearch(READ);
  const navigate = route.useNavigate();
  const go = (next: Record<string, unknown>, replace = false) =>
    void navigate({ search: readSearch(next), replace, resetScroll: false });
  return { search, go };
}
