/**
 * The database of the record: its stores, how it is opened, and how what it holds is read with care.
 * Never: deletes what it cannot read.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import { asEpochMs, type EpochMs } from '../care/evidence/time.ts'

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

interface Schema extends DBSchema {
  /** By the event's id. Unknown until read: an older or newer build, or a fault, may have written it. */
  events: { key: string; value: unknown }
  /** Damaged entries whose place was taken by a whole copy. */
  setAside: { key: number; value: unknown }
  drafts: { key: string; value: unknown }
  /**
   * `owner`: the record's random id. `packed` and `tail`: a copy of all events (packed-record.ts), in this store so that
   * builds which know nothing of them erase them too. `question`: a question to a therapist that was stopped
   * (kept-question.ts), here for the same reason. `unreadable`: how many entries cannot be read, and since when.
   */
  about: { key: string; value: string }
}
export type Database = IDBPDatabase<Schema>
export type WriteAll = IDBPTransaction<Schema, ('events' | 'setAside' | 'about')[], 'readwrite'>

const name = 'unclench'
/** Raise it with each change of the stores above, and say in `upgrade` how to get there from every earlier one. */
const version = 1

/** Opens the database; one made by a newer build is opened as it is, since its stores only ever grow. */
export async function open(closed: () => void): Promise<Database> {
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
      // The specification of versionchange: its target is the connection. The type says any target.
      ;(event.target as IDBDatabase).close()
    },
    terminated: closed,
  })
}

/** Ends a transaction without keeping anything of it, unless the browser has done so already. */
export function abort(tx: { readonly abort: () => void }): void {
  try {
    tx.abort()
  } catch {
    // It had ended by itself.
  }
}

/** Every value of a store. One that the browser itself cannot read must not hide the others: they are then read alone. */
export async function everyValue(
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
export function readNoted(text: string | undefined): { readonly entries: number; readonly at: EpochMs } | undefined {
  const found = /^\{"entries":(\d{1,9}),"at":(\d{1,15})\}$/.exec(text ?? '')
  return found ? { entries: Number(found[1]), at: asEpochMs(Number(found[2])) } : undefined
}

/** A draft as it was put, or `null` if it is damaged. */
export function readDraft(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, trail, begunAt, finished }: Partial<Record<keyof Draft, unknown>> = value
  if (typeof id !== 'string' || typeof trail !== 'string' || typeof begunAt !== 'number') return null
  return { id, trail, begunAt: asEpochMs(begunAt), finished: finished === true }
}

/** Anything that IndexedDB can hold, as text. */
export function asText(value: unknown): string {
  try {
    return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? String(part) : part)) ?? String(value)
  } catch {
    // Not String(): from a damaged record even that may throw.
    return Object.prototype.toString.call(value)
  }
}
