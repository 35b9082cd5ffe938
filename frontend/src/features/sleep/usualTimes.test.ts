import { expect, it } from 'vitest';
import { usualTimes } from './usualTimes';

const night = (begin: number, end: number, minor = false) => ({ from: 0, to: 1, begin, end, minor });

it('tells usual times by the clock, whatever a single night or a nap does', () => {
  const nights = [night(660, 1140), night(670, 1150), night(680, 1140), night(665, 1135), night(100, 1140)];
  expect(usualTimes([...nights, night(1500, 1530, true)])).toMatchObject({ bed: '23:05', wake: '07:00', nights: 5 });
});

it('says nothing of few nights', () => {
  expect(usualTimes([night(660, 1140)])).toBeUndefined();
});
