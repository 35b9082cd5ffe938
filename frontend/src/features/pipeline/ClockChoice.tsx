import { useMemo } from 'react';
import { isZone, type WallClock, wallClock } from '../../time/zone';
import { usePipelineSearch } from './usePipelineSearch';

const VIEWERS = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The clock that times of the service are shown on: the viewer's, unless the address names a zone. */
export function useShownClock(): { readonly zone: string; readonly clock: WallClock } {
  const { search } = usePipelineSearch();
  const zone = search.zone !== undefined && isZone(search.zone) ? search.zone : VIEWERS();
  return useMemo(() => ({ zone, clock: wallClock([{ validFrom: null, zone }]) }), [zone]);
}

/** Whose clock that is. */
export function ClockChoice({ service }: { readonly service: string | undefined }) {
  const { search, go } = usePipelineSearch();
  const { zone: chosen, ...rest } = search;
  const named = new Set([service, 'UTC', chosen].filter((zone) => zone !== undefined));
  named.delete(VIEWERS());
  return (
    <select
      className="select"
      aria-label="Time zone of the schedule"
      value={chosen ?? ''}
      onChange={({ target: { value } }) => go(value ? { ...rest, zone: value } : rest)}
    >
      <option value="">Your time ({VIEWERS()})</option>
      {[...named].map((zone) => (
        <option key={zone} value={zone}>
          {zone === service ? `The service’s time (${zone})` : zone}
        </option>
      ))}
    </select>
  );
}
