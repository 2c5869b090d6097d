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

const columns = sql`published_id as id, question, answer, guide_pages as "guidePages", clinic, therapist,
  therapist_slug as "therapistSlug", profession, registration_body as body, registration_number as number, published_at as at`

type Row = Omit<PublishedAnswer, 'at'> & { readonly at: Date }
const toAnswer = ({ at, ...answer }: Row): PublishedAnswer => ({ ...answer, at: at.getTime() })

/** One of them. @returns `undefined` where it is not shown, or never was */
export async function publishedAnswer(directory: Database, id: string): Promise<PublishedAnswer | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from directory.published_answers where published_id = ${id}`.execute(directory)
  return rows[0] && toAnswer(rows[0])
}

/** The newest first. @param directory as public search */
export async function publishedAnswers(
  directory: Database,
  { most, skip = 0 }: { readonly most: number; readonly skip?: number },
): Promise<{ readonly answers: readonly PublishedAnswer[]; readonly count: number }> {
  const { rows } = await sql<Row>`
    select ${columns} from directory.published_answers
    order by published_at desc, published_id limit ${most} offset ${skip}`.execute(directory)
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::int as count from directory.published_answers`.execute(directory)
  return { answers: rows.map(toAnswer), count: counted[0]?.count ?? 0 }
}
