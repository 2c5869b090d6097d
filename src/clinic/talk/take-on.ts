/** What clinics have taken on: answering questions of the public, reading comments before they show. And how long answers take. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'

/** A clinic that has taken on one of the two, with how much waits there. */
export interface TalkClinic {
  readonly clinicId: string
  readonly name: string
  /** Takes questions, and somebody there is on a register today. */
  readonly answersQuestions: boolean
  readonly readsComments: boolean
  readonly openQuestions: number
  readonly waitingComments: number
}

/** Every such clinic, those with least to do first. @param directory as public search */
export async function talkClinics(directory: Database): Promise<readonly TalkClinic[]> {
  const { rows } = await sql<TalkClinic>`
    select clinic_id as "clinicId", name, answers_questions as "answersQuestions", reads_comments as "readsComments",
      open_questions as "openQuestions", waiting_comments as "waitingComments"
    from directory.talk_clinics where answers_questions or reads_comments
    order by open_questions + waiting_comments, clinic_id limit 200`.execute(directory)
  return rows
}

/** The clinic that was chosen, or the one with fewest open questions. Pure. @returns `undefined` where none answers, or not that one */
export function whoAnswers(clinics: readonly TalkClinic[], chosen: string): TalkClinic | undefined {
  const answering = clinics.filter(({ answersQuestions }) => answersQuestions)
  if (chosen !== '') return answering.find(({ clinicId }) => clinicId === chosen)
  return answering.toSorted((one, other) => one.openQuestions - other.openQuestions)[0]
}

/** The clinic with fewest comments to read. Pure. @returns `undefined` where nobody reads them: then none is taken */
export const whoReads = (clinics: readonly TalkClinic[]): TalkClinic | undefined =>
  clinics
    .filter(({ readsComments }) => readsComments)
    .toSorted((one, other) => one.waitingComments - other.waitingComments)[0]

/** What a clinic has taken on. */
export interface TakenOn {
  readonly answersQuestions: boolean
  readonly readsComments: boolean
}

/** As it stands now. */
export function readTakenOn(db: Database, clinicId: string): Promise<TakenOn> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx.selectFrom('talk_settings').selectAll().executeTakeFirst()
    return { answersQuestions: row?.answers_questions ?? false, readsComments: row?.reads_comments ?? false }
  })
}

/** Takes on or lays down. What waits already stays to be answered. */
export function writeTakenOn(db: Database, clinicId: string, taken: TakenOn): Promise<void> {
  const values = { answers_questions: taken.answersQuestions, reads_comments: taken.readsComments }
  return inClinic(db, clinicId, async (trx) => {
    await trx
      .insertInto('talk_settings')
      .values({ clinic_id: clinicId, ...values })
      .onConflict((at) => at.column('clinic_id').doUpdateSet({ ...values, changed_at: sql<Date>`now()` }))
      .execute()
  })
}

/** Fewer answers than these say nothing of the next. [C] */
const fewestMeasured = 5

/** The days that are looked back on; the view `directory.answer_times` says the same. */
export const measuredDays = 90

/** How long half of the answers of the last ninety days took at most, in seconds; what nobody has answered is not counted. @returns `undefined` where there are too few to say */
export async function medianAnswerTime(directory: Database): Promise<number | undefined> {
  const { rows } = await sql<{ count: number; median: number | null }>`
    select count(*)::int as count, percentile_disc(0.5) within group (order by seconds)::int as median
    from directory.answer_times`.execute(directory)
  const [measured] = rows
  return measured && measured.count >= fewestMeasured ? (measured.median ?? undefined) : undefined
}
