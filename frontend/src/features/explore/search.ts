import { RESOLUTIONS, type Resolution } from '../../api/queries/series';
import { spanOfText } from '../../time/span';
import { readZone } from '../../time/zoneChoice';

/** What the address of the Explorer holds: everything that the page shows. */
export interface ExploreSearch {
  /** Ids, separated by commas; the first one's clock is the axis's. */
  readonly people?: string;
  readonly metrics?: string;
  /** Two instants, or `all`; the last week unless given. */
  readonly range?: string;
  readonly layout?: 'overlaid';
  readonly resolution?: Exclude<Resolution, 'auto'>;
  /** `viewer`, or an IANA name; the first participant's unless given. */
  readonly zone?: string;
  /** Shows imputed values beside the data. */
  readonly fill?: 'both';
  /** The point whose lineage is shown: `participant~metric~instant`. */
  readonly point?: string;
}

export const ALL = 'all';
/** As many hues as can be told apart. */
export const MOST_PEOPLE = 8;

/** Reads the address; what it does not know is left out, so that an old link still opens. */
export function readSearch(search: Record<string, unknown>): ExploreSearch {
  const { people, metrics, range, point } = search;
  const zone = readZone(search.zone);
  const resolution = RESOLUTIONS.find((name) => name === search.resolution);
  return {
    ...(peopleOf(people).length > 0 && { people: peopleOf(people).join(',') }),
    ...(typeof metrics === 'string' && { metrics }),
    ...(typeof range === 'string' && (range === ALL || spanOfText(range)) && { range }),
    ...(search.layout === 'overlaid' && { layout: 'overlaid' as const }),
    ...(resolution && resolution !== 'auto' && { resolution }),
    ...(zone && { zone }),
    ...(search.fill === 'both' && { fill: 'both' as const }),
    ...(pointOf(point) && { point: point as string }),
  };
}

/** The participants' ids in the address, each once. */
export function peopleOf(text: unknown): number[] {
  const ids = typeof text === 'string' || typeof text === 'number' ? String(text).split(',').map(Number) : [];
  return [...new Set(ids.filter((id) => Number.isSafeInteger(id) && id > 0))].slice(0, MOST_PEOPLE);
}

/** A point of one participant's metric, as a click chooses it. */
export interface Point {
  readonly participant: number;
  readonly metric: string;
  readonly at: number;
}

/** Reads a point of the address. */
export function pointOf(text: unknown): Point | undefined {
  const [id, metric, at] = typeof text === 'string' ? text.split('~') : [];
  const point = { participant: Number(id), metric: metric ?? '', at: Date.parse(at ?? '') };
  return point.participant > 0 && point.metric !== '' && Number.isFinite(point.at) ? point : undefined;
}

/** The point as it stands in the address. */
export function pointToText({ participant, metric, at }: Point): string {
  return `${participant}~${metric}~${new Date(at).toISOString().replace('.000Z', 'Z')}`;
}

/** The search with one part changed; a part that is undefined goes. */
export function changed(search: ExploreSearch, part: { [K in keyof ExploreSearch]: ExploreSearch[K] | undefined }) {
  const entries = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as ExploreSearch;
}
