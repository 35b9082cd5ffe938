import { expect, it } from 'vitest';
import { paint, svgCanvas } from './svgContext';

it('writes down what is painted, clipped and dashed as on a canvas', () => {
  const { context, svg } = svgCanvas();
  context.save();
  context.beginPath();
  context.rect(0, 0, 50, 20);
  context.clip();
  context.strokeStyle = 'rgb(1, 2, 3)';
  context.setLineDash([4, 3]);
  context.beginPath();
  context.lineTo(1, 2);
  context.lineTo(3.3333, 4);
  context.stroke();
  context.restore();
  context.fillStyle = 'color-mix(in srgb, rgb(9, 9, 9) 20%, transparent)';
  context.fillRect(0, 0, 5, 5);
  const text = svg(100, 40, 50, 20);
  const page = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(page.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 100 40');
  expect(page.querySelector('g[clip-path] > path')?.getAttribute('d')).toBe('M1 2L3.33 4');
  expect(text).toContain('stroke-dasharray="4 3"');
  expect(text).toContain('fill="rgb(9, 9, 9)" fill-opacity="0.2"');
  expect(text.match(/<g /g)).toHaveLength(text.match(/<\/g>/g)?.length ?? 0);
});

it('words are text, and safe', () => {
  const { context, svg } = svgCanvas();
  context.font = '600 22px "Inter Variable", system-ui, sans-serif';
  context.textAlign = 'right';
  context.fillText('A < B & C', 10, 20);
  expect(svg(1, 1, 1, 1)).toContain('text-anchor="end"');
  expect(svg(1, 1, 1, 1)).toContain('font-size="22" font-weight="600"');
  expect(svg(1, 1, 1, 1)).toContain('A &lt; B &amp; C');
});

it('a plain colour stays as it is', () => {
  expect(paint('stroke', '#123456')).toBe('stroke="#123456"');
});
