import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { openPage } from './render';

const SLOW = { timeout: 25_000 };
const choice = () => screen.findByRole('combobox', { name: 'Time zone in which times are shown' });

it('is chosen once, is in the address, and stays from page to page', async () => {
  const { router } = openPage('/participants/1?date=2026-05-12&metrics=steps');
  // The first test also waits for the pages' code.
  expect(await screen.findByText(/^Alice’s time in Europe\/Berlin, UTC\+2$/, undefined, SLOW)).toBeTruthy();
  await userEvent.selectOptions(await choice(), 'Asia/Kolkata');
  expect(await screen.findByText(/^Time in Asia\/Kolkata, UTC\+5:30; days are those of Europe\/Berlin$/)).toBeTruthy();
  // The day itself stays the participant's.
  expect(screen.getByText('Tue 12 May 2026')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Week' }));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ view: 'week', zone: 'Asia/Kolkata' }));
  await userEvent.click(screen.getAllByRole('link', { name: 'Sleep' })[0] as HTMLElement);
  await waitFor(() => expect(router.state.location.href).toBe('/sleep?zone=Asia/Kolkata'));
  await waitFor(() => expect(screen.getAllByText(/^Time in Asia\/Kolkata/)).toHaveLength(2));
  await userEvent.click(screen.getAllByRole('link', { name: 'Pipeline' })[0] as HTMLElement);
  await waitFor(() => expect(router.state.location.href).toBe('/pipeline?zone=Asia/Kolkata'));
  await userEvent.selectOptions(await choice(), '');
  await waitFor(() => expect(router.state.location.href).toBe('/pipeline'));
});

it('moves the times of a night and of corrections, not its days', async () => {
  openPage('/sleep?participant=1&date=2026-05-11');
  const night = await screen.findByText(/^to Mon 11 May 2026 · .*\d\d:\d\d – /);
  const own = night.textContent;
  await userEvent.selectOptions(await choice(), 'America/New_York');
  await waitFor(() => expect(screen.getByText(/^to Mon 11 May 2026 · /).textContent).not.toBe(own));
});

it('leaves out a zone that is none', async () => {
  openPage('/participants/1?date=2026-05-12&metrics=steps&zone=Mars/Olympus');
  expect(await screen.findByText(/^Alice’s time in Europe\/Berlin/)).toBeTruthy();
});

it('on the day the clocks change the note stays by whatever clock', async () => {
  openPage('/participants/1?date=2026-03-29&zone=Asia/Kolkata');
  expect(await screen.findByText('29 Mar has 23 hours, the clocks go forward')).toBeTruthy();
});
