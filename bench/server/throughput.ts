/**
 * `POST /api/v1/check` against the same HTTP server with nothing behind it, which reads the same calls and sends the same
 * replies, and against its hello world: the same connections and seconds on loopback, in turn.
 * The load is a whole check as a machine walks it: a call for each screen with all answers so far, the last one giving
 * the result. Before the timing every call is made once, and its answer must be what the engine itself says.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import autocannon, { type Call } from 'autocannon'
import { checkState } from '../../src/care/check/check.ts'
import type { Answer, Answers } from '../../src/care/check/types.ts'
import { answerAs } from '../../src/care/check/vignettes/answer-as.ts'
import { type Serving, serve, serveOurs } from '../serving.ts'
import { count, median, type Report, type Row, times } from '../table.ts'

const rounds = 3
const connections = 10
const roundSeconds = 5
const aim = 0.25

export async function throughput(): Promise<Report> {
  const calls = wholeCheck()
  const wrong: string[] = []
  const ours = await serveOurs()
  const recorded = await record(ours.url, calls)
  const bare = await serve('bench/server/bare.ts', { REPLIES: recorded.file })
  try {
    wrong.push(...recorded.wrong)
    const whole = calls.map((answers) => ({
      method: 'POST' as const,
      path: '/api/v1/check',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answers }),
    }))
    const check = new Load(ours, whole)
    const result = new Load(ours, whole.slice(-1))
    const sameBytes = new Load(bare, whole)
    const hello = new Load(bare)
    for (let round = 0; round < rounds; round += 1)
      for (const load of [check, result, sameBytes, hello]) wrong.push(...(await load.run()))
    const row = (what: string, own: Load, peer: Load, name: string, met?: boolean): Row => ({
      what,
      ours: count(own.perSecond),
      against: `${count(peer.perSecond)} (${name})`,
      ratio: times(own.perSecond, peer.perSecond),
      ...(met !== undefined && { met }),
    })
    const aimed = check.perSecond >= aim * sameBytes.perSecond
    const what = `POST /api/v1/check a second, a whole check in ${calls.length} calls`
    return {
      wrong,
      rows: [
        row(`${what}; aim ${aim}×`, check, sameBytes, 'bare server, same calls and replies', aimed),
        row(what, check, hello, 'bare hello world'),
        row('POST /api/v1/check a second, all answers in one call', result, hello, 'bare hello world'),
        ...(Number.isNaN(check.microseconds)
          ? []
          : [
              {
                what: 'Processor time of the server for a call',
                ours: `${count(check.microseconds)} µs`,
                against: `${count(sameBytes.microseconds)} µs (same calls and replies), ${count(hello.microseconds)} µs (hello world)`,
                ratio: times(check.microseconds, sameBytes.microseconds),
              },
            ]),
      ],
    }
  } finally {
    await Promise.all([ours.stop(), bare.stop()])
    rmSync(dirname(recorded.file), { recursive: true })
  }
}

/** One kind of load on one server, run several times. */
class Load {
  readonly #server: Serving
  readonly #requests: readonly Call[] | undefined
  readonly #speeds: number[] = []
  readonly #costs: number[] = []

  constructor(server: Serving, requests?: readonly Call[]) {
    this.#server = server
    this.#requests = requests
  }

  /** Once more. Returns what went wrong. */
  async run(): Promise<readonly string[]> {
    const { url } = this.#server
    const requests = this.#requests
    const before = this.#processorMicroseconds()
    const done = await autocannon({ url, connections, duration: roundSeconds, ...(requests && { requests }) })
    this.#speeds.push(done.requests.average)
    this.#costs.push((this.#processorMicroseconds() - before) / done.requests.total)
    const { non2xx, errors } = done
    return non2xx + errors > 0 ? [`${non2xx} refused and ${errors} failed calls under load.`] : []
  }

  /** Calls a second. */
  get perSecond(): number {
    return median(this.#speeds)
  }

  /** Processor time of a call; not a number where it cannot be read. */
  get microseconds(): number {
    return median(this.#costs)
  }

  /** User and system time of the server so far, from Linux, which counts in hundredths of a second. */
  #processorMicroseconds(): number {
    const file = `/proc/${this.#server.process.pid}/stat`
    if (!existsSync(file)) return Number.NaN
    const [, , , , , , , , , , , user, system] = readFileSync(file, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(user) + Number(system)) * 10_000
  }
}

/** The answers at each call of a well person's check, first to last. */
function wholeCheck(): readonly Answers[] {
  const { screens, answers } = answerAs({ sex: 'female', age: 34 })
  const soFar: Record<string, Answer> = {}
  const calls: Answers[] = [{}]
  for (const { ask } of screens) {
    for (const id of ask) soFar[id] = answers[id] as Answer
    calls.push({ ...soFar })
  }
  return calls
}

/** What our server replies to each call, in a file by the number of answers; and what is wrong with it. */
async function record(url: string, calls: readonly Answers[]) {
  const wrong: string[] = []
  const replies: (readonly [answers: number, reply: string])[] = []
  for (const answers of calls) {
    const reply = await fetch(`${url}/api/v1/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answers }),
    })
    const text = await reply.text()
    const count = Object.keys(answers).length
    replies.push([count, text])
    if (!reply.ok || !saysWhatTheEngineSays(text, answers))
      wrong.push(`The API and the engine differ after ${count} answers.`)
  }
  const file = join(mkdtempSync(join(tmpdir(), 'unclench-bench-')), 'replies.json')
  writeFileSync(file, JSON.stringify(replies))
  return { file, wrong }
}

function saysWhatTheEngineSays(reply: string, answers: Answers): boolean {
  const said = JSON.parse(reply) as { complete?: boolean; level?: string; questions?: readonly { id: string }[] }
  const state = checkState(answers)
  if (said.complete !== state.complete) return false
  return state.complete ? said.level === state.level : said.questions?.map(({ id }) => id).join() === state.ask.join()
}
