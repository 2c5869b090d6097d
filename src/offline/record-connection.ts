/**
 * The way to the record's database: opened once, and again after the browser closed it; every wait for an answer ends.
 * Never: waits for each of many calls once the store has not answered.
 */
import { type Database, open } from './record-database.ts'
import { patienceMs, TookTooLong, within } from './time-limit.ts'

/** What one entry more may take, in milliseconds, on top of the patience for any answer: a phone that is slow but answers. */
export const perEntryMs = 2
/** After a wait that came to its end, nothing is waited for again for so long, unless an answer comes after all. */
const restMs = 10_000

export class RecordConnection {
  #opening: Promise<Database> | undefined
  #silentUntil = 0

  /** @throws TookTooLong, or what the browser says */
  db(): Promise<Database> {
    const forget = () => {
      this.#opening = undefined
    }
    this.#opening ??= open(forget)
    this.#opening.catch(forget)
    return this.answered(this.#opening)
  }

  /**
   * The answer, if it comes in time. After a wait that ended, the next fail at once for a while.
   * @param moreMs on top of the patience for any answer
   */
  async answered<Answer>(work: Promise<Answer>, moreMs = 0): Promise<Answer> {
    // Whatever comes of it later must not end the worker.
    work.catch(() => undefined)
    if (performance.now() < this.#silentUntil) throw new TookTooLong('the store has not answered lately')
    try {
      return await within(patienceMs + moreMs, work)
    } catch (error) {
      if (error instanceof TookTooLong) this.#beSilentUntilItSpeaks(work)
      throw error
    }
  }

  #beSilentUntilItSpeaks(work: Promise<unknown>): void {
    this.#silentUntil = performance.now() + restMs
    const speaks = () => {
      this.#silentUntil = 0
    }
    work.then(speaks, speaks)
  }
}
