/** Comments as anybody reads them: a name where one was given, and words. And how many are shown, wait, or are kept back and why. */
import { sql } from 'kysely'
import type { Database } from '../db/connection.ts'
import { isHideReason, type HideReason } from '../directory/ratings.ts'

/** One comment. */
export interface ShownComment {
  readonly id: string
  readonly words: string
  readonly name: string | null
  /** Milliseconds since 1970. */
  readonly at: number
}

/** How many comments of a page, or of a clinic, stand where. */
export interface CommentCounts {
  readonly shown: number
  readonly waiting: number
  readonly keptBack: Readonly<Partial<Record<HideReason, number>>>
}

/** The newest first. @param directory as public search */
export async function shownComments(
  directory: Database,
  page: string,
  { most, skip }: { readonly most: number; readonly skip: number },
): Promise<readonly ShownComment[]> {
  const { rows } = await sql<{ id: string; words: string; name: string | null; at: Date }>`
    select comment_id as id, words, shown_name as name, written_at as at from directory.comments
    where page = ${page} order by written_at desc, comment_id limit ${most} offset ${skip}`.execute(directory)
  return rows.map(({ at, ...comment }) => ({ ...comment, at: at.getTime() }))
}

/** The counts of one page of the guide, or of everything that one clinic reads. */
export async function countedComments(
  directory: Database,
  of: { readonly page: string } | { readonly clinicId: string },
): Promise<CommentCounts> {
  const which = 'page' in of ? sql`page = ${of.page}` : sql`clinic_id = ${of.clinicId}`
  const { rows } = await sql<{ standing: string; count: number }>`
    select standing, sum(comments)::int as count from directory.comment_counts where ${which} group by 1`.execute(
    directory,
  )
  const counts = new Map(rows.map(({ standing, count }) => [standing, count]))
  return {
    shown: counts.get('shown') ?? 0,
    waiting: counts.get('waiting') ?? 0,
    keptBack: Object.fromEntries([...counts].filter(([standing]) => isHideReason(standing))),
  }
}
