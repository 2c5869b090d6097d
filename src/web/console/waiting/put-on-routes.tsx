/** Putting somebody on the waiting list: a caller, or whom the clinic knows from a visit. Looking changes nothing. */
import { type Context, Hono } from 'hono'
import { insurersOf } from '../../../clinic/booking/offered-time.ts'
import { knownFromVisit } from '../../../clinic/booking/waiting/staff-join.ts'
import { oneWaiting } from '../../../clinic/booking/waiting/staff-waiting.ts'
import { type Joined, putOnWaitingList } from '../../../clinic/booking/waiting/waiting-list.ts'
import { type Choices, loadChoices } from '../../../clinic/calendar/choices.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { answer } from '../../find/booking/answer.tsx'
import { insurerProblem, type TypedBooking, typedBooking } from '../../find/booking/booking-form.ts'
import { readId } from '../../find/posted-ids.ts'
import { typedForm } from '../../find/typed-form.ts'
import { untouchedWish } from '../../find/waiting/waiting-form.ts'
import { todayAt } from '../../find/waiting/waiting-routes.tsx'
import type { Problem } from '../../ui/error-summary.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'
import { formStatus } from '../form-page.tsx'
import { NotYoursPage } from '../message-pages.tsx'
import { anybody, readPutOn, type TypedPutOn, typedPutOn } from './put-on-form.ts'
import { PutOnPage } from './put-on-page.tsx'

type Ctx = Context<ConsoleEnv>

/** The routes of /console/waiting/new. */
export function putOnRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  const mine = (take: (home: ConsoleHome, c: Ctx) => Promise<Response>) => async (c: Ctx) =>
    mayDo(c.get('member'), 'change-visits')
      ? take(home, c)
      : answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  app.get(consolePaths.putOn, mine(look))
  app.post(consolePaths.putOn, mine(putOn))
  return app
}

interface Shown {
  readonly choices: Choices
  readonly put: TypedPutOn
  readonly typed: TypedBooking
  readonly problems: readonly Problem[]
  readonly hint?: string | undefined
  /** The place on the list that they have. */
  readonly already?: string
}

const show = (home: ConsoleHome, c: Ctx, shown: Shown) =>
  Promise.resolve(answer(c, <PutOnPage {...{ home, ...shown }} here={hereOf(c)} />, formStatus(shown.problems)))

async function look(home: ConsoleHome, c: Ctx): Promise<Response> {
  const { member, data } = c.var
  const choices = await inClinic(data.app, member.clinicId, loadChoices)
  const visit = readId(c.req.query('visit'))
  const known = visit && (await knownFromVisit(data.app, member, visit))
  const wish = untouchedWish(crypto.randomUUID())
  if (!known) {
    const put = { service: '', therapist: anybody, comes: '', contact: '', wish }
    return show(home, c, { choices, put, typed: {}, problems: [] })
  }
  const { person, contact, email, phone, service, therapist } = known
  const put = { service, therapist, comes: person, contact: contact === person ? '' : contact, wish }
  return show(home, c, { choices, put, typed: { email: email ?? '', phone: phone ?? '' }, problems: [] })
}

async function putOn(home: ConsoleHome, c: Ctx): Promise<Response> {
  const { member, data } = c.var
  const { clinicId, memberId } = member
  const form = await typedForm(c.req.raw).catch(() => new FormData())
  const choices = await inClinic(data.app, clinicId, loadChoices)
  const put = typedPutOn(form)
  const { typed, hint, read } = readPutOn(form, put, await todayAt(data, clinicId))
  const again = (problems: readonly Problem[], wish = put.wish) =>
    show(home, c, { choices, put: { ...put, wish }, typed: typedBooking(form), hint, problems })
  const service = choices.services.find(({ id }) => id === readId(put.service))
  const chosen = service ? faultsOfChoice(service, put) : [{ field: 'service', text: 'Choose what they wait for.' }]
  if (!service || !read.ok || chosen.length > 0) return again([...chosen, ...(read.ok ? [] : read.problems)])
  const listed = await insurersOf(data.app, clinicId, service.id)
  const unlisted = insurerProblem(listed, typed, 'They can always pay themselves.')
  if (unlisted) return again([unlisted])
  const therapist = put.therapist === anybody ? null : put.therapist
  const joined = await putOnWaitingList(data.app, { ...read.value, clinicId, service: service.id, therapist }, memberId)
  if (!joined.ok && joined.why === 'already') {
    const found = await oneWaiting(data.app, member, joined.entryId)
    const problems = [{ field: 'comes', text: alreadyWords(put.comes, found) }]
    return show(home, c, { choices, put, typed, hint, problems, already: joined.entryId })
  }
  if (joined.ok && !joined.isOther) return c.redirect(consolePaths.waitingOne(joined.entryId), 303)
  return again([refusalOf(joined)], joined.ok ? { ...put.wish, key: crypto.randomUUID() } : put.wish)
}

/** Whoever is chosen gives it; and in a class each has a place of their own. */
function faultsOfChoice({ therapists, places }: Choices['services'][number], put: TypedPutOn): readonly Problem[] {
  const gives = put.therapist === anybody || therapists.includes(put.therapist)
  return [
    ...(gives ? [] : [{ field: 'therapist', text: 'They do not give this. Choose another, or anybody.' }]),
    ...(places !== null && put.wish.second.trim() !== ''
      ? [{ field: 'secondPerson', text: 'For two places in a class, put each of them on the list.' }]
      : []),
  ]
}

/** "Kit Orme waits for this already, since Friday 27 November, 09:47, put on the list by Amara Larch." */
function alreadyWords(comes: string, found: Awaited<ReturnType<typeof oneWaiting>>): string {
  if (!found) return `${comes} waits for this already.`
  const { one, now } = found
  const by = one.joinedBy ? `, put on the list by ${one.joinedBy}` : ''
  return `${one.personName} waits for this already, since ${momentOf(one.since, one.zone, now)}${by}.`
}

function refusalOf(joined: Joined): Problem {
  if (joined.ok)
    return {
      field: 'comes',
      text: 'They are on the list already with what you sent before. Send this to put them on it a second time.',
    }
  return joined.why === 'tooMany'
    ? { field: 'email', text: 'This address is on the list five times already. Take one of those off first.' }
    : { field: 'service', text: 'This cannot be waited for any more. Choose another.' }
}
