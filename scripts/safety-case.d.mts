/** Types of safety-case.mjs, for its test. */
interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[]
  }[]
}
export function checkSafetyCase(
  log: string,
  reports: readonly Report[],
): { readonly named: number; readonly faults: string[] }
