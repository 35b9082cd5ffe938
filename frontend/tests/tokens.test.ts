import { describe, expect, it } from 'vitest';
import css from '../src/styles/tokens.css?raw';

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

const TEXT = ['text', 'text-muted', 'accent', 'good', 'warn', 'bad'];
const MARKS = [
  ...['heart', 'movement', 'sleep', 'breath', 'oxygen', 'body'],
  ...Array.from({ length: 8 }, (_, index) => `person-${index + 1}`),
  ...['stage-wake', 'stage-rem', 'stage-light', 'stage-deep'],
  ...['zone-light', 'zone-moderate', 'zone-vigorous', 'zone-peak'],
];

it('are read from the style sheet', () => {
  expect(tokens.size).toBeGreaterThan(25);
});

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  const colour = (name: string): string => tokens.get(name)?.[theme] ?? '';

  it.each(TEXT)('%s reads as text on every ground (4.5:1)', (name) => {
    for (const ground of ['ground', 'surface', 'raised']) {
      expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(MARKS)('%s stands out as a mark (3:1)', (name) => {
    expect(contrast(colour(name), colour('surface'))).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['stages of sleep', ['stage-wake', 'stage-rem', 'stage-light', 'stage-deep']],
    ['heart-rate zones', ['zone-light', 'zone-moderate', 'zone-vigorous', 'zone-peak']],
  ])('the %s are a ramp', (_, names) => {
    const ramp = names.map((name) => luminance(colour(name)));
    expect(ramp).toEqual(ramp.toSorted((a, b) => b - a));
  });
});

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
