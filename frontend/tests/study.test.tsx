import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import type { Schemas } from '../src/api/client';
import { openPage } from './render';
import { server } from './server';

const names = () =>
  within(screen.getByRole('table'))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

it('has whoever needs attention come first, and shows those with a flag alone', async () => {
  const { router } = openPage('/');
  const table = await screen.findByRole('table');
  expect(within(table).getAllByRole('row')[1]?.textContent).toContain('Bob');
  expect(within(table).getAllByText('Few nights').length).toBeGreaterThan(3);
  const filter = screen.getByRole('navigation', { name: 'Participants by flag' });
  await userEvent.click(within(filter).getByRole('link', { name: 'Few nights 12' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ flag: 'low-sleep' }));
  expect(names()).not.toContain('Alice');
  await userEvent.click(within(filter).getByRole('link', { name: 'No consent 0' }));
  expect(await screen.findByText('Nobody has this flag')).toBeTruthy();
});

it('says where wear is still being computed', async () => {
  const pending = { days: 0, of: 30, minutes: 0, share: null, pending: 30 };
  let asked = 0;
  server.use(
    http.get('*/api/v1/study', async ({ request }) => {
      asked++;
      const { answer } = await import('../dev/fake/answer');
      const { world } = await import('./server');
      const page = answer(world, '/study', new URL(request.url).searchParams).body as Schemas['StudyPage'];
      const rows = page.rows.map((row) => ({
        ...row,
        participant: { ...row.participant, wear7: pending, wear30: pending },
      }));
      return HttpResponse.json({ ...page, rows: asked === 1 ? rows : page.rows });
    }),
  );
  openPage('/');
  expect((await screen.findAllByText('being computed')).length).toBeGreaterThan(3);
  await waitFor(() => expect(screen.queryByText('being computed')).toBeNull(), { timeout: 4_000 });
});

it('keeps thresholds, and says why they are not kept', async () => {
  const saved: unknown[] = [];
  server.use(
    http.put('*/api/v1/study-settings', async ({ request }) => {
      saved.push(await request.json());
      return saved.length === 1
        ? HttpResponse.json(
            { type: 'x', title: 'x', status: 503, detail: 'The database does not answer.' },
            { status: 503 },
          )
        : HttpResponse.json(saved[1] as Schemas['StudySettings']);
    }),
  );
  openPage('/');
  await userEvent.click(await screen.findByRole('button', { name: 'Thresholds' }));
  const wear = await screen.findByLabelText('“Low wear” below, %');
  await userEvent.clear(wear);
  await userEvent.type(wear, '60');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The database does not answer.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByLabelText('“Low wear” below, %')).toBeNull());
  expect(saved[1]).toMatchObject({ wearPercent: 60, silentHours: 48, quietFrom: '21:00' });
});

it('writes to those who are chosen, after a preview of each letter', async () => {
  const letter = { reason: null, detail: null, subject: 'Your watch', text: 'Dear Alice' };
  const sent: Schemas['ContactRequest'][] = [];
  server.use(
    http.post('*/api/v1/contacts/preview', () =>
      HttpResponse.json({
        letters: [
          { ...letter, participant: 1, name: 'Alice', outcome: 'ready' },
          { ...letter, participant: 2, name: 'Bob', outcome: 'refused', reason: 'quiet-hours', detail: 'Quiet hours.' },
        ],
      }),
    ),
    http.post('*/api/v1/contacts', async ({ request }) => {
      sent.push((await request.json()) as Schemas['ContactRequest']);
      return HttpResponse.json({ letters: [{ ...letter, participant: 1, name: 'Alice', outcome: 'sent' }] });
    }),
  );
  openPage('/');
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose Alice' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Choose Bob' }));
  await userEvent.click(screen.getByRole('button', { name: 'Write to 2' }));
  const dialog = screen.getByRole('dialog', { name: 'Write to 2 participants' });
  expect(within(dialog).getByRole('button', { name: 'Send' }).hasAttribute('disabled')).toBe(true);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Preview' }));
  expect((await within(dialog).findByRole('status')).textContent).toBe('1 will be sent, 1 not sent');
  expect(within(dialog).getByText('Quiet hours.')).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send 1 letter' }));
  expect(await within(dialog).findByText('1 sent')).toBeTruthy();
  expect(sent[0]?.participants).toEqual([1, 2]);
});
