import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { imputationRuns, jobs, schedule } from '../dev/fake/pipeline';
import type { Schemas } from '../src/api/client';
import type { Job } from '../src/api/queries/jobs';
import { JOB_FORMS } from '../src/features/pipeline/jobForms';
import { api } from './contract';
import { openPage } from './render';
import { server, world } from './server';

const RUNNING = jobs().jobs[0] as Job;
const VERIFYING: Job = {
  ...RUNNING,
  kind: 'verify',
  parameters: { kind: 'verify', lake: false, repair: false },
  done: 1,
  total: 4,
  words: 'rollup_1h',
};
const VERIFIED = {
  trigger: 'schedule' as const,
  ...{ startedAt: '2026-05-12T01:30:00Z', endedAt: '2026-05-12T01:30:04Z' },
  ...{ compared: 120, differing: 0, repaired: false },
};

function scheduleWith(verify: Partial<Schemas['VerifyState']>): Schemas['Schedule'] {
  const known = schedule(world);
  return { ...known, verify: { ...known.verify, ...verify } };
}

/** Answers like the service, and keeps what it was asked. */
function takeJobs(refusal?: { parameter: string; message: string }): unknown[] {
  const asked: unknown[] = [];
  server.use(
    api.post('/jobs', async ({ request, response }) => {
      asked.push(await request.json());
      const title = 'A parameter is wrong';
      return refusal
        ? response(400).json({ type: 'x', title, status: 400, detail: refusal.message, errors: [refusal] })
        : response(202).json({ ...RUNNING, id: 7, state: 'queued' });
    }),
  );
  return asked;
}

describe('the pipeline page', () => {
  it('draws the way of the data, with what runs and what is due, trouble first', async () => {
    openPage('/pipeline');
    const flow = await screen.findByRole('region', { name: 'Process flow' });
    expect(
      within(flow)
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual([...['Source', 'Lake', 'Parse', 'Store', 'Roll-ups', 'API']]);
    expect(within(flow).getByText('1 source in trouble')).toBeTruthy();
    const running = await screen.findByRole('listitem', { name: 'Backfill, job 2' });
    expect(within(running).getByRole('progressbar').getAttribute('value')).toBe('4');
    const sources = screen.getByRole('region', { name: 'Sources' });
    expect(within(sources).getAllByRole('row')[1]?.textContent).toContain('needs consent');
  });

  it('tells what comes next, and what went wrong', async () => {
    openPage('/pipeline?zone=UTC');
    const schedule = await screen.findByRole('region', { name: 'Schedule' });
    await within(schedule).findByText('“How often” is by the service’s clock, Europe/Berlin');
    const row = (name: string) => within(schedule).getByRole('rowheader', { name }).closest('tr');
    expect(row('Look again at the last weeks')?.textContent).toMatch(
      /Sundays at 05:00never–\d+ \w{3} \d\d:\d\d in 4 days/,
    );
    expect(row('Refresh roll-ups')?.textContent).toContain('within 5 s');
    expect(within(schedule).getByText('no network. The next one tries again.')).toBeTruthy();
    expect(within(schedule).getByText('3 days of series wait')).toBeTruthy();
    expect(within(schedule).getByText(/^All 4\s812\s330 buckets agree$/)).toBeTruthy();
    const zones = screen.getAllByLabelText('Time zone in which times are shown')[0] as HTMLElement;
    await userEvent.selectOptions(zones, 'Europe/Berlin');
    await waitFor(() => expect(within(schedule).queryByText(/^“How often”/)).toBeNull());
  });

  it.each([
    ['never', { ended: null }, 'Not compared yet', ['Verify now']],
    ['differs', { ended: { ...VERIFIED, differing: 7 } }, '7 of 120 buckets differ', ['Make them anew', 'Verify now']],
    ['agrees', { ended: { ...VERIFIED, differing: 7, repaired: true } }, '7 of 120 buckets differed', ['Verify now']],
    ['failed', { failed: { trigger: 'api', at: VERIFIED.endedAt, error: 'no room' } }, /: no room\.$/, ['Verify now']],
  ] as const)('a comparison of roll-ups that %s', async (state, verify, words, buttons) => {
    server.use(api.get('/schedule', ({ response }) => response(200).json(scheduleWith(verify))));
    openPage('/pipeline');
    const card = (await screen.findByRole('heading', { name: 'Roll-ups against their samples' })).closest('div.card');
    const within_ = within(card as HTMLElement);
    expect(within_.getByText(state)).toBeTruthy();
    expect(within_.getByText(words)).toBeTruthy();
    expect(within_.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(buttons);
  });

  it('verifies at a click, with its progress beside the button', async () => {
    const asked = takeJobs();
    openPage('/pipeline');
    const button = await screen.findByRole('button', { name: 'Verify now' });
    server.use(api.get('/jobs', ({ response }) => response(200).json({ jobs: [VERIFYING], next: null })));
    await userEvent.click(button);
    expect(asked).toEqual([{ kind: 'verify', lake: false, repair: false }]);
    const progress = await screen.findByRole('progressbar', { name: 'Progress of the comparison' });
    expect(progress.getAttribute('value')).toBe('1');
    expect((button as HTMLButtonElement).disabled).toBe(true);
  });

  it('lists the runs and narrows them by the address', async () => {
    const { router } = openPage('/pipeline?tab=runs');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'State' }), 'failed');
    await waitFor(() => expect(router.state.location.search).toEqual({ tab: 'runs', state: 'failed' }));
    const runs = screen.getByRole('region', { name: 'Runs' });
    await waitFor(() => expect(within(runs).queryByText('stored', { selector: 'td *' })).toBeNull());
    expect(within(runs).getAllByText(/Fetch failed/).length).toBeGreaterThan(0);
  });

  it('asks for a backfill, and first whether so much is meant', async () => {
    const asked = takeJobs();
    openPage('/pipeline?tab=jobs&new=backfill&participant=2');
    await userEvent.type(await screen.findByLabelText('First day'), '2024-01-01');
    await userEvent.type(screen.getByLabelText('Last day'), '2024-03-31');
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(await screen.findByText(/This fetches 91 days of one participant/)).toBeTruthy();
    expect(asked).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Yes, start' }));
    expect(await screen.findByText('Backfill is job 7.')).toBeTruthy();
    expect(asked).toEqual([{ kind: 'backfill', participants: [2], from: '2024-01-01', to: '2024-03-31' }]);
  });

  it('tells a refusal at its field', async () => {
    takeJobs({ parameter: 'run', message: 'there is no run 9' });
    openPage('/pipeline?tab=jobs&new=retry');
    const field = await screen.findByLabelText('Run');
    await userEvent.type(field, '9');
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(await screen.findByText('there is no run 9')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
  });

  it('cancels a job', async () => {
    let cancelled = '';
    server.use(
      api.post('/jobs/{id}/cancel', ({ params, response }) => {
        cancelled = String(params.id);
        return response(202).json({ ...RUNNING, cancelling: true });
      }),
    );
    openPage('/pipeline?tab=jobs');
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel job 2' }));
    await waitFor(() => expect(cancelled).toBe('2'));
  });

  it('retries what is not in place from where it is told', async () => {
    const asked = takeJobs();
    openPage('/pipeline?tab=sources');
    await userEvent.click(await screen.findByRole('button', { name: 'Retry steps of 12 Mar 2026' }));
    expect(await screen.findByText('Job 7')).toBeTruthy();
    expect(asked).toEqual([{ kind: 'retry', run: 17 }]);
  });

  it('shows rejected records, and leads to reading them again', async () => {
    openPage('/pipeline?tab=rejections');
    expect((await screen.findAllByText('{"time":"23:58:34","value":{}}')).length).toBe(2);
    await userEvent.click(screen.getByRole('link', { name: 'Reparse this day' }));
    const form = await screen.findByRole('form', { name: 'Reparse' });
    expect((within(form).getByLabelText('First day') as HTMLInputElement).value).toBe('2026-03-10');
  });

  it('lists what was imputed and what was refused', async () => {
    openPage('/pipeline?tab=imputation');
    expect(await screen.findByText(/Gaps refused: 5 too long, 1 no neighbours/)).toBeTruthy();
    expect(screen.getByText(/Asked for Alice; all metrics; 2026-03-01 to the last/)).toBeTruthy();
  });

  it('tells all that the lake keeps', async () => {
    openPage('/pipeline');
    const flow = await screen.findByRole('region', { name: 'Process flow' });
    expect(within(flow).getByText('1.2 GB').textContent).toBe('1.2 GB kept in all');
    expect(within(flow).getByText(/^4\s321 payloads$/)).toBeTruthy();
  });

  it('imputes what was in view: metrics from a list, as a dry run', async () => {
    const asked = takeJobs();
    openPage('/pipeline?tab=jobs&new=impute&participants=1&metrics=heart_rate,steps&from=2026-05-11&to=2026-05-12');
    const form = await screen.findByRole('form', { name: 'Impute' });
    const heart = (await within(form).findByRole('checkbox', { name: 'Heart rate' })) as HTMLInputElement;
    expect(heart.checked).toBe(true);
    expect((within(form).getByRole('checkbox', { name: /^Dry run/ }) as HTMLInputElement).checked).toBe(true);
    expect(within(form).queryByRole('checkbox', { name: 'Floors' })).toBeNull();
    await userEvent.click(heart);
    await userEvent.click(within(form).getByRole('button', { name: 'Start dry run' }));
    await waitFor(() =>
      expect(asked).toEqual([
        {
          ...{ kind: 'impute', participants: [1], metrics: ['steps'], from: '2026-05-11', to: '2026-05-12' },
          dryRun: true,
        },
      ]),
    );
  });

  it('refuses days in the wrong order at their field, without asking', async () => {
    const asked = takeJobs();
    openPage('/pipeline?tab=jobs&new=impute&from=2026-05-12&to=2026-05-11');
    await userEvent.click(await screen.findByRole('button', { name: 'Start dry run' }));
    expect(await screen.findByText('The first day lies after the last day.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('First day'));
    expect(asked).toEqual([]);
  });

  it('runs what a dry run found out', async () => {
    const asked = takeJobs();
    const parameters = { kind: 'impute' as const, participants: [1], dryRun: true };
    const result = { words: '12 minutes in 3 gaps would be filled', counts: { values: 12 }, findings: [], more: 0 };
    const job: Job = {
      ...RUNNING,
      id: 5,
      kind: 'impute',
      parameters,
      state: 'done',
      endedAt: '2026-05-12T08:00:09Z',
      result,
    };
    server.use(api.get('/jobs', ({ response }) => response(200).json({ jobs: [job], next: null })));
    openPage('/pipeline?tab=jobs');
    await userEvent.click(await screen.findByRole('button', { name: 'Run it now' }));
    expect(await screen.findByText('Job 7 does it.')).toBeTruthy();
    expect(asked).toEqual([{ kind: 'impute', participants: [1], dryRun: false }]);
  });

  it('shows what a command did, and with which exit code', async () => {
    const parameters = { kind: 'import', directory: '/data/export', zone: 'UTC' } as const;
    const job: Job = {
      ...{ ...RUNNING, id: 6, kind: 'import', parameters, trigger: 'command', state: 'done', exitCode: 5 },
      endedAt: '2026-05-12T08:00:09Z',
    };
    server.use(api.get('/jobs', ({ response }) => response(200).json({ jobs: [job], next: null })));
    openPage('/pipeline?tab=jobs');
    const row = await screen.findByRole('listitem', { name: 'Import, job 6' });
    expect(row.textContent).toMatch(/by the command line, took 9\.0 s, exit code 5 \(done in part\)/);
    expect(row.textContent).toContain('/data/export');
  });

  it('undoes an imputation run from its row, after a question', async () => {
    const asked = takeJobs();
    openPage('/pipeline?tab=imputation');
    await userEvent.click(await screen.findByRole('button', { name: 'Undo run 3' }));
    const question = screen.getByRole('group', { name: 'Undo run 3?' });
    expect(question.textContent).toMatch(/Take away the 380 values of run 3\? Measured values stay\./);
    expect(asked).toEqual([]);
    const undoing: Job = {
      ...RUNNING,
      id: 7,
      kind: 'undo-imputation',
      parameters: { kind: 'undo-imputation', run: 3 },
    };
    server.use(api.get('/jobs', ({ response }) => response(200).json({ jobs: [undoing], next: null })));
    await userEvent.click(within(question).getByRole('button', { name: 'Yes, undo' }));
    expect(await screen.findByRole('progressbar', { name: 'Progress of undoing run 3' })).toBeTruthy();
    expect(asked).toEqual([{ kind: 'undo-imputation', run: 3 }]);
  });

  it.each([
    ['failed', { state: 'failed', error: 'The database is away' }, 'Undo failed: The database is away'],
    ['interrupted', { state: 'interrupted', error: null }, 'Undo failed: job interrupted'],
  ] as const)('says that an undo %s, and offers it again', async (_, end, words) => {
    const job: Job = { ...RUNNING, ...end, kind: 'undo-imputation', parameters: { kind: 'undo-imputation', run: 3 } };
    server.use(api.get('/jobs', ({ response }) => response(200).json({ jobs: [job], next: null })));
    openPage('/pipeline?tab=imputation');
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Undo run 3' }).textContent).toBe('Try again');
  });

  it('says when a run was undone', async () => {
    const [run] = imputationRuns().runs as [Schemas['ImputationRun']];
    const undone = { ...run, state: 'undone' as const, undoneAt: '2026-05-12T09:00:00Z', inEffect: 0, removed: 380 };
    server.use(api.get('/imputation-runs', ({ response }) => response(200).json({ runs: [undone], next: null })));
    openPage('/pipeline?tab=imputation');
    expect(await screen.findByText(/^Undone/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo run 3' })).toBeNull();
    expect(screen.getByText(/380 values were taken away/)).toBeTruthy();
  });

  it('has a form for every kind of work that the contract offers', () => {
    expect(JOB_FORMS.map(({ kind }) => kind)).toEqual(__JOB_KINDS__);
  });
});

declare const __JOB_KINDS__: readonly string[];
