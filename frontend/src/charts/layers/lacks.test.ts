import { expect, it } from 'vitest';
import type { Lack } from '../../api/lacks';
import { boxesInView, LACK_LOOKS } from './lacks';

const VIEW = { from: 0, to: 100 };
const x = (at: number) => at * 10;
const lack = (from: number, to: number, reason: Lack['reason'] = 'not-worn'): Lack => ({ from, to, reason });

it('is cut at the view, and neighbours of one reason are one box', () => {
  const boxes = boxesInView([lack(-20, 5), lack(5, 9), lack(20, 30, 'unknown'), lack(90, 200)], VIEW, x);
  expect(boxes.get('not-worn')).toEqual([
    { left: 0, right: 90 },
    { left: 900, right: 1000 },
  ]);
  expect(boxes.get('unknown')).toEqual([{ left: 200, right: 300 }]);
});

it('what is finer than a pixel is left out', () => {
  expect(boxesInView([lack(50, 50.05)], VIEW, x).size).toBe(0);
});

it('reasons that ask for different deeds differ without colour', () => {
  const textures = (['not-worn', 'not-synced', 'fetch-failed', 'unknown'] as const).map(
    (reason) => LACK_LOOKS[reason].texture,
  );
  expect(new Set(textures).size).toBe(4);
});
