/** People who look around and book at an ordinary pace, for minutes: does anything fail, get slow, or grow? */
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { type FilledForm, personOf, type WantedTime } from './person.ts'
import type { TwoServers } from './two-servers.ts'
import { faultsOfBookings } from './what-must-hold.ts'

/** What the minutes came to. Times are milliseconds of one request, memory is megabytes. */
export interface CrowdReport {
  readonly requests: number
  readonly booked: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly memoryAfterFirstFifth: number
  readonly memoryAtEnd: number
  readonly wrong: readonly string[]
}

/** A person reads each page for so long, at least and at most. [C] */
const readsMs = [2000, 8000] as const
/** They come one after the other, over about as long as one of them takes, so that at any moment some look and some book. */
const arriveWithinMs = 25_000

/** @param seconds how long everybody goes on, from the first who comes; a fifth of it warms the server */
export async function browseAndBook(servers: TwoServers, people: number, seconds: number): Promise<CrowdReport> {
  const clinic = await makeTestClinic(servers, { therapists: 12, rooms: 12 })
  const ends = performance.now() + seconds * 1000
  const log = { took: [] as number[], wrong: new Set<string>(), booked: 0 }
  const first = pause(seconds * 200).then(() => megabytesOf(servers))
  await Promise.all(
    Array.from({ length: people }, async (_, at) => {
      await pause(Math.random() * arriveWithinMs)
      await goOnUntil(ends, new Visitor(servers, clinic, at, log), at)
    }),
  )
  const sorted = log.took.toSorted((one, other) => one - other)
  return {
    requests: sorted.length,
    booked: log.booked,
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    p99Ms: sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN,
    memoryAfterFirstFifth: await first,
    memoryAtEnd: megabytesOf(servers),
    wrong: [...log.wrong, ...(await faultsOfBookings(servers.admin))],
  }
}

async function goOnUntil(ends: number, visitor: Visitor, at: number): Promise<void> {
  for (let round = 0; performance.now() < ends; round += 1) await visitor.visitOnce(round * 1000 + at)
}

interface Log {
  readonly took: number[]
  readonly wrong: Set<string>
  booked: number
}

/** Somebody who searches, looks at a therapist and at a week, and takes a time; a new person each time round. */
class Visitor {
  readonly #origin: string
  readonly #clinic: TestClinic
  readonly #at: number
  readonly #log: Log

  constructor({ origins }: TwoServers, clinic: TestClinic, at: number, log: Log) {
    this.#origin = origins[at % origins.length] ?? ''
    this.#clinic = clinic
    this.#at = at
    this.#log = log
  }

  async visitOnce(number: number): Promise<void> {
    const { therapists, serviceId } = this.#clinic
    const slug = `therapist-${therapists[this.#at % therapists.length]}`
    const address = personOf(number).address
    await this.#read(address, '/find?place=E2&service=physiotherapy-first')
    await this.#read(address, `/therapists/${slug}`)
    const week = await this.#read(address, `/therapists/${slug}/times?service=${serviceId}`)
    const starts = [...week.matchAll(/href="\/book\/[^"]*[?&;]at=([^"&]+)"/g)].map(([, at = '']) =>
      Date.parse(decodeURIComponent(at)),
    )
    const start = starts[(number * 7) % Math.max(1, starts.length)]
    if (start === undefined) return
    await this.#take(number, { slug, service: serviceId, start })
  }

  async #take(number: number, { slug, service, start }: WantedTime): Promise<void> {
    const { address, name, email } = personOf(number)
    const held = await this.#send(address, `/book/${slug}`, { service, start: String(start) })
    if (held.status === 409) return
    if (held.status !== 303) {
      this.#log.wrong.add(`a time that was pressed: ${held.status}`)
      return
    }
    const path = held.location
    const form = hiddenOf(await this.#read(address, path))
    const filled: FilledForm = { path, fields: { ...form, do: 'book', name, email, payer: 'self' } }
    const booked = await this.#send(address, filled.path, filled.fields)
    if (booked.status === 303 && booked.location.startsWith('/visits/')) this.#log.booked += 1
    else if (booked.status !== 409) this.#log.wrong.add(`a form that was sent: ${booked.status}`)
    if (booked.status === 303) await this.#read(address, booked.location)
  }

  /** Asks for a page, and reads it for a while. */
  async #read(address: string, path: string): Promise<string> {
    const { status, text } = await this.#send(address, path)
    if (status !== 200) this.#log.wrong.add(`${path.split('?')[0]?.split('/')[1]}: ${status}`)
    const [least, most] = readsMs
    await pause(least + Math.random() * (most - least))
    return text
  }

  async #send(address: string, path: string, fields?: Readonly<Record<string, string>>) {
    const start = performance.now()
    const reply = await fetch(`${this.#origin}${path}`, {
      redirect: 'manual',
      headers: { 'X-Forwarded-For': address },
      signal: AbortSignal.timeout(30_000),
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    })
    const text = await reply.text()
    this.#log.took.push(performance.now() - start)
    return { status: reply.status, text, location: reply.headers.get('Location') ?? '' }
  }
}

const hiddenOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )

/** Resident memory of all our servers, from Linux; not a number elsewhere. */
function megabytesOf({ processes }: TwoServers): number {
  return processes.reduce((sum, pid) => {
    const file = `/proc/${pid}/status`
    const kilobytes = existsSync(file) ? /VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined
    return sum + Number(kilobytes ?? Number.NaN) / 1024
  }, 0)
}
