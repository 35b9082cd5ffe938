import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractNames } from '../tools/contract.ts';
import { fakeApi } from './fake/plugin';

/** Development only: the dashboard with made-up people behind it instead of the service. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react(), fakeApi()],
  define: contractNames(),
  server: { host: '127.0.0.1' },
  // The policy that the service sends, so that a page which breaks it is seen here.
  preview: {
    host: '127.0.0.1',
    headers: {
      'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:",
    },
  },
});
