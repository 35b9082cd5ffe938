import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, openSession, type Session } from './browser';

interface Person {
  readonly id: number;
  readonly externalId: string | null;
  readonly lastDay: string;
}

interface DayFigures {
  readonly date: string;
  readonly metrics: { readonly steps?: { readonly sum: number } };
}

/** The figures of a new day follow its notice. */
const WAIT = { timeout: 15_000, interval: 500 };

let session: Session;

beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

describe('a page and the API', () => {
  it('agree on the steps of a day, for everyone', async () => {
    const { page, errors } = session;
    const people = (await read<{ participants: Person[] }>('/participants')).participants;
    expect(people.length).toBeGreaterThanOrEqual(3);
    for (const { id, lastDay } of people) {
      await page.goto(`/participants/${id}?date=${lastDay}`);
      expect(await stepsOnPage()).toBe(await stepsByApi(id, lastDay));
    }
    expect(errors).toEqual([]);
  });
});

describe('a new day', () => {
  it('arrives on a page that is open, with its own steps', async () => {
    const { page, errors } = session;
    await page.goto('/participants/2');
    const before = await shownDate();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await page.getByText(/^New day: \d+ \w+, shown/).waitFor({ timeout: 50_000 });
    expect((await shownDate()) > before).toBe(true);
    await expect.poll(async () => (await stepsOnPage()) === (await stepsByApi(2, await shownDate())), WAIT).toBe(true);
    expect(errors).toEqual([]);
  });
});

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(`${BASE}/api/v1${path}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

function shownDate(): Promise<string> {
  return session.page.locator('input[type="date"]').first().inputValue();
}

async function stepsByApi(id: number, date: string): Promise<number> {
  const { days } = await read<{ days: DayFigures[] }>(`/participants/${id}/days?from=${date}&to=${date}`);
  expect(days.map((day) => day.date)).toEqual([date]);
  return Math.round(days[0]?.metrics.steps?.sum ?? Number.NaN);
}

async function stepsOnPage(): Promise<number> {
  const tiles = session.page.getByRole('region', { name: 'Daily values' });
  await tiles.and(session.page.locator('[aria-busy=false]')).waitFor();
  const text = (await tiles.textContent()) ?? '';
  return Number(/Steps([\d\s\u202f]+)steps/.exec(text)?.[1]?.replace(/\D/g, ''));
}
