import { expect, it } from 'vitest';
import { changeWords } from './correctionWords';

const NONE = { added: 0, removed: 0, changed: 0, sumBefore: null, sumAfter: null };

it('says what changed in a series and by how much', () => {
  const change = {
    ...NONE,
    kind: 'samples' as const,
    metric: 'steps',
    added: 12,
    changed: 3,
    sumBefore: 100,
    sumAfter: 140,
  };
  expect(changeWords(change)).toBe('steps: 12 samples added, 3 changed; sum 100 → 140 (40 more)');
});

it('says a figure that came anew or went down', () => {
  const figure = { ...NONE, kind: 'figure' as const, metric: 'resting_heart_rate' };
  expect(changeWords({ ...figure, added: 1, sumAfter: 57 })).toBe('resting heart rate: 1 figure added; none → 57');
  expect(changeWords({ ...figure, changed: 1, sumBefore: 58.5, sumAfter: 57 })).toBe(
    'resting heart rate: 1 figure changed; 58.5 → 57.0 (1.5 less)',
  );
});

it('counts records without a metric', () => {
  expect(changeWords({ ...NONE, kind: 'sleep', metric: null, removed: 2 })).toBe('2 sleep sessions removed');
});
