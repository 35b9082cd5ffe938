import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contractNames } from './tools/contract.ts';

const backend = `http://127.0.0.1:${process.env.DAYSTREAM_HTTP_PORT ?? '3000'}`;

export default defineConfig({
  plugins: [react()],
  define: contractNames(),
  server: { host: '127.0.0.1', proxy: { '/api': { target: backend, changeOrigin: true } } },
  // Nothing is inlined as data: the served policy allows only files of this origin.
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 500 },
  test: {
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'http://localhost:3000' } },
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    css: { include: [/tokens\.css/], modules: { classNameStrategy: 'non-scoped' } },
    testTimeout: 30_000,
  },
});
