import type { SourceHealth } from '../api/queries/sources';
import { formatPlainDate } from '../format/dates';
import { wallClock } from '../time/zone';

/** The account's zone is another than the study's: what that means, and how to set it. Nothing is changed by itself. */
export function ProfileZone({
  source,
}: {
  readonly source: Pick<SourceHealth, 'participant' | 'source' | 'profileZone'>;
}) {
  const { participant, profileZone } = source;
  if (!profileZone) {
    return null;
  }
  const { zone, since, study } = profileZone;
  const date = wallClock([{ validFrom: null, zone }]).dateAt(Date.parse(since));
  return (
    <>
      The {source.source} profile says {zone}, first told on {formatPlainDate(date)}; the study uses {study}. If they
      have moved, set it: <code>{`./daystream participants zone set ${participant} ${zone} --from DATE`}</code>
    </>
  );
}
