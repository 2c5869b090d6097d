/**
 * The person's own record on their device, in IndexedDB. Called by worker.ts only.
 * Events are added and never changed. What cannot be read is set aside, never deleted, and can be saved as text.
 * Every call may fail (no space, no storage in this window): the pages then carry on without the store.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { asEpochMs, type EpochMs } from '../care/evidence/time.ts'
import { inOrder, type NotebookEvent, type Unreadable } from '../care/notebook.ts'
import type { NotebookStore } from '../web/care/home.ts'
import { readEvent } from '../web/care/record/record-event.ts'
import { grown, isLong, isWorthACopy, longerTail, pack, packTail, unpacked } from './packed-record.ts'

/** A check under way, or one whose result may still be looked at. */
export interface Draft {
  readonly id: string
  /** The trail's text. */
  readonly trail: string
  /** When the check was first kept here. */
  readonly begunAt: EpochMs
  /** Had it come to a result, under the rules it was kept by? Later rules cannot tell. */
  readonly finished: boolean
}

/** The store with what only the worker needs. */
export interface DeviceNotebook extends NotebookStore {
  /** Raw text of every entry that cannot be read, for the person to save. */
  readonly setAside: () => Promise<readonly string[]>
  /** Every draft, in any order. */
  readonly allDrafts: () => Promise<readonly Draft[]>
  readonly draft: (id: string) => Promise<Draft | null>
}

interface Schema extends DBSchema {
  /** By the event's id. Unknown until read: an older or newer build, or a fault, may have written it. */
  events: { key: string; value: unknown }
  /** Damaged entries whose place was taken by a whole copy. */
  setAside: { key: number; value: unknown }
  drafts: { key: string; value: unknown }
  /**
   * `owner`: the record's random id. `packed` and `tail`: a copy of all events (packed-record.ts), in this store so that
   * builds which know nothing of them erase them too. `unreadable`: how many entries cannot be read, and since when.
   */
  about: { key: string; value: string }
}
type Database = IDBPDatabase<Schema>

const name = 'unclench'
/** Raise it with each change of the stores above, and say in `upgrade` how to get there from every earlier one. */
const version = 1

/**
 * The store.
 *
 * @param newId a fresh random UUID
 * @param now the device's clock
 * @param isFinished whether a trail's text has come to a result
 * @param build which build reads the record: the copy of another one is not trusted
 */
export function openNotebook(
  newId: () => string,
  now: () => EpochMs,
  isFinished: (trail: string) => boolean,
  build: string,
): DeviceNotebook {
  /** What was last read whole. Valid as long as tail and number of entries say so. */
  let known: { readonly tail: string; readonly events: readonly NotebookEvent[] } | undefined
  let opening: Promise<Database> | undefined
  const forget = () => {
    opening = undefined
  }
  /** Opened once, and again after the browser closed it. */
  const db = () => {
    opening ??= open(forget)
    opening.catch(forget)
    return opening
  }

  const appendAll: NotebookStore['appendAll'] = async (added, owner) => {
    const tx = (await db()).transaction(['events', 'setAside', 'about'], 'readwrite', { durability: 'strict' })
    const [events, about] = [tx.objectStore('events'), tx.objectStore('about')]
    const putOne = async (event: NotebookEvent) => {
      const there = await events.get(event.id)
      if (there !== undefined && readEvent(there)) return []
      if (there !== undefined) await tx.objectStore('setAside').add(there)
      await events.put(event, event.id)
      return [event]
    }
    try {
      // Each id once: the first that came with it, as everywhere.
      const once = [...new Map([...added].reverse().map((event) => [event.id, event])).values()]
      const put = (await Promise.all(once.map(putOne))).flat()
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

  /** Every event that can be read from the copy, from memory if it is still what the record holds; else `null`. */
  const fromCopy = async (): Promise<readonly NotebookEvent[] | null> => {
    const tx = (await db()).transaction(['events', 'about'])
    const about = tx.objectStore('about')
    const [count, tail] = await Promise.all([tx.objectStore('events').count(), about.get('tail')])
    if (tail === undefined) return null
    if (known && known.tail === tail && known.events.length === count) return known.events
    const events =
      (known && grown(known, { tail, count })) ?? unpacked({ packed: await about.get('packed'), tail, count }, build)
    known = events ? { tail, events } : undefined
    if (events && isLong(tail)) void makeCopy(events, tail).catch(() => undefined)
    return events
  }

  /** Makes a new copy, unless the record has changed meanwhile. Nothing depends on it. */
  const makeCopy = async (events: readonly NotebookEvent[], tailRead: string | undefined): Promise<void> => {
    const tx = (await db()).transaction(['events', 'about'], 'readwrite')
    const about = tx.objectStore('about')
    const [count, tail] = await Promise.all([tx.objectStore('events').count(), about.get('tail')])
    if (count === events.length && tail === tailRead) {
      const mark = newId()
      const empty = packTail(mark, [])
      await Promise.all([about.put(pack(build, mark, events), 'packed'), about.put(empty, 'tail')])
      await tx.done
      known = { tail: empty, events }
    }
  }

  /** Since when entries are known to be unreadable: the last time that there were more of them. */
  const unreadable = async (entries: number): Promise<Unreadable> => {
    const noted = readNoted(await (await db()).get('about', 'unreadable').catch(() => undefined))
    const at = noted && noted.entries >= entries ? noted.at : now()
    if (at !== noted?.at)
      await (await db()).put('about', JSON.stringify({ entries, at }), 'unreadable').catch(() => undefined)
    return { v: 1, id: 'unreadable', at, kind: 'unreadable', entries }
  }

  const all = async (): Promise<readonly NotebookEvent[]> => {
    const copy = await fromCopy()
    if (copy) return copy
    const tail = await (await db()).get('about', 'tail')
    const { values, lost } = await everyValue(await db(), 'events')
    const events = inOrder(values.map(readEvent).filter((event) => event !== null))
    const bad = values.length + lost.length - events.length
    if (bad > 0) return inOrder([...events, await unreadable(bad)])
    if (isWorthACopy(events)) void makeCopy(events, tail).catch(() => undefined)
    return events
  }

  return {
    owner: async () => {
      const tx = (await db()).transaction('about', 'readwrite')
      const known = await tx.store.get('owner')
      const owner = known ?? newId()
      if (known === undefined) await tx.store.put(owner, 'owner')
      await tx.done
      return owner
    },

    append: (event) => appendAll([event]),
    appendAll,
    all,

    setAside: async () => {
      const opened = await db()
      const [moved, copy] = await Promise.all([everyValue(opened, 'setAside'), fromCopy()])
      // A copy is only ever made of a record that can be read whole.
      const events = copy ? { values: [], lost: [] } : await everyValue(opened, 'events')
      const damaged = [...events.values.filter((value) => !readEvent(value)), ...moved.values]
      const lost = [...events.lost, ...moved.lost].map((key) => `This entry could not be read at all: ${String(key)}`)
      return [...damaged.map(asText), ...lost]
    },

    erase: async () => {
      const stores = ['events', 'setAside', 'drafts', 'about'] as const
      const tx = (await db()).transaction(stores, 'readwrite', { durability: 'strict' })
      await Promise.all(stores.map((store) => tx.objectStore(store).clear()))
      await tx.done
      known = undefined
    },

    drafts: {
      get: async (id) => readDraft(await (await db()).get('drafts', id))?.trail ?? null,
      put: async (id, trail) => {
        const tx = (await db()).transaction('drafts', 'readwrite', { durability: 'strict' })
        const begunAt = readDraft(await tx.store.get(id))?.begunAt ?? now()
        await tx.store.put({ id, trail, begunAt, finished: isFinished(trail) } satisfies Draft, id)
        await tx.done
      },
      remove: async (id) => (await db()).delete('drafts', id),
    },

    allDrafts: async () => (await everyValue(await db(), 'drafts')).values.flatMap((value) => readDraft(value) ?? []),
    draft: async (id) => readDraft(await (await db()).get('drafts', id)),
  }
}

/** Opens the database; one made by a newer build is opened as it is, since its stores only ever grow. */
async function open(closed: () => void): Promise<Database> {
  try {
    return await openAt(version, closed)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'VersionError') return await openAt(undefined, closed)
    throw error
  }
}

function openAt(wanted: number | undefined, closed: () => void): Promise<Database> {
  return openDB<Schema>(name, wanted, {
    upgrade: (db) => {
      for (const store of ['events', 'drafts', 'about'] as const) db.createObjectStore(store)
      db.createObjectStore('setAside', { autoIncrement: true })
    },
    // A newer build wants to change the stores: let it, and open again when next asked.
    blocking: (_current, _next, event) => {
      closed()
      ;(event.target as IDBDatabase).close()
    },
    terminated: closed,
  })
}

/** Ends a transaction without keeping anything of it, unless the browser has done so already. */
function abort(tx: { readonly abort: () => void }): void {
  try {
    tx.abort()
  } catch {
    // It had ended by itself.
  }
}

/** Every value of a store. One that the browser itself cannot read must not hide the others: they are then read alone. */
async function everyValue(
  db: Database,
  store: 'events' | 'setAside' | 'drafts',
): Promise<{ readonly values: readonly unknown[]; readonly lost: readonly IDBValidKey[] }> {
  try {
    return { values: await db.getAll(store), lost: [] }
  } catch {
    const values: unknown[] = []
    const lost: IDBValidKey[] = []
    for (const key of await db.getAllKeys(store)) {
      try {
        values.push(await db.get(store, key))
      } catch {
        lost.push(key)
      }
    }
    return { values, lost }
  }
}

/** What was noted of unreadable entries, or nothing if that note is damaged itself. */
function readNoted(text: string | undefined): { readonly entries: number; readonly at: EpochMs } | undefined {
  const found = /^\{"entries":(\d{1,9}),"at":(\d{13})\}$/.exec(text ?? '')
  return found ? { entries: Number(found[1]), at: asEpochMs(Number(found[2])) } : undefined
}

/** A draft as it was put, or `null` if it is damaged. */
function readDraft(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, trail, begunAt, finished } = value as Partial<Record<keyof Draft, unknown>>
  if (typeof id !== 'string' || typeof trail !== 'string' || typeof begunAt !== 'number') return null
  return { id, trail, begunAt: asEpochMs(begunAt), finished: finished === true }
}

/** Anything that IndexedDB can hold, as text. */
function asText(value: unknown): string {
  try {
    return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? String(part) : part)) ?? String(value)
  } catch {
    return String(value)
  }
}
