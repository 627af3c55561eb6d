import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** In continuous integration a test that did not run is a failure; elsewhere it is counted aloud. */
export default class FailOnSkip implements Reporter {
  readonly #skipped: string[] = []

  onTestEnd(test: TestCase, { status }: TestResult): void {
    if (status === 'skipped') this.#skipped.push(`  ${test.titlePath().filter(Boolean).join(' › ')}`)
  }

  async onEnd(): Promise<{ status?: FullResult['status'] } | undefined> {
    if (this.#skipped.length === 0) return undefined
    const isFailure = Boolean(process.env['CI'])
    const rest = isFailure ? ', which fails in CI' : ''
    process.stdout.write(`\n${this.#skipped.length} browser tests did not run${rest}:\n${this.#skipped.join('\n')}\n`)
    return isFailure ? { status: 'failed' } : undefined
  }
}
