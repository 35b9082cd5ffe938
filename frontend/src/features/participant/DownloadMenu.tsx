import { ServerFiles } from '../../charts/download/ServerFiles';
import { dayFiles, seriesFiles } from '../../charts/download/serverFiles';
import { SLEEP } from '../../charts/metricChoice';
import { formatRange, formatTimeSpan } from '../../format/dates';
import { fitSpan } from '../../time/span';
import { Menu } from '../../ui/Menu';
import type { ParticipantPlace } from './usePlace';

interface Props {
  readonly id: number;
  readonly place: ParticipantPlace;
  readonly chosen: readonly string[];
}

/** The charts' metrics in the range in view, and all daily figures of its days, as files. */
export function DownloadMenu({ id, place: { limits, zoom, clock, range, search }, chosen }: Props) {
  const view = zoom ? fitSpan(zoom, limits) : limits;
  const metrics = chosen.filter((key) => key !== SLEEP);
  const people = [{ id }];
  const fill = search.fill ?? 'raw';
  const resolution = search.resolution ?? 'auto';
  return (
    <Menu label="Download" end>
      {metrics.length > 0 && (
        <ServerFiles
          legend={`Charted metrics, ${zoom ? formatTimeSpan(clock, view) : formatRange(range)}`}
          files={seriesFiles({ people, metrics, view, resolution, fill })}
        />
      )}
      <ServerFiles legend={`Daily figures, ${formatRange(range)}`} files={dayFiles({ people, range, fill })} />
    </Menu>
  );
}
