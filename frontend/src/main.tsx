import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { fetchPagesAhead } from './app/pageCode';
import { mutationDefaults, queryDefaults } from './app/queryDefaults';
import { createAppRouter } from './app/router';
import { applyTheme, storedTheme } from './app/theme';
import { LiveProvider } from './live/LiveProvider';

applyTheme(storedTheme());
fetchPagesAhead();

const queries = new QueryClient({ defaultOptions: { queries: queryDefaults, mutations: mutationDefaults } });
const router = createAppRouter(queries);
const root = document.getElementById('root');

if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <LiveProvider>
          <RouterProvider router={router} />
        </LiveProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
