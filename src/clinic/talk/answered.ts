/** The questions and answers that staff put before everybody, while whoever signed is on a register. */
import { sql } from 'kysely'
import type { Database } from '../db/connection.ts'

/** One of them. */
export interface PublishedAnswer {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly guidePages: readonly string[]
  readonly clinic: string
  readonly therapist: string
  readonly therapistSlug: string
  readonly profession: string
  readonly body: string
  readonly number: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The newest first. @param directory as public search */
export async function publishedAnswers(
  directory: Database,
  { most, skip = 0 }: { readonly most: number; readonly skip?: number },
): Promise<{ readonly answers: readonly PublishedAnswer[]; readonly count: number }> {
  const { rows } = await sql<Omit<PublishedAnswer, 'at'> & { readonly at: Date }>`
    select published_id as id, question, answer, guide_pages as "guidePages", clinic, therapist,
      therapist_slug as "therapistSlug", profession, registration_body as body, registration_number as number,
      published_at as at
    from directory.published_answers order by published_at desc, published_id limit ${most} offset ${skip}`.execute(
    directory,
  )
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::int as count from directory.published_answers`.execute(directory)
  return { answers: rows.map(({ at, ...answer }) => ({ ...answer, at: at.getTime() })), count: counted[0]?.count ?? 0 }
}
