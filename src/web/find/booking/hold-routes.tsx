/** Looking at a time, holding it, and booking it. Looking changes nothing; only a pressed button does. */
import { type Context, Hono } from 'hono'
import { orCalledOff } from '../../../clinic/booking/class-called-off.ts'
import { findHoldOfKey, holderOf, holdSlot } from '../../../clinic/booking/holds.ts'
import {
  findOfferedService,
  type LookedAt,
  lookAtTime,
  type OfferedService,
} from '../../../clinic/booking/offered-time.ts'
import { type LinkSubject, privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import type { NotBooked } from '../../../clinic/booking/slot-claims.ts'
import { findHeldOrBooked, findVisit } from '../../../clinic/booking/visit-view.ts'
import type { BookingHome, FindData } from '../find-home.ts'
import { idOrNobody } from '../posted-ids.ts'
import { answer, fieldOf, namesOf, readForm, readMoment, withData } from './answer.tsx'
import { type TypedBooking, typedBooking } from './booking-form.ts'
import { findPaths } from '../paths.ts'
import { bookingPaths } from './booking-paths.ts'
import { MessagePage, NoVisitPage, TooManyPage } from './message-pages.tsx'
import { bookRoute } from './book-route.tsx'
import { LetGoPage, showForm, visitPath } from './hold-form.tsx'
import { LostPage, TimePage } from './time-page.tsx'

/** The routes from a chosen time to a booked visit. */
export function holdRoutes(home: BookingHome): Hono {
  const app = new Hono()
  app.get(bookingPaths.timePattern, (c) => withData(home, c, (data) => lookRoute(home, c, data)))
  app.post(bookingPaths.timePattern, (c) => withData(home, c, (data) => holdRoute(home, c, data)))
  app.get(bookingPaths.holdPattern, (c) => withData(home, c, (data) => formRoute(home, c, data)))
  app.post(bookingPaths.holdPattern, (c) => bookRoute(home, c))
  return app
}

async function lookRoute(home: BookingHome, c: Context, data: FindData) {
  const offered = await findOfferedService(data.directory, c.req.param('slug') ?? '', c.req.query('service') ?? '')
  const start = momentOf(c.req.query('at') ?? '')
  if (!offered || start === 0) return noSuchTime(home, c)
  const looked = await lookAtTime(data.app, offered, start)
  if (!looked.ok) return lost(home, c, data, offered, looked, start)
  const { now, names, wanted, placesLeft } = looked
  const place = names.locations.get(wanted.location)
  const { slug, therapist, service, clinic } = offered
  const where = { place: place?.name ?? '', zone: place?.zone ?? 'UTC' }
  const time = { start, slug, therapist, service, clinic, placesLeft, ...where }
  return answer(c, <TimePage {...{ home, time, now }} path={c.req.path} />)
}

/** "2026-12-01T08:20:00Z", or the same moment with milliseconds or another offset, in milliseconds; 0 for anything else. */
export function momentOf(text: string): number {
  try {
    // In an address a plus that nobody encoded came as a space.
    return Math.max(Temporal.Instant.from(text.replace(' ', '+')).epochMilliseconds, 0)
  } catch {
    return 0
  }
}

/** The address names no time. */
export function noSuchTime(home: BookingHome, c: Context) {
  return answer(
    c,
    <MessagePage home={home} path={c.req.path} title="That time is not offered">
      <p>
        The address may be old or cut short. Nothing was booked. <a href="/find">Find a physio</a> shows what is free.
      </p>
    </MessagePage>,
    404,
  )
}

/** What is said of a time that cannot be had. */
export async function lost(
  home: BookingHome,
  c: Context,
  { app }: Pick<FindData, 'app'>,
  offered: OfferedService,
  looked: LookedAt & NotBooked,
  start: number,
) {
  const { clinicId, therapistId, service, slug, therapist } = offered
  const { now, names } = looked
  const refused = await orCalledOff(app, { clinicId, service: service.id, therapist: therapistId, start }, looked)
  const page = { home, now, lost: refused, names: namesOf(names), service: service.id, path: c.req.path }
  const all = { href: findPaths.times(slug, service.id), name: therapist }
  const zone = [...names.locations.values()][0]?.zone ?? 'UTC'
  const time = { service: service.id, start, zone }
  return answer(c, <LostPage {...page} {...{ all, time }} waitHref={bookingPaths.join(slug, service.id)} />, 409)
}

async function holdRoute(home: BookingHome, c: Context, data: FindData) {
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const offered = await findOfferedService(data.directory, c.req.param('slug') ?? '', fieldOf(form, 'service'))
  const start = readMoment(fieldOf(form, 'start'))
  if (!offered || start === 0) return noSuchTime(home, c)
  const key = pressOf(form)
  const looked = await lookAtTime(data.app, offered, start)
  if (!looked.ok) {
    // The same button pressed again finds its time taken, by its own hold.
    const own = key === null ? undefined : await findHoldOfKey(data.app, offered.clinicId, key)
    return own
      ? afterHold(home, c, data, { hold: own, typed: typedBooking(form) })
      : lost(home, c, data, offered, looked, start)
  }
  const held = await holdSlot(data.app, looked.wanted, heldBy(home, c, data), key)
  if (held.ok) return afterHold(home, c, data, { hold: held.hold, typed: typedBooking(form) })
  if (held.why === 'tooMany') return answer(c, <TooManyPage home={home} path={c.req.path} />, 429)
  return lost(home, c, data, offered, { ...held, now: looked.now, names: looked.names }, start)
}

/** The key of the page whose button was pressed; null where the form carries none. */
export const pressOf = (form: FormData): string | null => {
  const id = fieldOf(form, 'press')
  return idOrNobody(id) === id ? id : null
}

/** Who lost a time after filling the form has it again as it was; everybody else starts with an empty one. */
async function afterHold(
  home: BookingHome,
  c: Context,
  data: FindData,
  after: { hold: LinkSubject; typed: TypedBooking },
) {
  const path = bookingPaths.hold(privateToken(data.secret, 'hold', after.hold))
  const hold = Object.keys(after.typed).length > 0 ? await findVisit(data.app, after.hold) : undefined
  if (hold?.state !== 'held') return c.redirect(path, 303)
  return showForm(home, c, data, { hold, typed: after.typed, problems: [], path })
}

/** Whose hold it is: a keyed hash of the network address. */
export function heldBy(home: BookingHome, c: Context, { secret }: FindData): Uint8Array | null {
  const address = home.addressOf(c)
  return address ? holderOf(secret, address) : null
}

async function formRoute(home: BookingHome, c: Context, data: FindData) {
  const subject = readPrivateToken(data.secret, 'hold', c.req.param('token') ?? '')
  const hold = subject && (await findHeldOrBooked(data.app, subject))
  if (!subject) return answer(c, <NoVisitPage home={home} path={c.req.path} />, 404)
  // Gone without a trace: its end was said, and its time is free for all.
  if (!hold) return answer(c, <LetGoPage home={home} path={c.req.path} />, 410)
  if (hold.state !== 'held') return c.redirect(visitPath(data, hold), 303)
  return showForm(home, c, data, { hold, typed: {}, problems: [] })
}
