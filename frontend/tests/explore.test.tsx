import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { api, failure } from './contract';
import { openPage } from './render';
import { server } from './server';

const DAY = 'range=2026-05-12T06:00:00Z~2026-05-12T12:00:00Z';

describe('the Explorer', () => {
  it('begins with the first participant’s last week, by their clock', async () => {
    openPage('/explore');
    expect(await screen.findByRole('img', { name: 'Heart rate over time' })).toBeTruthy();
    expect(await screen.findByRole('img', { name: 'Steps over time' })).toBeTruthy();
    expect(screen.getByText('6 – 12 May 2026')).toBeTruthy();
    expect(screen.getByText('Alice’s time in Europe/Berlin, UTC+2')).toBeTruthy();
  });

  it('stands several participants beside each other, each with coverage of their own', async () => {
    openPage(`/explore?people=1,2&metrics=heart_rate&${DAY}`);
    const row = await screen.findByRole('region', { name: 'Heart rate' });
    expect(await within(row).findByRole('img', { name: /^Alice: coverage/ })).toBeTruthy();
    expect(within(row).getByRole('img', { name: /^Bob: coverage/ })).toBeTruthy();
  });

  it('changes participants, metrics and layout by the address, and back again', async () => {
    const { router } = openPage('/explore?metrics=steps');
    await userEvent.click(await screen.findByText('Participants (1)'));
    await userEvent.click(screen.getByRole('checkbox', { name: /^Charlie/ }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ people: '1,3', metrics: 'steps' }));
    await userEvent.click(await screen.findByText('Metrics (1)'));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Calories' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ metrics: 'steps,calories' }));
    await userEvent.click(screen.getByRole('button', { name: 'Overlaid' }));
    expect(await screen.findByRole('img', { name: 'Steps, Calories over time' })).toBeTruthy();
    router.history.back();
    expect(await screen.findByRole('img', { name: 'Calories over time' })).toBeTruthy();
  });

  it('shows the viewer’s clock, and says so', async () => {
    const { router } = openPage('/explore?people=3&metrics=steps');
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Time zone in which times are shown' }),
      'viewer',
    );
    await waitFor(() => expect(router.state.location.search).toMatchObject({ zone: 'viewer' }));
    expect(await screen.findByText(/^Your time in /)).toBeTruthy();
  });

  it('names a day of 23 hours in view', async () => {
    openPage('/explore?metrics=steps&range=2026-03-28T23:00:00Z~2026-03-29T22:00:00Z');
    expect(await screen.findByText('29 Mar has 23 hours, the clocks go forward')).toBeTruthy();
  });

  it('shortens, moves and widens the time in view', async () => {
    const { router } = openPage('/explore?metrics=steps');
    await userEvent.click(await screen.findByRole('button', { name: '1 d' }));
    expect(await screen.findByText('12 May 2026, 00:00 – 00:00')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Earlier' }));
    expect(await screen.findByText('11 May 2026, 00:00 – 00:00')).toBeTruthy();
    fireEvent.keyDown(await screen.findByRole('slider', { name: 'Part of the history in view' }), { key: 'ArrowLeft' });
    await waitFor(() => expect(screen.getByText(/^10 May 2026, 21:36/)).toBeTruthy());
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ range: 'all' }));
  });

  it('tells where a point of the address comes from', async () => {
    const { router } = openPage('/explore?metrics=heart_rate&point=1~heart_rate~2026-05-12T06:00:00Z');
    const panel = await screen.findByRole('complementary', { name: 'Where this point comes from' });
    expect(await within(panel).findByText('fitbit, heart_rate, 12 May 2026')).toBeTruthy();
    expect(within(panel).getByText(/^fitbit\/1\/2026-05-12/)).toBeTruthy();
    await userEvent.click(within(panel).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(router.state.location.search).not.toHaveProperty('point'));
  });

  it('goes from point to point by keyboard, and Enter and Escape lead into the lineage and back', async () => {
    const { router } = openPage(`/explore?metrics=heart_rate&${DAY}`);
    const points = await screen.findByRole('slider', { name: 'Heart rate, point by point' });
    act(() => points.focus());
    const first = points.getAttribute('aria-valuetext');
    expect(first).toMatch(/12 May.*, \d+ bpm/);
    await userEvent.keyboard('{ArrowRight}');
    const second = points.getAttribute('aria-valuetext');
    expect(second).not.toBe(first);
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}{ArrowLeft}');
    expect(Number(points.getAttribute('aria-valuenow'))).toBeGreaterThan(8);
    await userEvent.keyboard('{Enter}');
    const panel = await screen.findByRole('complementary', { name: 'Where this point comes from' });
    expect(router.state.location.search).toMatchObject({ point: expect.stringMatching(/^1~heart_rate~2026-05-12T/) });
    expect(panel.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(points));
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('region', { name: /Charts on one time axis/ }));
  });

  it('shows stages of sleep and figures of each day on the same axis', async () => {
    const { router } = openPage('/explore?people=1,2&metrics=sleep,resting_heart_rate,derived_resting_heart_rate');
    expect(await screen.findByRole('img', { name: 'Sleep stages, Alice over time' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Sleep stages, Bob over time' })).toBeTruthy();
    const row = await screen.findByRole('region', { name: 'Resting heart rate (vendor)' });
    const days = await within(row).findByRole('slider', { name: 'Resting heart rate (vendor), point by point' });
    expect(days.getAttribute('aria-valuetext')).toMatch(/Alice, \d+ bpm/);
    expect(within(row).getAllByText(/of 7 days|of 8 days/)).toHaveLength(2);
    const ours = await screen.findByRole('slider', { name: 'Resting heart rate (Daystream), point by point' });
    act(() => ours.focus());
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('complementary', { name: 'How this figure came about' })).toBeTruthy();
    expect(router.state.location.search).toMatchObject({
      point: expect.stringContaining('derived_resting_heart_rate'),
    });
  });

  it('offers figures of each day in the menu', async () => {
    const { router } = openPage('/explore?metrics=steps');
    await userEvent.click(await screen.findByText('Metrics (1)'));
    const [heart] = screen.getAllByText(/^Of each day/);
    await userEvent.click(heart as HTMLElement);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Resting heart rate (Daystream)' }));
    await waitFor(() =>
      expect(router.state.location.search).toMatchObject({ metrics: 'steps,derived_resting_heart_rate' }),
    );
  });

  it('keeps what could be loaded when one participant’s series fails', async () => {
    server.use(
      api.get('/participants/{id}/series', ({ params, response }) =>
        String(params.id) === '2' ? response.untyped(failure()) : undefined,
      ),
    );
    openPage(`/explore?people=1,2&metrics=steps&${DAY}`);
    const failed = await screen.findByRole('alert');
    expect(failed.textContent).toContain('Steps of Bob could not be loaded');
    expect(await screen.findByRole('img', { name: 'Steps over time' })).toBeTruthy();
  });

  it('opens an old or mistyped address as far as it is understood', async () => {
    openPage('/explore?people=1,999,x&metrics=heart_rate,nothing&range=yesterday&zone=Mars&point=1~2');
    expect(await screen.findByText(/One participant of this address cannot be found/)).toBeTruthy();
    expect(await screen.findByRole('img', { name: 'Heart rate over time' })).toBeTruthy();
  });

  it('says what to do when no metric is chosen', async () => {
    openPage('/explore?metrics=none');
    expect(await screen.findByText('No metric is chosen')).toBeTruthy();
  });
});
