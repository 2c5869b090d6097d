/**
 * Every button of the staff's pages that writes: pressed twice at once, and once more later. It is done once, and each answer is
 * that of the first. The routes are read from the app, so a new one fails here until it is said how a second press is told.
 */
import { beforeEach, describe, expect, test } from 'vitest'
import { makeMember } from '../../clinic/booking/test-staff.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { calendarPaths } from './calendar/calendar-paths.ts'
import type { Typed } from './clinic/clinic.fixtures.ts'
import { clinicPaths } from './clinic/clinic-paths.ts'
import { createConsoleApp } from './console-app.tsx'
import { consoleHome } from './console.fixtures.ts'
import { consolePaths } from './console-paths.ts'
import { pressed, type Stage, stageOf } from './test-press.ts'
import { pressesOfHouse } from './test-presses-of-house.ts'
import { pressesOfPeople } from './test-presses-of-people.ts'
import { pressesOfVisits } from './test-presses-of-visits.ts'
import { letterWords, pressesOfWords } from './test-presses-of-words.ts'

const db = testDatabase({
  withoutNeighbours: 'the rules of booking are set for all services of a clinic, and rows are counted',
})
const now: { at?: Stage } = {}
beforeEach(async () => {
  now.at = await stageOf(db)
})
const at = (): Stage => {
  if (!now.at) throw new Error('no clinic yet')
  return now.at
}
const rows = [...pressesOfHouse, ...pressesOfPeople, ...pressesOfVisits, ...pressesOfWords]

/** Forms whose second press is tried in a test of their own, or writes nothing; each with where, or why. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  [consolePaths.people, 'writes nothing'],
  [consolePaths.letterProof, 'writes nothing'],
  [consolePaths.bounces, 'console-letters.db.test.tsx: read twice is written once'],
  [
    clinicPaths.tellAddressPattern,
    'clinic-changes.db.test.tsx: none is left to write, and who is to be rung is said again',
  ],
  [calendarPaths.classPattern, 'class-routes.db.test.tsx: nobody is told twice, and the class is shown as it is'],
  [consolePaths.erasePattern, 'people/erase.db.test.tsx: the second is told that it was done'],
  [consolePaths.passkeys, 'accounts/passkey-doors.db.test.ts: adds one, and says so twice'],
  [`${consolePaths.passkeys}/ask`, 'keeps a challenge alone, the last of which counts'],
  [`${consolePaths.passkeys}/rename`, 'the name that stands is the one that was typed'],
  [`${consolePaths.passkeys}/delete`, 'passkey-doors.db.test.ts'],
])

describe('pressed twice at once and once more later', () => {
  for (const [route, what, press, makes, says] of rows)
    test(`${route}, ${what}`, async () => {
      const done = await pressed(at(), await press(at()))
      expect(done.tables).toBeGreaterThan(40)
      const [first, ...others] = done.answers.map(({ status, location }) => `${status} ${location}`)
      expect(first, done.answers[0]?.text).toMatch(says ? /^200/ : /^303/)
      expect(others, done.answers.at(-1)?.text).toEqual([first, first])
      for (const { text } of done.answers) expect(text).toContain(says ?? '')
      expect({ made: done.made, later: done.madeLater }).toEqual({ made: makes, later: {} })
    })

  test('is tried of every form that the staff can send', () => {
    const member = {
      clinicId: '',
      memberId: '',
      accountId: '',
      name: '',
      email: '',
      role: 'owner',
      therapistId: null,
    } as const
    const app = createConsoleApp(consoleHome({ signedIn: { ok: true, member } }))
    const posts = new Set(app.routes.flatMap(({ method, path }) => (method === 'POST' ? [path] : [])))
    expect(posts.size).toBeGreaterThan(60)
    const walked = new Set(rows.map(([route]) => route))
    expect([...posts].filter((path) => !walked.has(path) && !elsewhere.has(path))).toEqual([])
    expect([...walked, ...elsewhere.keys()].filter((path) => !posts.has(path))).toEqual([])
  })
})

describe('a form that has done its work, gone back to, changed and sent again', () => {
  /** Sends the form of a page, and the same once more with something else in it. */
  async function twice(page: string, typed: Typed, other: Typed, action?: string) {
    const { hand } = at()
    const open = await hand.get(page)
    expect((await hand.resend(open, typed, action)).status).toBe(303)
    return hand.resend(open, { ...typed, ...other }, action)
  }

  test('says of a package that one was entered, and enters one more when it is sent from there', async () => {
    const typed = { personName: 'Kit Orme', payer: 'package', reference: 'PAK-100', visits: '6' }
    const again = await twice(consolePaths.grants, typed, { reference: 'PAK-101' })
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('This form has entered one already')])
    expect(await at().one('select count(*)::int as id from clinic.grants where clinic_id = $1')).toBe('1')
    expect((await at().hand.resend(again, {}, consolePaths.grants)).status).toBe(303)
    expect(await at().one('select count(*)::int as id from clinic.grants where clinic_id = $1')).toBe('2')
  })

  test('says of a block that another time was blocked, and blocks this one when it is sent from there', async () => {
    const typed = { resource: at().therapist(), day: at().inTwoDays(), from: '14:00', to: '15:00', reason: 'Meeting' }
    const again = await twice(calendarPaths.newBlock, typed, { from: '16:00', to: '17:00' }, calendarPaths.newBlock)
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('This form has blocked a time already')])
    expect((await at().hand.resend(again, {}, calendarPaths.newBlock)).status).toBe(303)
    expect(await at().one('select count(*)::int as id from clinic.blocks where clinic_id = $1')).toBe('2')
  })

  test('does not say of a new service that another price is kept', async () => {
    const typed = { name: 'Pilates', treatment: 'pilates', minutes: '50', price: '18', therapists: at().therapist() }
    const again = await twice(clinicPaths.service('new'), typed, { price: '20' })
    expect([again.status, /name="price"[^>]*value="20"/.test(again.html)]).toEqual([409, true])
    expect((await at().hand.resend(again, {})).status).toBe(303)
    expect(
      await at().one(`select price_pence as id from clinic.services where name = 'Pilates' and clinic_id = $1`),
    ).toBe('2000')
  })

  test('does not say of somebody new that another role is theirs', async () => {
    const typed = { name: 'Sol Finch', treats: 'no', signsIn: 'yes', email: 'sol@lantern.example', role: 'reception' }
    const again = await twice(clinicPaths.newPerson, typed, { role: 'owner' }, clinicPaths.newPerson)
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('Sol Finch has this address already.')])
  })

  test('gives one new address for a feed', async () => {
    const { hand, one } = at()
    await hand.send(consolePaths.feed, { do: 'make' })
    const open = await hand.get(consolePaths.feed)
    await hand.resend(open, { do: 'renew' })
    const id = await one('select feed_id as id from clinic.calendar_feeds where clinic_id = $1')
    await hand.resend(open, { do: 'renew' })
    expect(await one('select feed_id as id from clinic.calendar_feeds where clinic_id = $1')).toBe(id)
    await hand.send(consolePaths.feed, { do: 'end' })
    // What was kept on a page from before it was ended makes no new one.
    await hand.resend(open, { do: 'make', initials: 'yes' })
    expect(await one('select count(*)::int as id from clinic.calendar_feeds where clinic_id = $1')).toBe('0')
  })

  test('keeps the reason of days off that was sent last, once', async () => {
    const { does, one, inTwoDays } = at()
    const days = { whose: 'all', first: inTwoDays(), last: inTwoDays() }
    await does(calendarPaths.closures, { ...days, reason: 'Painting' })
    expect((await does(calendarPaths.closures, { ...days, reason: 'The boiler' })).status).toBe(303)
    expect(await one(`select string_agg(reason, ',') as id from clinic.closures where clinic_id = $1`)).toBe(
      'The boiler',
    )
  })

  test('shuts a clinic in which nobody treats yet once, though it is pressed twice at once', async () => {
    const { db: of, member, handOf } = at()
    const { rows: made } = await of.admin.query<{ id: string }>(
      `insert into clinic.clinics (name, email, phone) values ('Kite', 'k@kite.example', '020 7946 0118') returning clinic_id as id`,
    )
    const clinicId = made[0]?.id ?? ''
    const memberId = await makeMember(of, clinicId, 'owner')
    const hand = handOf({ ...member, clinicId, memberId, therapistId: null })
    const days = { whose: 'all', first: at().inTwoDays(), last: at().inTwoDays(), reason: 'Painting' }
    for (let tries = 0; tries < 3; tries += 1) {
      await of.admin.query('delete from clinic.closures where clinic_id = $1', [clinicId])
      const press = () => hand.post(calendarPaths.closures, new URLSearchParams(days))
      for (const { status } of await Promise.all([press(), press(), press()])) expect(status).toBe(303)
      expect(await at().one('select count(*)::int as id from clinic.closures where clinic_id = $1', [clinicId])).toBe(
        '1',
      )
    }
  })

  test('says of a bank holiday that it was answered otherwise', async () => {
    const { hand, does } = at()
    const [, nation = '', day = ''] =
      /name="nation" value="([^"]+)"\/?><input type="hidden" name="day" value="([^"]+)"/.exec(
        (await hand.get(calendarPaths.closures)).html,
      ) ?? []
    expect((await does(calendarPaths.holidays, { nation, day, do: 'open' })).status).toBe(303)
    const again = await does(calendarPaths.holidays, { nation, day, do: 'shut' })
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('That bank holiday was answered before')])
  })

  test('of a letter that has gone out since is told that it has its time, and that it went on', async () => {
    const { does, one, nowDay } = at()
    const id = crypto.randomUUID()
    await does(consolePaths.letters, { letter: id, ...letterWords })
    const version = await one('select version as id from clinic.letters where letter_id = $1', [id])
    const press = (what: string) =>
      does(consolePaths.letterActs(id), { do: what, version, day: nowDay(3), time: '07:30', perMinute: '200' })
    const isNow = (state: string) =>
      at().db.admin.query(
        `update clinic.letters set state = $2, started_at = now(), finished_at = case when $2 = 'finished' then now() end
         where letter_id = $1`,
        [id, state],
      )
    await press('scheduled')
    await isNow('running')
    expect((await press('scheduled')).status).toBe(303)
    await press('stopped')
    await press('went-on')
    await isNow('finished')
    expect((await press('went-on')).status).toBe(303)
    expect((await press('stopped')).status).toBe(409)
  })

  test('of the fiftieth letter is not told that there are fifty', async () => {
    const { does, db, clinic, member } = at()
    await db.admin.query(
      `insert into clinic.letters (clinic_id, subject, opening, topic, pages, made_by)
       select $1, 'A letter', 'Words.', 'keep-away', '{guide/heat-or-ice}', $2 from generate_series(1, 49)`,
      [clinic.clinicId, member.memberId],
    )
    const letter = crypto.randomUUID()
    const press = () => does(consolePaths.letters, { letter, ...letterWords })
    for (const { status } of [await press(), await press()]) expect(status).toBe(303)
    expect((await does(consolePaths.letters, { letter: crypto.randomUUID(), ...letterWords })).status).toBe(409)
  })
})
