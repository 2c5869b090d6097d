/** The command `day`: the visits of one clinic on one day, to read or to print where no browser is at hand. */
import { connect } from '../../clinic/db/connection.ts'
import { rolePassword } from '../../clinic/db/roles.ts'
import { type DayVisit, dayList } from '../../clinic/booking/day-list.ts'
import type { Result } from '../postgres/result.ts'
import type { Call } from './call.ts'
import { plain } from './clinic-of.ts'
import { withDatabase } from './with-database.ts'

/** @param slug the clinic's public address @param day ISO day */
export function printDay({ config, say }: Call, slug: string, day: string): Promise<Result<object>> {
  if (!isDay(day)) return Promise.resolve({ ok: false, why: 'The day must be like 2026-12-01.' })
  return withDatabase<object>(config, async ({ settings, secret: text }) => {
    const secret = Buffer.from(text)
    const app = connect(settings, 'unclench_app', rolePassword(secret, 'unclench_app'), 1)
    try {
      const clinic = await app
        .selectFrom('slugs')
        .select('clinic_id')
        .where('kind', '=', 'clinic')
        .where('slug', '=', slug)
        .executeTakeFirst()
      if (!clinic) return { ok: false, why: `There is no clinic "${plain(slug).slice(0, 80)}".` }
      const visits = await dayList(app, secret, clinic.clinic_id, day)
      say(visits.length === 0 ? `No visits on ${day}.` : `${day}: ${visits.length} visits.`)
      for (const visit of visits) for (const line of linesOf(visit)) say(plain(line))
      return { ok: true }
    } finally {
      await app.destroy()
    }
  })
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

function linesOf(visit: DayVisit): readonly string[] {
  const { times, person, therapist, service, place, state, payer, phone, email, note, notReached } = visit
  return [
    `${times}  ${person}  with ${therapist}: ${service}, ${place}${state === 'confirmed' ? '' : ` (${state})`}`,
    ...(visit.bentReason ? [`    A rule was bent for it: ${visit.bentReason}`] : []),
    ...(visit.isAsked ? ['    They were asked to choose another time, and not to come at this one.'] : []),
    ...(notReached ? [`    ${notReached}`] : []),
    `    ${[phone, email, payer].filter(Boolean).join(', ')}`,
    ...(note ? note.split('\n').map((line) => `    “${line}”`) : []),
  ]
}
