/** Types of whole-form.mjs, for its test. */
interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly tags?: readonly string[]; readonly status: string }[]
  }[]
}
export function leftToWholeForm(reports: readonly Report[]): string
