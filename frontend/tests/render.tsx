import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { mutationDefaults, queryDefaults } from '../src/app/queryDefaults';
import { createAppRouter } from '../src/app/router';
import { LiveProvider } from '../src/live/LiveProvider';

/** The whole dashboard at an address. A failed request is not repeated, so that a test sees the failure at once. */
export function openPage(address: string) {
  const queries = new QueryClient({
    defaultOptions: { queries: { ...queryDefaults, retry: false }, mutations: mutationDefaults },
  });
  const router = createAppRouter(queries, createMemoryHistory({ initialEntries: [address] }));
  render(
    <QueryClientProvider client={queries}>
      <LiveProvider>
        <RouterProvider router={router} />
      </LiveProvider>
    </QueryClientProvider>,
  );
  return { router, queries };
}
