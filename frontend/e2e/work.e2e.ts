import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BASE, openSession, type Session, screenshot, settled } from './browser';

let session: Session;

beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.errors.splice(0));

describe('the insights', () => {
  it('lead from the list to an answer, its table, its file and its statement', async () => {
    const { page, errors } = session;
    await page.goto('/insights');
    await page.getByRole('link', { name: 'How many hours do I sleep most often?' }).click();
    await page.waitForURL(/\/insights\/hours-slept/);
    await page.getByRole('img', { name: /^Most frequent hours slept/ }).waitFor();
    await screenshot(page, 'insight-1440-light');
    await page.getByRole('button', { name: 'Table' }).click();
    await page.waitForURL(/view=table/);
    const rows = await page.getByRole('region', { name: 'Answer', exact: true }).locator('tbody tr').count();
    const answer = await fetch(`${BASE}/api/v1/insights/hours-slept`);
    expect(rows).toBe(((await answer.json()) as { rows: unknown[] }).rows.length);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('daystream-hours-slept.csv');
    expect(await page.getByText(/FROM asked a|JOIN asked/).count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('are all answered', async () => {
    const { page, errors } = session;
    const { insights } = (await (await fetch(`${BASE}/api/v1/insights`)).json()) as { insights: { id: string }[] };
    expect(insights.length).toBeGreaterThan(11);
    for (const { id } of insights) {
      await page.goto(`/insights/${id}`);
      await page.getByRole('region', { name: 'Answer', exact: true }).waitFor();
      await page.getByRole('heading', { name: 'The statement' }).waitFor();
    }
    expect(errors).toEqual([]);
  });
});

describe('the pipeline', () => {
  it('takes a job, shows how it gets on without a reload, and what came of it', async () => {
    const { page, errors } = session;
    await page.goto('/pipeline');
    await page.getByRole('region', { name: 'Process flow' }).waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await screenshot(page, 'pipeline-1440-light');
    await page.getByRole('button', { name: 'Verify', exact: true }).click();
    await page.getByLabel('The lake instead').check();
    await page.getByRole('button', { name: 'Start' }).click();
    const told = page.getByText(/^Verify is job \d+/);
    const id = /job (\d+)/.exec((await told.textContent()) ?? '')?.[1];
    const row = page.getByRole('listitem', { name: `Verify, job ${id}` });
    await row.getByText(/payloads looked at/).waitFor({ timeout: 30_000 });
    expect(errors).toEqual([]);
  });

  it('tells at the field what the service refuses', async () => {
    const { page } = session;
    await page.goto('/pipeline?tab=jobs&new=backfill');
    await page.getByLabel('First day').fill('2099-03-01');
    await page.getByLabel('Last day').fill('2099-03-09');
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText(/lies in the future/).waitFor();
    expect(await page.getByLabel('Last day').getAttribute('aria-invalid')).toBe('true');
    expect(page.url()).toContain('new=backfill');
  });

  it('shows sources, rejections and imputation', async () => {
    const { page, errors } = session;
    await page.goto('/pipeline');
    for (const [name, heading] of [
      ['Sources', 'Sources'],
      ['Rejections', 'Rejections'],
      ['Imputation', 'Imputation runs'],
    ] as const) {
      await page.getByRole('navigation', { name: 'Parts of the pipeline' }).getByRole('link', { name }).click();
      await page.waitForURL(new RegExp(`tab=${name.toLowerCase()}`));
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
      await settled(page);
    }
    expect(errors).toEqual([]);
  });
});
