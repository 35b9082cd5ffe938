import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listen } from './events';
import { refresher } from './invalidate';
import { jobMoved } from './jobs';

/** A stream whose events the test sends. */
class Stream extends EventTarget {
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  close = vi.fn();
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('a burst of deliveries asks again once, and only for what they changed', async () => {
  const queries = new QueryClient();
  for (const key of [['days', 1], ['days', 2], ['series', 1, 'steps'], ['participants'], ['metrics'], ['runs', {}]]) {
    queries.setQueryData(key, {});
  }
  const invalidate = vi.spyOn(queries, 'invalidateQueries');
  const refresh = refresher(queries);
  for (let index = 0; index < 100; index++) {
    refresh.add({ participant: 1 });
  }
  await vi.advanceTimersByTimeAsync(500);
  expect(invalidate).toHaveBeenCalledTimes(1);
  const stale = queries.getQueryCache().findAll({ predicate: (query) => query.state.isInvalidated });
  expect(stale.map(({ queryKey }) => queryKey[0])).toEqual(['days', 'series', 'participants', 'runs']);
  expect(queries.getQueryState(['days', 2])?.isInvalidated).toBe(false);
});

it('of a calendar of years, only those with the days that came are asked for again', async () => {
  const queries = new QueryClient();
  const years = [2024, 2025, 2026].map((year) => ['calendar', 1, `${year}-01-01`, `${year}-12-31`]);
  for (const key of [...years, ['calendar', 2, '2026-01-01', '2026-12-31']]) {
    queries.setQueryData(key, []);
  }
  const stale = () => years.filter((key) => queries.getQueryState(key)?.isInvalidated).map(([, , from]) => from);
  const refresh = refresher(queries);
  refresh.add({ participant: 1, date: '2026-05-12' });
  await vi.advanceTimersByTimeAsync(500);
  expect(stale()).toEqual(['2026-01-01']);
  // A change without a day, such as of imputation, concerns them all.
  refresh.add({ participant: 1 });
  await vi.advanceTimersByTimeAsync(500);
  expect(stale()).toHaveLength(3);
  expect(queries.getQueryState(['calendar', 2, '2026-01-01', '2026-12-31'])?.isInvalidated).toBe(false);
});

it('deliveries that do not pause are shown every two seconds', async () => {
  const queries = new QueryClient();
  const invalidate = vi.spyOn(queries, 'invalidateQueries');
  const refresh = refresher(queries);
  for (let elapsed = 0; elapsed < 10_000; elapsed += 100) {
    refresh.add({ participant: 1 });
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(invalidate.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(invalidate.mock.calls.length).toBeLessThanOrEqual(6);
});

it('opens the stream again after the service turned it away, and then loads everything', async () => {
  const streams: Stream[] = [];
  const listener = { day: vi.fn(), job: vi.fn(), imputed: vi.fn(), reset: vi.fn(), state: vi.fn() };
  const stop = listen(listener, () => {
    const stream = new Stream();
    streams.push(stream);
    return stream as unknown as EventSource;
  });
  streams[0]?.onopen?.();
  expect(listener.state).toHaveBeenLastCalledWith('live');
  Object.assign(streams[0] as Stream, { readyState: 2 });
  streams[0]?.onerror?.();
  expect(listener.state).toHaveBeenLastCalledWith('reconnecting');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(streams).toHaveLength(2);
  streams[1]?.onopen?.();
  expect(listener.state).toHaveBeenLastCalledWith('live');
  expect(listener.reset).toHaveBeenCalledTimes(1);
  stop();
  expect(streams[1]?.close).toHaveBeenCalled();
});

it('asks again for everything when the browser itself brings the stream back', () => {
  const stream = new Stream();
  const listener = { day: vi.fn(), job: vi.fn(), imputed: vi.fn(), reset: vi.fn(), state: vi.fn() };
  listen(listener, () => stream as unknown as EventSource);
  stream.onopen?.();
  expect(listener.reset).not.toHaveBeenCalled();
  stream.onerror?.();
  stream.onopen?.();
  expect(listener.reset).toHaveBeenCalledTimes(1);
});

it('reads a delivery', () => {
  const stream = new Stream();
  const listener = { day: vi.fn(), job: vi.fn(), imputed: vi.fn(), reset: vi.fn(), state: vi.fn() };
  listen(listener, () => stream as unknown as EventSource);
  stream.dispatchEvent(new MessageEvent('day', { data: '{"participant":2,"date":"2026-05-12"}' }));
  expect(listener.day).toHaveBeenCalledWith({ participant: 2, date: '2026-05-12' });
});

it('a job moves in the list; one that is new or has ended is asked for', () => {
  const queries = new QueryClient();
  const job = {
    id: 7,
    kind: 'backfill',
    state: 'running',
    done: 1,
    total: 10,
    words: null,
    cancelling: false,
  } as const;
  queries.setQueryData(['jobs'], [{ ...job, createdAt: '2026-05-12T08:00:00Z' }]);
  jobMoved(queries, { ...job, done: 4, words: '4 of 10' });
  expect(queries.getQueryData(['jobs'])).toMatchObject([
    { id: 7, done: 4, words: '4 of 10', createdAt: '2026-05-12T08:00:00Z' },
  ]);
  expect(queries.getQueryState(['jobs'])?.isInvalidated).toBe(false);
  queries.setQueryData(['summary', 1], {});
  jobMoved(queries, { ...job, state: 'done', done: 10 });
  expect(queries.getQueryState(['summary', 1])?.isInvalidated).toBe(true);
  expect(queries.getQueryState(['jobs'])?.isInvalidated).toBe(true);
});

it('values made for gaps make old what is shown of their participant, and another zone makes everything old', () => {
  const stream = new Stream();
  const listener = { day: vi.fn(), job: vi.fn(), imputed: vi.fn(), reset: vi.fn(), state: vi.fn() };
  listen(listener, () => stream as unknown as EventSource);
  stream.dispatchEvent(new MessageEvent('participant', { data: '{"participant":2,"changed":"imputation"}' }));
  expect(listener.imputed).toHaveBeenCalledWith({ participant: 2, changed: 'imputation' });
  expect(listener.reset).not.toHaveBeenCalled();
  stream.dispatchEvent(new MessageEvent('participant', { data: '{"participant":2,"changed":"zones"}' }));
  expect(listener.reset).toHaveBeenCalledTimes(1);
});
