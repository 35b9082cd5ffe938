import type { Metric, ParticipantDetail } from '../../../api/client';
import type { DerivedMetric } from '../../../api/derived';
import { figureText } from '../../../charts/derived/usual';
import { formatNumber } from '../../../format/numbers';

/** How much of each day the watch was worn: what the calendar shows unless told otherwise. */
export const WEAR = 'wear';

/** Something that a calendar can show, one value a day. */
export interface Show {
  readonly key: string;
  readonly name: string;
  /** What a day's value is: `total of the day`. */
  readonly what: string;
  /** Token of its hue. */
  readonly hue: string;
  /** Which answer of the service has it. */
  readonly source: 'days' | 'derived';
  /** The ramp begins at zero, as a bar would. */
  readonly fromZero: boolean;
  /** The ramp's ends where they are given. */
  readonly domain?: readonly [number, number];
  /** The metric of the catalogue, where it is one. */
  readonly metric?: Metric;
  readonly text: (value: number) => string;
}

/** Shows under one heading of the menu. */
export interface ShowGroup {
  readonly name: string;
  readonly shows: readonly Show[];
}

const FAMILIES: readonly (readonly [Metric['family'], string])[] = [
  ['heart', 'Heart'],
  ['movement', 'Movement'],
  ['sleep', 'Sleep'],
  ['breath', 'Breath'],
  ['oxygen', 'Oxygen'],
  ['body', 'Body'],
];

const WORN: Show = {
  key: WEAR,
  name: 'Worn',
  what: 'share of the day that the watch was worn',
  hue: 'accent',
  source: 'days',
  fromZero: true,
  domain: [0, 1],
  text: (share) => `${formatNumber(share * 100)} %`,
};

/** Everything that can be shown of a person: wear, the metrics they have, the derived figures. */
export function showGroups(
  { series }: Pick<ParticipantDetail, 'series'>,
  catalogue: readonly Metric[],
  derived: readonly DerivedMetric[],
): ShowGroup[] {
  const sampled = new Set(series.map(({ metric }) => metric));
  const offered = catalogue.filter(({ key, scope }) => scope === 'daily' || sampled.has(key));
  const families = FAMILIES.map(([family, name]) => ({
    name,
    shows: offered.filter((metric) => metric.family === family).map(showOfMetric),
  }));
  const own = { name: 'Derived figures', shows: derived.map(showOfDerived) };
  return [{ name: 'Recording', shows: [WORN] }, ...families, own].filter(({ shows }) => shows.length > 0);
}

/** The one that the address asks for; wear where it asks for none that is known. */
export function chosenShow(groups: readonly ShowGroup[], wanted: string | undefined): Show {
  return groups.flatMap(({ shows }) => shows).find(({ key }) => key === wanted) ?? WORN;
}

function showOfMetric(metric: Metric): Show {
  const { key, name, family, kind, scope, draw } = metric;
  const what =
    scope === 'daily' ? "the vendor's figure of the day" : `${kind === 'amount' ? 'total' : 'mean'} of the day`;
  return {
    key,
    name,
    what,
    hue: family,
    source: 'days',
    fromZero: kind === 'amount' || draw === 'bars',
    metric,
    text: (value) => figureText(metric, value),
  };
}

function showOfDerived(figure: DerivedMetric): Show {
  const { key, name, family, draw } = figure;
  return {
    key,
    name,
    what: 'derived figure of the day',
    hue: family,
    source: 'derived',
    fromZero: draw === 'bars',
    text: (value) => figureText(figure, value),
  };
}
