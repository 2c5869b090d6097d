/** Checks under way, as this device holds them: a trail's text by its id. Never: part of the record or of any file. */
import type { EpochMs } from '../care/evidence/time.ts'
import type { NotebookStore } from '../web/care/home.ts'
import type { RecordConnection } from './record-connection.ts'
import { type Draft, everyValue, readDraft } from './record-database.ts'

export interface Drafts {
  readonly drafts: NotebookStore['drafts']
  /** Every draft, in any order. */
  readonly allDrafts: () => Promise<readonly Draft[]>
  readonly draft: (id: string) => Promise<Draft | null>
}

/** The drafts of this device. Never: reads what is in one. */
export function openDrafts(connection: RecordConnection, now: () => EpochMs): Drafts {
  const draft = async (id: string) => readDraft(await connection.answered((await connection.db()).get('drafts', id)))
  const put = async (id: string, trail: string, isFinished = false) => {
    const tx = (await connection.db()).transaction('drafts', 'readwrite', { durability: 'strict' })
    const written = async () => {
      const begunAt = readDraft(await tx.store.get(id))?.begunAt ?? now()
      await tx.store.put({ id, trail, begunAt, finished: isFinished } satisfies Draft, id)
      await tx.done
    }
    await connection.answered(written())
  }
  const remove = async (id: string) => await connection.answered((await connection.db()).delete('drafts', id))
  return {
    drafts: { get: async (id) => (await draft(id))?.trail ?? null, put, remove },
    draft,
    allDrafts: async () => {
      const { values } = await connection.answered(everyValue(await connection.db(), 'drafts'))
      return values.flatMap((value) => readDraft(value) ?? [])
    },
  }
}
