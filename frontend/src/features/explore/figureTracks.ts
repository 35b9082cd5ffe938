import type { FigureMarks } from '../../charts/derived/figurePicture';
import { figureText } from '../../charts/derived/usual';
import type { YScale } from '../../charts/layers/layer';
import type { Track } from '../../charts/PointKeys';
import type { Person } from './people';
import type { ExploreFigure } from './rows';
import { pointToText } from './search';
import type { ExplorePlace } from './useExplorePlace';

export interface PersonPicture extends FigureMarks {
  readonly person: Person;
}

const DAY = 86_400_000;

/** The days as the keys go along them. */
export function figureTracks(
  figure: ExploreFigure,
  pictures: readonly PersonPicture[],
  scale: YScale,
  change: ExplorePlace['change'],
): Track[] {
  return pictures.map(({ person, marks }) => ({
    columns: {
      x: Float64Array.from(marks, ({ from }) => from),
      y: Float64Array.from(marks, ({ value }) => value),
      ...{ width: DAY, resolution: '1d' as const },
    },
    words: (row) => {
      const words = figureText(figure, marks[row]?.value ?? 0);
      return pictures.length > 1 ? `${person.name}, ${words}` : words;
    },
    shareOf: (value, view) => {
      const [low, high] = scale.range(view);
      return (value - low) / (high - low);
    },
    pick: (at) => open(figure, person, at, change),
  }));
}

/** A click on a day: of several participants the one whose value is nearest. */
export function figurePick(
  figure: ExploreFigure,
  pictures: readonly PersonPicture[],
  change: ExplorePlace['change'],
  instant: number,
  value: number,
): void {
  const [nearest] = pictures
    .flatMap(({ person, marks }) => {
      const mark = marks.find(({ from, to }) => from <= instant && instant < to);
      return mark ? [{ person, at: mark.from, far: Math.abs(mark.value - value) }] : [];
    })
    .toSorted((a, b) => a.far - b.far);
  if (nearest) {
    open(figure, nearest.person, nearest.at, change);
  } else {
    change({ point: undefined });
  }
}

function open({ key }: ExploreFigure, { id }: Person, at: number, change: ExplorePlace['change']): void {
  change({ point: pointToText({ participant: id, metric: key, at }) });
}
