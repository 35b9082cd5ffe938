import type { Metric, ParticipantDetail } from '../api/client';

/** The sleep stages stand among the metrics, though they are no series of numbers. */
export const SLEEP = 'sleep';

/** Stands in the address when every chart is left out. */
const NONE = 'none';

const FIRST_CHOICE = ['heart_rate', SLEEP, 'steps', 'hrv_rmssd', 'spo2'];
const MOST = 12;

/** A family and what it offers to this participant. */
export interface Offer {
  readonly family: Metric['family'];
  readonly metrics: readonly Named[];
  /** Figures of each day, where the page shows any. */
  readonly figures?: readonly Named[];
}

interface Named {
  readonly key: string;
  readonly name: string;
}

const FAMILIES: Metric['family'][] = ['heart', 'sleep', 'movement', 'breath', 'oxygen', 'body'];

/** What can be chosen, by family: the intraday metrics that the participant has, the stages of sleep, figures of each day. */
export function offersOf(
  { series }: Pick<ParticipantDetail, 'series'>,
  catalogue: readonly Metric[],
  figures: readonly (Named & Pick<Offer, 'family'>)[] = [],
): Offer[] {
  const present = new Set(series.map(({ metric }) => metric));
  return FAMILIES.map((family) => ({
    family,
    metrics: [
      ...(family === 'sleep' ? [{ key: SLEEP, name: 'Sleep stages' }] : []),
      ...catalogue.filter(
        (metric) => metric.family === family && metric.scope === 'intraday' && present.has(metric.key),
      ),
    ],
    ...(figures.length > 0 && { figures: figures.filter((figure) => figure.family === family) }),
  })).filter((offer) => offer.metrics.length + (offer.figures?.length ?? 0) > 0);
}

/** The keys of the charts, in their order: as the address says, else those that most people look at first. */
export function chosenKeys(wanted: string | undefined, offers: readonly Offer[]): string[] {
  const series = offers.flatMap(({ metrics }) => metrics.map(({ key }) => key));
  const offered = new Set([...series, ...offers.flatMap(({ figures = [] }) => figures.map(({ key }) => key))]);
  const keys = wanted === undefined ? FIRST_CHOICE : wanted.split(',');
  const known = [...new Set(keys)].filter((key) => offered.has(key)).slice(0, MOST);
  return known.length > (wanted === undefined ? 1 : 0) || wanted === NONE ? known : series.slice(0, 4);
}

/** The choice with one key more or less, as it stands in the address. */
export function toggled(keys: readonly string[], key: string): string {
  return (keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]).join(',') || NONE;
}
