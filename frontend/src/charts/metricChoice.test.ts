import { expect, it } from 'vitest';
import { METRICS } from '../../dev/fake/people';
import type { ParticipantDetail } from '../api/client';
import { chosenKeys, offersOf, toggled } from './metricChoice';

function personWith(...metrics: string[]): ParticipantDetail {
  const series = metrics.map((metric) => ({ metric, source: 'fitbit', device: '', cadence: 60, first: '', last: '' }));
  return { series, zones: [] } as unknown as ParticipantDetail;
}

it('offers what the person has, by family, and sleep', () => {
  const offers = offersOf(personWith('steps', 'heart_rate', 'distance'), METRICS);
  expect(offers.map(({ family, metrics }) => [family, metrics.map(({ key }) => key)])).toEqual([
    ['heart', ['heart_rate']],
    ['sleep', ['sleep']],
    ['movement', ['steps', 'distance']],
  ]);
});

it('offers figures of each day beside the series, and shows them by the address alone', () => {
  const figures = [{ key: 'resting_heart_rate', name: 'Resting heart rate', family: 'heart' as const }];
  const offers = offersOf(personWith('steps'), METRICS, figures);
  expect(offers[0]).toMatchObject({ family: 'heart', metrics: [], figures });
  expect(chosenKeys('resting_heart_rate,sleep', offers)).toEqual(['resting_heart_rate', 'sleep']);
  expect(chosenKeys(undefined, offers)).toEqual(['sleep', 'steps']);
});

it('shows the address’s choice in its order, without what is unknown', () => {
  const offers = offersOf(personWith('steps', 'heart_rate'), METRICS);
  expect(chosenKeys('steps,nonsense,heart_rate,steps', offers)).toEqual(['steps', 'heart_rate']);
  expect(chosenKeys(undefined, offers)).toEqual(['heart_rate', 'sleep', 'steps']);
  expect(chosenKeys('none', offers)).toEqual([]);
});

it('adds at the end and removes in place', () => {
  expect(toggled(['heart_rate', 'sleep'], 'steps')).toBe('heart_rate,sleep,steps');
  expect(toggled(['heart_rate', 'sleep'], 'heart_rate')).toBe('sleep');
  expect(toggled(['sleep'], 'sleep')).toBe('none');
});
