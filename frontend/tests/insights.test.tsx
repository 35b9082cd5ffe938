import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { insightAnswer } from '../dev/fake/insights';
import { csvOf } from '../src/features/insights/answerFile';
import { api } from './contract';
import { openPage } from './render';
import { server } from './server';

const SLOW = {
  type: '/api/docs/problems#invalid-parameter',
  title: 'A parameter is wrong',
  status: 400,
  detail: 'from: it takes more than 20 seconds; ask for fewer days or participants',
};

describe('the insights', () => {
  it('lists the questions by who asks them, each with the look of its answer', async () => {
    openPage('/insights');
    const self = await screen.findByRole('region', { name: 'About oneself' });
    expect(within(self).getByRole('link', { name: 'When in the week do I walk?' })).toBeTruthy();
    expect(await within(self).findByRole('img', { name: /^steps by hour/ })).toBeTruthy();
    expect(await within(self).findByText('Most often 7 h: 23 nights')).toBeTruthy();
    const study = screen.getByRole('region', { name: 'About a study' });
    expect(within(study).queryByRole('link', { name: 'Who had least stress in a week?' })).toBeNull();
    const apart = screen.getByRole('region', { name: 'Not answerable with the present sources' });
    expect(within(apart).getByRole('link', { name: 'Who had least stress in a week?' })).toBeTruthy();
    expect(within(apart).getByText('No source gives it.')).toBeTruthy();
  });

  it('answers one, with what stands behind it, and the statement to copy', async () => {
    openPage('/insights/wear-lost');
    const answer = await screen.findByRole('region', { name: 'Answer' });
    const value = '\u221221\u00a0%\u00a0(\u221232\u00a0to\u00a0\u221210\u00a0%)';
    expect(within(answer).getByText(value, { normalizer: spaces })).toBeTruthy();
    expect(within(answer).getByText(/^Bob: \u221221.%.in 7 days \(\u221232 to \u221210.%\)$/)).toBeTruthy();
    expect(within(answer).getByText('too few days: 3 of at least 4')).toBeTruthy();
    expect(within(answer).getByText(/at least 4 days per group/)).toBeTruthy();
    expect(screen.getByText('170 of 180 days')).toBeTruthy();
    expect(screen.getByText(/SELECT 1;/)).toBeTruthy();
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(screen.getByRole('button', { name: 'Copy the statement' }));
    expect(copied).toHaveBeenCalledWith('-- wear-lost\nSELECT 1;');
  });

  it('keeps participants, dates and the table in the address, also from question to question', async () => {
    const { router } = openPage('/insights/hours-slept?from=2026-03-01');
    await userEvent.click(await screen.findByText('Everybody'));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Bob' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ from: '2026-03-01', participants: '2' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Table' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ view: 'table' }));
    expect(await screen.findByRole('columnheader', { name: 'Nights' })).toBeTruthy();
    await userEvent.click(within(screen.getByRole('main')).getByRole('link', { name: 'Insights' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ from: '2026-03-01', participants: '2' }));
  });

  it('says why there is no answer, and asks for less where it took too long', async () => {
    openPage('/insights/least-stress-week');
    expect(await screen.findByText('Not answerable with the present sources')).toBeTruthy();
    server.use(api.get('/insights/{insight}', ({ response }) => response(400).json(SLOW)));
    openPage('/insights/hours-slept');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('more than 20 seconds');
    expect(alert.textContent).toContain('narrow them above');
  });

  it('does not know every question', async () => {
    openPage('/insights/meaning-of-life');
    expect(await screen.findByText('There is no such question')).toBeTruthy();
  });

  it('writes a file that a spreadsheet reads as it is', async () => {
    const answer = insightAnswer('wear-lost', new URLSearchParams());
    const text = answer ? await csvOf(answer, 'http://localhost/insights/wear-lost').text() : '';
    expect(text).toContain('# Steps: 170 of 180 days, 3 of 36 participants\r\n');
    expect(text).toContain(
      'participant,change,days,change_low,change_high,clear,enough\r\nBob,-0.21,7,-0.32,-0.1,true,true\r\n',
    );
    expect(text).toContain('\r\n"\'=Alice, ""A""",0.04,3,-0.5,0.6,false,false\r\n');
  });
});

function spaces(text: string): string {
  return text.replace(/[\u202f ]/g, '\u00a0');
}
