/** The directory for machines: search, one therapist, one clinic, the free times of a week. Changes nothing. */
import type { z } from '@hono/zod-openapi'
import { openingsAhead } from '../../clinic/availability/read-openings.ts'
import { freeTimesOf, freeTimesWithAnybody } from '../../clinic/availability/free-times-of.ts'
import type { Slot } from '../../clinic/availability/input.ts'
import { type Found, searchTherapists } from '../../clinic/availability/search-therapists.ts'
import {
  type OfferedService,
  readClinic,
  readTherapist,
  type VisitPlace,
} from '../../clinic/directory/read-profiles.ts'
import { type Asked, readSearch, unknownWords } from '../../web/find/read-search.ts'
import { daysAfter, weekAsked } from '../../web/find/asked-times.ts'
import { isFirstDay } from '../../web/find/week.ts'
import { problem, type Reply } from '../problem.ts'
import { type AnswerClinic, type Call, notHere, readBody, reply } from './call.ts'
import { dangerIn } from './danger-told.ts'
import { SearchCall } from './shapes.ts'
import { proofOf, tellPlace, tellService, tellTime } from './told.ts'

/** The search by address: everything but what is to be treated. */
export const searchByAddress: AnswerClinic = (call) => search(call, new URL(call.c.req.url).searchParams, false)

/** The search by body, which may say what is to be treated. */
export const searchByBody: AnswerClinic = async (call) => {
  const read = await readBody(call.c, SearchCall)
  return read.ok ? search(call, fieldsOf(read.value), true) : read.reply
}

const fieldsOf = (value: z.infer<typeof SearchCall>) =>
  new URLSearchParams(Object.entries(value).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])))

async function search({ data, now }: Call, fields: URLSearchParams, mayNeed: boolean): Promise<Reply> {
  const asked = readSearch(fields, mayNeed)
  // A line that is no place may tell of danger: said beside whatever is answered.
  const danger = dangerIn(unknownWords(asked))
  if (asked.place && !asked.place.ok)
    return problem(
      422,
      'We do not know that place. Send an outward postcode such as "E2", or a part of London.',
      [{ pointer: '/place', detail: 'Not a place that we know.' }],
      danger,
    )
  const { found, ...result } = await searchTherapists(data, asked.search, now)
  return reply({
    ...danger,
    found: found.map((one) => tellFound(one, now)),
    ...result,
    ignored: leftOut(fields, asked, mayNeed),
  })
}

const ticks = new Set(['evenings', 'weekends', 'video', 'stepfree'])
const longestNamed = 200

/**
 * Everything that was asked and left out: values that are not on offer and an insurer that we do not know as they were sent; a
 * name that we do not know, a tick that is not "yes" and what is sent a second time with their name. What is to be treated is
 * health data: of it only the name is said again.
 */
function leftOut(fields: URLSearchParams, { ignored, payer, typed }: Asked, mayNeed: boolean): readonly string[] {
  const seen = new Set<string>()
  const named = [...fields].flatMap(([name, value]) => {
    const isLeftOut = seen.has(name) || !Object.hasOwn(typed, name) || (ticks.has(name) && !['yes', ''].includes(value))
    seen.add(name)
    if (name === 'need') return mayNeed ? [] : ['need']
    return isLeftOut ? [`${name}=${value}`.slice(0, longestNamed)] : []
  })
  return [...ignored, ...(payer.kind === 'otherInsurer' ? [payer.typed] : []), ...named]
}

function tellFound(found: Found, now: Temporal.Instant) {
  const { slug, zone, clinicSlug, clinicName, km } = found
  const { times, more } = found.list()
  return {
    therapist: slug,
    name: found.name,
    profession: found.profession,
    languages: found.languages,
    clinic: { slug: clinicSlug, name: clinicName },
    location: { id: found.locationId, name: found.locationName, postcode: found.postcode, zone },
    ...(km !== undefined && { km: Math.round(km * 100) / 100 }),
    service: {
      id: found.serviceId,
      treatment: found.treatment,
      name: found.serviceName,
      minutes: found.minutes,
      pricePence: found.pricePence,
      byVideo: found.byVideo,
      insurers: found.insurers,
      proof: proofOf(found.treatment),
    },
    times: times.map((slot) => tellTime(slot, { therapist: slug, zone, now })),
    more,
  }
}

/** One therapist whom the public may book. */
export const therapistCall: AnswerClinic = async ({ c, data, now }) => {
  const read = await readTherapist(data.directory, c.req.param('therapist') ?? '', now)
  if (!read.ok) return moved(read)
  const { profile } = read
  return reply({
    therapist: profile.slug,
    name: profile.name,
    profession: profile.profession,
    languages: profile.languages,
    conditions: profile.conditions,
    about: profile.about,
    registration: {
      body: profile.body,
      number: profile.number,
      until: profile.registeredUntil,
      lookedUpOn: profile.lookedUpOn,
    },
    clinic: { slug: profile.clinicSlug, name: profile.clinicName, phone: profile.clinicPhone },
    services: profile.services.map(tellService),
    locations: await tellPlaces(data, profile, now),
  })
}

/** One clinic that has opened. */
export const clinicCall: AnswerClinic = async ({ c, data, now }) => {
  const read = await readClinic(data.directory, c.req.param('clinic') ?? '', now)
  if (!read.ok) return moved(read)
  const { name, slug, phone, email, services, therapists } = read.profile
  return reply({
    clinic: slug,
    name,
    phone,
    email,
    services: services.map(tellService),
    locations: await tellPlaces(data, read.profile, now),
    therapists: therapists.map(({ slug: therapist, ...who }) => ({ therapist, ...who })),
  })
}

/** With when each door is open, where that was said. */
async function tellPlaces(
  { directory }: Call['data'],
  { clinicId, places }: { readonly clinicId: string; readonly places: readonly VisitPlace[] },
  now: Temporal.Instant,
) {
  const openings = await openingsAhead(directory, clinicId, now)
  return places.map((place) => tellPlace(place, openings, now))
}

/** What is called otherwise now, or is not there. */
export const moved = (read: { readonly why: 'unknown' } | { readonly why: 'moved'; readonly slug: string }) =>
  read.why === 'moved' ? problem(404, `This is called ${read.slug} now.`, undefined, { now: read.slug }) : notHere()

/** The service and the week that a call asks for, or the refusal. */
function weekOf({ c, now }: Call, { services, places }: Asking) {
  const refused = (detail: string) => ({ ok: false, reply: problem(422, detail) }) as const
  const service = services.find(({ id }) => id === c.req.query('service'))
  if (!service) return refused('Send the id of a service that is given here as "service".')
  const from = c.req.query('from')
  if (from !== undefined && !isFirstDay(from)) return refused('Send "from" as a day, such as 2026-11-30.')
  const { today, week } = weekAsked(places, service, from, now)
  return { ok: true, service, week, after: daysAfter(week, today, service) } as const
}

interface Asking {
  readonly services: readonly OfferedService[]
  readonly places: readonly VisitPlace[]
}

/** A time, told by how its therapist is called in addresses. */
function timeTeller({ now }: Call, places: readonly VisitPlace[], slugOf: (therapist: string) => string) {
  const zones = new Map(places.map(({ id, zone }) => [id, zone]))
  return (slot: Slot) =>
    tellTime(slot, { therapist: slugOf(slot.therapist), zone: zones.get(slot.location) ?? 'Europe/London', now })
}

interface Span {
  readonly firstDay: string
  readonly lastDay: string
}

/** The times of a week; of one that has none, the first after it. */
async function tellWeek(
  { firstDay, lastDay }: Span,
  after: Span,
  read: (span: Span) => Promise<readonly Slot[]>,
  tell: (slot: Slot) => object,
): Promise<Reply> {
  const slots = await read({ firstDay, lastDay })
  const [later] = slots.length === 0 ? await read(after) : []
  return reply({ firstDay, lastDay, times: slots.map(tell), ...(later && { later: tell(later) }) })
}

/** The free times of one service in the week of the day `from`, or of today. */
export const timesCall: AnswerClinic = async (call) => {
  const { c, data, now } = call
  const read = await readTherapist(data.directory, c.req.param('therapist') ?? '', now)
  if (!read.ok) return moved(read)
  const { profile } = read
  const asked = weekOf(call, profile)
  if (!asked.ok) return asked.reply
  const who = { ...profile, serviceId: asked.service.id }
  return tellWeek(
    ...([asked.week, asked.after] as const),
    (span) => freeTimesOf(data.app, who, span, now),
    timeTeller(call, profile.places, () => profile.slug),
  )
}

/** The same with whoever of a clinic gives it: each time once, with somebody who is free then. */
export const clinicTimesCall: AnswerClinic = async (call) => {
  const { c, data, now } = call
  const read = await readClinic(data.directory, c.req.param('clinic') ?? '', now)
  if (!read.ok) return moved(read)
  const { clinicId, places, therapists } = read.profile
  const asked = weekOf(call, read.profile)
  if (!asked.ok) return asked.reply
  const of = { clinicId, serviceId: asked.service.id, therapists: therapists.map(({ id }) => id) }
  const slugs = new Map(therapists.map(({ id, slug }) => [id, slug]))
  return tellWeek(
    ...([asked.week, asked.after] as const),
    async (span) => (await freeTimesWithAnybody(data.app, of, span, now)).map(({ slot }) => slot),
    timeTeller(call, places, (therapist) => slugs.get(therapist) ?? ''),
  )
}
