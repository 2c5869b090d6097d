/** The directory for machines: search, one therapist, one clinic, the free times of a week. Changes nothing. */
import type { z } from '@hono/zod-openapi'
import { openingsAhead } from '../../clinic/availability/read-openings.ts'
import { freeTimesOf } from '../../clinic/availability/free-times-of.ts'
import { type Found, searchTherapists } from '../../clinic/availability/search-therapists.ts'
import { readClinic, readTherapist, type VisitPlace } from '../../clinic/directory/read-profiles.ts'
import { type Asked, readSearch, unknownWords } from '../../web/find/read-search.ts'
import { isFirstDay, weekFrom } from '../../web/find/week.ts'
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

const moved = (read: { readonly why: 'unknown' } | { readonly why: 'moved'; readonly slug: string }) =>
  read.why === 'moved' ? problem(404, `This is called ${read.slug} now.`, undefined, { now: read.slug }) : notHere()

/** The free times of one service in the week of the day `from`, or of today. */
export const timesCall: AnswerClinic = async ({ c, data, now }) => {
  const read = await readTherapist(data.directory, c.req.param('therapist') ?? '', now)
  if (!read.ok) return moved(read)
  const { profile } = read
  const service = profile.services.find(({ id }) => id === c.req.query('service'))
  if (!service) return problem(422, 'Send the id of one of this therapist’s services as "service".')
  const from = c.req.query('from')
  if (from !== undefined && !isFirstDay(from)) return problem(422, 'Send "from" as a day, such as 2026-11-30.')
  const zones = new Map(profile.places.map(({ id, zone }) => [id, zone]))
  const today = now.toZonedDateTimeISO(profile.places[0]?.zone ?? 'Europe/London').toPlainDate()
  const { firstDay, lastDay } = weekFrom(today, from)
  const slots = await freeTimesOf(data.app, { ...profile, serviceId: service.id }, { firstDay, lastDay }, now)
  const times = slots.map((slot) =>
    tellTime(slot, { therapist: profile.slug, zone: zones.get(slot.location) ?? 'Europe/London', now }),
  )
  return reply({ firstDay, lastDay, times })
}
