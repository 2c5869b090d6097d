/**
 * A reporter for Vitest: the tests that passed only at a second try, one name to a line, in the file named by SECOND_TRIES.
 * scripts/test.mjs prints them under its summary, so that a test which is sometimes right is seen and mended.
 */
import { appendFileSync } from 'node:fs'

export default class SecondTries {
  onTestCaseResult(test) {
    const { flaky = false } = test.diagnostic() ?? {}
    if (flaky && process.env.SECOND_TRIES) appendFileSync(process.env.SECOND_TRIES, `${test.fullName}\n`)
  }
}
