/** Moving by staff: look by GET as often as one likes, move by POST. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { clockOf, freeTimesToMove } from '../../../clinic/booking/offered-time.ts'
import { priceIfMoved } from '../../../clinic/booking/moved-price.ts'
import { findVisit, type VisitView } from '../../../clinic/booking/visit-view.ts'
import { loadChoices } from '../../../clinic/calendar/choices.ts'
import { recordVisitLook } from '../../../clinic/people/reads.ts'
import {
  lookAtMove,
  lookAtPlaces,
  moveByStaff,
  type StaffMoved,
  type StaffMove,
} from '../../../clinic/calendar/staff-move.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { answer } from '../../find/booking/answer.tsx'
import { moneyWords } from '../../find/words.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { eventWords, keptWords } from '../console-words.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { calendarPaths } from './calendar-paths.ts'
import { dayOf, inTheWayWords, momentAt, refusalWords } from './calendar-words.ts'
import { CalendarMessage } from './message.tsx'
import { ChooseMovePage, ConfirmMovePage } from './move-page.tsx'
import { Bends, formOf, Id, keptReason, Line, Moment, queryOf, readTyped, reasonProblems } from './read.ts'

/** How many free times are offered before one is typed. */
const mostTimes = 12

/** The routes of a move. */
export function moveRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(calendarPaths.movePattern, (c) => withVisit(home, c, look))
  app.get(calendarPaths.lookPattern, (c) => withVisit(home, c, lookShort))
  app.post(calendarPaths.movePattern, (c) => withVisit(home, c, move))
  return app
}

/** A visit that is looked at. */
export interface Seen {
  readonly home: ConsoleHome
  readonly c: Context<ConsoleEnv>
  readonly visit: VisitView
  readonly now: number
}

/** A visit of the member's own clinic; anything else does not exist. */
export async function withVisit(
  home: ConsoleHome,
  c: Context<ConsoleEnv>,
  work: (seen: Seen) => Promise<Response>,
): Promise<Response> {
  const { member, data } = c.var
  const appointmentId = Id.parse(c.req.param('visit'))
  const visit = appointmentId && (await findVisit(data.app, { clinicId: member.clinicId, appointmentId }))
  if (!visit || visit.state === 'held') return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  await inClinic(data.app, member.clinicId, (trx) => recordVisitLook(trx, member, appointmentId))
  return work({ home, c, visit, now: await clockOf(data.app, member.clinicId) })
}

const To = z.object({ start: Moment, therapist: Id, location: Id })

/** Where it is to go: a moment of the calendar, or day and time as typed. */
function wishOf(fields: Readonly<Record<string, string>>, visit: VisitView) {
  const { start, therapist, location } = To.parse(fields)
  const typed = readTyped(fields.day, fields.time, visit.place.zone)
  return {
    start: start ?? (typed.kind === 'moment' ? typed.at : undefined),
    therapist: therapist ?? visit.therapist.id,
    location,
    problems: start === undefined && typed.kind === 'wrong' ? [typed] : [],
  }
}

/** The places to look at: the one asked for, or the visit's own and then the others. */
const placesOf = (visit: VisitView, location: string | undefined, all: readonly { readonly id: string }[]) =>
  location ? [location] : [visit.place.id, ...all.map(({ id }) => id).filter((id) => id !== visit.place.id)]

async function look(seen: Seen): Promise<Response> {
  const { home, c, visit, now } = seen
  const { member, data } = c.var
  const choices = await inClinic(data.app, member.clinicId, loadChoices)
  const page = { home, here: hereOf(c), visit, choices, now }
  if (visit.state !== 'confirmed') return overPage(seen)
  const fields = queryOf(c)
  const { start, therapist, location, problems } = wishOf(fields, visit)
  if (start === undefined) {
    const { clinicId, appointmentId, service } = visit
    const found = await freeTimesToMove(
      data.app,
      { clinicId, appointmentId, service: service.id, minutes: service.minutes, therapist: visit.therapist.id },
      mostTimes,
    )
    const when = { day: fields.day, time: fields.time }
    return answer(
      c,
      <ChooseMovePage {...page} {...{ problems, when }} free={found.free} />,
      problems.length > 0 ? 422 : 200,
    )
  }
  const wish = { appointmentId: visit.appointmentId, version: visit.version, therapist, start }
  const found = await lookAtPlaces(data.app, member, wish, placesOf(visit, location, choices.places))
  return answer(
    c,
    <ConfirmMovePage
      {...page}
      to={{ start, therapist, location: found.location }}
      looked={found.looked}
      price={await priceIfMoved(data.app, visit)}
      typed={{ reason: '', tell: '' }}
      problems={[]}
    />,
  )
}

/** The same in one line, for whoever drags a visit over the table. */
async function lookShort({ c, visit, now }: Seen): Promise<Response> {
  const { member, data } = c.var
  const choices = await inClinic(data.app, member.clinicId, loadChoices)
  const { start, therapist, location } = wishOf(queryOf(c), visit)
  if (start === undefined) return c.json({ fits: false, says: 'No time.' }, 422)
  const wish = { appointmentId: visit.appointmentId, version: visit.version, therapist, start }
  const { looked } = await lookAtPlaces(data.app, member, wish, placesOf(visit, location, choices.places))
  const name = choices.therapists.find(({ id }) => id === therapist)?.name ?? ''
  const at = momentAt(start, visit.place.zone, now)
  if (looked.ok) return c.json({ fits: true, says: `${at}, ${name}: free` })
  const why = 'near' in looked ? refusalWords(looked.why, name, looked.ofClass) : 'It cannot be moved now.'
  const [first] = 'inTheWay' in looked ? looked.inTheWay : []
  const who = first ? ` ${inTheWayWords(first, visit.place.zone, now)}.` : ''
  return c.json({ fits: false, says: `${at}: ${why}${who}` })
}

/** What every change of a visit is posted with. */
export const PostedChange = z.object({
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .catch(-1),
  reason: Line,
  bends: Bends,
  tell: z.enum(['mail', 'told']).catch('mail'),
})

const priceProblem = (pence: number): Problem => ({
  field: 'price',
  text: `Nothing was moved: what it costs changed while you typed. It is ${moneyWords(pence)} now.`,
})

async function move(seen: Seen): Promise<Response> {
  const { home, c, visit, now } = seen
  const { member, data } = c.var
  const fields = await formOf(c)
  const { version, reason, bends, tell } = PostedChange.parse(fields)
  const { start, therapist, location } = wishOf(fields, visit)
  if (start === undefined) return c.redirect(calendarPaths.move(visit.appointmentId), 303)
  const to = { start, therapist, location: location ?? visit.place.id }
  const wish: StaffMove = { ...to, appointmentId: visit.appointmentId, version, isTold: tell === 'told' }
  const price = await priceIfMoved(data.app, visit)
  // The page said another price: this one is said before it is taken.
  const isSaid = [undefined, String(price)].includes(fields.price) || visit.payer === 'package'
  const moved = isSaid
    ? await moveByStaff(data.app, member, { ...wish, reason: keptReason(reason), bends })
    : await lookAtMove(data.app, member, wish)
  if (moved.ok && isSaid) return c.redirect(calendarPaths.view({ day: dayOf(start, visit.place.zone) }), 303)
  if (!moved.ok && !('near' in moved)) return notMoved(seen, moved)
  const choices = await inClinic(data.app, member.clinicId, loadChoices)
  const page = { home, here: hereOf(c), visit, choices, now, to, looked: moved, price }
  const problems = [
    ...(isSaid ? [] : [priceProblem(price ?? visit.pricePence)]),
    ...(moved.ok || !moved.canBend ? [] : reasonProblems(fields, moved.why, 'moved')),
  ]
  return answer(c, <ConfirmMovePage {...page} {...{ problems }} typed={{ reason, tell }} />, 409)
}

/** It was changed meanwhile, or cannot be changed any more. @param pathOf the page that it was wished on */
export function notMoved(
  seen: Seen,
  moved: Exclude<StaffMoved, { readonly ok: true }>,
  pathOf: (visit: string) => string = calendarPaths.move,
) {
  if (moved.why !== 'stale' || !('since' in moved)) return overPage(seen)
  const { home, c, visit, now } = seen
  return answer(
    c,
    <CalendarMessage {...{ home }} here={hereOf(c)} title="It was changed meanwhile">
      <p>Nothing was changed. Since you opened the page:</p>
      <ul>
        {moved.since.map(({ what, keeps, by, startsAt, at }) => (
          <li key={`${at} ${what}`}>
            {momentAt(at, visit.place.zone, now)}, {by}:{' '}
            {keeps ? keptWords[keeps] : `${eventWords[what] ?? what}, ${momentAt(startsAt, visit.place.zone, now)}`}
          </li>
        ))}
      </ul>
      <p>
        <a href={pathOf(visit.appointmentId)}>Look at it as it stands now</a>
      </p>
    </CalendarMessage>,
    409,
  )
}

const overPage = ({ home, c }: Seen) =>
  answer(
    c,
    <CalendarMessage {...{ home }} here={hereOf(c)} title="It cannot be moved">
      <p>They have arrived, or the visit is over or cancelled. Book a new one instead.</p>
    </CalendarMessage>,
    409,
  )
