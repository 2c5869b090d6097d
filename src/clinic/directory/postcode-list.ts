/**
 * The national list of postcodes, where one was brought in (`import-places`): asked after the built-in list of London, so
 * that a search starts from the very postcode, and from any in the country.
 */
import { sql } from 'kysely'
import type { Database } from '../db/connection.ts'
import type { Position } from './distance.ts'
import type { Place, PlaceAnswer } from './places.ts'
import type { Postcode } from './postcode.ts'

/**
 * The same answer, sharpened by the list: a whole postcode is where it lies, and one from elsewhere is found. Anything that
 * the list does not know is left as it was. Two statements at most.
 * @param directory logged in as `unclench_directory`
 */
export async function placeInList(directory: Database, answer: PlaceAnswer): Promise<PlaceAnswer> {
  const { postcode } = answer
  if (!postcode || (answer.ok && !postcode.full)) return answer
  const exact = postcode.full ? await positionOf(directory, postcode.full) : undefined
  if (answer.ok) return exact ? { ...answer, place: { ...answer.place, ...exact } } : answer
  if (answer.why !== 'elsewhere') return answer
  if (exact) return found(postcode, postcode.full ?? postcode.outward, exact)
  const district = await middleOf(directory, postcode.outward)
  return district ? found(postcode, postcode.outward, district) : answer
}

function found(postcode: Postcode, name: string, position: Position): PlaceAnswer {
  const id = name.toLowerCase().replace(' ', '-')
  const place: Place = { id, name, kind: 'postcode', outward: postcode.outward, label: name, ...position }
  const rest = postcode.full && postcode.full !== name ? ` We do not know ${postcode.full} itself.` : ''
  return { ok: true, place, postcode, says: `Near ${name}.${rest}` }
}

/** Where one postcode lies. @param full as it is written, "LE5 2EL" */
async function positionOf(directory: Database, full: string): Promise<Position | undefined> {
  const { rows } = await sql<Position>`
    select latitude, longitude from directory.postcodes where postcode = ${full}`.execute(directory)
  return rows[0]
}

/** The middle of all postcodes of a district; `undefined` for a district without any. */
async function middleOf(directory: Database, outward: string): Promise<Position | undefined> {
  const { rows } = await sql<Position>`
    select avg(latitude) as latitude, avg(longitude) as longitude
    from directory.postcodes where outward = ${outward} having count(*) > 0`.execute(directory)
  return rows[0]
}
