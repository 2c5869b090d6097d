/** For tests: each press of the pages where a clinic is set up and changed. */
import { makeMember } from '../../clinic/booking/test-staff.ts'
import { clinicPaths } from './clinic/clinic-paths.ts'
import type { PressRow } from './test-press.ts'

/** Those. */
export const pressesOfHouse: readonly PressRow[] = [
  [
    clinicPaths.newPerson,
    'a new team member',
    async () => ({
      page: clinicPaths.newPerson,
      typed: {
        ...{ name: 'Sol Finch', treats: 'yes', profession: 'physiotherapist', signsIn: 'yes' },
        ...{ email: 'sol@lantern.example', role: 'therapist' },
      },
      action: clinicPaths.newPerson,
    }),
    { resources: 1, therapists: 1, slugs: 1, members: 1 },
  ],
  [
    clinicPaths.personPattern,
    'a team member changed',
    async (at) => ({
      page: clinicPaths.person(at.therapist()),
      typed: { name: 'Amara Larch' },
      action: clinicPaths.person(at.therapist()),
    }),
    { slugs: 1 },
  ],
  [
    clinicPaths.lookPattern,
    'a look at the register',
    async (at) => ({
      page: clinicPaths.person(at.therapist()),
      typed: { number: 'PH 101', validUntil: '30/4/2028', seen: 'yes' },
      action: clinicPaths.look(at.therapist()),
    }),
    { registrations: 1 },
  ],
  [
    clinicPaths.gonePattern,
    'gone from the register',
    async (at) => ({ page: clinicPaths.person(at.therapist()), action: clinicPaths.gone(at.therapist()) }),
    { registrations: 1 },
  ],
  [
    clinicPaths.leavePattern,
    'a therapist who leaves',
    async (at) => ({
      page: clinicPaths.person(at.clinic.therapists[1] ?? ''),
      action: clinicPaths.leave(at.clinic.therapists[1] ?? ''),
    }),
    {},
  ],
  ...(['role', 'invite', 'remove'] as const).map(
    (what): PressRow => [
      clinicPaths.memberPattern,
      `a member: ${what}`,
      async (at) => {
        const id = await makeMember(at.db, at.clinic.clinicId, 'reception', { name: 'Sol Finch' })
        if (what === 'invite')
          await at.db.admin.query(
            'update clinic.members set account_id = null, joined_at = null where member_id = $1',
            [id],
          )
        const page = clinicPaths.member(id)
        const [, seen = ''] = /name="seen" value="([^"]*)"/.exec((await at.hand.get(page)).html) ?? []
        return { page, action: page, fields: { do: what, role: 'manager', seen } }
      },
      what === 'invite' ? { invitations: 1 } : {},
    ],
  ),
  [
    clinicPaths.servicePattern,
    'a new service',
    async (at) => ({
      page: clinicPaths.service('new'),
      typed: { name: 'Pilates', treatment: 'pilates', minutes: '50', price: '18', therapists: at.therapist() },
    }),
    { services: 1, service_therapists: 1 },
  ],
  [
    clinicPaths.servicePattern,
    'a service changed',
    async (at) => ({
      page: clinicPaths.service(at.clinic.serviceId),
      typed: { name: 'First look' },
      action: clinicPaths.service(at.clinic.serviceId),
    }),
    {},
  ],
  [
    clinicPaths.withdrawPattern,
    'a service withdrawn',
    async (at) => ({
      page: clinicPaths.service(at.clinic.serviceId),
      action: clinicPaths.withdraw(at.clinic.serviceId),
    }),
    {},
  ],
  [
    clinicPaths.rooms,
    'a new room',
    async (at) => ({
      page: clinicPaths.rooms,
      typed: { what: 'room', name: 'Blue room', kind: 'treatment', place: at.clinic.locationId },
      action: clinicPaths.rooms,
    }),
    { resources: 1, rooms: 1 },
  ],
  [
    clinicPaths.withdrawRoomPattern,
    'a room withdrawn',
    async (at) => {
      const id = await at.one('select room_id as id from clinic.rooms where clinic_id = $1')
      return { page: clinicPaths.rooms, action: clinicPaths.withdrawRoom(id) }
    },
    {},
  ],
  [
    clinicPaths.roomPausePattern,
    'the pause of a room',
    async (at) => {
      const id = await at.one('select room_id as id from clinic.rooms where clinic_id = $1')
      return { page: clinicPaths.rooms, typed: { pauseAfter: '10' }, action: clinicPaths.roomPause(id) }
    },
    {},
  ],
  [
    clinicPaths.rules,
    'the rules',
    async () => ({ page: clinicPaths.rules, typed: { notice: '0', freeUntilHours: '48' }, action: clinicPaths.rules }),
    {},
  ],
  [
    clinicPaths.reminders,
    'the reminders',
    async () => ({ page: clinicPaths.rules, typed: { first: '72' }, action: clinicPaths.reminders }),
    {},
  ],
  [
    clinicPaths.place,
    'the clinic',
    async () => ({
      page: clinicPaths.place,
      typed: { name: 'Kestrel Physio', email: 'hello@kestrel.example', wayThere: 'The blue door.' },
      action: clinicPaths.place,
    }),
    { slugs: 1 },
  ],
  [
    clinicPaths.placesPattern,
    'a new place',
    async () => ({
      page: clinicPaths.places('new'),
      typed: { placeName: 'Bow', street: '9 New Road', town: 'London', postcode: 'E3 2AA', position: '51.53, -0.02' },
    }),
    { locations: 1 },
  ],
  [
    clinicPaths.openingPattern,
    'opening hours',
    async (at) => ({
      page: clinicPaths.opening(at.clinic.locationId),
      typed: { day1: '8:00-18:00' },
      action: clinicPaths.opening(at.clinic.locationId),
    }),
    { opening_hours: 1 },
  ],
  [
    clinicPaths.openingDayPattern,
    'a day that differs',
    async (at) => ({
      page: clinicPaths.opening(at.clinic.locationId),
      action: clinicPaths.openingDay(at.clinic.locationId),
      fields: { seenDays: '', day: at.inTwoDays(), spans: '8:00-12:00' },
    }),
    { opening_hours: 1 },
  ],
  [
    clinicPaths.hoursOfPattern,
    'more hours',
    async (at) => ({ page: clinicPaths.hoursOf(at.therapist()), typed: { 'from-1-a': '20:00', 'to-1-a': '21:00' } }),
    { hours: 1 },
  ],
  [
    clinicPaths.hoursOfPattern,
    'hours in place of others',
    async (at) => {
      const key = /\?rota=([^"]+)"/.exec((await at.hand.get(clinicPaths.hours)).html)?.[1] ?? ''
      return {
        page: `${clinicPaths.hoursOf(at.therapist())}?rota=${key}`,
        typed: { 'to-1-a': '21:00', validFrom: at.nowDay() },
      }
    },
    { hours: 7 },
  ],
  [
    clinicPaths.open,
    'the clinic opened',
    async () => ({ page: clinicPaths.home, action: clinicPaths.open, fields: { open: 'yes' } }),
    {},
  ],
]
