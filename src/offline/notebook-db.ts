/**
 * The person's own record on their device, in IndexedDB, with what is kept beside it: joined here from reading
 * (record-reader.ts), writing (record-writer.ts) and the checks under way (drafts.ts).
 * Events are added and never changed. What cannot be read is set aside, never deleted, and can be saved as text.
 * Every call may fail (no space, no storage in this window): the pages then carry on without the store.
 */
import { lastPlace, onceInOrder, placed, placeOf } from '../care/evidence/order.ts'
import type { EpochMs } from '../care/evidence/time.ts'
import { closes } from '../care/record/notebook-closes.ts'
import { merged, type NotebookEvent } from '../care/record/notebook.ts'
import type { NotebookStore } from '../web/care/home.ts'
import { type BesideRecord, besideRecord } from './beside-record.ts'
import { type Drafts, openDrafts } from './drafts.ts'
import { RecordConnection } from './record-connection.ts'
import { RecordReader } from './record-reader.ts'
import { eraseAll, ownerOf, writeEvents, writeNewer } from './record-writer.ts'

/** The store with what only the worker needs. */
export interface DeviceNotebook extends NotebookStore, Drafts {
  /** Raw text of every entry that cannot be read, for the person to save. */
  readonly setAside: () => Promise<readonly string[]>
}

/**
 * The store.
 *
 * @param newId a fresh random UUID
 * @param now the device's clock
 * @param isFinished whether a trail's text has come to a result
 * @param build which build reads the record: the copy of another one is not trusted
 * @param beside what is kept of the record outside its database
 * @param changed told after something was written, or held back: other pages may be closed by it
 */
export function openNotebook(
  newId: () => string,
  now: () => EpochMs,
  isFinished: (trail: string) => boolean,
  build: string,
  beside: BesideRecord = besideRecord(),
  changed: () => void = () => undefined,
): DeviceNotebook {
  const connection = new RecordConnection()
  const reader = new RecordReader({ connection, newId, now, build })
  const append = appendWith(connection, reader, beside)
  const appendAll: NotebookStore['appendAll'] = (added, file) => append(added, file).finally(changed)
  return {
    owner: () => ownerOf(connection, newId),
    append: (event) => appendAll([event]),
    appendAll,
    all: () => allOf(reader, beside),
    keepNewer: (entries) => writeNewer(connection, entries),
    heldBack: beside.heldBack,
    isLost: async () => (await beside.mark()) === 'lost',
    lossWasTold: async () => await beside.setMark('there'),
    setAside: () => reader.textsSetAside(),
    erase: async () => {
      await eraseAll(connection, reader.count)
      reader.forget()
      await Promise.all([beside.setMark('none'), beside.holdBack([])])
    },
    ...openDrafts(connection, now, isFinished),
  }
}

/**
 * Adds events, with what was held back before; where that fails, what closes something is held back. What is told here
 * comes after all that the record holds, also where nobody could read the record when it was told.
 */
const appendWith =
  (connection: RecordConnection, reader: RecordReader, beside: BesideRecord): NotebookStore['appendAll'] =>
  async (added, file) => {
    const held = await beside.heldBack()
    try {
      const last = lastPlace(await reader.everyEvent())
      const before = afterAll(held, last)
      const own = file ? added : afterAll(added, lastPlace(before) ?? last)
      await writeEvents(connection, [...before, ...own], file?.owner)
    } catch (error) {
      // What closes something stays told, so that it stays closed; what opens something is not. A refused file changes nothing.
      if (!file) await beside.holdBack(onceInOrder([...held, ...afterAll(added.filter(closes), lastPlace(held))]))
      throw error
    }
    if (held.length > 0) await beside.holdBack([])
    // A loss that nobody was told of yet stays to be told.
    if (added.length > 0 && (await beside.mark()) === 'none') await beside.setMark('there')
  }

/** Events with a place after this one: their own, where it is. */
const afterAll = (events: readonly NotebookEvent[], last: EpochMs | null): readonly NotebookEvent[] =>
  last === null || events.every((event) => placeOf(event) > last) ? events : placed(events, last)

/** Every event, with what could not be written yet; notices that a record has vanished. */
async function allOf(reader: RecordReader, beside: BesideRecord) {
  const events = await reader.everyEvent()
  // There was a record, and nobody erased it.
  if (events.length === 0 && (await beside.mark()) === 'there') await beside.setMark('lost')
  const held = await beside.heldBack()
  // It was told last, whatever the clock said then.
  return held.length > 0 ? merged(events, afterAll(held, lastPlace(events))) : events
}
