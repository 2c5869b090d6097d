/** What the forms about a clinic post, read once. The rules of the clinic half look at it again. */
import { z } from 'zod'
import { weekdayNames } from '../../../clinic/availability/wall-clock.ts'
import { conditions, isCondition } from '../../../clinic/directory/conditions.ts'
import type { Position } from '../../../clinic/directory/distance.ts'
import { findInsurer, insurerIds } from '../../../clinic/directory/insurers.ts'
import { isLanguage, mostLanguages } from '../../../clinic/directory/languages.ts'
import { readPostcode } from '../../../clinic/directory/postcode.ts'
import { isProfessionId, type ProfessionId } from '../../../clinic/directory/professions.ts'
import { isTreatmentId, type TreatmentId } from '../../../clinic/directory/treatments.ts'
import { EmailAddress } from '../../../clinic/people/email-address.ts'
import { oneLine } from '../../../clinic/people/typed-text.ts'
import type { Role } from '../../../clinic/people/members.ts'
import type { ClinicDetails, PlaceDetails } from '../../../clinic/setup/places-of-clinic.ts'
import { reminderBounds, type ReminderHours } from '../../../clinic/setup/reminders.ts'
import { readWall, type Rota, type Stretch } from '../../../clinic/setup/rota.ts'
import type { BookingRules, ServiceDetails, ThingDetails } from '../../../clinic/setup/services.ts'
import type { Look, TherapistDetails } from '../../../clinic/setup/team.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import {
  type Fields,
  filled,
  isoDay,
  isoDayOrNone,
  isTicked,
  line,
  paragraph,
  pence,
  phone,
  readBy,
  type ReadForm,
  typedIn,
  whole,
  wholeOrNone,
} from './clinic-fields.ts'

/** What the clinic is called. */
export const readClinicDetails = (fields: Fields): ReadForm<ClinicDetails> =>
  readBy(
    z.object({ name: filled(120, 'the name of the clinic'), phone, email: EmailAddress }),
    ['name', 'phone', 'email'],
    fields,
  )

/** What makes it easy to get in: the field, and the words. */
export const access = [
  ['stepFree', 'Step-free from the street'],
  ['lift', 'Lift to every room'],
  ['accessibleToilet', 'Toilet for wheelchair users'],
  ['lowCouch', 'Couch that lowers'],
  ['parking', 'Car park or blue-badge bay'],
  ['hearingLoop', 'Hearing loop'],
] as const

/** The four nations: which bank holidays are proposed, and how long records are kept. */
export const countries = {
  england: 'England',
  scotland: 'Scotland',
  wales: 'Wales',
  'northern-ireland': 'Northern Ireland',
} as const

const wholePostcode = z.string().transform((typed, context) => {
  const full = readPostcode(typed)?.full
  if (full) return full
  context.addIssue({ code: 'custom', message: 'Enter the whole postcode, such as E2 9DZ.' })
  return z.NEVER
})

const writtenPosition = z.string().transform((typed, context): Position | undefined => {
  if (typed.trim() === '') return undefined
  const [, latitude, longitude] = /^\s*(-?\d{1,2}\.\d{1,8})\s*[, ]\s*(-?\d{1,3}\.\d{1,8})\s*$/.exec(typed) ?? []
  const position = { latitude: Number(latitude), longitude: Number(longitude) }
  const { latitude: north, longitude: east } = position
  if (north >= 49 && north <= 61.5 && east >= -9 && east <= 2.5) return position
  context.addIssue({ code: 'custom', message: 'Enter the position as two numbers, such as 51.527, -0.055.' })
  return z.NEVER
})

/** A place, and where it was said to be on the map. */
export function readPlaceDetails(
  fields: Fields,
): ReadForm<{ readonly details: PlaceDetails; readonly written: Position | undefined }> {
  const schema = z.object({
    placeName: filled(120, 'a name for the place'),
    street: filled(200, 'the street and number'),
    town: filled(100, 'the town'),
    postcode: wholePostcode,
    position: writtenPosition,
    country: z.enum(['england', 'scotland', 'wales', 'northern-ireland'], { error: 'Choose the country.' }),
    wayThere: line(500, 'the way there'),
  })
  const read = readBy(schema, Object.keys(schema.shape), fields)
  if (!read.ok) return read
  const { placeName, street, town, postcode, country, wayThere, position } = read.value
  const ticks = { ...noAccess, ...Object.fromEntries(access.map(([name]) => [name, isTicked(fields, name)])) }
  const details = { name: placeName, street, town, postcode, country, wayThere: wayThere || null, ...ticks }
  return { ok: true, value: { details, written: position } }
}

const noAccess = {
  ...{ stepFree: false, lift: false, accessibleToilet: false, lowCouch: false, parking: false, hearingLoop: false },
}

const minutes = (what: string) => whole(0, 120, what, 0)

/** Somebody who treats. */
export function readTherapistDetails(fields: Fields): ReadForm<TherapistDetails> {
  const schema = z.object({
    name: filled(120, 'the name'),
    profession: z.string().transform((id, context): ProfessionId => {
      if (isProfessionId(id)) return id
      context.addIssue({ code: 'custom', message: 'Choose the profession.' })
      return z.NEVER
    }),
    gender: z.enum(['', 'woman', 'man', 'other'], { error: 'Choose one of the answers.' }),
    about: paragraph(1000, 'the words about them'),
    pauseBefore: minutes('the pause before'),
    pauseAfter: minutes('the pause after'),
  })
  const read = readBy(schema, Object.keys(schema.shape), fields)
  if (!read.ok) return read
  const { gender, about, ...rest } = read.value
  const languages = (fields.get('languages') ?? []).filter(isLanguage)
  const value = {
    ...rest,
    gender: gender === '' ? null : gender,
    about: about || null,
    languages: [...new Set(languages)].slice(0, mostLanguages),
    conditions: Object.keys(conditions).filter((id) => isCondition(id) && isTicked(fields, 'conditions', id)),
    hideGaps: isTicked(fields, 'hideGaps'),
  }
  if (value.languages.length > 0) return { ok: true, value }
  return { ok: false, problems: [{ field: 'languages', text: 'Tick at least one language.' }] }
}

/** A look at a register. The tick says that somebody has really seen the name there. */
export function readLook(fields: Fields): ReadForm<Look> {
  const schema = z.object({
    body: filled(10, 'the register'),
    number: filled(60, 'the number'),
    validUntil: isoDay('the last day that it is valid'),
  })
  const read = readBy(schema, Object.keys(schema.shape), fields)
  const unseen = isTicked(fields, 'seen')
    ? []
    : [{ field: 'seen', text: 'Open the register and look. Then tick that you have seen the name there.' }]
  if (!read.ok) return { ok: false, problems: [...read.problems, ...unseen] }
  return unseen.length > 0 ? { ok: false, problems: unseen } : read
}

const roles: readonly Role[] = ['owner', 'manager', 'therapist', 'reception']

const role = z.string().transform((typed, context): Role => {
  const known = roles.find((each) => each === typed)
  if (known) return known
  context.addIssue({ code: 'custom', message: 'Choose what they may do.' })
  return z.NEVER
})

/** Who signs in. */
export const readMember = (
  fields: Fields,
): ReadForm<{ readonly name: string; readonly email: string; readonly role: Role }> =>
  readBy(z.object({ name: filled(120, 'the name'), email: EmailAddress, role }), ['name', 'email', 'role'], fields)

/** A role alone. */
export const readRole = (fields: Fields): ReadForm<{ readonly role: Role }> =>
  readBy(z.object({ role }), ['role'], fields)

/** Kinds of room that a service can ask for. */
export const roomKinds = { treatment: 'Treatment room', studio: 'Studio', quiet: 'Quiet room' } as const

const orNone = (text: string) => text || null

/** A service. */
export function readServiceDetails(fields: Fields): ReadForm<ServiceDetails> {
  const schema = z.object({
    treatment: z.string().transform((id, context): TreatmentId => {
      if (isTreatmentId(id)) return id
      context.addIssue({ code: 'custom', message: 'Choose the kind of service.' })
      return z.NEVER
    }),
    name: filled(120, 'the name of the service'),
    minutes: whole(5, 480, 'the minutes'),
    price: pence('the price'),
    pauseBefore: minutes('the pause before'),
    pauseAfter: minutes('the pause after'),
    roomKind: line(40, 'the kind of room').transform(orNone),
    machineKind: line(40, 'the machine').transform(orNone),
    places: wholeOrNone(2, 100, 'how many people come at once'),
    otherInsurers: line(300, 'the other insurers'),
  })
  const read = readBy(schema, Object.keys(schema.shape), fields)
  if (!read.ok) return read
  const { price, otherInsurers, ...rest } = read.value
  const insurers = insurersIn(fields, otherInsurers)
  const byVideo = isTicked(fields, 'byVideo')
  const value = {
    ...{ ...rest, pricePence: price, byVideo, insurers, therapists: [...new Set(fields.get('therapists') ?? [])] },
    ...(byVideo && { roomKind: null }),
    needsReferral: isTicked(fields, 'needsReferral'),
  }
  const tooLong = insurers.find(({ insurer }) => insurer.length > 60)
  if (tooLong)
    return { ok: false, problems: [{ field: 'otherInsurers', text: 'Use 60 characters or fewer for each insurer.' }] }
  const longCode = insurers.find(({ code }) => [...(code ?? '')].length > 40)
  if (longCode)
    return {
      ok: false,
      problems: [{ field: `code-${longCode.insurer}`, text: 'Use 40 characters or fewer for each code.' }],
    }
  return { ok: true, value }
}

/** Those that were ticked, and those typed, by the names that we know where we know them. */
function insurersIn(fields: Fields, others: string) {
  const ticked = insurerIds.filter((id) => isTicked(fields, 'insurers', id))
  const typed = others.split(/[,;]/).flatMap((text) => {
    const name = text.trim()
    const meant = name === '' ? undefined : findInsurer(name)
    if (!meant) return []
    return meant.ok && meant.payer.kind === 'insurer' ? [meant.payer.id] : [name]
  })
  return [...new Set<string>([...ticked, ...typed])].map((insurer) => {
    const code = oneLine(typedIn(fields, `code-${insurer}`))
    return { insurer, code: code || null }
  })
}

/** The rules of booking. */
export function readRules(fields: Fields): ReadForm<BookingRules> {
  const schema = z.object({
    notice: whole(0, 720, 'the hours'),
    windowDays: whole(1, 366, 'the days'),
    freeUntilHours: whole(0, 336, 'the hours'),
    lateFee: pence('the fee'),
  })
  const read = readBy(schema, Object.keys(schema.shape), fields)
  if (!read.ok) return read
  const { notice, windowDays, freeUntilHours, lateFee } = read.value
  return { ok: true, value: { noticeMinutes: notice * 60, windowDays, freeUntilHours, lateFeePence: lateFee } }
}

/** When visits are reminded of; an empty field for not at all. */
export const readReminders = (fields: Fields): ReadForm<ReminderHours> =>
  readBy(
    z.object({
      first: wholeOrNone(...reminderBounds.first, 'the hours of the first reminder'),
      second: wholeOrNone(...reminderBounds.second, 'the hours of the second reminder'),
    }),
    ['first', 'second'],
    fields,
  )

const roomPause = minutes('the pause after each visit')

/** A room or machine. */
export const readThing = (fields: Fields): ReadForm<ThingDetails> => {
  const schema = z.object({
    what: z.enum(['room', 'machine'], { error: 'Choose room or machine.' }),
    place: filled(40, 'the place'),
    name: filled(60, 'the name'),
    kind: filled(40, 'the kind'),
    pauseAfter: roomPause,
  })
  const read = readBy(schema, Object.keys(schema.shape), fields)
  if (!read.ok) return read
  const { what, place, name, kind, pauseAfter } = read.value
  if (what === 'machine' && pauseAfter > 0)
    return { ok: false, problems: [{ field: 'pauseAfter', text: 'Only a room has a pause. Leave it empty.' }] }
  return { ok: true, value: { what, locationId: place, name, kind, pauseAfter } }
}

/** The pause of a room that is there. */
export const readRoomPause = (fields: Fields): ReadForm<{ readonly pauseAfter: number }> =>
  readBy(z.object({ pauseAfter: roomPause }), ['pauseAfter'], fields)

/** Weekly hours: two stretches a day at most. Where "the same" is ticked, Monday's count for Tuesday to Friday. */
export function readRota(fields: Fields): ReadForm<Rota> {
  const schema = z.object({
    place: filled(40, 'the place'),
    everyWeeks: whole(1, 8, 'the weeks'),
    validFrom: isoDay('the first day'),
    validUntil: isoDayOrNone('the last day'),
  })
  const read = readBy(schema, Object.keys(schema.shape), fields)
  const days = weekdayNames.map((name, at) => readDay(fields, at + 1, name))
  const problems: Problem[] = days.flatMap((day) => day.problems)
  if (!read.ok || problems.length > 0) return { ok: false, problems: [...(read.ok ? [] : read.problems), ...problems] }
  const { place, ...rest } = read.value
  return { ok: true, value: { ...rest, locationId: place, stretches: days.flatMap(({ stretches }) => stretches) } }
}

interface ReadDay {
  readonly stretches: readonly Stretch[]
  readonly problems: readonly Problem[]
}

function readDay(fields: Fields, weekday: number, name: string): ReadDay {
  const source = isTicked(fields, 'same') && weekday <= 5 ? 1 : weekday
  const stretches: Stretch[] = []
  for (const part of ['a', 'b']) {
    const [from, to] = ['from', 'to'].map((end) => typedIn(fields, `${end}-${source}-${part}`).trim())
    if (!from && !to) continue
    const [start, end] = [readWall(from ?? ''), readWall(to ?? '')]
    if (start === undefined || end === undefined) {
      const text = `${name}: enter both times, such as 8:30 and 13:00, or leave both empty.`
      return { stretches: [], problems: [{ field: `day${weekday}`, text }] }
    }
    // "00:00" as an end is the end of the day.
    stretches.push({ weekday, from: start, to: end === 0 ? 1440 : end })
  }
  return { stretches, problems: [] }
}
