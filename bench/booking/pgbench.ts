/** The statements of one booking as a script for `pgbench`, each booking of it at another time, and running it. */
import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import type { Address } from '../../src/clinic/db/connection.ts'
import { folded } from '../../src/clinic/directory/folded.ts'

/** A statement, what it was given, and the rows that came back. */
export interface Recorded {
  readonly text: string
  readonly values: readonly unknown[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** What is another in each booking: the time, and for each client of pgbench the therapist and the room. */
export interface Changing {
  /** The time of the recorded booking, in milliseconds. */
  readonly start: number
  readonly visitMs: number
  readonly therapist: string
  readonly therapists: readonly string[]
  readonly room: string
  readonly rooms: readonly string[]
  /** Whoever was booked in: each booking is another person's, or all would wait for one. */
  readonly name: string
  readonly email: string
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/
/** From so long before the visit (until when cancelling is free) to so long after: what is meant moves with it. */
const hourMs = 60 * 60_000
const [hoursBefore, hoursAfter] = [25, 4]

/** One statement more than was recorded, which chooses the time, comes first. */
export function scriptOf(recorded: readonly Recorded[], changing: Changing): string {
  const known = new Map([
    [changing.therapist, ':therapist'],
    [changing.room, ':room'],
    [changing.name, "('Person ' || :number::text || ' of ' || :client_id::text)"],
    [folded(changing.name), "('person ' || :number::text || ' of ' || :client_id::text)"],
    [changing.email, "('p' || :number::text || '.' || :client_id::text || '@example.org')"],
  ])
  const statements = recorded.map(({ text, values, rows }, at) => {
    const filled = text.trim().replace(/\$(\d+)/g, (_, number) => sqlOf(values[Number(number) - 1]))
    const learnt = Object.entries(rows.length === 1 ? (rows[0] ?? {}) : {}).filter(
      ([, value]) => isNew(value) && text.includes('returning'),
    )
    for (const [column, value] of learnt) known.set(String(value), `:s${at}_${column}`)
    return learnt.length > 0 ? `${filled} \\gset s${at}_` : `${filled};`
  })
  return [choose(changing), ...statements, ''].join('\n')

  function isNew(value: unknown): boolean {
    return typeof value === 'string' && uuid.test(value) && !known.has(value)
  }

  /** A moment near the visit moves with it; what an earlier statement made is what this one's made; all else is as it was. */
  function sqlOf(value: unknown): string {
    if (value === null || value === undefined) return 'null'
    if (value instanceof Date) return momentOf(value.toISOString())
    const text = String(value)
    const range = new RegExp(`^\\[(${moment.source}),(${moment.source})\\)$`).exec(text)
    if (range) return `tstzrange(${momentOf(range[1] ?? '')}, ${momentOf(range[2] ?? '')})`
    if (new RegExp(`^${moment.source}$`).test(text)) return momentOf(text)
    return known.get(text) ?? (typeof value === 'number' ? text : pg.escapeLiteral(text))
  }

  function momentOf(text: string): string {
    const away = Date.parse(text) - changing.start
    if (away < -hoursBefore * hourMs || away > hoursAfter * hourMs) return pg.escapeLiteral(text)
    return `(:start::timestamptz + interval '${away} milliseconds')`
  }
}

function choose({ start, visitMs, therapists, rooms }: Changing): string {
  const one = (ids: readonly string[]) => `(array[${ids.map((id) => pg.escapeLiteral(id)).join(', ')}])[:client_id + 1]`
  const from = pg.escapeLiteral(new Date(start).toISOString())
  return `\\set number :number + 1
select ${one(therapists)} as therapist, ${one(rooms)} as room,
  (${from}::timestamptz + :number * interval '${visitMs} milliseconds')::text as start \\gset`
}

/** The program, from the path or where Debian and Fedora put it; `undefined` where there is none. */
export function findPgbench(): string | undefined {
  const named = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'pgbench'))
  return [...named, ...globSync('/usr/lib/postgresql/*/bin/pgbench'), '/usr/bin/pgbench'].find((file) =>
    existsSync(file),
  )
}

interface Run {
  readonly address: Address
  readonly password: string
  readonly script: string
  readonly mode: 'extended' | 'prepared'
  readonly clients: number
  readonly seconds: number
  /** The number of each client's first time. */
  readonly from: number
}

/** How many a second it made. @throws when a statement failed, with what pgbench said */
export async function runPgbench(program: string, run: Run): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'unclench-pgbench-'))
  const file = join(folder, 'booking.sql')
  writeFileSync(file, run.script)
  try {
    const { host, port, database } = run.address
    const said = await output(
      program,
      [
        ...['--no-vacuum', '--file', file, '--protocol', run.mode, '--define', `number=${run.from}`],
        ...['--client', String(run.clients), '--time', String(run.seconds)],
        ...['--host', host, '--port', String(port), '--username', 'unclench_app', database],
      ],
      { PGPASSWORD: run.password, PGOPTIONS: '-c search_path=clinic,public' },
    )
    const rate = /^tps = ([\d.]+)/m.exec(said)?.[1]
    if (rate === undefined || / aborted|ERROR/.test(said)) throw new Error(`pgbench did not end well: ${said}`)
    return Number(rate)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function output(program: string, given: readonly string[], around: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(program, given, { env: { ...process.env, ...around }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve(said))
  })
}
