/** Whoever comes second, from another browser or after staff, reads what stands now. Over a real PostgreSQL. */
import { beforeEach, expect, test } from 'vitest'
import { overtakenMove } from '../../../clinic/booking/hold-move.ts'
import { readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { beside } from '../../../clinic/db/test-rival.ts'
import { browserOf, carriedBy, homeOver, robin } from './test-pages.ts'

const db = testDatabase()
let clinic: TestClinic
let visit: string
const own = () => readPrivateToken(db.secret, 'visit', visit.split('/').at(-1) ?? '')?.appointmentId ?? ''
const browser = browserOf(homeOver(db))
const ask = async (path: string, fields?: Readonly<Record<string, string>>) => {
  const { status, body: html, to } = await browser.ask(path, fields)
  return { status, text: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '), html, to }
}
const carried = (wall = '10:00') => carriedBy(clinic, wall)
/** Another one has the visit and is not done; this press waits, and comes second. */
const second = async (
  set: string,
  values: readonly unknown[],
  path: string,
  fields: Readonly<Record<string, string>>,
) => {
  const text = `update clinic.appointments set version = version + 1, ${set} where appointment_id = $1`
  const { waited, answer } = await beside(db, { text, values: [own(), ...values] }, () => ask(path, fields))
  expect(waited).toBe(true)
  return answer
}
const toThree = [
  `starts_at = $2, ends_at = $3`,
  [dayAfterTomorrow('15:00'), dayAfterTomorrow('15:45')].map((at) => new Date(at)),
] as const
/** The version that the open page carries. */
const version = async () => /name="version" value="(\d+)"/.exec((await ask(`${visit}/cancel`)).html)?.[1] ?? 'none'

beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2 })
  const { to } = await ask(`/book/therapist-${clinic.therapists[0]}`, carried('10:00'))
  visit = (await ask(to, { ...robin, ...carried('10:00') })).to
})

test.each(['cancelled', 'late-cancelled'])(
  'a move that loses to a cancel is told that the visit is %s',
  async (state) => {
    const fields = { ...carried('13:00'), do: 'move', version: await version() }
    const lost = await second('state = $2', [state], `${visit}/move`, fields)
    expect(lost.status).toBe(409)
    expect(lost.text).toContain('This visit is cancelled')
    expect(lost.text).not.toContain('please ring. Your visit stands')
    expect(lost.text).toContain((await ask(`${visit}/move`)).text.match(/So there is nothing to move\.[^.]+\./)?.[0])
  },
)

test.each(['hold', 'move'])('a move (%s) that loses to another is told the time that stands now', async (what) => {
  const fields = { ...carried('13:00'), do: what, version: await version() }
  const lost = await second(...toThree, `${visit}/move`, fields)
  expect(lost.status).toBe(409)
  expect(lost.text).toMatch(
    /Your visit was changed since you opened that page It was not moved now\. It stands: [^.]+15:00/,
  )
  expect(lost.text).not.toContain('10:00')
})

test('a cancel that loses to a move is told the time that stands now', async () => {
  const lost = await second(...toThree, `${visit}/cancel`, { version: await version() })
  expect(lost.status).toBe(409)
  expect(lost.text).toMatch(/It is not cancelled\. It stands: [^.]+15:00/)
  expect(lost.text).not.toContain('10:00')
})

test('whoever cancels what is cancelled reads that it was, by whom and when; one press heard twice reads what it did', async () => {
  const fields = { version: await version(), reason: 'My car', key: crypto.randomUUID() }
  const done = await ask(`${visit}/cancel`, fields)
  expect((await ask(`${visit}/cancel`, fields)).to).toBe(done.to)
  expect((await ask(visit)).text).toMatch(/You cancelled it, [A-Z][a-z]+day [^.]+, \d\d:\d\d/)
  const others = { ...fields, key: crypto.randomUUID() }
  const other = await ask(`${visit}/cancel`, others)
  expect(other.status).toBe(409)
  expect(other.text).toContain('This visit is cancelled already')
  expect(other.text).toMatch(
    /You or somebody on your behalf cancelled it, [A-Z][^.]+, \d\d:\d\d[^.]*\. Nothing was done now/,
  )
  await db.admin.query(`update clinic.appointment_events set by_whom = 'staff' where appointment_id = $1`, [own()])
  expect((await ask(`${visit}/cancel`, others)).text).toMatch(
    / cancelled it, [A-Z][^.]+, \d\d:\d\d[^.]*\. Nothing was done now/,
  )
  expect((await ask(`${visit}/cancel`)).text).toMatch(/ cancelled it, [A-Z][^.]+, \d\d:\d\d/)
})

test('a move that is overtaken each time says why the visit cannot go there, not what is free near it', async () => {
  const wish = {
    ...{ clinicId: clinic.clinicId, appointmentId: own(), version: Number(await version()) },
    ...{ therapist: clinic.therapists[0] ?? '', location: clinic.locationId, start: dayAfterTomorrow('13:00') },
  }
  expect(await overtakenMove(db.app, wish)).toMatchObject({ why: 'taken' })
  expect(await overtakenMove(db.app, { ...wish, version: wish.version + 1 })).toEqual({ ok: false, why: 'stale' })
  await ask(`${visit}/cancel`, {})
  expect(await overtakenMove(db.app, wish)).toEqual({ ok: false, why: 'over' })
})
