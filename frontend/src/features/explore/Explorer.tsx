import { useCallback, useMemo, useState } from 'react';
import type { Metric, Participant } from '../../api/client';
import { createPictureStore } from '../../charts/pictureStore';
import { ReasonKey } from '../../charts/ReasonKey';
import { TimeStack } from '../../charts/TimeStack';
import { unusualDays } from '../../charts/unusualDays';
import type { LocalDate } from '../../time/localDate';
import type { Span } from '../../time/span';
import { Message } from '../../ui/Message';
import { ExploreCharts } from './ExploreCharts';
import styles from './ExplorePage.module.css';
import { HistoryMap } from './HistoryMap';
import { PointPanel } from './PointPanel';
import type { Person } from './people';
import { RangeBar } from './RangeBar';
import type { ExploreFigure } from './rows';
import { pointOf } from './search';
import { createShownStore } from './shownStore';
import { Toolbar } from './Toolbar';
import { rangeText, useExplorePlace } from './useExplorePlace';

interface Props {
  readonly everyone: readonly Participant[];
  readonly catalogue: readonly Metric[];
  /** Figures of each day that can be shown. */
  readonly figures: readonly ExploreFigure[];
  readonly people: readonly Person[];
  /** How many participants of the address do not exist. */
  readonly unknown: number;
}

/** The page once it is known who and what there is. */
export function Explorer({ everyone, catalogue, figures, people, unknown }: Props) {
  const place = useExplorePlace(people, catalogue, figures);
  const { clock, whose, limits, zoom, rows, change, search } = place;
  const [pictures] = useState(createPictureStore);
  const [shown] = useState(createShownStore);
  const onZoom = useCallback((view: Span | undefined) => change({ range: rangeText(view) }), [change]);
  const openDay = useCallback(
    (date: LocalDate) => onZoom({ from: clock.startOf(date), to: clock.endOf(date) }),
    [clock, onZoom],
  );
  const note = useMemo(() => {
    const { from, to } = zoom ?? limits;
    return unusualDays(clock, { from: clock.dateAt(from), to: clock.dateAt(to - 1) });
  }, [clock, zoom, limits]);
  const point = useMemo(() => pointOf(search.point), [search.point]);
  const empty =
    people.length === 0 ? 'No participant is chosen' : rows.length === 0 ? 'No metric is chosen' : undefined;

  return (
    <div className={styles.page} data-panel={point !== undefined}>
      <Toolbar place={place} everyone={everyone} pictures={pictures} shown={shown} />
      {unknown > 0 && (
        <p className={styles.notice} role="status">
          {unknown === 1 ? 'One participant' : `${unknown} participants`} of this address cannot be found; the others
          are shown.
        </p>
      )}
      <RangeBar place={place} />
      <div className={`card ${styles.charts}`}>
        <h2 className="visually-hidden">Charts</h2>
        {empty ? (
          <Message title={empty}>
            <p>Choose from the menus above; up to eight participants and any of their metrics stand side by side.</p>
          </Message>
        ) : (
          <>
            <TimeStack
              clock={clock}
              limits={limits}
              zoom={zoom}
              onZoom={onZoom}
              openDay={openDay}
              whose={whose}
              note={note}
              wheel="zooms"
              pictures={pictures}
              foot={<HistoryMap place={place} />}
            >
              <ExploreCharts place={place} shown={shown} point={point} />
            </TimeStack>
            <p className={styles.help}>
              Wheel or pinch zooms, drag selects, shift and drag or the axis moves. A click on a point shows where it
              comes from. By keyboard: arrows, + and − move and zoom; Tab leads into a chart, where arrows go from point
              to point (with shift by ten, up and down from series to series) and Enter shows where one comes from.
            </p>
            <ReasonKey imputed={search.fill === 'both'} />
          </>
        )}
      </div>
      {point && <PointPanel point={point} place={place} catalogue={catalogue} figures={figures} />}
    </div>
  );
}
