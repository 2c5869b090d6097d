/**
 * What is kept of the record outside its database, in the cache storage: that there was one, so that a record which the
 * browser threw away is noticed and told; and what closes something but could not be written, so that it stays closed.
 * Every call ends within a second or two and never fails: without this storage, memory serves as
 * long as the worker lives. Never: holds back anything that opens a door.
 */
import type { NotebookEvent } from '../care/record/notebook.ts'
import { readEvent } from '../web/care/record/record-event.ts'
import { patienceMs, within } from './time-limit.ts'

/** `lost`: there was a record, it is gone, and nobody has been told yet. */
export type RecordMark = 'none' | 'there' | 'lost'

export interface HeldBackEvents {
  readonly mark: () => Promise<RecordMark>
  readonly setMark: (mark: RecordMark) => Promise<void>
  /** What could not be written, oldest first. */
  readonly heldBack: () => Promise<readonly NotebookEvent[]>
  /** What was held back, by a newer build or damaged since, and cannot be read here. */
  readonly heldUnread: () => Promise<readonly Unread[]>
  /** Instead of all events that were held back before. What cannot be read stays. */
  readonly holdBack: (events: readonly NotebookEvent[]) => Promise<void>
  /** What could not be read is elsewhere now, or was erased. */
  readonly dropUnread: () => Promise<void>
}

/** An entry as it came, and the id it is kept under: its own, or its text where it has none. */
export interface Unread {
  readonly id: string
  readonly raw: unknown
}

/** A place for a few short texts by name. Any call may fail or never answer. */
export interface TextPlace {
  readonly get: (name: string) => Promise<string | null>
  readonly put: (name: string, text: string) => Promise<void>
}

/** Most events held back: a device that is full is not given more. */
const mostHeld = 100

/** @param place where texts outlive the worker */
export function heldBackEvents(place: TextPlace = inCacheStorage): HeldBackEvents {
  const memory = new Map<string, string>()
  const get = async (name: string): Promise<string | null> => {
    const known = memory.get(name)
    if (known !== undefined) return known
    const text = await within(patienceMs, place.get(name)).catch(() => null)
    // What was put while this was read is newer.
    if (!memory.has(name)) memory.set(name, text ?? '')
    return memory.get(name) ?? null
  }
  const put = async (name: string, text: string): Promise<void> => {
    if (memory.get(name) === text) return
    memory.set(name, text)
    await within(patienceMs, place.put(name, text)).catch(() => undefined)
  }
  const held = async () => entriesOf((await get('held-back')) ?? '')
  const hold = (entries: readonly unknown[]) => put('held-back', entries.length === 0 ? '' : JSON.stringify(entries))
  return {
    mark: async () => {
      const text = await get('mark')
      return text === 'there' || text === 'lost' ? text : 'none'
    },
    setMark: (mark) => put('mark', mark),
    heldBack: async () => (await held()).flatMap((one) => readEvent(one) ?? []),
    heldUnread: async () => unreadOf(await held()),
    holdBack: async (events) => {
      const unread = unreadOf(await held()).map(({ raw }) => raw)
      await hold([...unread, ...events.slice(-mostHeld)])
    },
    dropUnread: async () => await hold((await held()).filter((one) => readEvent(one))),
  }
}

/** The entries of a text. One that is no list at all is damaged, and is an entry that nobody can read. */
function entriesOf(text: string): readonly unknown[] {
  if (text === '') return []
  try {
    const data: unknown = JSON.parse(text)
    return Array.isArray(data) ? data : [data]
  } catch {
    return [text]
  }
}

function unreadOf(entries: readonly unknown[]): readonly Unread[] {
  return entries.flatMap((raw) => {
    if (readEvent(raw)) return []
    const own = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined
    return { id: typeof own === 'string' ? own : JSON.stringify(raw), raw }
  })
}

/** A cache of its own: the files of a build come and go, this stays. */
const cacheName = 'unclench-beside-record'
const addressOf = (name: string) => `/beside-record/${name}`
const inCacheStorage: TextPlace = {
  get: async (name) => {
    const found = await (await caches.open(cacheName)).match(addressOf(name))
    return found ? await found.text() : null
  },
  put: async (name, text) => await (await caches.open(cacheName)).put(addressOf(name), new Response(text)),
}
