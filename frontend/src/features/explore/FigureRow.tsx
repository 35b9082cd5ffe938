import { useEffect, useMemo } from 'react';
import { useCursorInstant, useTimeAxis } from '../../charts/axis';
import { ChartRow } from '../../charts/ChartRow';
import { FigureReadout } from '../../charts/derived/FigureReadout';
import { figureMarks, figureScale } from '../../charts/derived/figurePicture';
import { dayBars, dayLine } from '../../charts/layers/days';
import { grid } from '../../charts/layers/grid';
import { usualBand } from '../../charts/layers/usualBand';
import { PointKeys } from '../../charts/PointKeys';
import { TimePlot } from '../../charts/TimePlot';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import styles from './FigureRow.module.css';
import { figurePick, figureTracks, type PersonPicture } from './figureTracks';
import type { RowProps } from './MetricRow';
import type { ExploreFigure } from './rows';
import { figureRows } from './tableOfDays';
import { type PersonFigures, useDayFigures } from './useDayFigures';

/** A figure of each day on the same time axis, everyone's on the band of what is usual for them. */
export function FigureRow({ figure, place, span, shown, height }: RowProps & { readonly figure: ExploreFigure }) {
  const { palette } = useTimeAxis();
  const { people, change } = place;
  const all = useDayFigures(people, figure, span);
  useEffect(() => shown.set(figure.key, (view, clock) => figureRows(figure, all, view, clock)), [shown, figure, all]);
  const pictures = useMemo(
    () =>
      all.flatMap(({ person, figures }): PersonPicture[] => {
        const first = person.history?.from ?? 0;
        return figures ? [{ person, ...figureMarks(figure, figures, person.clock, first) }] : [];
      }),
    [figure, all],
  );
  const layers = useMemo(() => {
    const bars = figure.draw === 'bars' && people.length === 1;
    return [
      grid,
      ...pictures.flatMap(({ person, marks, band }) => {
        const colour = palette[people.length > 1 ? person.colour : figure.family];
        return [usualBand(band, colour), bars ? dayBars(marks, colour) : dayLine(marks, colour)];
      }),
    ];
  }, [figure, people.length, pictures, palette]);
  const scale = useMemo(() => figureScale(figure, pictures), [figure, pictures]);
  const tracks = useMemo(() => figureTracks(figure, pictures, scale, change), [figure, pictures, scale, change]);
  const empty = pictures.length === people.length && pictures.every(({ marks }) => marks.length === 0);

  return (
    <ChartRow
      title={figure.name}
      unit={figure.display}
      hue={`var(--${figure.family})`}
      readout={<Readout figure={figure} all={all} />}
      corner={<span className={styles.daily}>of each day</span>}
    >
      {all.map(
        ({ person, error, figures, retry }) =>
          error &&
          !figures && (
            <QueryError
              key={person.id}
              what={`${figure.name} of ${person.name}`}
              error={error}
              onRetry={retry}
              compact
            />
          ),
      )}
      {pictures.length > 0 ? (
        <TimePlot
          label={`${figure.name} day by day${figure.by === 'daystream' ? ', with what was usual' : ''}`}
          title={`${figure.name}, ${figure.display}`}
          height={height}
          y={scale}
          layers={layers}
          empty={empty ? `No ${figure.name.toLowerCase()} on these days` : undefined}
          onPick={(instant, value) => figurePick(figure, pictures, change, instant, value)}
        >
          <PointKeys label={figure.name} height={height} tracks={tracks} />
        </TimePlot>
      ) : (
        <Skeleton height={height} />
      )}
    </ChartRow>
  );
}

function Readout({ figure, all }: { readonly figure: ExploreFigure; readonly all: readonly PersonFigures[] }) {
  const instant = useCursorInstant();
  const { view } = useTimeAxis();
  return (
    <ul className={styles.readout}>
      {all.map(
        ({ person, figures }) =>
          figures && (
            <li key={person.id}>
              {all.length > 1 && (
                <>
                  <span className={styles.hue} style={{ background: `var(--${person.colour})` }} />
                  {person.name}{' '}
                </>
              )}
              <FigureReadout metric={figure} figures={figures} clock={person.clock} instant={instant} view={view} />
            </li>
          ),
      )}
    </ul>
  );
}
