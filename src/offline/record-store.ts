/**
 * The person's own record on their device, in IndexedDB, with what is kept beside it: joined here from reading
 * (record-reader.ts), writing (record-writer.ts) and the checks under way (check-drafts.ts).
 * Events are added and never changed. What cannot be read is set aside, never deleted, and can be saved as text.
 * Every call may fail (no space, no storage in this window): the pages then carry on without the store.
 */
import { lastPlace } from '../care/evidence/order.ts'
import type { EpochMs } from '../care/evidence/time.ts'
import { inOrder, merged, type Unreadable } from '../care/record/notebook.ts'
import type { NotebookStore } from '../web/care/home.ts'
import { type HeldBackEvents, heldBackEvents } from './held-back-events.ts'
import { type Drafts, openDrafts } from './check-drafts.ts'
import { openQuestion, type QuestionKept } from './kept-question.ts'
import { RecordConnection } from './record-connection.ts'
import { asText } from './record-database.ts'
import { RecordReader } from './record-reader.ts'
import { eraseAll, ownerOf, writeNewer } from './record-writer.ts'
import { appendWith, afterAll } from './write-refused.ts'

/** The store with what only the worker needs. */
export interface DeviceNotebook extends NotebookStore, Drafts, QuestionKept {
  /** Raw text of every entry that cannot be read, for the person to save. */
  readonly setAside: () => Promise<readonly string[]>
}

/**
 * The store.
 *
 * @param newId a fresh random UUID
 * @param now the device's clock
 * @param build which build reads the record: the copy of another one is not trusted
 * @param beside what is kept of the record outside its database
 * @param changed told after something was written, held back or erased: other pages may be closed by it, or show what is gone
 */
export function openNotebook(
  newId: () => string,
  now: () => EpochMs,
  build: string,
  beside: HeldBackEvents = heldBackEvents(),
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
    all: async () => {
      const stuck = await moveUnread(connection, beside)
      const events = await allOf(reader, beside)
      return stuck === 0 ? events : inOrder([...events, unreadBeside(stuck, now())])
    },
    keepNewer: (entries) => writeNewer(connection, entries).finally(changed),
    heldBack: beside.heldBack,
    isLost: async () => (await beside.mark()) === 'lost',
    lossWasTold: async () => await beside.setMark('there'),
    setAside: async () => {
      await moveUnread(connection, beside)
      return [...(await reader.textsSetAside()), ...(await beside.heldUnread()).map(({ raw }) => asText(raw))]
    },
    erase: async () => {
      await eraseAll(connection, reader.count)
      reader.forget()
      await beside.setMark('none')
      await beside.holdBack([])
      await beside.dropUnread()
      changed()
    },
    ...openDrafts(connection, now),
    ...openQuestion(connection),
  }
}

/**
 * Moves what was held back and cannot be read here into the record, where it counts as unreadable until a build can read it
 * (H-11). Returns how many entries are left beside it, because the device takes nothing.
 */
async function moveUnread(connection: RecordConnection, beside: HeldBackEvents): Promise<number> {
  const unread = await beside.heldUnread()
  if (unread.length === 0) return 0
  try {
    await writeNewer(connection, unread)
  } catch {
    return unread.length
  }
  await beside.dropUnread()
  return 0
}

/** Stands for them until then. As of now: whatever was told before may be older than they are. */
const unreadBeside = (entries: number, at: EpochMs): Unreadable => ({
  ...{ v: 1, id: 'unreadable-beside', at },
  ...{ kind: 'unreadable', entries },
})

/** Every event, with what could not be written yet; notices that a record has vanished. */
async function allOf(reader: RecordReader, beside: HeldBackEvents) {
  const events = await reader.everyEvent()
  // There was a record, and nobody erased it.
  if (events.length === 0 && (await beside.mark()) === 'there') await beside.setMark('lost')
  const held = await beside.heldBack()
  // It was told last, whatever the clock said then.
  return held.length > 0 ? merged(events, afterAll(held, lastPlace(events))) : events
}
