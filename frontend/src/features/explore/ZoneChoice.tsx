import { VIEWER } from './search';
import type { ExplorePlace } from './useExplorePlace';

/** Whose clock the axis shows; the axis says it too. */
export function ZoneChoice({ place: { people, search, change } }: { readonly place: ExplorePlace }) {
  const [first, ...others] = people;
  const viewers = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = new Set([...others.map(({ zone }) => zone), 'UTC']);
  zones.delete(first?.zone ?? '');
  const extra = search.zone && search.zone !== VIEWER && !zones.has(search.zone) ? [search.zone] : [];
  return (
    <select
      className="select"
      aria-label="Time zone of the axis"
      value={search.zone ?? ''}
      onChange={(event) => change({ zone: event.target.value || undefined }, true)}
    >
      <option value="">{first ? `${first.name}’s time` : 'Participant’s time'}</option>
      <option value={VIEWER}>Your time ({viewers})</option>
      {[...zones, ...extra].map((zone) => (
        <option key={zone} value={zone}>
          {zone}
        </option>
      ))}
    </select>
  );
}
