/**
 * What goes in and out of the clinic half for machines, as schemas: they read the calls, and describe them in
 * /api/openapi.json. Moments are ISO 8601, told with Z and taken with any offset; money is pence, lengths are minutes. Nothing is decided here.
 */
import { z } from '@hono/zod-openapi'
import { courseVisits } from '../../clinic/booking/courses.ts'
import { treatments } from '../../clinic/directory/treatments.ts'
import { rhythms } from '../../web/find/booking/rhythm-fields.tsx'
import { dayParts, weeksOffered } from '../../web/find/waiting/waiting-form.ts'

export const moment = z.iso.datetime().openapi({ example: '2026-11-30T08:45:00Z' })
/** The same from a caller, whose clock may stand elsewhere. */
export const givenMoment = z.iso.datetime({ offset: true }).openapi({ example: '2026-11-30T09:45:00+01:00' })
/** A private part of an address: whoever has it may look after the hold or the visit. */
export const Token = z.string().openapi({ description: 'Private: it opens this hold or visit. Keep it out of logs.' })

export const FreeTime = z
  .object({
    therapist: z.string().openapi({ description: 'The name in the address of the page.' }),
    service: z.uuid(),
    location: z.uuid(),
    start: moment,
    end: moment,
    says: z.string().openapi({
      description: 'The time as a person reads it, in the zone of the place.',
      example: 'Monday 30 November, 08:45 (London time)',
    }),
  })
  .openapi('FreeTime')

const Service = z
  .looseObject({
    id: z.uuid(),
    treatment: z.string(),
    name: z.string(),
    minutes: z.int(),
    pricePence: z.int(),
    byVideo: z.boolean(),
    insurers: z.array(z.string()),
    needsReferral: z.boolean().optional().openapi({ description: 'It is given with a letter of referral alone.' }),
    proof: z.looseObject({ honest: z.string() }).openapi({ description: 'How sure the guide is of this treatment.' }),
  })
  .openapi('Service')
const span = z.object({ from: z.string(), to: z.string() })
const Location = z
  .looseObject({
    ...{ id: z.uuid(), name: z.string(), postcode: z.string(), zone: z.string() },
    opening: z
      .object({
        week: z.array(span.extend({ weekday: z.int().min(1).max(7) })),
        different: z.array(z.object({ day: z.iso.date(), spans: z.array(span) })),
      })
      .optional()
      .openapi({
        description:
          'Of a therapist’s and a clinic’s places, when the door is open, where the clinic has said so: 1 is Monday; and the days of the next four weeks that differ. It is not when visits are free.',
      }),
    open: z.array(span).optional().openapi({ description: 'Of a visit’s place: when its door is open on that day.' }),
  })
  .openapi('Location')

const TherapistFound = z
  .object({
    therapist: z.string(),
    name: z.string(),
    profession: z.string(),
    languages: z.array(z.string()),
    clinic: z.object({ slug: z.string(), name: z.string() }),
    location: Location,
    km: z.number().optional(),
    service: Service,
    times: z.array(FreeTime).openapi({ description: 'The first that fit, at most three.' }),
    more: z.int().openapi({ description: 'How many more there are in the days looked at.' }),
  })
  .openapi('TherapistFound')

const searchFields = {
  place: z.string().max(200).optional().openapi({ example: 'E2' }),
  miles: z.string().max(200).optional(),
  service: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: `One of: ${Object.keys(treatments).join(', ')}.` }),
  pays: z.string().max(200).optional().openapi({ description: 'An insurer.' }),
  language: z.string().max(200).optional(),
  gender: z.string().max(200).optional().openapi({ description: 'woman or man' }),
  within: z.string().max(200).optional().openapi({ description: 'Days until the first free time: 0, 2 or 7.' }),
  sort: z.string().max(200).optional().openapi({ description: 'soonest or nearest' }),
  evenings: z.literal('yes').optional(),
  weekends: z.literal('yes').optional(),
  video: z.literal('yes').optional(),
  stepfree: z.literal('yes').optional(),
}
/** What words may tell of danger, beside an answer that stands. */
export const dangerBeside = {
  danger: z
    .object({
      say: z.string(),
      heard: z.array(z.object({ question: z.string(), quote: z.string(), says: z.string() })),
    })
    .optional()
    .openapi({ description: 'Where a line may tell of danger: say it first, whatever was found.' }),
  otherEmergency: z
    .object({ say: z.string(), what: z.string() })
    .optional()
    .openapi({ description: 'An emergency that is not of the back.' }),
}

/** The fields of the search page, under the same names. */
export const SearchQuery = z.object(searchFields).openapi('SearchQuery')
export const SearchCall = z
  .strictObject({
    ...searchFields,
    need: z.string().max(200).optional().openapi({ description: 'What is to be treated: never in an address.' }),
  })
  .openapi('SearchCall')
export const SearchFound = z
  .object({
    found: z.array(TherapistFound),
    radiusMiles: z.number(),
    grew: z.boolean().openapi({ description: 'Nobody was within the miles asked for, so it was made wider.' }),
    isCut: z.boolean().openapi({ description: 'Only the nearest were looked at.' }),
    loosen: z
      .array(
        z.object({
          filter: z.string(),
          and: z.string().optional().openapi({ description: 'A second filter, where none alone would help.' }),
          withinDays: z.int().optional().openapi({ description: 'So many days instead of without the filter.' }),
          count: z.int(),
        }),
      )
      .openapi({ description: 'Where nobody fits: a looser search, and how many it finds.' }),
    ignored: z
      .array(z.string())
      .openapi({ description: 'What was asked and left out: a value that is not on offer, or name=value.' }),
    ...dangerBeside,
  })
  .openapi('SearchFound')

export const Therapist = z
  .looseObject({
    therapist: z.string(),
    name: z.string(),
    profession: z.string(),
    registration: z.object({ body: z.string(), number: z.string(), until: z.string(), lookedUpOn: z.string() }),
    services: z.array(Service),
    locations: z.array(Location),
  })
  .openapi('Therapist')
export const Clinic = z
  .looseObject({
    clinic: z.string(),
    name: z.string(),
    phone: z.string(),
    services: z.array(Service),
    locations: z.array(Location),
    therapists: z.array(z.object({ therapist: z.string(), name: z.string(), profession: z.string() })),
  })
  .openapi('Clinic')
export const Times = z
  .object({
    ...{ firstDay: z.iso.date(), lastDay: z.iso.date(), times: z.array(FreeTime) },
    later: FreeTime.optional().openapi({ description: 'Of a week without any: the first in the four weeks after it.' }),
  })
  .openapi('Times')

export const HoldCall = z
  .strictObject({ therapist: z.string().max(80), service: z.uuid(), start: givenMoment })
  .openapi('HoldCall')
export const Held = z
  .object({
    hold: Token,
    until: moment.openapi({ description: 'Then the time is free for everybody again.' }),
    renewable: z.boolean(),
    time: FreeTime,
    pricePence: z.int(),
    freeUntil: moment,
    lateFeePence: z.int(),
    course: z.array(moment).optional().openapi({ description: 'Of a course: when each of its visits begins.' }),
  })
  .openapi('Hold')

const typed = z.string().max(10_000).optional()
const aboutNoteGiven = z.record(z.string().max(60), z.enum(['no', 'yes', 'notSure'])).optional()
/** The fields of the booking form, under the same names; read by the same reader. */
export const BookingCall = z
  .strictObject({
    name: typed,
    forWhom: typed.openapi({ description: 'me or other' }),
    personName: typed,
    email: typed,
    addressIsMeant: typed,
    phone: typed,
    payer: typed.openapi({ description: 'self, insurer or package' }),
    insurer: typed,
    insurerIsMeant: typed.openapi({ description: 'yes: they were told that the clinic does not list this insurer.' }),
    membership: typed,
    authorisation: typed,
    excess: typed.openapi({ description: 'What they pay before the insurer does, in pounds, if they know it.' }),
    referredBy: typed.openapi({
      description: 'Who wrote their letter of referral. Needed where the service says needsReferral.',
    }),
    package: typed.openapi({ description: 'The number of visits that were paid ahead.' }),
    numberOut: typed.openapi({ description: 'yes: a number for another way to pay than the payer is left out.' }),
    offer: typed.openapi({ description: 'The code of an offer, where they pay themselves.' }),
    withoutOffer: typed.openapi({ description: 'yes: book without the code, though one stands there.' }),
    note: typed,
    told: typed.openapi({ description: 'yes: they were told that 999 or 111 comes first with what the note says.' }),
    secondIsMeant: typed,
    aboutNote: aboutNoteGiven,
  })
  .openapi('BookingCall', {
    description: 'Where the note may mean danger the answer asks; book again with each question answered in aboutNote.',
    example: { name: 'Robin Ashdown', email: 'robin@example.org', payer: 'self' },
  })
export const Visit = z
  .object({
    visit: Token,
    state: z.string(),
    version: z.int(),
    time: FreeTime,
    clinic: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
    location: Location,
    person: z.string().nullable(),
    excessPence: z.int().nullable().openapi({ description: 'As they said it.' }),
    referral: z
      .object({ isNeeded: z.boolean(), by: z.string().nullable(), seenAt: moment.nullable() })
      .nullable()
      .openapi({ description: 'Their letter of referral, and when the clinic wrote down that it has seen it.' }),
    lastChange: z
      .object({
        what: z.enum(['booked', 'moved', 'cancelled', 'standsAgain']),
        byWhom: z.enum(['person', 'staff']),
        at: moment,
        was: moment.optional().openapi({ description: 'When the visit was before it was moved.' }),
        visits: z.int().openapi({ description: 'How many of its course were changed with it, itself counted.' }),
      })
      .optional()
      .openapi({ description: 'What last happened to its time. standsAgain: a cancel was taken back.' }),
    pricePence: z.int(),
    freeUntil: moment,
    lateFeePence: z.int(),
    review: Token.optional().openapi({ description: 'Of one that took place: to say how it was.' }),
    waiting: Token.optional().openapi({ description: 'Where it waits for an earlier time: its place on the list.' }),
    course: z
      .array(z.object({ visit: Token, start: moment, state: z.string() }))
      .optional()
      .openapi({
        description: 'Of a course: each of its visits, this one among them, to look after by its own token.',
      }),
    cannotBeKept: z.object({ say: z.string(), chooseAgain: z.string().optional() }).optional().openapi({
      description:
        'The clinic cannot keep it: the therapist is away then, or the place shut. Moving and cancelling cost nothing until it begins: freeUntil and lateFeePence say so. Once the clinic has asked for another time, that is chosen on the page chooseAgain.',
    }),
  })
  .openapi('Visit')
/** What was read of a visit before it is changed. */
const seenVersion = z
  .int()
  .min(0)
  .optional()
  .openapi({ description: 'Of the visit as you read it: if it was changed since, it is left as it is.' })
/** What cancelling comes to. */
export const Cost = z.object({
  feePence: z.int().min(0),
  usedUp: z.int().min(0).openapi({ description: 'Visits paid ahead or granted that it uses up, beside the fee.' }),
})
export const CancelCall = z
  .strictObject({
    reason: z.string().max(5000).optional(),
    version: seenVersion,
    cancelling: z.strictObject(Cost.shape).optional().openapi({
      description: 'What you were told that it costs at most. It is held to: at more, nothing is cancelled.',
    }),
  })
  .openapi('CancelCall')
export const MoveCall = z
  .strictObject({
    therapist: z.string().max(80).optional(),
    location: z.uuid().optional(),
    start: givenMoment,
    version: seenVersion,
  })
  .openapi('MoveCall', { description: 'To another time; by default with the same therapist at the same place.' })

export const MoveHeld = Held.omit({ hold: true, course: true }).openapi('MoveHold', {
  description:
    'The new time of a visit, held while its terms are read: what it costs once it is moved. One for each visit.',
})

export const CodeCall = z.strictObject({ offer: z.string().max(200) }).openapi('CodeCall')
export const CodePrice = z.object({ usualPence: z.int(), pricePence: z.int() }).openapi('CodePrice')

const { least, most } = courseVisits
export const CourseQuoteCall = z
  .strictObject({
    ...{ therapist: z.string().max(80), service: z.uuid(), start: givenMoment },
    visits: z.int().min(least).max(most),
    everyDays: z.literal(rhythms.map(({ days }) => days)),
  })
  .openapi('CourseQuoteCall')
export const CourseQuote = z
  .object({
    location: z.uuid(),
    pricePence: z.int().openapi({ description: 'Of each visit.' }),
    dates: z.array(
      z.object({
        time: FreeTime,
        why: z.string().nullable().openapi({ description: 'Why it cannot be had; null where it can.' }),
        near: z.array(FreeTime),
      }),
    ),
  })
  .openapi('CourseQuote')
export const CourseCall = z
  .strictObject({
    ...{ therapist: z.string().max(80), service: z.uuid(), location: z.uuid() },
    starts: z.array(givenMoment).min(least).max(most),
  })
  .openapi('CourseCall', { description: 'All dates are held, or none.' })

export const JoinCall = z
  .strictObject({
    ...{ therapist: z.string().max(80), service: z.uuid() },
    key: z.uuid().openapi({ description: 'One for one wish, however often it is sent.' }),
    who: z.enum(['one', 'any']).openapi({ description: 'Only this therapist, or whoever gives the service.' }),
    days: z.array(z.int().min(1).max(7)).max(7).openapi({ description: 'Days that suit; 1 is Monday.' }),
    part: z
      .string()
      .max(20)
      .openapi({ description: `One of: ${Object.keys(dayParts).join(', ')}.` }),
    weeks: z.int().openapi({ description: `For how long: ${weeksOffered.join(', ')}.` }),
    secondPerson: typed.openapi({ description: 'Two come, one after the other, or none.' }),
    ...{ name: typed, forWhom: typed, personName: typed, email: typed, addressIsMeant: typed, phone: typed },
    ...{ payer: typed, insurer: typed, insurerIsMeant: typed, membership: typed },
    ...{ authorisation: typed, package: typed, referredBy: typed, told: typed, aboutNote: aboutNoteGiven },
  })
  .openapi('JoinCall', {
    description: 'Where a line may mean danger the answer asks; join again with each question answered in aboutNote.',
  })
export const EarlierCall = JoinCall.pick({ who: true, days: true, part: true }).openapi('EarlierCall', {
  description: 'Days up to that of the visit. Sent again it changes what is waited for: a visit waits once.',
})
export const WaitingPlace = z
  .object({
    waiting: Token,
    state: z.enum(['waiting', 'booked', 'left']),
    clinic: z.object({ name: z.string(), phone: z.string() }),
    service: z.string(),
    therapist: z.string().nullable(),
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    offer: Token.nullable().openapi({ description: 'A time that waits for their answer.' }),
  })
  .openapi('WaitingPlace')
export const Offer = z
  .object({
    offer: Token,
    state: z.enum(['open', 'taken', 'passed', 'ended', 'closed', 'gone']).openapi({
      description:
        'passed: its person let it pass; ended: nobody answered in time; closed: the clinic ended it; gone: see endedWhy.',
    }),
    endedWhy: z.enum(['unreached', 'visit', 'time']).nullable().openapi({
      description:
        'Of one that is gone, where it is known. unreached: its mail came back; visit: the visit that would be moved was changed; time: the clinic cannot give it any more.',
    }),
    answerUntil: moment,
    times: z.array(z.object({ start: moment, says: z.string() })),
    clinic: z.object({ name: z.string(), phone: z.string() }),
    service: z.object({ id: z.uuid(), name: z.string(), minutes: z.int(), pricePence: z.int() }),
    freeUntil: moment.openapi({ description: 'Once it is taken, or the visit moved there.' }),
    lateFeePence: z.int(),
    usedUp: z
      .int()
      .min(0)
      .openapi({ description: 'Visits paid ahead or granted that a late cancel uses up, beside the fee.' }),
    therapist: z.string(),
    visits: z.array(Token).openapi({ description: 'Once taken: what was booked or moved with it.' }),
  })
  .openapi('Offer')
export const TakeCall = z.strictObject({ secondIsMeant: z.literal('yes').optional() }).openapi('TakeCall')
