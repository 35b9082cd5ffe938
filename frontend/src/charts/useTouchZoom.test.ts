import { expect, it } from 'vitest';
import type { Span } from '../time/span';
import { viewUnder } from './useTouchZoom';

const start = { from: 0, to: 1_000 };
const whole = ({ from, to }: Span) => ({ from: Math.round(from), to: Math.round(to) });

it('keeps the held instants under the fingers', () => {
  expect(whole(viewUnder([0.25, 0.75], { held: [400, 600], start }))).toEqual({ from: 300, to: 700 });
  expect(whole(viewUnder([0.4, 0.6], { held: [250, 750], start }))).toEqual({ from: -750, to: 1_750 });
});

it('moves with fingers that stay as far apart', () => {
  expect(whole(viewUnder([0.5, 0.7], { held: [400, 600], start }))).toEqual({ from: -100, to: 900 });
});
