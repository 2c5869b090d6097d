/** How a change of the clinic ended, in one shape for all of them. */
import { findClinicWords } from '../directory/clinic-words.ts'

/** What is wrong with one field, in words. */
export interface Refusal {
  readonly field: string
  readonly text: string
}

/**
 * `refused`: something that was typed cannot be kept, field by field. `changed`: somebody else changed it since it was shown.
 * `unknown`: this clinic has no such thing. Nothing was written in any of them.
 */
export type Saved =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly ok: false; readonly why: 'changed' }
  | { readonly ok: false; readonly why: 'unknown' }

export const saved: Saved = { ok: true }
export const changed: Saved = { ok: false, why: 'changed' }
export const notHere: Saved = { ok: false, why: 'unknown' }
export const refused = (...refusals: readonly Refusal[]): Saved => ({ ok: false, why: 'refused', refusals })

/** What a clinic may not say, in whichever of these fields it says so, with the reason. */
export const refusedWords = (fields: Readonly<Record<string, string>>): readonly Refusal[] =>
  Object.entries(fields).flatMap(([field, text]) => {
    const [word] = findClinicWords(text)
    return word ? [{ field, text: `Leave out “${word.written}”. ${word.why}` }] : []
  })
