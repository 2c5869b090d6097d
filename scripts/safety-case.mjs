/**
 * The safety case held to its word: every hazard of docs/safety/hazards.md names tests that ran and passed just now, or
 * says "not built yet". Plain Node 20.
 */
import { basename } from 'node:path'

/** Ids that the clinical brief lists; a row left out would otherwise not be missed. */
const hazardIds = Array.from({ length: 31 }, (_, index) => `H-${String(index + 1).padStart(2, '0')}`)

/**
 * @param {string} log text of docs/safety/hazards.md
 * @param {readonly { testResults: readonly { name: string, assertionResults: readonly { title: string, status: string }[] }[] }[]} reports
 * @returns {{ named: number, faults: string[] }} how many tests the log names, and what is wrong with it
 */
export function checkSafetyCase(log, reports) {
  const passed = new Set(
    reports.flatMap(({ testResults }) =>
      testResults.flatMap(({ name, assertionResults }) =>
        assertionResults.flatMap(({ title, status }) => (status === 'passed' ? [`${basename(name)} › ${title}`] : [])),
      ),
    ),
  )
  const rows = new Map([...log.matchAll(/^\| (H-\d\d) \|(.*)\|$/gm)].map(([, id, rest]) => [id, rest ?? '']))
  const faults = hazardIds.filter((id) => !rows.has(id)).map((id) => `${id} is not in the log`)
  let named = 0
  for (const [id, rest] of rows) {
    const tests = [...rest.matchAll(/`([^`]+ › [^`]+)`/g)].map(([, test]) => test ?? '')
    named += tests.length
    if (tests.length === 0 && !/not built yet/i.test(rest))
      faults.push(`${id} names no test and does not say "not built yet"`)
    for (const test of tests) if (!passed.has(test)) faults.push(`${id}: no test passed by the name "${test}"`)
  }
  if (named === 0) faults.push('the log names no test at all')
  return { named, faults }
}
