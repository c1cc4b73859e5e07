import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/**
 * Ends the run with one plain line, `browser: N passed, N failed, N skipped`. Names what was skipped, and what passed only at
 * the second try: that is a race, in the test or in the console, to be looked into.
 */
// oxlint-disable-next-line import/no-default-export -- the test runner loads a reporter by its default export
export default class CountReporter implements Reporter {
  private readonly counts = { passed: 0, failed: 0, skipped: 0 }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === 'skipped') {
      this.counts.skipped++
      process.stdout.write(`skipped: ${test.title}\n`)
    } else if (test.ok()) {
      this.counts.passed++
      if (result.retry > 0) process.stdout.write(`unsteady: ${test.title}\n`)
    } else if (result.retry === test.retries) this.counts.failed++
  }

  onEnd(): void {
    const { passed, failed, skipped } = this.counts
    process.stdout.write(`browser: ${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  }
}
