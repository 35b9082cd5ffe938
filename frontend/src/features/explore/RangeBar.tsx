import { formatPlainDate, formatRange, formatShortDate, formatTime } from '../../format/dates';
import { fitSpan, panSpan, type Span } from '../../time/span';
import type { WallClock } from '../../time/zone';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import styles from './ExplorePage.module.css';
import { type ExplorePlace, rangeText } from './useExplorePlace';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LENGTHS = [
  { value: 'hour', label: '1 h', title: 'One hour', length: HOUR },
  { value: 'day', label: '1 d', title: 'One day', length: DAY },
  { value: 'week', label: '1 w', title: 'One week', length: 7 * DAY },
  { value: 'month', label: '1 m', title: 'One month', length: 30 * DAY },
  { value: 'year', label: '1 y', title: 'One year', length: 365 * DAY },
  { value: 'all', label: 'All', title: 'The whole history', length: Number.POSITIVE_INFINITY },
] as const;

/** How much time is in view, and steps through it. */
export function RangeBar({ place }: { readonly place: ExplorePlace }) {
  const { zoom, limits, clock, change, search } = place;
  const view = zoom ? fitSpan(zoom, limits) : limits;
  const length = view.to - view.from;
  const go = (span: Span | undefined) => change({ range: rangeText(span) });
  const step = (direction: 1 | -1) => go(fitSpan(panSpan(view, direction), limits));
  const choose = (value: string) => {
    const wanted = LENGTHS.find((candidate) => candidate.value === value)?.length ?? 0;
    go(wanted >= limits.to - limits.from ? undefined : fitSpan(around(view, wanted), limits));
  };
  const exact = LENGTHS.find((candidate) => Math.abs(candidate.length - length) < 60_000)?.value;
  return (
    <div className={styles.range} role="toolbar" aria-label="Time in view">
      <button
        type="button"
        className="button button-icon"
        aria-label="Earlier"
        disabled={view.from <= limits.from}
        onClick={() => step(-1)}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        className="button button-icon"
        aria-label="Later"
        disabled={view.to >= limits.to}
        onClick={() => step(1)}
      >
        <Icon name="right" />
      </button>
      <p className={styles.when} aria-live="polite">
        {spanWords(clock, view)}
      </p>
      <Segmented
        label="Length of the time in view"
        options={LENGTHS.map(({ value, label }) => ({ value, label }))}
        value={zoom ? (exact ?? '') : 'all'}
        onChange={choose}
      />
      <Segmented
        label="Layout"
        options={[
          { value: 'stacked', label: 'Stacked' },
          { value: 'overlaid', label: 'Overlaid' },
        ]}
        value={search.layout ?? 'stacked'}
        onChange={(value) => change({ layout: value === 'overlaid' ? 'overlaid' : undefined, point: undefined })}
      />
    </div>
  );
}

/** Around the middle; from the end where the view reaches further than wanted, so that the newest stays in sight. */
function around(view: Span, length: number): Span {
  const to = view.to - view.from > length ? view.to : (view.from + view.to) / 2 + length / 2;
  return { from: to - length, to };
}

/** As exact as the length needs: dates, or date and times. */
export function spanWords(clock: WallClock, view: Span): string {
  const [from, to] = [clock.dateAt(view.from), clock.dateAt(view.to - 1)];
  if (view.to - view.from > 5 * DAY) {
    return formatRange({ from, to });
  }
  const seconds = view.to - view.from < HOUR / 4;
  return from === to
    ? `${formatPlainDate(from)}, ${formatTime(clock, view.from, seconds)} – ${formatTime(clock, view.to, seconds)}`
    : `${formatPlainDate(from)}, ${formatTime(clock, view.from)} – ${formatShortDate(clock.dateAt(view.to))}, ${formatTime(clock, view.to)}`;
}
