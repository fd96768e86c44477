import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'

/**
 * Ends a run with one plain line, `N passed, N failed` (`, N skipped` where there are any), for people and for CI.
 * A file that cannot be loaded and an error outside any test count as one failed each.
 */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((one) => one.result().state === state).length
    const broken = modules.filter((module) => module.errors().length > 0 && module.children.size === 0).length
    const failed = count('failed') + broken + errors.length + (reason === 'interrupted' ? 1 : 0)
    const skipped = count('skipped') + count('pending')
    process.on('exit', () => {
      process.stdout.write(
        `\n${count('passed')} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}\n`,
      )
    })
  }
}
