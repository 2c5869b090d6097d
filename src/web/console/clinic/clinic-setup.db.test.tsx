/** A clinic from its first page to its first booking and beyond, as a browser without scripts does it, over a real PostgreSQL. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import type { Member } from '../../../clinic/people/members.ts'
import { createFindApp } from '../../find/find-app.tsx'
import { frame } from '../../find/find.fixtures.ts'
import { as, beginClinic, browser, now, type Page } from './clinic.fixtures.ts'

const db = testDatabase({ withoutNeighbours: 'begins with a clinic where all is missing' })
const shared: { owner?: Member } = {}
const owner = () => {
  if (!shared.owner) throw new Error('no clinic yet')
  return shared.owner
}
const at = () => browser(db, owner())

/** What the public sees at an address, at a moment. */
async function publicly(path: string, when = now) {
  const find = createFindApp({
    frame,
    databases: () => ({ app: db.app, directory: db.directory }),
    now: () => when,
  })
  const response = await find.request(path)
  const html = await response.text()
  const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  return { status: response.status, text, html, location: response.headers.get('Location') }
}

const place = {
  ...{ name: 'Kite Physio', phone: '020 7946 0118', email: 'hello@kite.example', placeName: 'Bethnal Green' },
  ...{
    street: '14 Kite Yard',
    town: 'London',
    postcode: 'e29zz',
    stepFree: 'yes',
    wayThere: 'The door is in the yard.',
  },
}
const idIn = (page: Page) => /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/.exec(page.location ?? '')?.[0] ?? ''
const person = (name: string, more: Record<string, string | null> = {}) =>
  at().send('/console/clinic/team/new', {
    ...{ name, treats: 'yes', profession: 'physiotherapist', signsIn: 'no', ...more },
  })
const look = { number: 'ph 101', validUntil: '30/4/2028', seen: 'yes' }

beforeAll(async () => {
  shared.owner = await beginClinic(db, 'Kite Physio')
})

describe('setting up, step by step', () => {
  test('begins with what is missing, and without a button to open', async () => {
    const { text, html } = await at().get('/console/clinic')
    expect(text).toContain('Set up your clinic')
    expect(text).toContain('The clinic has no phone number yet.')
    expect(text).toContain('Nobody treats here yet.')
    expect(html).not.toContain('Open the clinic')
  })

  test('cannot be opened before all is there, whatever is posted', async () => {
    const answer = await at().post('/console/clinic/open', new URLSearchParams({ open: 'yes' }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Nobody treats here yet.')
  })

  test('step 1 keeps what was typed when something is wrong, and says what at each field', async () => {
    const answer = await at().send('/console/clinic/place', {
      ...place,
      ...{ name: 'The best in London', phone: '12', postcode: 'E2', street: '' },
    })
    expect(answer.status).toBe(422)
    for (const says of ['at least 5 digits', 'the whole postcode', 'Enter the street and number.'])
      expect(answer.text).toContain(says)
    expect(answer.html).toContain('value="The best in London"')
    expect(answer.html).toMatch(/name="phone"[^>]*aria-invalid="true"/)
    const words = await at().send('/console/clinic/place', { ...place, name: 'The best in London' })
    expect(words.text).toContain('Leave out “best”. Nobody has shown who is better')
    expect((await at().get('/console/clinic/place')).html).not.toContain('best in London')
  })

  test('step 1 is saved, leads to step 2, and Back shows it as it was saved', async () => {
    const answer = await at().send('/console/clinic/place', place)
    expect(answer).toMatchObject({ status: 303, location: '/console/clinic/team' })
    const back = await at().get('/console/clinic/place')
    expect(back.html).toContain('value="14 Kite Yard"')
    expect(back.html).toContain('value="E2 9ZZ"')
    expect(back.html).toMatch(/name="stepFree" value="yes" checked/)
    expect(back.text).not.toContain('Still missing')
  })

  test('step 2: whoever treats is not bookable before somebody has looked in the register', async () => {
    const added = await person('Amara Larch')
    expect(added.status).toBe(303)
    expect((await at().get('/console/clinic/team')).text).toContain('No. Nobody has looked this registration up yet')
    const unseen = await at().send(added.location ?? '', { ...look, seen: null }, `${added.location}/look`)
    expect(unseen.status).toBe(422)
    expect(unseen.text).toContain('Then tick that you have seen the name there.')
    expect(unseen.html).toContain('value="ph 101"')
    const wrong = await at().send(added.location ?? '', { ...look, number: '12' }, `${added.location}/look`)
    expect(wrong.text).toContain('such as PH123456')
    const kept = await at().send(added.location ?? '', look, `${added.location}/look`)
    expect(kept).toMatchObject({ status: 303, location: added.location })
    expect((await at().get(added.location ?? '')).text).toContain(
      'HCPC PH101 , valid to 30 April 2028. Wren Holly looked on 27 November 2026.',
    )
  })

  test('step 3: a service shows the guide’s grade beside its price, and a promise in its name is refused', async () => {
    const page = await at().get('/console/clinic/services/new')
    const amara = /name="therapists" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
    const first = { name: 'First visit', minutes: '45', price: '£62.50', therapists: amara, insurers: ['bupa', 'wpa'] }
    const words = await at().resend(page, { ...first, name: 'Instant relief' })
    expect(words.status).toBe(422)
    expect(words.text).toContain('Leave out “Instant”')
    const long = await at().resend(page, { ...first, 'code-bupa': 'x'.repeat(41) })
    expect([long.status, long.text.includes('Use 40 characters or fewer for each code.')]).toEqual([422, true])
    // A code stands beside its insurer before anything is saved.
    expect(page.html).toContain('name="code-bupa"')
    const kept = { ...first, otherInsurers: 'Bupa UK, Tiny Mutual', 'code-bupa': 'OS 12' }
    expect((await at().resend(page, kept)).status).toBe(303)
    const { text, html } = await at().get('/console/clinic/services')
    const saved = await at().get(/\/console\/clinic\/services\/[\da-f-]{36}/.exec(html)?.[0] ?? '')
    expect(saved.html).toMatch(/name="code-bupa"[^>]*value="OS 12"/)
    expect(saved.html).toContain('name="code-Tiny Mutual"')
    // The next service begins with the same insurers, but a code is of one service.
    const next = await at().get('/console/clinic/services/new')
    expect(next.html).toMatch(/name="insurers" value="bupa" checked/)
    expect(next.html).not.toContain('OS 12')
    expect(text).toMatch(/First visit 45 £62\.50 Weak evidence Amara Larch Tiny Mutual, Bupa, WPA/)
  })

  test('step 4: hours, with the same for Monday to Friday, complete the clinic', async () => {
    const list = await at().get('/console/clinic/hours')
    const path = /href="(\/console\/clinic\/hours\/[^"?]+)"/.exec(list.html)?.[1] ?? ''
    const days = { 'from-1-a': '8', 'to-1-a': '13', 'from-1-b': '13.30', 'to-1-b': '6pm', same: 'yes' }
    expect((await at().send(path, { ...days, 'to-1-a': '7' })).text).toContain(
      'Monday: the end must be after the start.',
    )
    expect((await at().send(path, { ...days, 'to-1-a': 'late' })).text).toContain('Monday: enter both times')
    expect((await at().send(path, { ...days, 'from-1-b': '12' })).text).toContain(
      'Monday: the two times of this day overlap.',
    )
    expect(await at().send(path, { ...days, 'from-6-a': '9', 'to-6-a': '12' })).toMatchObject({ status: 303 })
    const { text } = await at().get('/console/clinic/hours')
    expect(text).toContain('Friday 08:00–13:00 13:30–18:00')
    expect(text).toContain('Saturday 09:00–12:00')
    expect(text).toContain('Sunday Not here')
    expect((await at().get('/console/clinic')).text).toContain('All is there.')
  })

  test('nobody finds it before it opens; once it is open, search, clinic and therapist page show it', async () => {
    for (const path of ['/clinics/kite-physio', '/therapists/amara-larch'])
      expect((await publicly(path)).status, path).toBe(404)
    expect((await publicly('/find?place=E2')).text).not.toContain('Amara Larch')
    expect(await at().send('/console/clinic', {}, '/console/clinic/open')).toMatchObject({
      status: 303,
      location: '/console/clinic',
    })
    expect((await publicly('/clinics/kite-physio')).text).toContain('14 Kite Yard')
    expect((await publicly('/therapists/amara-larch')).text).toContain('PH101')
    const search = await publicly('/find?place=E2&pays=bupa')
    expect(search.text).toContain('Amara Larch')
    // A Friday at eight, with two hours' notice: the first time is today at ten.
    expect(search.html).toMatch(/\/book\/amara-larch\?service=[^"]*at=2026-11-27T10%3A00/)
  })
})

describe('an open clinic', () => {
  const slugOf = (name: string) => name.toLowerCase().replace(' ', '-')

  /** Somebody who gives the first service and has Amara's hours; registered until a day, or never looked up. */
  async function colleague(name: string, until: string | null, number = 'PH777') {
    const added = await person(name)
    const id = idIn(added)
    const list = await at().get('/console/clinic/services')
    const service = /\/console\/clinic\/services\/[\da-f-]{36}/.exec(list.html)?.[0] ?? ''
    const page = await at().get(service)
    const givers = [...page.html.matchAll(/name="therapists" value="([^"]+)" checked/g)].map(([, giver = '']) => giver)
    expect((await at().resend(page, { therapists: [...givers, id] }, service)).status).toBe(303)
    const hours = { 'from-1-a': '8:00', 'to-1-a': '18:00', same: 'yes' }
    expect((await at().send(`/console/clinic/hours/${id}`, hours)).status).toBe(303)
    if (until !== null) {
      const path = `/console/clinic/team/${id}`
      const kept = await at().send(path, { ...look, number, validUntil: until }, `${path}/look`)
      expect(kept.status, kept.text).toBe(303)
    }
    return id
  }

  test('says on a card for each of its parts what stands there', async () => {
    const { text } = await at().get('/console/clinic')
    for (const words of ['Bethnal Green, E2 9ZZ', 'treats', 'service', 'Booked 2 hours to', 'room']) {
      expect(text).toContain(words)
    }
  })

  test('never shows somebody whom nobody has looked up', async () => {
    await colleague('Unseen Person', null)
    expect((await publicly('/find?place=E2')).text).not.toContain('Unseen Person')
    expect((await publicly('/clinics/kite-physio')).text).not.toContain('Unseen Person')
    expect((await publicly(`/therapists/${slugOf('Unseen Person')}`)).status).toBe(404)
    expect((await at().get('/console/clinic')).text).toContain('Unseen Person : Nobody has looked')
  })

  test('shows somebody on the last day of the registration, and not on the day after', async () => {
    await colleague('Ends Soon', '2026-11-30', 'PH778')
    const lastDay = Temporal.Instant.from('2026-11-30T08:00:00Z')
    const dayAfter = Temporal.Instant.from('2026-12-01T08:00:00Z')
    expect((await publicly('/therapists/ends-soon', lastDay)).status).toBe(200)
    expect((await publicly('/therapists/ends-soon', dayAfter)).status).toBe(404)
    expect((await publicly('/find?place=E2', dayAfter)).text).not.toContain('Ends Soon')
  })

  test('warns three weeks before a registration ends, and not a day earlier', async () => {
    await colleague('Ends In Three', '2026-12-18', 'PH779')
    await colleague('Ends Later', '2026-12-19', 'PH780')
    const { text } = await at().get('/console/clinic')
    expect(text).toContain('Ends In Three : The registration ends in 21 days.')
    expect(text).not.toContain('Ends Later')
  })

  test('stops showing somebody whom the register no longer shows, at once', async () => {
    const id = await colleague('Struck Off', '2028-01-01', 'PH781')
    expect((await publicly('/therapists/struck-off')).status).toBe(200)
    const path = `/console/clinic/team/${id}`
    expect((await at().send(path, {}, `${path}/gone`)).status).toBe(303)
    expect((await publicly('/therapists/struck-off')).status).toBe(404)
    expect((await at().get(path)).text).toContain('No visit can be booked until you look it up again.')
  })

  test('refuses one register number for two people, a register of another profession, and a year that is a slip', async () => {
    const id = await colleague('Second Person', null)
    const path = `/console/clinic/team/${id}`
    const of = (more: Record<string, string>) => at().send(path, { ...look, number: 'PH900', ...more }, `${path}/look`)
    expect((await of({ number: 'PH101' })).text).toContain('That is the number of Amara Larch')
    expect((await of({ body: 'GOsC' })).text).toContain('Choose HCPC, where this profession stands.')
    expect((await of({ validUntil: '30/4/2082' })).text).toContain('more than five years ahead')
    expect((await of({ validUntil: '31/2/2028' })).text).toContain('as a day, such as 30/4/2028')
    expect((await publicly('/therapists/second-person')).status).toBe(404)
  })

  test('says of a therapist any language that people can look for, and takes each off again', async () => {
    const path = `/console/clinic/team/${await colleague('Many Tongues', '2028-01-01', 'PH795')}`
    const ticked = async () =>
      [...(await at().get(path)).html.matchAll(/name="languages" value="([^"]+)" checked/g)].map(([, code]) => code)
    for (const languages of [['en', 'ga', 'nl', 'sv', 'tw', 'uk', 'yo'], ['yo'], ['en']]) {
      expect((await at().send(path, { languages }, path)).status).toBe(303)
      expect((await ticked()).toSorted()).toEqual(languages)
    }
    // One that stands there and that our list has not.
    await db.admin.query(`update clinic.therapists set languages = '{en,tlh}' where name = 'Many Tongues'`)
    expect(await ticked()).toContain('tlh')
    // Find lists the languages anew once a minute.
    const languagesIn = async (minutes: number) => (await publicly('/find?place=E2', now.add({ minutes }))).html
    expect(await languagesIn(1)).toContain('value="tlh"')
    expect((await at().send(path, { languages: ['en'] }, path)).status).toBe(303)
    expect(await ticked()).toEqual(['en'])
    expect(await languagesIn(2)).not.toContain('value="tlh"')
  })

  test('sets the pause of a room when it is added and later, within bounds; a machine has none', async () => {
    const path = '/console/clinic/rooms'
    const add = (more: Record<string, string>) =>
      at().send(path, { what: 'room', name: 'Quiet Room', kind: 'quiet', ...more }, path)
    const pause = async () => {
      const { rows } = await db.admin.query(`select room_id, pause_after from clinic.rooms where name = 'Quiet Room'`)
      return rows[0]
    }
    const wrong = await add({ pauseAfter: '121' })
    expect([wrong.status, wrong.text.includes('a whole number from 0 to 120')]).toEqual([422, true])
    expect((await add({ what: 'machine', kind: 'laser', pauseAfter: '5' })).text).toContain('Only a room has a pause.')
    expect((await add({ pauseAfter: '10' })).status).toBe(303)
    const { room_id: id, pause_after } = await pause()
    expect(pause_after).toBe(10)
    const set = `${path}/${id}/pause`
    const seen = await at().get(path)
    expect(seen.html).toMatch(/name="pauseAfter"[^>]*value="10"/)
    const refused = await at().send(path, { pauseAfter: 'long' }, set)
    expect(refused.status).toBe(422)
    expect(refused.html).toMatch(new RegExp(`id="pause-${id}"[^>]*value="long"[^>]*aria-invalid="true"`))
    expect((await at().send(path, { pauseAfter: '20' }, set)).status).toBe(303)
    expect(await pause()).toMatchObject({ pause_after: 20 })
    // From a page that was open before: somebody else changed it since.
    expect((await at().resend(seen, { pauseAfter: '30' }, set)).status).toBe(409)
    expect(await pause()).toMatchObject({ pause_after: 20 })
  })

  test('sets when its visits are reminded of, each within its bounds or not at all', async () => {
    const [path, action] = ['/console/clinic/rules', '/console/clinic/rules/reminders']
    const set = (typed: Record<string, string>) => at().send(path, typed, action)
    const kept = async () => {
      const { rows } = await db.admin.query(
        'select first_reminder_hours as first, second_reminder_hours as second from clinic.clinics where clinic_id = $1',
        [owner().clinicId],
      )
      return rows[0]
    }
    const seen = await at().get(path)
    expect(seen.html).toMatch(/name="first"[^>]*value="48".*name="second"[^>]*value="2"/s)
    expect(seen.text).toContain('Visits that are booked already keep the reminders they have.')
    for (const [wrong, says] of [
      [{ first: '24' }, 'first reminder as a whole number from 25 to 336'],
      [{ first: '337' }, 'first reminder as a whole number from 25 to 336'],
      [{ second: '25' }, 'second reminder as a whole number from 1 to 24'],
      [{ second: '0' }, 'second reminder as a whole number from 1 to 24'],
    ] as const) {
      const refused = await set(wrong)
      expect([refused.status, refused.text.includes(says)]).toEqual([422, true])
      expect(refused.html).toContain(`value="${Object.values(wrong)[0]}"`)
    }
    expect((await set({ first: '72', second: '' })).status).toBe(303)
    expect(await kept()).toEqual({ first: 72, second: null })
    // From a page that was open before.
    expect((await at().resend(seen, { first: '30' }, action)).status).toBe(409)
    expect(await kept()).toEqual({ first: 72, second: null })
    expect((await set({ first: '48', second: '2' })).status).toBe(303)
  })

  test('lets nobody give what their profession does not', async () => {
    const page = await at().get('/console/clinic/services/new')
    const osteo = idIn(await person('Ozzie Path', { profession: 'osteopath' }))
    const refused = await at().resend(page, {
      ...{ name: 'Follow-up', treatment: 'physiotherapy-follow-up', minutes: '30', price: '50', therapists: osteo },
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Ozzie Path cannot give this: it is given by a physiotherapist.')
  })

  test('keeps the profession that was looked up, so that no register of another one vouches', async () => {
    const id = await colleague('Fixed Person', '2028-01-01', 'PH790')
    const answer = await at().send(
      `/console/clinic/team/${id}`,
      { profession: 'osteopath' },
      `/console/clinic/team/${id}`,
    )
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Add the person again with the other one.')
  })

  test('that changes its name leads from the old address to the new one; so does a therapist', async () => {
    const id = await colleague('Maiden Name', '2028-01-01', 'PH791')
    const path = `/console/clinic/team/${id}`
    expect((await at().send(path, { name: 'Married Name' }, path)).status).toBe(303)
    expect(await publicly('/therapists/maiden-name')).toMatchObject({
      status: 301,
      location: '/therapists/married-name',
    })
    expect((await at().send('/console/clinic/place', { name: 'Kestrel Physio' })).status).toBe(303)
    expect(await publicly('/clinics/kite-physio')).toMatchObject({ status: 301, location: '/clinics/kestrel-physio' })
    expect((await at().send('/console/clinic/place', { name: 'Kite Physio' })).status).toBe(303)
  })
})

describe('two at once, and the same press twice', () => {
  test('a form pressed twice adds one person, one service, one room', async () => {
    const page = await at().get('/console/clinic/team/new')
    const typed = { name: 'Twice Pressed', treats: 'yes', profession: 'physiotherapist', signsIn: 'no' }
    const [one, two] = await Promise.all([at().resend(page, typed), at().resend(page, typed)])
    expect([one.status, two.status]).toEqual([303, 303])
    const service = await at().get('/console/clinic/services/new')
    const pilates = { name: 'Pilates', treatment: 'pilates', minutes: '50', price: '18' }
    for (const _ of [1, 2]) expect((await at().resend(service, pilates)).status).toBe(303)
    const rooms = await at().get('/console/clinic/rooms')
    for (const _ of [1, 2])
      expect(
        (await at().resend(rooms, { what: 'room', name: 'Room 1', kind: 'treatment' }, '/console/clinic/rooms')).status,
      ).toBe(303)
    const { rows } = await db.admin.query(
      `select (select count(*)::int from clinic.therapists where name = 'Twice Pressed') as people,
        (select count(*)::int from clinic.services where name = 'Pilates') as services,
        (select count(*)::int from clinic.rooms where name = 'Room 1') as rooms`,
    )
    expect(rows).toEqual([{ people: 1, services: 1, rooms: 1 }])
  })

  test('who saves second over another’s change is told, loses nothing typed, and may save again', async () => {
    const mine = await at().get('/console/clinic/place')
    expect((await at().send('/console/clinic/place', { phone: '020 7946 0222' })).status).toBe(303)
    const late = await at().resend(mine, { phone: '020 7946 0333' })
    expect(late.status).toBe(409)
    // Here it was the same person, who went back: nobody else is blamed.
    expect(late.text).toContain('This was saved after you opened this page, by you or by a colleague.')
    expect(late.html).toContain('value="020 7946 0333"')
    expect((await at().get('/console/clinic/place')).html).toContain('020 7946 0222')
    expect((await at().resend(late, {})).status).toBe(303)
    expect((await at().get('/console/clinic/place')).html).toContain('020 7946 0333')
  })
})

describe('who may', () => {
  const paths = ['place', 'team', 'team/new', 'services', 'services/new', 'rooms', 'rules', 'places/new']

  test.each(paths)('reception and therapists find nothing at %s', async (path) => {
    for (const role of ['reception', 'therapist'] as const) {
      const them = browser(db, as(owner(), role))
      expect((await them.get(`/console/clinic/${path}`)).status).toBe(404)
      expect((await them.post(`/console/clinic/${path}`, new URLSearchParams({ name: 'x' }))).status).toBe(404)
    }
  })

  test('a therapist changes their own hours and no others; reception may change anybody’s', async () => {
    const { rows } = await db.admin.query<{ id: string }>(
      `select therapist_id as id from clinic.therapists where clinic_id = $1 order by name limit 2`,
      [owner().clinicId],
    )
    const [mine = '', other = ''] = rows.map(({ id }) => id)
    const them = browser(db, as(owner(), 'therapist', mine))
    expect((await them.get(`/console/clinic/hours/${mine}`)).status).toBe(200)
    expect((await them.get(`/console/clinic/hours/${other}`)).status).toBe(404)
    expect((await them.post(`/console/clinic/hours/${other}`, new URLSearchParams({ 'from-1-a': '8' }))).status).toBe(
      404,
    )
    expect((await browser(db, as(owner(), 'reception')).get(`/console/clinic/hours/${other}`)).status).toBe(200)
  })

  test('a manager adds who treats, and cannot invite anybody to sign in', async () => {
    const them = browser(db, as(owner(), 'manager'))
    const page = await them.get('/console/clinic/team/new')
    expect(page.text).toContain('An owner can invite them to sign in.')
    const typed = { name: 'Sneaked In', treats: 'no', signsIn: 'yes', email: 'sneak@kite.example', role: 'owner' }
    expect((await them.resend(page, typed)).status).toBe(422)
    const { rows } = await db.admin.query(`select from clinic.members where email = 'sneak@kite.example'`)
    expect(rows).toEqual([])
  })

  test('nothing of another clinic is seen or changed by its ids', async () => {
    const stranger = browser(db, await beginClinic(db, 'Other Physio', 'x@other.example'))
    const list = await at().get('/console/clinic/services')
    const service = /\/console\/clinic\/services\/[\da-f-]{36}/.exec(list.html)?.[0] ?? ''
    const team = await at().get('/console/clinic/team')
    const therapist = /\/console\/clinic\/team\/[\da-f-]{36}/.exec(team.html)?.[0] ?? ''
    for (const path of [service, therapist, therapist.replace('team', 'hours')]) {
      expect((await stranger.get(path)).status, path).toBe(404)
      const before = await dump()
      const tries = ['', '/withdraw', '/look', '/gone', '/leave'].map((end) => `${path}${end}`)
      for (const each of tries) await stranger.post(each, new URLSearchParams({ name: 'Mine now', seen: 'yes' }))
      expect(await dump()).toEqual(before)
    }
  })

  /** What the owner's clinic holds of itself. */
  async function dump() {
    const { rows } = await db.admin.query(
      `select (select json_agg(s order by 1) from clinic.services s where clinic_id = $1) as services,
        (select json_agg(t order by 1) from clinic.therapists t where clinic_id = $1) as therapists,
        (select json_agg(r order by 1) from clinic.registrations r where clinic_id = $1) as looks`,
      [owner().clinicId],
    )
    return rows
  }
})

describe('what a stranger might type', () => {
  test.each(['<script>alert(1)</script>', '=cmd()', '\u202eevil', 'a\u0000b'])(
    'stays text wherever it is shown: %j',
    async (text) => {
      const added = await person(text)
      expect(added.status).toBe(303)
      const { html } = await at().get('/console/clinic/team')
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain('\u202e')
    },
  )

  test.each(['not-an-id', '../../find', '%00', 'new'])('an address with %j in it is nothing', async (id) => {
    for (const path of ['hours', 'team', 'services', 'places'].filter((each) => !(id === 'new' && each !== 'hours')))
      expect((await at().get(`/console/clinic/${path}/${encodeURIComponent(id)}`)).status).toBe(404)
  })

  test('looking at any page changes nothing', async () => {
    const tables = await db.admin.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'clinic'::regnamespace and relkind = 'r' order by 1`,
    )
    /** Where each row lies and what wrote it: any write moves one. */
    const count = async () => {
      const said: unknown[] = []
      for (const { name } of tables.rows)
        said.push(
          (
            await db.admin.query(
              `select $1 as t, string_agg(ctid::text || xmin::text, ',' order by ctid) as r from clinic.${name}`,
              [name],
            )
          ).rows[0],
        )
      return said
    }
    const before = await count()
    for (const path of ['', '/place', '/team', '/team/new', '/services', '/services/new', '/hours', '/rooms', '/rules'])
      expect((await at().get(`/console/clinic${path}`)).status).toBe(200)
    expect(await count()).toEqual(before)
  })
})
