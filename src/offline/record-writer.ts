/**
 * Writes the record: all of what belongs together, or none of it; none too when the browser does not answer in time.
 * Events are added and never changed. Never: leaves a part behind, or writes over an entry that it could not read.
 */
import type { NotebookEvent } from '../care/record/notebook.ts'
import type { NotebookStore } from '../web/care/home.ts'
import { readEvent } from '../web/care/record/record-event.ts'
import { longerTail } from './packed-record.ts'
import { perEntryMs, type RecordConnection } from './record-connection.ts'
import { abort, type WriteAll } from './record-database.ts'

type Entries = Parameters<NonNullable<NotebookStore['keepNewer']>>[0]

/**
 * Adds these events. Ids that are there already change nothing.
 * @param owner of a file that came in whole: the record's owner from now on
 */
export async function writeEvents(
  connection: RecordConnection,
  added: readonly NotebookEvent[],
  owner?: string,
): Promise<void> {
  const opened = await connection.db()
  const tx = opened.transaction(['events', 'setAside', 'about'], 'readwrite', { durability: 'strict' })
  await orAbort(tx, connection, putAll(tx, added, owner), added.length)
}

/** Keeps entries of a newer kind as they came, under their ids, where nothing stands yet. */
export async function writeNewer(connection: RecordConnection, entries: Entries): Promise<void> {
  const tx = (await connection.db()).transaction(['events', 'about'], 'readwrite', { durability: 'strict' })
  const events = tx.objectStore('events')
  const put = async () => {
    try {
      for (const { id, raw } of entries) if ((await events.get(id)) === undefined) await events.put(raw, id)
      // There is no copy of a record that cannot be read whole.
      await tx.objectStore('about').delete('tail')
    } catch (error) {
      abort(tx)
      await tx.done.catch(() => undefined)
      throw error
    }
    await tx.done
  }
  await orAbort(tx, connection, put(), entries.length)
}

/** Empties the whole database. @param count how many entries there are, for the patience */
export async function eraseAll(connection: RecordConnection, count: number): Promise<void> {
  const stores = ['events', 'setAside', 'drafts', 'about'] as const
  const tx = (await connection.db()).transaction(stores, 'readwrite', { durability: 'strict' })
  const cleared = async () => {
    await Promise.all(stores.map((store) => tx.objectStore(store).clear()))
    await tx.done
  }
  await connection.answered(cleared(), count * perEntryMs)
}

/** The record's owner, made when there is none. */
export async function ownerOf(connection: RecordConnection, newId: () => string): Promise<string> {
  const tx = (await connection.db()).transaction('about', 'readwrite')
  const made = async () => {
    const known = await tx.store.get('owner')
    const owner = known ?? newId()
    if (known === undefined) await tx.store.put(owner, 'owner')
    await tx.done
    return owner
  }
  return await connection.answered(made())
}

async function orAbort(
  tx: Parameters<typeof abort>[0],
  connection: RecordConnection,
  written: Promise<void>,
  count: number,
): Promise<void> {
  try {
    await connection.answered(written, count * perEntryMs)
  } catch (error) {
    abort(tx)
    throw error
  }
}

async function putAll(tx: WriteAll, added: readonly NotebookEvent[], owner?: string): Promise<void> {
  const about = tx.objectStore('about')
  try {
    // Each id once: the first that came with it, as everywhere.
    const once = [...new Map([...added].reverse().map((event) => [event.id, event])).values()]
    const put = (await Promise.all(once.map((event) => putOne(tx, event)))).flat()
    if (owner !== undefined) await about.put(owner, 'owner')
    const tail = longerTail(await about.get('tail'), put)
    await (tail === null ? about.delete('tail') : about.put(tail, 'tail'))
  } catch (error) {
    // What was put before the fault would else be kept alone.
    abort(tx)
    await tx.done.catch(() => undefined)
    throw error
  }
  await tx.done
}

/** @returns the event, if it is new */
async function putOne(tx: WriteAll, event: NotebookEvent): Promise<readonly NotebookEvent[]> {
  const events = tx.objectStore('events')
  const there = await events.get(event.id)
  if (there !== undefined && readEvent(there)) return []
  if (there !== undefined) await tx.objectStore('setAside').add(there)
  await events.put(event, event.id)
  return [event]
}
