import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// Two projects: what stands beside its source, and what crosses rooms. The second one starts browsers, servers and
// other languages' programs, so its files take turns.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [vue()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['playground/**/*.test.ts', '.vitepress/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
