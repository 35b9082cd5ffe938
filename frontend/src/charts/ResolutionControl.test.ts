import { expect, it } from 'vitest';
import { reasonOf } from './ResolutionControl';

it('says which resolution it is and why', () => {
  expect(reasonOf('auto', '1h')).toMatch(/^1 h: the finest .* Zoom in for finer$/);
  expect(reasonOf('auto', 'raw')).toContain('Every sample');
  expect(reasonOf('1m', '1m')).toBe('1 min, as chosen for all charts; auto follows the zoom');
});
