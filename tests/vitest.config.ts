import { availableParallelism } from 'node:os'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { SecondTries } from './second-tries.ts'

// Three projects: what stands beside its source, what talks to the PIM in this process, and what crosses rooms. The
// last one starts browsers, servers and other languages' programs, so its tests may take longer.
const slow = ['tests/pim/{any,rows}/**/*.test.ts', 'tests/pim/{killed-writes,*-at-server}.test.ts']

// Where `npm test` wants the counts to be written to.
const report = process.env['TEST_REPORT']

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [vue()],
  test: {
    // Browsers wait more than they work: two files at once pay even where there is little else to do.
    maxWorkers: Math.min(Math.max(availableParallelism(), 2), 4),
    // `npm test` runs on machines whose speed nobody knows: there a test gets a second try, of which the report tells.
    retry: report === undefined ? 0 : 1,
    reporters: [
      'default',
      new SecondTries(),
      ...(report === undefined ? [] : [['json', { outputFile: report }] as ['json', object]]),
    ],
    coverage: {
      provider: 'v8',
      include: ['playground/pim/domain/**', 'playground/pim/routes/oauth/**'],
      reporter: ['text-summary'],
      thresholds: { branches: 99.9 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['playground/**/*.test.ts', '.vitepress/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          // Some wait for seconds by their nature: that an app listens nowhere, say.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pim',
          include: ['tests/pim/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...slow],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/*.test.ts', 'tests/!(pim)/**/*.test.ts', ...slow],
          exclude: ['**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // As long as the browsers wait for a thing to come; by itself it would be one second.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
