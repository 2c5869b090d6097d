/** Somebody who books over HTTP as a browser does: press a time, get the form, fill it in, press Book. */

/** A time as the public names it. */
export interface WantedTime {
  readonly slug: string
  readonly service: string
  /** Milliseconds since 1970. */
  readonly start: number
}

/** A form that has been filled in, to be sent once or again. */
export interface FilledForm {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
}

/**
 * What became of somebody. `lost`: told so, with this many other times. `away`: told that booking does not work just now;
 * what happened is not known, and the same form may be sent again. `unanswered`: the connection broke, so the same. `fault`: an
 * answer that nobody should get.
 */
export type Outcome =
  | { readonly what: 'booked'; readonly visit: string }
  | { readonly what: 'lost'; readonly near: number }
  | { readonly what: 'unanswered' }
  | { readonly what: 'away' }
  | { readonly what: 'fault'; readonly said: string }

/** A person with a name of their own, at a network address of their own. */
export interface Person {
  readonly name: string
  readonly email: string
  readonly address: string
}

/** @param number below 16 million; everybody's address is in a network that the server trusts to name its callers */
export const personOf = (number: number): Person => ({
  name: `Person ${number}`,
  email: `p${number}@example.org`,
  address: `100.${number >> 16}.${(number >> 8) & 255}.${number & 255}`,
})

const answersWithinMs = 30_000

function send(person: Person, url: string, fields?: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(url, {
    redirect: 'manual',
    headers: { 'X-Forwarded-For': person.address },
    signal: AbortSignal.timeout(answersWithinMs),
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  })
}

/** Presses a time, and gets the form to fill in. */
export async function hold(
  person: Person,
  origin: string,
  { slug, service, start }: WantedTime,
): Promise<{ readonly what: 'held'; readonly form: FilledForm } | Outcome> {
  return answered(async () => {
    const held = await send(person, `${origin}/book/${slug}`, { service, start: String(start) })
    const said = await held.text()
    if (held.status !== 303) return refusal(held.status, said)
    const path = held.headers.get('Location') ?? ''
    const page = await send(person, `${origin}${path}`)
    const html = await page.text()
    if (page.status !== 200) return refusal(page.status, html)
    const carried = [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)]
    const hidden = Object.fromEntries(carried.map(([, name = '', value = '']) => [name, value]))
    const { name, email } = person
    return { what: 'held', form: { path, fields: { ...hidden, do: 'book', name, email, payer: 'self' } } } as const
  })
}

/** Presses Book on a filled form. */
export function book(person: Person, origin: string, { path, fields }: FilledForm): Promise<Outcome> {
  return answered(async (): Promise<Outcome> => {
    const booked = await send(person, `${origin}${path}`, fields)
    const said = await booked.text()
    const visit = booked.headers.get('Location') ?? ''
    if (booked.status === 303 && visit.startsWith('/visits/')) return { what: 'booked', visit }
    return refusal(booked.status, said)
  })
}

/** Somebody who is told that booking does not work just now presses again so many times, and then gives up. */
const mostTries = 5

/** A whole booking, and how often the person had to press again. */
export interface Booked {
  readonly outcome: Outcome
  readonly again: number
}

/**
 * Presses a time and books it, the form at another server than the time where there are two; presses again when told that it
 * does not work just now.
 */
export async function holdAndBook(person: Person, origins: readonly string[], time: WantedTime): Promise<Booked> {
  const [first = '', second = first] = origins
  const held = await untilThere(() => hold(person, first, time))
  if (held.outcome.what !== 'held') return { outcome: held.outcome, again: held.again }
  const { form } = held.outcome
  const { outcome, again } = await untilThere(() => book(person, second, form))
  return { outcome, again: held.again + again }
}

/** Presses Book, again and again while told that it does not work just now. */
export const bookUntilThere = (person: Person, origin: string, form: FilledForm): Promise<Booked> =>
  untilThere(() => book(person, origin, form))

async function untilThere<T extends { readonly what: string }>(press: () => Promise<T>) {
  for (let again = 0; ; again += 1) {
    const outcome = await press()
    if (outcome.what !== 'away' || again === mostTries) return { outcome, again }
  }
}

async function answered<T>(ask: () => Promise<T>): Promise<T | { readonly what: 'unanswered' }> {
  try {
    return await ask()
  } catch {
    return { what: 'unanswered' }
  }
}

/** The page for whoever was overtaken lists other times, each a link or a button. */
function refusal(status: number, html: string): Outcome {
  if (status === 503) return { what: 'away' }
  return status === 409 ? { what: 'lost', near: [...html.matchAll(/class="time"/g)].length } : fault(status, html)
}

const fault = (status: number, html: string): Outcome => ({
  what: 'fault',
  said: `${status} ${/<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? html.slice(0, 200)}`,
})
