/** The waiting list: joining, one's place on it, and answering an offer. Looking changes nothing; only a pressed button does. */
import { type Context, Hono } from 'hono'
import { clinicNamesOf, clockOf, findOfferedService, insurersOf } from '../../../clinic/booking/offered-time.ts'
import { isCurrentLink, privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { cancelTerms } from '../../../clinic/booking/cancel-terms.ts'
import { hasPackages } from '../../../clinic/booking/grants.ts'
import { findLinked } from '../../../clinic/booking/visit-view.ts'
import { passOffer, type Taken, takeOffer } from '../../../clinic/booking/waiting/answer-offer.ts'
import { termsIfTaken } from '../../../clinic/booking/waiting/offer-terms.ts'
import { findOffer, type OfferView } from '../../../clinic/booking/waiting/offer-view.ts'
import {
  findWaitingPlace,
  isForClasses,
  type Joining,
  joinWaitingList,
  leaveWaitingList,
  waitingWith,
  type WaitingPlace,
} from '../../../clinic/booking/waiting/waiting-list.ts'
import { readTherapist } from '../../../clinic/directory/read-profiles.ts'
import { insurers } from '../../../clinic/directory/insurers.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { answer, fieldOf, namesOf, readForm, withData } from '../booking/answer.tsx'
import { insurerProblem, type TypedBooking } from '../booking/booking-form.ts'
import { bookingPaths } from '../booking/booking-paths.ts'
import { visitWhen } from '../booking/booking-words.ts'
import { NoVisitPage } from '../booking/message-pages.tsx'
import { grantWords } from '../booking/grant-words.ts'
import { RingToMovePage } from '../booking/move-page.tsx'
import { LostPage } from '../booking/time-page.tsx'
import { againHrefOf } from '../booking/visit-routes.tsx'
import { CheckFirstPage, DangerFirstPage, IfItIsSo, NoteQuestions, noteProblem } from '../danger-first.tsx'
import type { BookingHome, FindData } from '../find-home.ts'
import { opensNothing } from '../lost-link.tsx'
import { CannotMovePage, ClosedOfferPage, OfferPage, TakenPairPage } from './offer-page.tsx'
import {
  readEarlier,
  readJoin,
  type ToldInJoin,
  toldInJoin,
  type TypedWish,
  typedWish,
  untouchedWish,
} from './waiting-form.ts'
import {
  changedSinceProblem,
  EarlierPage,
  JoinPage,
  joinPath,
  NoWaitingLinkPage,
  tooManyProblem,
  WaitingPlacePage,
  WhichServicePage,
} from './waiting-pages.tsx'

/** The routes under /waiting and /offers, and of waiting with a visit. */
export function waitingRoutes(home: BookingHome): Hono {
  const app = new Hono()
  const on = (work: (home: BookingHome, c: Context, data: FindData) => Response | Promise<Response>) => (c: Context) =>
    withData(home, c, (data) => work(home, c, data))
  app.get(bookingPaths.joinPattern, on(showJoin))
  app.post(bookingPaths.joinPattern, on(join))
  app.get(bookingPaths.waitingPattern, on(showPlace))
  app.post(bookingPaths.waitingPattern, on(leave))
  app.get(bookingPaths.offerPattern, on(showOffer))
  app.post(bookingPaths.offerPattern, on(answerOffer))
  app.get(bookingPaths.earlierPattern, on(showEarlier))
  app.post(bookingPaths.earlierPattern, on(askEarlier))
  return app
}

const noLink = (home: BookingHome, c: Context) => answer(c, <NoWaitingLinkPage home={home} path="/waiting" />, 404)
const noVisit = (home: BookingHome, c: Context) => answer(c, <NoVisitPage home={home} path="/visits" />, 404)

/** An address without its service, or with one that is not given there any more: what is, to choose from. */
async function noService(home: BookingHome, c: Context, { directory }: FindData): Promise<Response> {
  const read = await readTherapist(directory, c.req.param('slug') ?? '', Temporal.Now.instant())
  const profile = read.ok ? read.profile : undefined
  return answer(c, <WhichServicePage {...{ home, profile }} path={c.req.path} />, 404)
}

/** Today, as an ISO day, at the first place of a clinic. */
export async function todayAt({ app }: FindData, clinicId: string): Promise<string> {
  const { names, now } = await clinicNamesOf(app, clinicId)
  const zone = [...names.locations.values()][0]?.zone ?? 'Europe/London'
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString()
}

interface JoinState {
  readonly offered: NonNullable<Awaited<ReturnType<typeof findOfferedService>>>
  readonly wish: TypedWish
  readonly typed: TypedBooking
  readonly problems: readonly Problem[]
  readonly hint?: string | undefined
  /** What the lines tell of danger. */
  readonly told?: ToldInJoin
}

async function joinForm(home: BookingHome, c: Context, data: FindData, state: JoinState): Promise<Response> {
  const { offered, problems, told } = state
  const known = Object.entries(insurers)
  const isClass = await isForClasses(data.app, offered.clinicId, offered.service.id)
  const names = (await insurersOf(data.app, offered.clinicId, offered.service.id)).map(
    (id) => known.find(([insurer]) => insurer === id)?.[1].name ?? id,
  )
  return answer(
    c,
    <JoinPage
      {...{ home, isClass, ...state }}
      path={joinPath(offered.slug)}
      insurers={names}
      hasPackages={await hasPackages(data.app, offered.clinicId)}
      words={told?.other === true ? told.words : undefined}
      asked={told && told.heard.length > 0 && <NoteQuestions {...told} before="before you join" />}
      first={told?.isUnanswered === true && <IfItIsSo {...told} checkHref={home.frame.checkHref} />}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

async function showJoin(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const offered = await findOfferedService(data.directory, c.req.param('slug') ?? '', c.req.query('service') ?? '')
  if (!offered) return noService(home, c, data)
  return joinForm(home, c, data, { offered, wish: untouchedWish(crypto.randomUUID()), typed: {}, problems: [] })
}

/** What the lines may tell of danger is answered first: were the service gone, or all else wrong. */
function tellFirst(home: BookingHome, c: Context, { isDanger, isUnanswered, heard, words, other }: ToldInJoin) {
  const page = { ...{ home, heard, words }, path: c.req.path, outcome: 'You are not on the list.' }
  if (isDanger || isUnanswered) return answer(c, <CheckFirstPage {...page} visit={undefined} />)
  return other ? answer(c, <DangerFirstPage {...page} heard={[]} />) : undefined
}

async function join(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const told = toldInJoin(form)
  const offered = await findOfferedService(data.directory, c.req.param('slug') ?? '', fieldOf(form, 'service'))
  const stops = told.isDanger || !offered ? tellFirst(home, c, told) : undefined
  if (stops) return stops
  if (!offered) return noService(home, c, data)
  const isClass = await isForClasses(data.app, offered.clinicId, offered.service.id)
  // The form of a class has no field for a second person: each has a place of their own.
  const wish = { ...typedWish(form), ...(isClass && { second: '' }) }
  const { typed, hint, read } = readJoin(form, wish, await todayAt(data, offered.clinicId))
  const state = { offered, wish, typed, hint, told }
  const problems = [...(told.isUnanswered ? [noteProblem] : []), ...(read.ok ? [] : read.problems)]
  if (!read.ok || problems.length > 0) return joinForm(home, c, data, { ...state, problems })
  const unlisted = insurerProblem(await insurersOf(data.app, offered.clinicId, offered.service.id), typed)
  if (unlisted || told.other) return joinForm(home, c, data, { ...state, problems: unlisted ? [unlisted] : [] })
  return putOnList(home, c, data, state, read.value)
}

async function putOnList(
  home: BookingHome,
  c: Context,
  data: FindData,
  state: Omit<JoinState, 'problems'>,
  wanted: Pick<Joining, 'joinKey' | 'wish' | 'details'>,
): Promise<Response> {
  const { offered, wish } = state
  const { clinicId, therapistId, service } = offered
  const therapist = wish.who === 'one' ? therapistId : null
  const joined = await joinWaitingList(data.app, { ...wanted, clinicId, service: service.id, therapist })
  if (joined.ok && joined.isOther) {
    const anew = { ...wish, key: crypto.randomUUID() }
    return joinForm(home, c, data, { ...state, wish: anew, problems: [changedSinceProblem] })
  }
  if (joined.ok) return toPlace(c, data, clinicId, joined.entryId)
  if (joined.why === 'unknown') return noService(home, c, data)
  return joinForm(home, c, data, { ...state, problems: [tooManyProblem] })
}

/** @param linkRound of the visit that would be moved (private-link.ts) */
const placePath = ({ secret }: FindData, clinicId: string, entryId: string, linkRound = 0) =>
  bookingPaths.waiting(privateToken(secret, 'waiting', { clinicId, appointmentId: entryId, linkRound }))

const toPlace = (c: Context, data: FindData, clinicId: string, entryId: string, linkRound?: number) =>
  c.redirect(placePath(data, clinicId, entryId, linkRound), 303)

async function placeOf(c: Context, data: FindData): Promise<WaitingPlace | undefined> {
  const link = readPrivateToken(data.secret, 'waiting', c.req.param('token') ?? '')
  const place = link && (await findWaitingPlace(data.app, { clinicId: link.clinicId, entryId: link.appointmentId }))
  return place && isCurrentLink(link, place) ? place : undefined
}

async function showPlace(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const place = await placeOf(c, data)
  if (!place) return opensNothing({ home, c, data }, 'waiting', () => noLink(home, c))
  const { clinicId, openOffer, linkRound } = place
  const offerHref =
    openOffer &&
    bookingPaths.offer(privateToken(data.secret, 'offer', { clinicId, appointmentId: openOffer, linkRound }))
  return answer(c, <WaitingPlacePage {...{ home, place, offerHref }} path={c.req.path} />)
}

async function leave(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const place = await placeOf(c, data)
  if (!place) return opensNothing({ home, c, data }, 'waiting', () => noLink(home, c))
  await leaveWaitingList(data.app, place)
  return c.redirect(c.req.path, 303)
}

async function offerOf(c: Context, data: FindData): Promise<OfferView | undefined> {
  const link = readPrivateToken(data.secret, 'offer', c.req.param('token') ?? '')
  const offer = link && (await findOffer(data.app, { clinicId: link.clinicId, offerId: link.appointmentId }))
  return offer && isCurrentLink(link, offer) ? offer : undefined
}

async function showOffer(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const offer = await offerOf(c, data)
  return offer ? offerPage(home, c, data, offer) : opensNothing({ home, c, data }, 'offer', () => noLink(home, c))
}

async function offerPage(
  home: BookingHome,
  c: Context,
  data: FindData,
  offer: OfferView,
  overlapsAt?: number,
): Promise<Response> {
  const { clinicId, state, visits } = offer
  const page = { home, offer, path: c.req.path, waitingHref: placePath(data, clinicId, offer.entryId, offer.linkRound) }
  if (state === 'taken') {
    const [first, ...more] = visits.map((appointmentId) =>
      bookingPaths.visit(privateToken(data.secret, 'visit', { clinicId, appointmentId, linkRound: offer.linkRound })),
    )
    if (first && more.length === 0) return c.redirect(first, 303)
    if (first) return answer(c, <TakenPairPage {...page} visitHrefs={[first, ...more]} />)
  }
  if (state !== 'open') return answer(c, <ClosedOfferPage {...page} />, 410)
  const [now, terms] = await Promise.all([clockOf(data.app, clinicId), termsIfTaken(data.app, offer)])
  return answer(
    c,
    <OfferPage {...page} {...{ now, terms }} {...(overlapsAt !== undefined && { overlapsAt })} />,
    overlapsAt === undefined ? 200 : 422,
  )
}

async function answerOffer(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const offer = await offerOf(c, data)
  if (!offer) return opensNothing({ home, c, data }, 'offer', () => noLink(home, c))
  if (fieldOf(form, 'do') === 'pass') {
    await passOffer(data.app, offer)
    return c.redirect(c.req.path, 303)
  }
  if (fieldOf(form, 'do') !== 'take') return c.redirect(c.req.path, 303)
  const secondIsMeant = fieldOf(form, 'secondIsMeant') === 'yes'
  const taken = await takeOffer(data.app, data.secret, { ...offer, secondIsMeant })
  return afterTaking(home, c, data, offer, taken)
}

async function afterTaking(
  home: BookingHome,
  c: Context,
  data: FindData,
  offer: OfferView,
  taken: Taken,
): Promise<Response> {
  if (taken.ok || taken.why === 'over') return c.redirect(c.req.path, 303)
  if (taken.why === 'overlaps') return offerPage(home, c, data, offer, taken.startsAt)
  if (taken.why === 'notGranted')
    return answer(c, <CannotMovePage {...{ home, offer }} path={c.req.path} why={grantWords[taken.because]} />, 409)
  if (!('near' in taken)) return answer(c, <CannotMovePage {...{ home, offer }} path={c.req.path} />, 409)
  const { names, now } = await clinicNamesOf(data.app, offer.clinicId)
  const page = { home, now, lost: taken, names: namesOf(names), service: offer.service.id, path: c.req.path }
  return answer(c, <LostPage {...page} />, 409)
}

/** The visit of the private link, while it can still be moved; otherwise what to answer instead. */
async function movable(home: BookingHome, c: Context, data: FindData) {
  const subject = readPrivateToken(data.secret, 'visit', c.req.param('token') ?? '')
  const visit = subject && (await findLinked(data.app, subject))
  if (!visit || visit.state === 'held') return { instead: noVisit(home, c) }
  // What the clinic cannot keep does not stand until an earlier time comes.
  const againHref = await againHrefOf(data, visit)
  if (againHref) return { instead: c.redirect(againHref, 303) }
  if (visit.off) return { instead: c.redirect(bookingPaths.move(c.req.param('token') ?? ''), 303) }
  const now = await clockOf(data.app, visit.clinicId)
  if (cancelTerms(visit, now).kind === 'free') return { visit, now }
  const token = c.req.param('token') ?? ''
  return { instead: answer(c, <RingToMovePage {...{ home, visit, now, token }} path={c.req.path} />, 409) }
}

type Movable = Extract<Awaited<ReturnType<typeof movable>>, { readonly now: number }>

async function earlierForm(
  home: BookingHome,
  c: Context,
  data: FindData,
  { visit, now }: Movable,
  state: { readonly wish: TypedWish; readonly problems: readonly Problem[] },
) {
  const { clinicId, linkRound } = visit
  const entryId = await waitingWith(data.app, visit)
  const waitingHref = entryId && placePath(data, clinicId, entryId, linkRound)
  const shown = { when: visitWhen(visit, now), therapist: visit.therapist.name, waitingHref }
  const page = { home, ...state, ...shown, path: c.req.path }
  const visitHref = bookingPaths.visit(c.req.param('token') ?? '')
  return answer(c, <EarlierPage {...page} visitHref={visitHref} />, state.problems.length > 0 ? 422 : 200)
}

async function showEarlier(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const found = await movable(home, c, data)
  if (found.instead) return found.instead
  return earlierForm(home, c, data, found, { wish: untouchedWish(crypto.randomUUID()), problems: [] })
}

async function askEarlier(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const found = await movable(home, c, data)
  if (found.instead) return found.instead
  const { clinicId, linkRound } = found.visit
  const wish = typedWish(form)
  const read = readEarlier(found.visit, wish, await todayAt(data, clinicId))
  if (!read.ok) return earlierForm(home, c, data, found, { wish, problems: read.problems })
  const joined = await joinWaitingList(data.app, read.value)
  return joined.ok ? toPlace(c, data, clinicId, joined.entryId, linkRound) : noVisit(home, c)
}
