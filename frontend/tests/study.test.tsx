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
  const [, ...rows] = within(table).getAllByRole('row');
  const flagged = rows.map(({ textContent }) => textContent?.includes('Few nights') ?? false);
  expect(flagged.slice(0, 1)).not.toContain(false);
  expect(flagged.slice(1)).not.toContain(true);
  const filter = screen.getByRole('navigation', { name: 'Participants by flag' });
  await userEvent.click(within(filter).getByRole('link', { name: 'Few nights 1' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ flag: 'low-sleep' }));
  expect(names()).not.toContain('Alice');
  await userEvent.click(within(filter).getByRole('link', { name: 'No consent 0' }));
  expect(await screen.findByText('Nobody has this flag')).toBeTruthy();
});

/** The made-up study with something of every row and of the answer replaced. */
async function studyWith(row: (row: Schemas['StudyRow']) => Schemas['StudyRow'], wear: Schemas['WearProgress']) {
  const { answer } = await import('../dev/fake/answer');
  const { world } = await import('./server');
  const page = answer(world, '/study', new URLSearchParams()).body as Schemas['StudyPage'];
  return { ...page, rows: page.rows.map(row), wear };
}

it('says where wear is still being computed, and asks again', async () => {
  const pending = { days: 0, of: 30, minutes: 0, share: null, pending: 30 };
  let asked = 0;
  server.use(
    http.get('*/api/v1/study', async () =>
      HttpResponse.json(
        asked++ === 0
          ? await studyWith(
              (row) => ({ ...row, participant: { ...row.participant, wear7: pending, wear30: pending } }),
              { state: 'making', pending: 1080, detail: null },
            )
          : await studyWith((row) => row, { state: 'complete', pending: 0, detail: null }),
      ),
    ),
  );
  openPage('/');
  expect((await screen.findAllByText('being computed')).length).toBeGreaterThan(3);
  expect(screen.getByText(/Wear is being computed: 1.080 days to go/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('being computed')).toBeNull(), { timeout: 4_000 });
  expect(screen.queryByText(/Wear is being computed/)).toBeNull();
});

it('says when wear cannot be computed, and why', async () => {
  server.use(
    http.get('*/api/v1/study', async () =>
      HttpResponse.json(await studyWith((row) => row, { state: 'failed', pending: 64, detail: 'out of memory' })),
    ),
  );
  openPage('/');
  expect(await screen.findByText(/Wear of 64 days could not be computed: out of memory/)).toBeTruthy();
});

it('says that the study could not be loaded, and tries again', async () => {
  let asked = 0;
  server.use(
    http.get('*/api/v1/study', async () =>
      asked++ === 0
        ? HttpResponse.json(
            { type: 'x', title: 'x', status: 503, detail: 'The database does not answer.' },
            { status: 503 },
          )
        : HttpResponse.json(await studyWith((row) => row, { state: 'complete', pending: 0, detail: null })),
    ),
  );
  openPage('/');
  expect((await screen.findByRole('alert')).textContent).toContain('The database does not answer.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('table')).toBeTruthy();
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
  const letter = { reason: null, detail: null, subject: 'Your watch', text: 'Hello Alice' };
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
  const opener = screen.getByRole('button', { name: 'Write to 2' });
  await userEvent.click(opener);
  const dialog = screen.getByRole('dialog', { name: 'Write to 2 participants' });
  expect(within(dialog).getByRole('button', { name: 'Send' }).hasAttribute('disabled')).toBe(true);
  await userEvent.selectOptions(within(dialog).getByLabelText('Template'), 'Few nights');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Preview' }));
  expect((await within(dialog).findByRole('status')).textContent).toBe('1 will be sent, 1 not sent');
  expect(within(dialog).getByText('Quiet hours.')).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send 1 letter' }));
  expect(await within(dialog).findByText('1 sent')).toBeTruthy();
  expect(sent[0]?.participants).toEqual([1, 2]);
  expect(sent[0]?.subject).toBe('Your nights in the study');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(opener);
});

it('has a changed letter previewed anew, and says what is wrong with it', async () => {
  server.use(
    http.post('*/api/v1/contacts/preview', async ({ request }) => {
      const { text, participants } = (await request.json()) as Schemas['ContactRequest'];
      return text.includes('{nmae}')
        ? HttpResponse.json(
            { type: 'x', title: 'x', status: 400, detail: 'text: {nmae} is not a placeholder' },
            { status: 400 },
          )
        : HttpResponse.json({
            letters: participants.map((participant) => ({
              participant,
              name: 'Bob',
              outcome: 'ready',
              reason: null,
              detail: null,
              subject: 'S',
              text,
            })),
          });
    }),
  );
  const { router } = openPage('/?write=2');
  const dialog = await screen.findByRole('dialog', { name: 'Write to 1 participant' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Preview' }));
  expect(await within(dialog).findByRole('button', { name: 'Send 1 letter' })).toBeTruthy();
  await userEvent.type(within(dialog).getByLabelText('Text'), '{{nmae}');
  expect(within(dialog).getByRole('button', { name: 'Send' }).hasAttribute('disabled')).toBe(true);
  expect((within(dialog).getByLabelText('Template') as HTMLSelectElement).selectedOptions[0]?.text).toBe('Own words');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Preview' }));
  expect((await within(dialog).findByRole('alert')).textContent).toContain('{nmae} is not a placeholder');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(router.state.location.search).toEqual({}));
});

it('asks for more than two hundred letters in turns', async () => {
  const { previewContacts } = await import('../src/api/queries/contacts');
  const asked: number[] = [];
  server.use(
    http.post('*/api/v1/contacts/preview', async ({ request }) => {
      asked.push(((await request.json()) as Schemas['ContactRequest']).participants.length);
      return HttpResponse.json({ letters: [] });
    }),
  );
  await previewContacts({ participants: Array.from({ length: 450 }, (_, n) => n + 1), subject: 'A', text: 'B' });
  expect(asked).toEqual([200, 200, 50]);
});

it('shows on the page of a participant what they were written, and keeps an address', async () => {
  const saved: unknown[] = [];
  server.use(
    http.patch('*/api/v1/participants/1', async ({ request }) => {
      saved.push(await request.json());
      return HttpResponse.json({});
    }),
  );
  openPage('/participants/1');
  const letters = await screen.findByRole('region', { name: 'Letters' });
  expect(await within(letters).findByText('Wearing your watch')).toBeTruthy();
  expect(within(letters).getByText('10 May 11:30')).toBeTruthy();
  expect(within(letters).getByRole('link', { name: 'Write a letter' }).getAttribute('href')).toBe('/?write=1');
  await userEvent.click(within(letters).getByRole('button', { name: 'Change address' }));
  await userEvent.type(within(letters).getByLabelText('E-mail address'), 'alice@example.org{Enter}');
  await waitFor(() => expect(saved).toEqual([{ email: 'alice@example.org' }]));
});
