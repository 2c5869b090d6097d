/** For tests: each press about people: the waiting list, grants, two records of one person, requests. */
import { dayAfterTomorrow } from '../../clinic/booking/test-clinic.ts'
import { bookedVisit } from '../../clinic/booking/test-staff.ts'
import { joinWaitingList } from '../../clinic/booking/waiting/waiting-list.ts'
import { consolePaths } from './console-paths.ts'
import type { PressRow, Stage } from './test-press.ts'

async function waits(at: Stage): Promise<string> {
  const joined = await joinWaitingList(at.db.app, {
    ...{ clinicId: at.clinic.clinicId, joinKey: crypto.randomUUID(), service: at.clinic.serviceId, therapist: null },
    wish: {
      ...{ location: null, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 },
      ...{ firstDay: at.inTwoDays(), lastDay: at.inTwoDays() },
    },
    details: { personName: 'Noor Fleet', contactName: 'Noor Fleet', email: 'noor@example.org', payer: 'self' },
  })
  return joined.ok ? joined.entryId : ''
}

const personOf = (at: Stage, visit: string) =>
  at.one('select person_id as id from clinic.appointments where appointment_id = $1', [visit])

async function twoPersons(at: Stage): Promise<readonly [string, string]> {
  const phone = '020 7946 0152'
  const of = async (wall: string, personName: string, email: string) =>
    personOf(at, await bookedVisit(at.db, at.clinic, wall, { personName, email, phone }))
  return [await of('10:00', 'Nadia Fleet', 'work@example.org'), await of('12:00', 'N Fleet', 'home@example.org')]
}

const grant = { personName: 'Kit Orme', payer: 'package', reference: 'PAK-100', visits: '6' }

const caller = { comes: 'Kit Orme', email: 'kit@example.org', payer: 'self' }

/** Those. */
export const pressesOfPeople: readonly PressRow[] = [
  [consolePaths.grants, 'a package', async () => ({ page: consolePaths.grants, typed: grant }), { grants: 1 }],
  [
    consolePaths.grantPattern,
    'a package changed',
    async (at) => {
      await at.hand.send(consolePaths.grants, grant)
      const id = await at.one('select grant_id as id from clinic.grants where clinic_id = $1')
      return { page: consolePaths.grant(id), typed: { visits: '8' } }
    },
    {},
  ],
  [
    consolePaths.putOn,
    'somebody on the waiting list',
    async (at) => ({
      page: consolePaths.putOn,
      typed: { ...caller, service: at.clinic.serviceId },
      action: consolePaths.putOn,
    }),
    { waiting_entries: 1, mails: 1 },
  ],
  [
    consolePaths.offerTimePattern,
    'a time offered by hand',
    async (at) => {
      const id = await waits(at)
      const time = `${at.therapist()}.${at.clinic.locationId}.${dayAfterTomorrow('12:00')}`
      return { page: consolePaths.waitingOne(id), action: consolePaths.offerTime(id), fields: { time } }
    },
    { appointments: 1, claims: 2, freed_times: 1, offers: 1, offer_times: 1, mails: 1 },
  ],
  [
    consolePaths.takeOffPattern,
    'somebody off the waiting list',
    async (at) => {
      const id = await waits(at)
      return { page: consolePaths.waitingOne(id), action: consolePaths.takeOff(id), typed: { reason: 'Their wish' } }
    },
    {},
  ],
  [
    consolePaths.passTimePattern,
    'an offer passed on',
    async (at) => {
      const id = await waits(at)
      await at.does(consolePaths.offerTime(id), {
        time: `${at.therapist()}.${at.clinic.locationId}.${dayAfterTomorrow('12:00')}`,
      })
      return { page: consolePaths.waitingOne(id), action: consolePaths.passTime(id) }
    },
    { appointments: -1, claims: -2 },
  ],
  [
    consolePaths.comparePattern,
    'two records made one',
    async (at) => {
      const [one_, other] = await twoPersons(at)
      const page = consolePaths.compare(one_, other)
      return { page, action: page, typed: { name: one_, contact: one_, phone: one_, bornOn: one_ } }
    },
    { persons: -1, person_merges: 1, appointment_events: 1, mails: 1 },
  ],
  [
    consolePaths.differentPattern,
    'two people',
    async (at) => {
      const [one_, other] = await twoPersons(at)
      return { page: consolePaths.compare(one_, other), action: consolePaths.different(one_, other) }
    },
    { different_persons: 1 },
  ],
  [
    consolePaths.unmergePattern,
    'two records again',
    async (at) => {
      const [one_, other] = await twoPersons(at)
      const page = consolePaths.compare(one_, other)
      await at.hand.send(page, { name: one_, contact: one_, phone: one_, bornOn: one_ }, page)
      return { page: consolePaths.person(one_), action: consolePaths.unmerge(one_) }
    },
    { persons: 1 },
  ],
  [
    consolePaths.changePersonPattern,
    'somebody changed',
    async (at) => {
      const [id] = await twoPersons(at)
      const page = consolePaths.changePerson(id)
      const look = await at.hand.send(page, { name: 'Noor Fleet', do: 'look' }, page)
      const seen = Object.fromEntries(
        [...look.html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      )
      return { page, action: page, fields: { ...seen, do: 'change' } }
    },
    { person_changes: 1 },
  ],
  [
    consolePaths.requests,
    'a request answered',
    async (at) => {
      const request = await at.one(
        `insert into clinic.assessment_requests (clinic_id, request_key, service_id, name, email)
         values ($1, uuidv7(), $2, 'Kit Orme', 'kit@example.org') returning request_id as id`,
        [at.clinic.clinicId, at.clinic.serviceId],
      )
      return { page: consolePaths.requests, action: consolePaths.requests, fields: { request } }
    },
    {},
  ],
]
