/**
 * The person's own record on their device, in IndexedDB. Called by worker.ts only.
 * Events are added and never changed. What cannot be read is set aside, never deleted, and can be saved as text.
 * Every call may fail (no space, no storage in this window): the pages then carry on without the store.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { asEpochMs, type EpochMs } from '../care/evidence/time.ts'
import { inOrder, type NotebookEvent } from '../care/notebook.ts'
import type { NotebookStore } from '../web/care/home.ts'
import { readEvent } from '../web/care/record-event.ts'

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
  /** `owner`: the record's random id. */
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
 */
export function openNotebook(
  newId: () => string,
  now: () => EpochMs,
  isFinished: (trail: string) => boolean,
): DeviceNotebook {
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

  const appendAll: NotebookStore['appendAll'] = async (added) => {
    const tx = (await db()).transaction(['events', 'setAside'], 'readwrite', { durability: 'strict' })
    const events = tx.objectStore('events')
    const putOne = async (event: NotebookEvent) => {
      const known = await events.get(event.id)
      if (known !== undefined && readEvent(known)) return
      if (known !== undefined) await tx.objectStore('setAside').add(known)
      await events.put(event, event.id)
    }
    try {
      // Each id once: the first that came with it, as everywhere.
      await Promise.all([...new Map(added.toReversed().map((event) => [event.id, event])).values()].map(putOne))
    } catch (error) {
      // What was put before the fault would else be kept alone.
      abort(tx)
      await tx.done.catch(() => undefined)
      throw error
    }
    await tx.done
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

    all: async () => {
      const { values } = await everyValue(await db(), 'events')
      return inOrder(values.map(readEvent).filter((event) => event !== null))
    },

    setAside: async () => {
      const opened = await db()
      const [events, moved] = [await everyValue(opened, 'events'), await everyValue(opened, 'setAside')]
      const damaged = [...events.values.filter((value) => !readEvent(value)), ...moved.values]
      const lost = [...events.lost, ...moved.lost].map((key) => `This entry could not be read at all: ${String(key)}`)
      return [...damaged.map(asText), ...lost]
    },

    erase: async () => {
      const stores = ['events', 'setAside', 'drafts', 'about'] as const
      const tx = (await db()).transaction(stores, 'readwrite', { durability: 'strict' })
      await Promise.all(stores.map((store) => tx.objectStore(store).clear()))
      await tx.done
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
