/** A new visit by staff: look by GET, book by POST. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { hasPackages } from '../../../clinic/booking/grants.ts'
import { clockOf, insurersOf } from '../../../clinic/booking/offered-time.ts'
import { type Choices, loadChoices, peopleNamed } from '../../../clinic/calendar/choices.ts'
import { bookByStaff, lookAtBooking, type StaffBooked, type Whom } from '../../../clinic/calendar/staff-booking.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { addressFaultWords, parseAddress } from '../../../clinic/people/email-address.ts'
import { answer } from '../../find/booking/answer.tsx'
import { insurerProblem, type KnownOfPayer, readOfPayer } from '../../find/booking/booking-form.ts'
import { grantWordsForStaff } from '../../find/booking/grant-words.ts'
import { offerRefusalWords } from '../../find/booking/offer-refusal-words.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { calendarPaths } from './calendar-paths.ts'
import { dayOf, timeWords } from './calendar-words.ts'
import { type TypedPerson, WhenPage, WhoPage } from './new-visit-page.tsx'
import { Bends, formOf, Id, keptReason, Line, Moment, queryOf, readTyped, reasonProblems, tooLong } from './read.ts'

/** The routes of a new visit. */
export function newVisitRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(calendarPaths.newVisit, (c) => look(home, c))
  app.post(calendarPaths.newVisit, (c) => book(home, c))
  return app
}

const Wanted = z.object({ start: Moment, service: Id, therapist: Id, location: Id })

/** Everything that is known of what is wanted; a service that the therapist gives, where none was named. */
function wantedOf(fields: Readonly<Record<string, string>>, choices: Choices) {
  const { start, therapist, service, location } = Wanted.parse(fields)
  const typed = readTyped(fields.day, fields.time, choices.zone)
  return { start: start ?? (typed.kind === 'moment' ? typed.at : undefined), therapist, service, location }
}

const nothingTyped: TypedPerson = { name: '', phone: '', email: '', insurer: '', offer: '', reason: '' }

async function look(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const { member, data } = c.var
  const choices = await inClinic(data.app, member.clinicId, loadChoices)
  const now = await clockOf(data.app, member.clinicId)
  const fields = queryOf(c)
  const wanted = wantedOf(fields, choices)
  const { start, therapist, service } = wanted
  const page = { home, here: hereOf(c), choices, now }
  if (start === undefined || !therapist || !service) {
    const typed = readTyped(fields.day, fields.time, choices.zone)
    const problems = typed.kind === 'wrong' ? [typed] : []
    const when = { day: fields.day, time: fields.time }
    return answer(c, <WhenPage {...page} {...{ wanted, problems, when }} />, problems.length > 0 ? 422 : 200)
  }
  const looked = await lookAt(c, choices, { start, therapist, service, location: wanted.location })
  return answer(
    c,
    <WhoPage
      {...page}
      wanted={{ start, therapist, service, location: looked.location }}
      looked={looked}
      typed={nothingTyped}
      problems={[]}
      known={undefined}
      overlaps={false}
      formKey={crypto.randomUUID()}
      hasPackages={await hasPackages(c.var.data.app, c.var.member.clinicId)}
    />,
  )
}

type WhoWanted = WantedSomewhere & { readonly location: string }

interface WantedSomewhere {
  readonly start: number
  readonly therapist: string
  readonly service: string
  readonly location: string | undefined
}

function lookAt(c: Context<ConsoleEnv>, choices: Choices, { location, ...wanted }: WantedSomewhere) {
  const { member, data } = c.var
  const places = location ? [location] : choices.places.map(({ id }) => id)
  return lookAtBooking(data.app, { ...wanted, clinicId: member.clinicId }, places)
}

const Typed = z.object({
  key: Id,
  do: z.enum(['look', 'book', 'when', 'enter']).catch('book'),
  name: Line,
  phone: Line,
  email: z.string().default(''),
  insurer: Line,
  insurerIsMeant: Line,
  membership: Line,
  authorisation: Line,
  excess: Line,
  referredBy: Line,
  package: Line,
  offer: Line,
  reason: Line,
  person: Id,
  secondIsMeant: z.literal('yes').optional().catch(undefined),
})

/** Another time that was asked for on the page of who comes: one of those near it, or day and time as typed. */
function otherTimeOf(fields: Readonly<Record<string, string>>, { zone }: Choices, now: WantedSomewhere) {
  if (fields.at) {
    const [start, therapist, location] = fields.at.split(' ')
    return { kind: 'wanted', wanted: { ...now, ...present(Wanted.parse({ start, therapist, location })) } } as const
  }
  const when = readTyped(fields.day, fields.time, zone)
  if (when.kind !== 'moment') return when
  const { otherService: service, otherTherapist: therapist } = fields
  const other = present(Wanted.parse({ service, therapist }))
  return { kind: 'wanted', wanted: { ...now, ...other, start: when.at, location: undefined } } as const
}

/** What of it is known. */
const present = ({ start, service, therapist, location }: z.infer<typeof Wanted>) => ({
  ...(start !== undefined && { start }),
  ...(service && { service }),
  ...(therapist && { therapist }),
  ...(location && { location }),
})

/** Another time was typed than the one that is looked at. */
function isOtherTyped(
  fields: Readonly<Record<string, string>>,
  { start, service, therapist }: WhoWanted,
  { zone }: Choices,
) {
  const { day, time, otherService, otherTherapist } = fields
  return (
    day !== dayOf(start, zone) ||
    time !== timeWords(start, zone) ||
    otherService !== service ||
    otherTherapist !== therapist
  )
}

/** The same page at another time, with what was typed of who comes. Nothing is booked. */
async function lookElsewhere(
  home: ConsoleHome,
  c: Context<ConsoleEnv>,
  choices: Choices,
  { wanted, fields }: { readonly wanted: WhoWanted; readonly fields: Readonly<Record<string, string>> },
): Promise<Response> {
  const { member, data } = c.var
  const typed = Typed.parse(fields)
  const other = otherTimeOf(fields, choices, wanted)
  const at = other.kind === 'wanted' ? other.wanted : wanted
  const looked = await lookAt(c, choices, at)
  const problems = other.kind === 'wrong' ? [other] : []
  return answer(
    c,
    <WhoPage
      {...{ home, choices, looked, typed, problems }}
      here={hereOf(c)}
      now={await clockOf(data.app, member.clinicId)}
      wanted={{ ...at, location: looked.location }}
      known={await knownOf(c, typed)}
      overlaps={false}
      formKey={crypto.randomUUID()}
      hasPackages={await hasPackages(data.app, member.clinicId)}
      {...(problems.length > 0 && { when: { day: fields.day, time: fields.time } })}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** People of that name: once somebody has looked, and while one of them is chosen. */
async function knownOf(c: Context<ConsoleEnv>, typed: z.infer<typeof Typed>) {
  const { member, data } = c.var
  if (typed.do !== 'look' && typed.person === undefined) return undefined
  return inClinic(data.app, member.clinicId, (trx) => peopleNamed(trx, member, typed.name))
}

async function book(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const { member, data } = c.var
  const fields = await formOf(c)
  const choices = await inClinic(data.app, member.clinicId, loadChoices)
  const { start, therapist, service, location } = wantedOf({ ...fields, day: '', time: '' }, choices)
  const typed = { ...Typed.parse(fields) }
  if (start === undefined || !therapist || !service || !location || !typed.key)
    return c.redirect(calendarPaths.newVisit, 303)
  const wanted = { start, therapist, service, location }
  if (typed.do === 'enter') typed.do = isOtherTyped(fields, wanted, choices) ? 'when' : 'look'
  if (typed.do === 'when' || fields.at) return lookElsewhere(home, c, choices, { wanted, fields })
  const listed = await insurersOf(data.app, member.clinicId, service)
  const whom = typed.do === 'look' ? undefined : whomOf(typed, listed)
  const booked = whom?.ok
    ? await bookByStaff(data.app, member, {
        key: typed.key,
        wanted: { ...wanted, clinicId: member.clinicId },
        whom: whom.whom,
        ...whom.known,
        ...(typed.package && { packageNumber: typed.package }),
        ...(typed.offer && { offer: { code: typed.offer, secret: data.secret } }),
        ...{ reason: keptReason(typed.reason), bends: Bends.parse(fields.bends) },
        secondIsMeant: typed.secondIsMeant === 'yes',
      })
    : undefined
  if (booked?.ok) return c.redirect(calendarPaths.view({ day: dayOf(start, choices.zone) }), 303)
  const problems = whom && !whom.ok ? whom.problems : booked ? problemsOf(booked, fields) : []
  const known = await knownOf(c, typed)
  const isRefused = booked && 'near' in booked
  return answer(
    c,
    <WhoPage
      {...{ home, choices, wanted, problems, known }}
      here={hereOf(c)}
      now={await clockOf(data.app, member.clinicId)}
      looked={isRefused ? { ...booked, location } : await lookAt(c, choices, wanted)}
      typed={typed}
      overlaps={booked?.why === 'overlaps'}
      formKey={typed.key}
      hasPackages={await hasPackages(data.app, member.clinicId)}
    />,
    typed.do === 'look' ? 200 : booked ? 409 : 422,
  )
}

type ReadWhom =
  | { readonly ok: true; readonly whom: Whom; readonly known: KnownOfPayer }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Somebody chosen, or somebody new with a way to reach them. */
function whomOf(typed: z.infer<typeof Typed>, listed: readonly string[]): ReadWhom {
  const { person, name, phone, email, insurer, offer, package: ahead } = typed
  const problems: Problem[] = []
  const unlisted = insurerProblem(listed, { ...typed, payer: 'insurer' }, 'They can always pay themselves.')
  if (unlisted) problems.push(unlisted)
  if (insurer !== '' && offer !== '')
    problems.push({
      field: 'offer',
      text: 'A code is for visits that they pay themselves. Take out the code or the insurer.',
    })
  if (ahead !== '' && (insurer !== '' || offer !== ''))
    problems.push({
      field: 'package',
      text: `They have paid ahead: take out ${insurer === '' ? 'the code' : 'the insurer'}, or this number.`,
    })
  problems.push(...tooLong('name', name, 120), ...tooLong('phone', phone, 40), ...tooLong('package', ahead, 60))
  const payer = readOfPayer(typed)
  problems.push(...(payer.ok ? [] : payer.problems), ...tooLong('offer', offer, 60))
  const answered = (who: Whom): ReadWhom =>
    payer.ok && problems.length === 0 ? { ok: true, whom: who, known: payer.known } : { ok: false, problems }
  if (person) return answered({ personId: person })
  if (name === '') problems.push({ field: 'name', text: 'Enter the name of the person who comes.' })
  const address = email.trim() === '' ? undefined : parseAddress(email)
  if (phone !== '' && (phone.match(/\p{Nd}/gu) ?? []).length < 5)
    problems.push({ field: 'phone', text: 'Enter a phone number with at least 5 digits.' })
  if (phone === '' && !address) problems.push({ field: 'phone', text: 'Enter a phone number or an email.' })
  if (address && !address.ok) problems.push({ field: 'email', text: addressFaultWords[address.why] })
  return answered({ name, phone: phone || undefined, email: address?.ok ? address.address : undefined })
}

function problemsOf(
  booked: Exclude<StaffBooked, { readonly ok: true }>,
  fields: Readonly<Record<string, string>>,
): readonly Problem[] {
  if (booked.why === 'overlaps')
    return [
      { field: 'name', text: 'They have another visit at this time. If this one is meant as well, tick it below.' },
    ]
  if (booked.why === 'noOffer')
    return [{ field: 'offer', text: `Nothing was booked yet. ${offerRefusalWords[booked.because]}` }]
  if (booked.why === 'notGranted')
    return [
      {
        field: fields.package ? 'package' : 'authorisation',
        text: `Nothing was booked yet. ${grantWordsForStaff[booked.because]}`,
      },
    ]
  if (booked.why === 'nobody') return [{ field: 'name', text: 'That person is not here any more. Enter them anew.' }]
  return 'canBend' in booked && booked.canBend ? reasonProblems(fields, booked.why, 'booked') : []
}
