/** The waiting list for staff: looking, offering a time, passing an offer on, taking somebody off. Looking changes nothing. */
import { type Context, Hono } from 'hono'
import { passOffer } from '../../../clinic/booking/waiting/answer-offer.ts'
import {
  type EntryId,
  type Offered,
  type OfferableTime,
  offerByHand,
  timesToOffer,
} from '../../../clinic/booking/waiting/offer-by-hand.ts'
import { oneWaiting, takenVisit, waitingForStaff } from '../../../clinic/booking/waiting/staff-waiting.ts'
import { leaveWaitingList } from '../../../clinic/booking/waiting/waiting-list.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { oneLine } from '../../../clinic/people/typed-text.ts'
import { answer } from '../../find/booking/answer.tsx'
import { readId } from '../../find/posted-ids.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { isByReturn } from '../ask-first.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { readFields } from '../read-posted.ts'
import { WaitingOnePage, WaitingPage } from './waiting-page.tsx'

type Ctx = Context<ConsoleEnv>

/** The routes under /console/waiting. */
export function waitingRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  const mine = (take: (home: ConsoleHome, c: Ctx) => Promise<Response>) => (c: Ctx) =>
    mayDo(c.get('member'), 'change-visits') ? take(home, c) : Promise.resolve(notYours(home, c))
  app.get(consolePaths.waiting, mine(showList))
  app.get(consolePaths.waitingOnePattern, mine(showOne))
  app.post(consolePaths.offerTimePattern, mine(postOffer))
  app.post(consolePaths.passTimePattern, mine(postPass))
  app.post(consolePaths.takeOffPattern, mine(postTakeOff))
  return app
}

const notYours = (home: ConsoleHome, c: Ctx) => answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)

const showList = (home: ConsoleHome, c: Ctx) => listPage(home, c)

async function listPage(home: ConsoleHome, c: Ctx, late?: { readonly visit: string | undefined }): Promise<Response> {
  const list = await waitingForStaff(c.get('data').app, c.get('member'))
  return answer(c, <WaitingPage {...{ home, list, late }} here={hereOf(c)} />, late ? 409 : 200)
}

/** The list again; where they took their time before this press, that is said: their visit stands. */
async function backToList(home: ConsoleHome, c: Ctx, entry: EntryId): Promise<Response> {
  const visit = await takenVisit(c.get('data').app, entry)
  return visit ? listPage(home, c, { visit }) : c.redirect(consolePaths.waiting, 303)
}

const entryIn = (c: Ctx) => {
  const entryId = readId(c.req.param('entry'))
  return entryId && { clinicId: c.get('member').clinicId, entryId }
}

interface Typed {
  readonly reason?: string
  readonly problems?: readonly Problem[]
}

async function showOne(home: ConsoleHome, c: Ctx, typed: Typed = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const entry = entryIn(c)
  const { app } = c.get('data')
  const found = entry && (await oneWaiting(app, c.get('member'), entry.entryId))
  if (!entry || (!found && status === 200)) return notYours(home, c)
  // Whoever waits no more is on the list of nobody: the list says who does.
  if (!found) return listPage(home, c, { visit: await takenVisit(app, entry) })
  const choices = found.one.offer ? [] : await timesToOffer(app, entry)
  const { reason = '', problems = [] } = typed
  const page = { home, choices, reason, problems, ...found, here: hereOf(c) }
  return answer(c, <WaitingOnePage {...page} />, status)
}

/** "therapist.place.milliseconds", as our own form has it. */
function timeIn(text: string | undefined): OfferableTime | undefined {
  const [first, second, start = ''] = (text ?? '').split('.')
  const [therapist, location] = [readId(first), readId(second)]
  return therapist && location && /^\d{12,14}$/.test(start) ? { therapist, location, start: Number(start) } : undefined
}

const refusals: Readonly<Record<Extract<Offered, { ok: false }>['why'], string>> = {
  notWaiting: 'They wait no more.',
  hasOffer: 'Another time is kept for them already.',
  notFree: 'This time is not free any more. Choose another.',
}

async function postOffer(home: ConsoleHome, c: Ctx): Promise<Response> {
  const entry = entryIn(c)
  if (!entry) return notYours(home, c)
  const time = timeIn((await readFields(c)).time)
  if (!time) return showOne(home, c, { problems: [{ field: 'time', text: 'Choose a time.' }] }, 422)
  const offered = await offerByHand(c.get('data').app, entry, time)
  if (offered.ok) return c.redirect(consolePaths.waiting, 303)
  return showOne(home, c, { problems: [{ field: 'time', text: refusals[offered.why] }] }, 409)
}

/** The offer that the page showed: one that was made since is another, and stays. */
async function postPass(home: ConsoleHome, c: Ctx): Promise<Response> {
  const entry = entryIn(c)
  const offerId = readId((await readFields(c)).offer)
  if (!entry || !offerId) return notYours(home, c)
  await passOffer(c.get('data').app, { clinicId: entry.clinicId, offerId }, c.get('member').memberId)
  return backToList(home, c, entry)
}

/** Longest reason, in characters. */
const longestReason = 200

async function postTakeOff(home: ConsoleHome, c: Ctx): Promise<Response> {
  const entry = entryIn(c)
  if (!entry) return notYours(home, c)
  const fields = await readFields(c)
  const typed = fields.reason ?? ''
  const again = (text: string) => showOne(home, c, { reason: typed, problems: [{ field: 'reason', text }] }, 422)
  if (isByReturn(fields)) return again('They are still on the list. Press “Take off the list” for that.')
  const reason = oneLine(typed)
  if (reason === '') return again('Enter why they wish it.')
  if ([...reason].length > longestReason) return again('Use 200 characters or fewer.')
  await leaveWaitingList(c.get('data').app, entry, { memberId: c.get('member').memberId, reason })
  return backToList(home, c, entry)
}
