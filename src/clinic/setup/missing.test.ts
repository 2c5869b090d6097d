import { expect, test } from 'vitest'
import { whatIsMissing, whyNotBookable } from './missing.ts'
import type { HoursRow, Picture, PlaceRow, ServiceRow, TherapistRow, ThingRow } from './picture.ts'

const place: PlaceRow = {
  id: 'p1',
  name: 'Kite Yard',
  street: '1 Kite Yard',
  town: 'London',
  postcode: 'E8 1AA',
  latitude: 51.5,
  longitude: -0.05,
  zone: 'Europe/London',
  country: 'GB',
  stepFree: true,
  lift: false,
  accessibleToilet: false,
  lowCouch: false,
  parking: false,
  hearingLoop: false,
  wayThere: null,
}
const amara: TherapistRow = {
  id: 't1',
  name: 'Amara Larch',
  slug: 'amara-larch',
  profession: 'physiotherapist',
  gender: null,
  languages: [],
  conditions: [],
  about: null,
  pauseBefore: 0,
  pauseAfter: 0,
  hideGaps: false,
  look: null,
  standing: { is: 'verified', daysLeft: 40, says: null },
}
const notLookedUp: TherapistRow = {
  ...amara,
  id: 't2',
  name: 'Bo Ash',
  standing: { is: 'neverLookedUp', says: 'Not looked up yet.' },
}
const service: ServiceRow = {
  id: 's1',
  treatment: 'physiotherapy',
  name: 'First visit',
  minutes: 45,
  pricePence: 6000,
  needsReferral: false,
  pauseBefore: 0,
  pauseAfter: 0,
  byVideo: false,
  roomKind: null,
  machineKind: null,
  places: null,
  noticeMinutes: 0,
  windowDays: 30,
  freeUntilHours: 24,
  lateFeePence: 0,
  therapists: ['t1'],
  insurers: [],
}
const monday: HoursRow = {
  id: 'h1',
  therapistId: 't1',
  locationId: 'p1',
  weekday: 1,
  from: '08:00',
  to: '12:00',
  everyWeeks: 1,
  validFrom: '2026-01-01',
  validUntil: null,
}
const room: ThingRow = { id: 'r1', what: 'room', pauseAfter: 5, locationId: 'p1', name: 'Room 1', kind: 'treatment' }
const machine: ThingRow = {
  id: 'm1',
  what: 'machine',
  pauseAfter: null,
  locationId: 'p1',
  name: 'Shock wave',
  kind: 'shock-wave',
}

/** The least with which a clinic can open: one of each. */
const whole: Picture = {
  clinicId: 'c1',
  name: 'Kite',
  email: 'kite@example.org',
  phone: '020 7946 0000',
  slug: 'kite',
  isOpen: false,
  reminders: { first: 48, second: 2 },
  today: '2026-11-27',
  places: [place],
  therapists: [amara],
  members: [],
  services: [service],
  hours: [monday],
  things: [],
  openings: [],
  shut: [],
}
const saysOf = (change: Partial<Picture>) =>
  whatIsMissing({ ...whole, ...change }).map(({ step, says }) => `${step}: ${says}`)

test('one place, one person looked up, one service and one stretch of hours are enough to open', () => {
  expect(saysOf({})).toEqual([])
})

test.each<[string, Partial<Picture>, readonly string[]]>([
  ['no phone', { phone: '' }, ['place: The clinic has no phone number yet.']],
  ['no place', { places: [] }, ['place: The clinic has no place yet.']],
  ['no street', { places: [{ ...place, street: '' }] }, ['place: The address of Kite Yard is not whole yet.']],
  ['no town', { places: [{ ...place, town: '' }] }, ['place: The address of Kite Yard is not whole yet.']],
  [
    'half a postcode',
    { places: [{ ...place, postcode: 'E8' }] },
    ['place: The address of Kite Yard is not whole yet.'],
  ],
  [
    'nobody who treats',
    { therapists: [] },
    ['team: Nobody treats here yet.', 'services: No service has somebody to give it whose registration was looked up.'],
  ],
  [
    'nobody looked up',
    { therapists: [notLookedUp] },
    [
      'team: No registration has been looked up yet, so nobody can be booked.',
      'services: No service has somebody to give it whose registration was looked up.',
    ],
  ],
  ['no service', { services: [] }, ['services: No service is on offer yet.']],
  [
    'a service of somebody who was not looked up',
    { therapists: [amara, notLookedUp], services: [{ ...service, therapists: ['t2'] }] },
    ['services: No service has somebody to give it whose registration was looked up.'],
  ],
  ['no hours', { hours: [] }, ['hours: Nobody has hours yet.']],
  [
    'hours of somebody who cannot be booked',
    { therapists: [amara, notLookedUp], hours: [{ ...monday, therapistId: 't2' }] },
    ['hours: Nobody who can be booked has hours yet.'],
  ],
  [
    'a room that is not there',
    { services: [{ ...service, roomKind: 'treatment' }], things: [machine] },
    ['services: First visit needs a room (treatment), and there is none.'],
  ],
  [
    'a machine that is not there',
    { services: [{ ...service, machineKind: 'shock-wave' }], things: [room] },
    ['services: First visit needs a machine (shock-wave), and there is none.'],
  ],
  [
    'a room and a machine that are there',
    { services: [{ ...service, roomKind: 'treatment', machineKind: 'shock-wave' }], things: [room, machine] },
    [],
  ],
])('%s: that is said, with the step where it is put right', (_, change, says) => {
  expect(saysOf(change)).toEqual(says)
})

test('somebody can be booked once looked up, with a service and hours; before, the staff read why not', () => {
  expect(whyNotBookable(amara, whole)).toBeNull()
  expect(whyNotBookable(notLookedUp, whole)).toBe('Not looked up yet.')
  expect(whyNotBookable(amara, { ...whole, services: [] })).toBe('Gives no service yet.')
  expect(whyNotBookable(amara, { ...whole, services: [{ ...service, therapists: ['t2'] }] })).toBe(
    'Gives no service yet.',
  )
  expect(whyNotBookable(amara, { ...whole, hours: [] })).toBe('Has no hours yet.')
  expect(whyNotBookable(amara, { ...whole, hours: [{ ...monday, therapistId: 't2' }] })).toBe('Has no hours yet.')
})
