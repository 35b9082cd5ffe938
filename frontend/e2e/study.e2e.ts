import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '../src/api/client';
import { BASE, openSession, type Session, screenshot } from './browser';
import { type Mailbox, openMailbox } from './mailbox';

/** Where the service under test hands its letters to. */
const SMTP = Number(process.env.DAYSTREAM_MAIL_PORT ?? 0);

let session: Session;
let mailbox: Mailbox;
let settings: Schemas['StudySettings'];
let person: Schemas['Participant'];

async function ask<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  const answer = await fetch(`${BASE}/api/v1${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

const flagsOfRows = (page: Page) =>
  page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.querySelectorAll('[data-flag]').length));

describe.skipIf(SMTP === 0)('the study desk', () => {
  beforeAll(async () => {
    mailbox = await openMailbox(SMTP);
    session = await openSession();
    settings = await ask('/study-settings');
    person = (await ask<Schemas['ParticipantPage']>('/participants')).participants[0] as Schemas['Participant'];
    await ask(`/participants/${person.id}`, 'PATCH', { email: 'first@example.org' });
  });
  afterAll(async () => {
    await ask('/study-settings', 'PUT', settings);
    await session.close();
    await mailbox.close();
  });
  beforeEach(() => session.errors.splice(0));

  it('takes other thresholds, and has whoever needs attention come first', async () => {
    const { page, errors } = session;
    await page.goto('/');
    await page.locator('tbody a').first().waitFor();
    await page.getByRole('button', { name: 'Thresholds' }).click();
    const dialog = page.getByRole('dialog', { name: 'Thresholds and rules' });
    await dialog.getByLabel('“Low wear” below, %').fill('100');
    await dialog.getByLabel('Not within hours after new data').fill('0');
    await dialog.getByLabel('Quiet from (participant’s clock)').fill('00:00');
    await dialog.getByLabel('Quiet until').fill('00:00');
    await screenshot(page, 'study-thresholds-1440-light');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('[data-flag="low-wear"]').first().waitFor();
    const flags = await flagsOfRows(page);
    expect(flags).toEqual(flags.toSorted((a, b) => Number(b > 0) - Number(a > 0)));
    await page.getByRole('link', { name: 'Needs attention' }).click();
    await page.waitForURL(/order=descending/);
    await page.waitForFunction(() => document.querySelector('th[aria-sort="descending"]'));
    await page.goBack();
    expect(errors).toEqual([]);
  });

  it('shows those with a flag alone', async () => {
    const { page } = session;
    await page.goto('/');
    const filter = page.getByRole('navigation', { name: 'Participants by flag' });
    const choice = filter.getByRole('link', { name: /^Low wear/ });
    const many = Number(/\d+/.exec((await choice.textContent()) ?? '')?.[0]);
    expect(many).toBeGreaterThan(0);
    await choice.click();
    await page.waitForURL(/flag=low-wear/);
    expect(await page.locator('tbody a').count()).toBe(many);
    expect(await flagsOfRows(page)).not.toContain(0);
  });

  it('writes a letter with their own figures, once', async () => {
    const { page, errors } = session;
    await page.goto('/?flag=low-wear');
    const write = async () => {
      await page.getByRole('checkbox', { name: `Choose ${person.name}` }).check();
      await page.getByRole('button', { name: 'Write to 1' }).click();
      const dialog = page.getByRole('dialog', { name: 'Write to 1 participant' });
      await dialog.getByLabel('Template').selectOption('Little wear');
      await dialog.getByRole('button', { name: 'Preview' }).click();
      return dialog;
    };
    const dialog = await write();
    await dialog.getByText('1 will be sent').waitFor();
    await dialog.getByText(`Hello ${person.name},`).waitFor();
    await screenshot(page, 'study-preview-1440-light');
    expect(mailbox.letters).toHaveLength(0);
    await dialog.getByRole('button', { name: 'Send 1 letter' }).click();
    await dialog.getByText('1 sent').waitFor();
    expect(mailbox.letters).toHaveLength(1);
    expect(mailbox.letters[0]).toMatch(/^To: first@example\.org/m);
    expect(mailbox.letters[0]).toMatch(/^Subject: Wearing your watch/m);
    expect(mailbox.letters[0]).toMatch(/\d+ to \d+ \w+ \d{4}: \d+ %/);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.reload();
    const again = await write();
    await again.getByText('They were written to within the last 72 h.').waitFor();
    expect(await again.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    await screenshot(page, 'study-refusal-1440-light');
    expect(errors).toEqual([]);
  });

  it('has the letter in the log on the participant’s page', async () => {
    const { page, errors } = session;
    await page.goto(`/participants/${person.id}`);
    const letters = page.getByRole('region', { name: 'Letters' });
    await letters.getByText('Wearing your watch').click();
    await letters.getByText(`Hello ${person.name},`).waitFor();
    await letters.getByText('sent', { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });
});
