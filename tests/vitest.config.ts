import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// Three projects: what stands beside its source, what talks to the PIM in this process, and what crosses rooms. The
// last one starts browsers, servers and other languages' programs, or looks at how long an answer takes, so its files
// take turns.
const alone = ['tests/pim/{any,rows}/**/*.test.ts', 'tests/pim/{killed-writes,*-at-server}.test.ts']

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [vue()],
  test: {
    coverage: {
      provider: 'v8',
      include: ['playground/pim/domain/**', 'playground/pim/routes/oauth/**'],
      reporter: ['text-summary'],
      thresholds: { branches: 100 },
    },
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
          name: 'pim',
          include: ['tests/pim/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...alone],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/*.test.ts', 'tests/!(pim)/**/*.test.ts', ...alone],
          exclude: ['**/node_modules/**'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
