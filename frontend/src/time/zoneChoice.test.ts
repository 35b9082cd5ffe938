import { expect, it } from 'vitest';
import { wallClock } from './zone';
import { readZone, shownClock, VIEWER, viewersZone } from './zoneChoice';

const NOON = Date.parse('2026-05-12T12:00:00Z');
const alice = { name: 'Alice', clock: wallClock([{ validFrom: null, zone: 'Asia/Kolkata' }]) };

it('is the participant’s unless something is chosen', () => {
  const { clock, whose } = shownClock(undefined, alice);
  expect([clock, whose]).toEqual([alice.clock, 'Alice’s time']);
});

it('is the viewer’s when chosen, and for what belongs to nobody', () => {
  for (const { clock, whose } of [shownClock(VIEWER, alice), shownClock(undefined)]) {
    expect([clock.zoneAt(NOON), whose]).toEqual([viewersZone(), 'Your time']);
  }
});

it('is any zone by its name', () => {
  const { clock, whose } = shownClock('America/New_York', alice);
  expect([clock.zoneAt(NOON), whose]).toEqual(['America/New_York', 'Time']);
});

it('reads an address, and leaves out what is no zone', () => {
  expect(['viewer', 'Europe/Berlin', 'Mars/Olympus', 5, undefined].map(readZone)).toEqual([
    ...['viewer', 'Europe/Berlin', undefined, undefined, undefined],
  ]);
});
