/**
 * A button of the door that is pressed twice. A browser that sends a form a second time drops the answer to the first, with the
 * cookies in it: what the first had opened would be lost, and the second be refused. So both get the answer of the first, in
 * that browser alone: one that still sends the cookies of the first press, or has those of its answer by now.
 * Known to this server alone and for a moment: beside another server, or later, each press counts by itself.
 */
import type { Context } from 'hono'
import { isUuid } from '../../care/evidence/ids.ts'
import type { Cookies } from './account-home.ts'

/** So long after its answer a press may still be heard again. */
const keptMs = 10_000

/** What is known of the browser that pressed. */
export interface Pressed {
  /** Of the form; what is none is heard by itself. */
  readonly press: string
  /** As the browser sends it. */
  readonly cookie: string
  readonly agent: string
}

/** Of this request. */
export const pressedBy = (c: Context, press: string): Pressed => ({
  press,
  cookie: c.req.header('Cookie') ?? '',
  agent: c.req.header('User-Agent') ?? '',
})

/** What a press comes to: where it opens something, cookies. */
interface Outcome {
  readonly ok: boolean
  readonly cookies?: Cookies
}

/** Runs `work` once for one press of a form with these values. */
export type Heard = <T extends Outcome>(
  pressed: Pressed,
  values: readonly string[],
  work: () => Promise<T>,
) => Promise<T>

/** @param now milliseconds that only go forward */
export function heardTwice(now = () => performance.now()): Heard {
  const held = new Map<string, { readonly answer: Promise<Outcome>; readonly cookie: string; until: number }>()
  return async <T extends Outcome>(
    { press, cookie, agent }: Pressed,
    values: readonly string[],
    work: () => Promise<T>,
  ): Promise<T> => {
    if (!isUuid(press)) return work()
    for (const [key, { until }] of held) if (until < now()) held.delete(key)
    const key = JSON.stringify([press, agent, ...values])
    const first = held.get(key)
    if (first) {
      const isSame = first.cookie === cookie || hasAll(cookie, await first.answer.catch(() => undefined))
      // Under one key there is only what this work answers: its name is among the values.
      return isSame ? (first.answer as Promise<T>) : work()
    }
    const entry = { answer: work(), cookie, until: Number.POSITIVE_INFINITY }
    held.set(key, entry)
    const forget = () => void held.delete(key)
    entry.answer.then(({ ok }) => {
      if (ok) entry.until = now() + keptMs
      else forget()
    }, forget)
    return entry.answer
  }
}

/** Does the browser send back what the answer set? What it took away is not looked for. */
function hasAll(cookie: string, outcome: Outcome | undefined): boolean {
  const sent = new Set(cookie.split(';').map((pair) => pair.trim()))
  const set = (outcome?.cookies ?? [])
    .filter((line) => !/max-age=0\b/i.test(line))
    .map((line) => line.split(';')[0]?.trim() ?? '')
  return set.length > 0 && set.every((pair) => sent.has(pair))
}
