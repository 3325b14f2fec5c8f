import type { Reporter, TestCase, TestModule } from 'vitest/node'

/**
 * A reporter that names the tests that passed on their second try only, and what the first one said. Vitest's own
 * report marks them where it lists single tests, which it does for slow ones alone.
 */
export class SecondTries implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const flaky = modules.flatMap((module) => [...module.children.allTests()].filter(isFlaky))
    if (flaky.length === 0) return
    console.log(`\n== ${flaky.length} passed on a second try only: each is a race to be found`)
    for (const test of flaky) {
      console.log(`${test.module.relativeModuleId} > ${test.fullName}`)
      for (const { message } of test.result().errors ?? []) console.log(`  ${message}`)
    }
  }
}

function isFlaky(test: TestCase): boolean {
  return test.diagnostic()?.flaky ?? false
}
