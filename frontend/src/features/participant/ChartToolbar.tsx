import type { Metric } from '../../api/client';
import { FillSwitch } from '../../charts/FillSwitch';
import { MetricMenu } from '../../charts/MetricMenu';
import type { Offer } from '../../charts/metricChoice';
import { formatTimeSpan } from '../../format/dates';
import { fitSpan, type Span, sameSpan, scaleSpan } from '../../time/span';
import { Icon } from '../../ui/Icon';
import styles from './Charts.module.css';
import { DownloadMenu } from './DownloadMenu';
import { withFill } from './search';
import type { ParticipantPlace } from './usePlace';

interface Props {
  readonly id: number;
  readonly place: ParticipantPlace;
  readonly offers: readonly Offer[];
  readonly chosen: readonly string[];
  readonly onZoom: (view: Span | undefined) => void;
  /** The chosen ones that are series. */
  readonly metrics: readonly Metric[];
}

/** Which charts, and how much of the range is in view. */
export function ChartToolbar({ id, place, offers, chosen, onZoom, metrics: shownMetrics }: Props) {
  const { limits, zoom, shown, search, go } = place;
  const view = zoom ? fitSpan(zoom, limits) : limits;
  const scale = (factor: number) => {
    const next = fitSpan(scaleSpan(view, factor), limits);
    onZoom(sameSpan(next, limits) ? undefined : next);
  };
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Charts">
      <MetricMenu offers={offers} chosen={chosen} onChange={(metrics) => go({ ...search, metrics }, true)} />
      <FillSwitch
        on={search.fill === 'both'}
        onChange={(on) => go(withFill(search, on), true)}
        participants={[id]}
        metrics={shownMetrics}
        view={view}
        clock={place.clock}
      />
      <p className={styles.view}>{zoom && formatTimeSpan(shown.clock, view)}</p>
      <button
        type="button"
        className="button"
        onClick={() => onZoom(undefined)}
        disabled={!zoom}
        aria-keyshortcuts="0 Escape"
      >
        Show all
      </button>
      <button
        type="button"
        className="button button-icon"
        aria-label="Zoom out"
        disabled={!zoom}
        onClick={() => scale(2)}
      >
        <Icon name="minus" />
      </button>
      <button type="button" className="button button-icon" aria-label="Zoom in" onClick={() => scale(0.5)}>
        <Icon name="plus" />
      </button>
      <DownloadMenu id={id} place={place} chosen={chosen} />
    </div>
  );
}
