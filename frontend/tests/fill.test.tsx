import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answer } from '../dev/fake/answer';
import type { Series } from '../src/api/client';
import { api } from './contract';
import { openPage } from './render';
import { server, world } from './server';

/** The first look at a page of a participant takes longest. */
const FIRST_LOOK = { timeout: 25_000 };

/** Answers as the service does, with as many imputed minutes of the first metric. */
function imputed(minutes: number): void {
  server.use(
    api.get('/participants/{id}/series', ({ request, response }) => {
      const url = new URL(request.url);
      const { body } = answer(world, url.pathname.slice('/api/v1'.length), url.searchParams);
      const page = body as { series: Series[] };
      const filled = url.searchParams.get('fill') === 'both' && url.searchParams.get('resolution') === '1h';
      const series = page.series.map((one, index) =>
        filled && index === 0 && minutes > 0
          ? {
              ...one,
              imputation: {
                ...{ t: [0], value: [70], lower: [60], upper: [80], made: [0], minutes: [minutes] },
                runs: [{ run: 3, method: 'profile', version: 1 }],
              },
            }
          : one,
      );
      return response(200).json({ ...page, series } as never);
    }),
  );
}

describe('the switch of imputed values', () => {
  it('says how much is imputed in view', async () => {
    imputed(42);
    openPage('/participants/1?metrics=heart_rate&date=2026-05-11');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Imputed' }, FIRST_LOOK));
    expect(await screen.findByText('In view: Heart rate 42 min')).toBeTruthy();
  });

  it('says that nothing is, and leads to the form for what is in view', async () => {
    imputed(0);
    const { router } = openPage('/participants/1?metrics=heart_rate,steps&date=2026-05-11&fill=both');
    expect(await screen.findByText(/Nothing imputed in view/, undefined, FIRST_LOOK)).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: 'Impute this range' }));
    await waitFor(() =>
      expect(router.state.location.search).toEqual({
        ...{ tab: 'jobs', new: 'impute', participants: '1', metrics: 'heart_rate,steps' },
        ...{ from: '2026-05-11', to: '2026-05-11' },
      }),
    );
  });

  it('does the same in the Explorer', async () => {
    imputed(0);
    openPage('/explore?people=1&metrics=steps&fill=both');
    expect(await screen.findByText(/Nothing imputed in view/, undefined, FIRST_LOOK)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Impute this range' })).toBeTruthy();
  });

  it('says when none of the metrics can be imputed', async () => {
    openPage('/participants/1?metrics=sleep&date=2026-05-11');
    const box = (await screen.findByRole('checkbox', { name: 'Imputed' }, FIRST_LOOK)) as HTMLInputElement;
    expect(box.disabled).toBe(true);
    expect(screen.getByText('None of these metrics can be imputed')).toBeTruthy();
  });
});
