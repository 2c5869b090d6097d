/** Names in addresses: given once, never to somebody else, and old ones lead on. */
import type { ClinicTransaction } from '../db/connection.ts'
import { slugOf } from '../directory/slug.ts'

/** Whose name it is. */
interface Named {
  readonly kind: 'clinic' | 'therapist'
  readonly clinicId: string
  readonly subjectId: string
  readonly name: string
  /** What tells two of one name apart before a number does: the place, or the clinic. */
  readonly near?: string
}

/** Numbers tried after the plain name: more than there are of one name at one place. */
const mostTried = 500

/**
 * Gives somebody the address of their name, and makes it the current one; one they had before is theirs again. Those they
 * had stay and lead on. Call it in a transaction inside the clinic.
 * @returns the slug that is now current
 */
export async function takeSlug(trx: ClinicTransaction, named: Named): Promise<string> {
  const { kind, clinicId: clinic_id, subjectId: subject_id } = named
  const current = await trx
    .selectFrom('slugs')
    .select('slug')
    .where('clinic_id', '=', clinic_id)
    .where('kind', '=', kind)
    .where('subject_id', '=', subject_id)
    .where('is_current', '=', true)
    .executeTakeFirst()
  const base = slugOf(named.name, kind)
  if (current && fits(current.slug, base, named.near)) return current.slug
  await trx
    .updateTable('slugs')
    .set({ is_current: false })
    .where('clinic_id', '=', clinic_id)
    .where('kind', '=', kind)
    .where('subject_id', '=', subject_id)
    .execute()
  for (const slug of wishes(base, named.near)) {
    const taken = await trx
      .insertInto('slugs')
      .values({ kind, slug, clinic_id, subject_id })
      .onConflict((conflict) =>
        conflict
          .columns(['kind', 'slug'])
          .doUpdateSet({ is_current: true })
          .where('slugs.clinic_id', '=', clinic_id)
          .where('slugs.subject_id', '=', subject_id),
      )
      .returning('slug')
      .executeTakeFirst()
    if (taken) return taken.slug
  }
  throw new Error(`No address is left for a ${kind}.`)
}

/** The plain name, the name with the place, then numbers. */
function* wishes(base: string, near: string | undefined): Generator<string> {
  yield base
  const withPlace = near && joined(base, slugOf(near, ''))
  if (withPlace && withPlace !== base) yield withPlace
  for (let number = 2; number <= mostTried; number += 1) yield joined(base, String(number))
}

/** At most 80 signs, as the table has it; the end that tells apart is kept whole. */
const joined = (base: string, end: string) =>
  end === '' ? base : `${base.slice(0, Math.max(1, 79 - end.length)).replace(/-$/, '')}-${end.slice(0, 60)}`

/** Already the address of this name: a change of a capital moves nobody. */
const fits = (slug: string, base: string, near: string | undefined) =>
  wishes(base, near).take(2).toArray().includes(slug) || new RegExp(`^${base}-\\d+$`).test(slug)
