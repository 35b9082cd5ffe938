import { QueryError } from '../../ui/QueryError';
import type { Cell } from './useCells';

/** What could not be loaded of a row; what could stays on screen. */
export function CellErrors({ cells }: { readonly cells: readonly Cell[] }) {
  return cells.map(
    ({ person, metric, error, retry }) =>
      error && (
        <QueryError
          key={`${person.id} ${metric.key}`}
          what={`${metric.name} of ${person.name}`}
          error={error}
          onRetry={retry}
          compact
        />
      ),
  );
}
