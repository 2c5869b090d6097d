/**
 * Reads the record: every event in the order it was made, from the packed copy where that is whole and current (H-11: what
 * cannot be read counts against going on). Never: trusts a copy of another build, or hides that entries are unreadable.
 */
import type { EpochMs } from '../care/evidence/time.ts'
import { inOrder, type NotebookEvent, type Unreadable } from '../care/record/notebook.ts'
import { readEvent } from '../web/care/record/record-event.ts'
import { grown, isLong, isWorthACopy, pack, packTail, unpacked } from './packed-record.ts'
import { perEntryMs, type RecordConnection } from './record-connection.ts'
import { asText, type Database, everyValue, readNoted } from './record-database.ts'

interface ReaderNeeds {
  readonly connection: RecordConnection
  readonly newId: () => string
  readonly now: () => EpochMs
  /** Which build reads the record. */
  readonly build: string
}

export class RecordReader {
  readonly #needs: ReaderNeeds
  /** What was last read whole. Valid as long as tail and number of entries say so. */
  #known: { readonly tail: string; readonly events: readonly NotebookEvent[] } | undefined
  /** The single entries last read, by their text: the same text is the same entry, and reading it anew costs most of a page. */
  #read: ReadonlyMap<string, NotebookEvent> = new Map()

  constructor(needs: ReaderNeeds) {
    this.#needs = needs
  }

  /** How many entries were there when last looked. */
  get count(): number {
    return this.#known?.events.length ?? 0
  }
  forget(): void {
    this.#known = undefined
    this.#read = new Map()
  }

  /** Every event of the database; one of the kind `unreadable` stands for those that cannot be read. */
  async everyEvent(): Promise<readonly NotebookEvent[]> {
    const { connection } = this.#needs
    const copy = await this.#fromCopy()
    if (copy) return copy
    const opened = await connection.db()
    const { count, tail } = await connection.answered(headOf(opened))
    const { values, lost } = await connection.answered(everyValue(opened, 'events'), count * perEntryMs)
    const events = inOrder(this.#eventsOf(values))
    const bad = values.length + lost.length - events.length
    if (bad > 0) return inOrder([...events, await this.#unreadable(bad)])
    if (isWorthACopy(events)) void this.#makeCopy(events, tail).catch(() => undefined)
    return events
  }

  /** Those of the entries that can be read; one that was read before is the very same event. */
  #eventsOf(values: readonly unknown[]): readonly NotebookEvent[] {
    const read = new Map<string, NotebookEvent>()
    const events = values.flatMap((value) => {
      const text = asText(value)
      const event = this.#read.get(text) ?? readEvent(value)
      if (event) read.set(text, event)
      return event ?? []
    })
    this.#read = read
    return events
  }

  /** Raw text of every entry that cannot be read, for the person to save. */
  async textsSetAside(): Promise<readonly string[]> {
    const { connection } = this.#needs
    const opened = await connection.db()
    const { count } = await connection.answered(headOf(opened))
    const everything = (name: 'events' | 'setAside') =>
      connection.answered(everyValue(opened, name), count * perEntryMs)
    const moved = await everything('setAside')
    // A copy is only ever made of a record that can be read whole.
    const whole = (await this.#fromCopy()) !== null
    const events = whole ? { values: [], lost: [] } : await everything('events')
    const damaged = [...events.values.filter((value) => !readEvent(value)), ...moved.values]
    const lost = [...events.lost, ...moved.lost].map((key) => `This entry could not be read at all: ${String(key)}`)
    return [...damaged.map(asText), ...lost]
  }

  /** Every event that can be read from the copy, from memory if it is still what the record holds; else `null`. */
  async #fromCopy(): Promise<readonly NotebookEvent[] | null> {
    const { connection, build } = this.#needs
    const opened = await connection.db()
    const { count, tail } = await connection.answered(headOf(opened))
    if (tail === undefined) return null
    const known = this.#known
    if (known && known.tail === tail && known.events.length === count) return known.events
    const longer = known && grown(known, { tail, count })
    const readCopy = () => opened.transaction('about').store.get('packed')
    const packed = longer ? undefined : await connection.answered(readCopy(), count * perEntryMs)
    const events = longer ?? unpacked({ packed, tail, count }, build)
    this.#known = events ? { tail, events } : undefined
    if (events && isLong(tail)) void this.#makeCopy(events, tail).catch(() => undefined)
    return events
  }

  /** Makes a new copy, unless the record has changed meanwhile. Nothing depends on it. */
  async #makeCopy(events: readonly NotebookEvent[], tailRead: string | undefined): Promise<void> {
    const { connection, newId, build } = this.#needs
    const tx = (await connection.db()).transaction(['events', 'about'], 'readwrite')
    const about = tx.objectStore('about')
    const [count, tail] = await Promise.all([tx.objectStore('events').count(), about.get('tail')])
    if (count !== events.length || tail !== tailRead) return
    const mark = newId()
    const empty = packTail(mark, [])
    await Promise.all([about.put(pack(build, mark, events), 'packed'), about.put(empty, 'tail')])
    await tx.done
    this.#known = { tail: empty, events }
  }

  /** Since when entries are known to be unreadable: the last time that there were more of them. */
  async #unreadable(entries: number): Promise<Unreadable> {
    const { connection, now } = this.#needs
    const opened = await connection.db()
    const noted = readNoted(await connection.answered(opened.get('about', 'unreadable')).catch(() => undefined))
    const at = noted && noted.entries >= entries ? noted.at : now()
    const note = () => opened.put('about', JSON.stringify({ entries, at }), 'unreadable')
    if (at !== noted?.at) await connection.answered(note()).catch(() => undefined)
    return { v: 1, id: 'unreadable', at, kind: 'unreadable', entries }
  }
}

/** How many events there are, and what was added since the copy was made. */
async function headOf(db: Database): Promise<{ readonly count: number; readonly tail: string | undefined }> {
  const tx = db.transaction(['events', 'about'])
  const [count, tail] = await Promise.all([tx.objectStore('events').count(), tx.objectStore('about').get('tail')])
  return { count, tail }
}
