/**
 * The person's own record on their device, in IndexedDB. Called by worker.ts only.
 * Events are added and never changed. What cannot be read is set aside, never deleted, and can be saved as text.
 * Every call may fail (no space, no storage in this window): the pages then carry on without the store.
 */
import type { EpochMs } from '../care/evidence/time.ts'
import { closes } from '../care/notebook-closes.ts'
import { inOrder, merged, type NotebookEvent, type Unreadable } from '../care/notebook.ts'
import type { NotebookStore } from '../web/care/home.ts'
import { readEvent } from '../web/care/record/record-event.ts'
import { type BesideRecord, besideRecord } from './beside-record.ts'
import { grown, isLong, isWorthACopy, longerTail, pack, packTail, unpacked } from './packed-record.ts'
import {
  abort,
  asText,
  type Database,
  type Draft,
  everyValue,
  open,
  readDraft,
  readNoted,
  type WriteAll,
} from './record-database.ts'
import { patienceMs, TookTooLong, within } from './time-limit.ts'

/** The store with what only the worker needs. */
export interface DeviceNotebook extends NotebookStore {
  /** Raw text of every entry that cannot be read, for the person to save. */
  readonly setAside: () => Promise<readonly string[]>
  /** Every draft, in any order. */
  readonly allDrafts: () => Promise<readonly Draft[]>
  readonly draft: (id: string) => Promise<Draft | null>
}

/** What one entry more may take, in milliseconds, on top of the patience for any answer: a phone that is slow but answers. */
const perEntryMs = 2
/** After a wait that came to its end, nothing is waited for again for so long, unless an answer comes after all. */
const restMs = 10_000

/**
 * The store.
 *
 * @param newId a fresh random UUID
 * @param now the device's clock
 * @param isFinished whether a trail's text has come to a result
 * @param build which build reads the record: the copy of another one is not trusted
 * @param beside what is kept of the record outside its database
 */
export function openNotebook(
  newId: () => string,
  now: () => EpochMs,
  isFinished: (trail: string) => boolean,
  build: string,
  beside: BesideRecord = besideRecord(),
): DeviceNotebook {
  /** What was last read whole. Valid as long as tail and number of entries say so. */
  let known: { readonly tail: string; readonly events: readonly NotebookEvent[] } | undefined
  let opening: Promise<Database> | undefined
  const answered = waits()
  const forget = () => {
    opening = undefined
  }
  /** Opened once, and again after the browser closed it. */
  const db = () => {
    opening ??= open(forget)
    opening.catch(forget)
    return answered(opening)
  }

  /** Writes all of these or none; none too when the browser does not answer in time. */
  const write = async (added: readonly NotebookEvent[], owner?: string): Promise<void> => {
    const tx = (await db()).transaction(['events', 'setAside', 'about'], 'readwrite', { durability: 'strict' })
    const written = putAll(tx, added, owner)
    try {
      await answered(written, added.length * perEntryMs)
    } catch (error) {
      abort(tx)
      throw error
    }
  }

  const putAll = async (tx: WriteAll, added: readonly NotebookEvent[], owner?: string): Promise<void> => {
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

  const appendAll: NotebookStore['appendAll'] = async (added, file) => {
    const held = await beside.heldBack()
    try {
      await write([...held, ...added], file?.owner)
    } catch (error) {
      // What closes something stays told, so that it stays closed; what opens something is not. A refused file changes nothing.
      if (!file) await beside.holdBack(merged(held, added.filter(closes)))
      throw error
    }
    if (held.length > 0) await beside.holdBack([])
    // A loss that nobody was told of yet stays to be told.
    if (added.length > 0 && (await beside.mark()) === 'none') await beside.setMark('there')
  }

  /** Every event that can be read from the copy, from memory if it is still what the record holds; else `null`. */
  const fromCopy = async (): Promise<readonly NotebookEvent[] | null> => {
    const opened = await db()
    const about = () => opened.transaction('about').store
    const { count, tail } = await answered(headOf(opened))
    if (tail === undefined) return null
    if (known && known.tail === tail && known.events.length === count) return known.events
    const longer = known && grown(known, { tail, count })
    const packed = longer ? undefined : await answered(about().get('packed'), count * perEntryMs)
    const events = longer ?? unpacked({ packed, tail, count }, build)
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
    const opened = await db()
    const noted = readNoted(await answered(opened.get('about', 'unreadable')).catch(() => undefined))
    const at = noted && noted.entries >= entries ? noted.at : now()
    if (at !== noted?.at)
      await answered(opened.put('about', JSON.stringify({ entries, at }), 'unreadable')).catch(() => undefined)
    return { v: 1, id: 'unreadable', at, kind: 'unreadable', entries }
  }

  /** Every event of the database. */
  const everyEvent = async (): Promise<readonly NotebookEvent[]> => {
    const copy = await fromCopy()
    if (copy) return copy
    const opened = await db()
    const { count, tail } = await answered(headOf(opened))
    const { values, lost } = await answered(everyValue(opened, 'events'), count * perEntryMs)
    const events = inOrder(values.map(readEvent).filter((event) => event !== null))
    const bad = values.length + lost.length - events.length
    if (bad > 0) return inOrder([...events, await unreadable(bad)])
    if (isWorthACopy(events)) void makeCopy(events, tail).catch(() => undefined)
    return events
  }

  const all = async (): Promise<readonly NotebookEvent[]> => {
    const events = await everyEvent()
    // There was a record, and nobody erased it.
    if (events.length === 0 && (await beside.mark()) === 'there') await beside.setMark('lost')
    const held = await beside.heldBack()
    return held.length > 0 ? merged(events, held) : events
  }

  return {
    owner: async () => {
      const tx = (await db()).transaction('about', 'readwrite')
      const made = async () => {
        const known = await tx.store.get('owner')
        const owner = known ?? newId()
        if (known === undefined) await tx.store.put(owner, 'owner')
        await tx.done
        return owner
      }
      return await answered(made())
    },

    append: (event) => appendAll([event]),
    appendAll,
    all,
    keepNewer: async (entries) => {
      const tx = (await db()).transaction(['events', 'about'], 'readwrite', { durability: 'strict' })
      const events = tx.objectStore('events')
      const put = async () => {
        for (const { id, raw } of entries) if ((await events.get(id)) === undefined) await events.put(raw, id)
        // There is no copy of a record that cannot be read whole.
        await tx.objectStore('about').delete('tail')
        await tx.done
      }
      try {
        await answered(put(), entries.length * perEntryMs)
      } catch (error) {
        abort(tx)
        throw error
      }
    },
    heldBack: beside.heldBack,
    isLost: async () => (await beside.mark()) === 'lost',
    lossWasTold: async () => await beside.setMark('there'),

    setAside: async () => {
      const opened = await db()
      const { count } = await answered(headOf(opened))
      const moved = await answered(everyValue(opened, 'setAside'), count * perEntryMs)
      // A copy is only ever made of a record that can be read whole.
      const whole = (await fromCopy()) !== null
      const events = whole ? { values: [], lost: [] } : await answered(everyValue(opened, 'events'), count * perEntryMs)
      const damaged = [...events.values.filter((value) => !readEvent(value)), ...moved.values]
      const lost = [...events.lost, ...moved.lost].map((key) => `This entry could not be read at all: ${String(key)}`)
      return [...damaged.map(asText), ...lost]
    },

    erase: async () => {
      const stores = ['events', 'setAside', 'drafts', 'about'] as const
      const tx = (await db()).transaction(stores, 'readwrite', { durability: 'strict' })
      const cleared = async () => {
        await Promise.all(stores.map((store) => tx.objectStore(store).clear()))
        await tx.done
      }
      await answered(cleared(), (known?.events.length ?? 0) * perEntryMs)
      known = undefined
      await Promise.all([beside.setMark('none'), beside.holdBack([])])
    },

    drafts: {
      get: async (id) => readDraft(await answered((await db()).get('drafts', id)))?.trail ?? null,
      put: async (id, trail) => {
        const tx = (await db()).transaction('drafts', 'readwrite', { durability: 'strict' })
        const put = async () => {
          const begunAt = readDraft(await tx.store.get(id))?.begunAt ?? now()
          await tx.store.put({ id, trail, begunAt, finished: isFinished(trail) } satisfies Draft, id)
          await tx.done
        }
        await answered(put())
      },
      remove: async (id) => await answered((await db()).delete('drafts', id)),
    },

    allDrafts: async () => {
      const { values } = await answered(everyValue(await db(), 'drafts'))
      return values.flatMap((value) => readDraft(value) ?? [])
    },
    draft: async (id) => readDraft(await answered((await db()).get('drafts', id))),
  }
}

/** How many events there are, and what was added since the copy was made. */
async function headOf(db: Database): Promise<{ readonly count: number; readonly tail: string | undefined }> {
  const tx = db.transaction(['events', 'about'])
  const [count, tail] = await Promise.all([tx.objectStore('events').count(), tx.objectStore('about').get('tail')])
  return { count, tail }
}

/** Waits that end. After one that did, the next fail at once for a while, so that a page never waits for each of them. */
function waits() {
  let silentUntil = 0
  return async <Answer>(work: Promise<Answer>, moreMs = 0): Promise<Answer> => {
    // Whatever comes of it later must not end the worker.
    work.catch(() => undefined)
    if (performance.now() < silentUntil) throw new TookTooLong('the store has not answered lately')
    try {
      return await within(patienceMs + moreMs, work)
    } catch (error) {
      if (error instanceof TookTooLong) {
        silentUntil = performance.now() + restMs
        const speaks = () => {
          silentUntil = 0
        }
        work.then(speaks, speaks)
      }
      throw error
    }
  }
}
