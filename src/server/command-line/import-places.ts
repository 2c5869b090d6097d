/** The command `import-places`: the national list of postcodes, replaced whole or not at all while searches go on. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type pg from 'pg'
import { type PlaceLine, readPlaces } from '../../clinic/directory/import-places.ts'
import { bringUpToDate } from '../clinic.ts'
import { codeOf, type Result, wordsOf } from '../postgres/result.ts'
import type { Call, Say } from './call.ts'
import { withClient, withDatabase } from './with-database.ts'

type Found = Extract<PlaceLine, { kind: 'place' }>
type Reject = Extract<PlaceLine, { kind: 'reject' }>

/** Postcodes written at a time: what is held in memory, whatever the length of the list. */
const batchSize = 5000
const newsEvery = 200_000
const mostShown = 5
/** Two imports at once would wait for each other's rows to the end: the second is told at once. */
const importLock = 4_270_020

/** Reads the file and replaces the list. With `fewer`, also by one that has not half as many. */
export async function importPlaces({ config, say, switches }: Call, path: string): Promise<Result<object>> {
  const file = await stat(path).catch((error: unknown) => codeOf(error) ?? wordsOf(error))
  if (typeof file === 'string')
    return { ok: false, why: file === 'ENOENT' ? 'There is no such file.' : `The file cannot be read: ${file}.` }
  if (!file.isFile()) return { ok: false, why: 'This is no file.' }
  return withDatabase(config, async ({ settings, secret }) => {
    const migrated = await bringUpToDate(settings, secret)
    if (!migrated.ok) return migrated
    const lines = readPlaces(createReadStream(path))
    return withClient(settings, (client) => replacePlaces(client, lines, say, switches.has('fewer')))
  })
}

/**
 * Replaces the list by these lines in one transaction: whoever searches meanwhile finds the old one, and whatever goes
 * wrong leaves the old one.
 * @param client as the role that may change the schema
 */
export async function replacePlaces(
  client: pg.ClientBase,
  lines: AsyncIterable<PlaceLine>,
  say: Say,
  mayBeFewer = false,
): Promise<Result<{ readonly postcodes: number }>> {
  await client.query('begin')
  try {
    await client.query('set local role unclench_owner')
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [importLock])
    const outcome = rows[0]?.mine
      ? await writePlaces(client, lines, say, mayBeFewer)
      : ({ ok: false, why: 'Another import is running. Nothing was changed.' } as const)
    await client.query(outcome.ok ? 'commit' : 'rollback')
    if (outcome.ok) say(`Done: ${count(outcome.postcodes)} postcodes. The search knows them now.`)
    return outcome
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    return { ok: false, why: `The list was not brought in (${wordsOf(error)}). The old one stands.` }
  }
}

async function writePlaces(
  client: pg.ClientBase,
  lines: AsyncIterable<PlaceLine>,
  say: Say,
  mayBeFewer: boolean,
): Promise<Result<{ readonly postcodes: number }>> {
  const before = (await client.query('delete from clinic.postcodes')).rowCount ?? 0
  const read = await writeLines(client, lines, say)
  const { rejects, last, postcodes } = read
  const stopped = rejects.find(({ why }) => why === 'noHeads' || why === 'tooMany')
  if (stopped) return { ok: false, why: `${stopped.says} Nothing was changed.` }
  for (const { says } of rejects.slice(0, mostShown)) say(says)
  if (read.unusable > 0) say(`${count(read.unusable)} lines could not be used and were left out.`)
  if (read.outOfUse > 0)
    say(`${count(read.outOfUse)} postcodes are no longer in use or lie nowhere, and were left out.`)
  // Ended in the middle of a line, as a download that broke off does.
  if (last?.kind === 'reject' && last.why === 'cells')
    return { ok: false, why: 'The last line is not whole, so the file may be cut short. Nothing was changed.' }
  if (postcodes === 0) return { ok: false, why: 'There is no postcode in this file. Nothing was changed.' }
  if (postcodes * 2 < before && !mayBeFewer)
    return {
      ok: false,
      why: `There are ${count(before)} postcodes now, and ${count(postcodes)} in this file. Nothing was changed. If that is meant, add --fewer.`,
    }
  return { ok: true, postcodes }
}

interface Read {
  readonly postcodes: number
  /** Lines that ought to have been a postcode of today, and those that are of one that has ended or lies nowhere. */
  readonly unusable: number
  readonly outOfUse: number
  /** The first few that could not be used, and whatever ended the reading. */
  readonly rejects: readonly Reject[]
  readonly last: PlaceLine | undefined
}

async function writeLines(client: pg.ClientBase, lines: AsyncIterable<PlaceLine>, say: Say): Promise<Read> {
  let [postcodes, unusable, outOfUse, seen] = [0, 0, 0, 0]
  let last: PlaceLine | undefined
  const [rejects, batch]: [Reject[], Found[]] = [[], []]
  for await (const line of lines) {
    last = line
    seen += 1
    if (seen % newsEvery === 0) say(`${count(seen)} lines read …`)
    if (line.kind === 'place') batch.push(line)
    else if (line.why === 'ended' || line.why === 'noPosition') outOfUse += 1
    else {
      unusable += 1
      if (rejects.length < mostShown || line.why === 'tooMany') rejects.push(line)
    }
    if (batch.length >= batchSize) postcodes += await writeBatch(client, batch.splice(0))
  }
  postcodes += await writeBatch(client, batch)
  return { postcodes, unusable, outOfUse, rejects, last }
}

/** How many were new: of two lines for one postcode the first counts. */
async function writeBatch(client: pg.ClientBase, batch: readonly Found[]): Promise<number> {
  const written = await client.query(
    `insert into clinic.postcodes (postcode, outward, latitude, longitude)
     select * from unnest($1::text[], $2::text[], $3::float8[], $4::float8[]) on conflict (postcode) do nothing`,
    [
      batch.map(({ postcode }) => postcode),
      batch.map(({ outward }) => outward),
      batch.map(({ latitude }) => latitude),
      batch.map(({ longitude }) => longitude),
    ],
  )
  return written.rowCount ?? 0
}

const count = (number: number) => number.toLocaleString('en-GB')
