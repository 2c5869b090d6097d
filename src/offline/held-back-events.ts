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
  /** Instead of all that was held back before. */
  readonly holdBack: (events: readonly NotebookEvent[]) => Promise<void>
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
  return {
    mark: async () => {
      const text = await get('mark')
      return text === 'there' || text === 'lost' ? text : 'none'
    },
    setMark: (mark) => put('mark', mark),
    heldBack: async () => eventsOf((await get('held-back')) ?? ''),
    holdBack: (events) => put('held-back', events.length === 0 ? '' : JSON.stringify(events.slice(-mostHeld))),
  }
}

function eventsOf(text: string): readonly NotebookEvent[] {
  if (text === '') return []
  try {
    const data: unknown = JSON.parse(text)
    return Array.isArray(data) ? data.flatMap((one) => readEvent(one) ?? []) : []
  } catch {
    return []
  }
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
