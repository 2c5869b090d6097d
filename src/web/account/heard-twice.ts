/**
 * A button of the door that is pressed twice. A browser that sends a form a second time drops the answer to the first, with the
 * cookies in it: what the first had opened would be lost, and the second be refused. So both get the answer of the first.
 * Known to this server alone and for a moment: beside another server, or later, each press counts by itself.
 */
import { isUuid } from '../../care/evidence/ids.ts'

/** So long after its answer a press may still be heard again. */
const keptMs = 10_000

/** Runs `work` once for one press of a form with these values. @param press of the form; what is none is heard by itself */
export type Heard = <T extends { readonly ok: boolean }>(
  press: string,
  values: readonly string[],
  work: () => Promise<T>,
) => Promise<T>

/** @param now milliseconds that only go forward */
export function heardTwice(now = () => performance.now()): Heard {
  const held = new Map<string, { readonly answer: Promise<unknown>; until: number }>()
  return async <T extends { readonly ok: boolean }>(
    press: string,
    values: readonly string[],
    work: () => Promise<T>,
  ): Promise<T> => {
    if (!isUuid(press)) return work()
    for (const [key, { until }] of held) if (until < now()) held.delete(key)
    const key = JSON.stringify([press, ...values])
    const first = held.get(key)
    // Under one key there is only what this work answers: its name is among the values.
    if (first) return first.answer as Promise<T>
    const entry = { answer: work(), until: Number.POSITIVE_INFINITY }
    held.set(key, entry)
    const forget = () => void held.delete(key)
    entry.answer.then(({ ok }) => {
      if (ok) entry.until = now() + keptMs
      else forget()
    }, forget)
    return entry.answer
  }
}
