/**
 * Adds to the record, and what becomes of it where the device refuses (it is full, or it does not answer): what closes
 * something is held back outside the database, so that it stays closed. Never: holds back what opens a door.
 */
import { lastPlace, onceInOrder, placed, placeOf } from '../care/evidence/order.ts'
import type { EpochMs } from '../care/evidence/time.ts'
import { closes } from '../care/record/notebook-closes.ts'
import type { NotebookEvent } from '../care/record/notebook.ts'
import type { NotebookStore } from '../web/care/home.ts'
import type { HeldBackEvents } from './held-back-events.ts'
import type { RecordConnection } from './record-connection.ts'
import type { RecordReader } from './record-reader.ts'
import { writeEvents } from './record-writer.ts'

/**
 * Adds events, with what was held back before; where that fails, what closes something is held back. What is told here
 * comes after all that the record holds, also where nobody could read the record when it was told.
 */
export const appendWith =
  (connection: RecordConnection, reader: RecordReader, beside: HeldBackEvents): NotebookStore['appendAll'] =>
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
export const afterAll = (events: readonly NotebookEvent[], last: EpochMs | null): readonly NotebookEvent[] =>
  last === null || events.every((event) => placeOf(event) > last) ? events : placed(events, last)
