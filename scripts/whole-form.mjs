/** What `npm test` left to the whole form, told in its summary. Plain Node 20. */

/**
 * @param {readonly { testResults: readonly { assertionResults: readonly { tags?: readonly string[], status: string }[] }[] }[]} reports as Vitest wrote them
 * @returns {string} how many tests of the whole form were not run, and how they are
 */
export function leftToWholeForm(reports) {
  const all = reports.flatMap(({ testResults }) => testResults.flatMap(({ assertionResults }) => assertionResults))
  const left = all.filter(({ tags, status }) => tags?.includes('whole') && status === 'skipped').length
  return `${left} tests are left to the whole form: npm run prove -- tests pages`
}
