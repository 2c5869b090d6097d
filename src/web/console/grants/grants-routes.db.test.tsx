/** Entering granted visits as staff do it, over a real PostgreSQL. */
import { expect, test } from 'vitest'
import { makeTestClinic } from '../../../clinic/booking/test-clinic.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'

const db = sharedDatabase()
const post = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }

async function staff() {
  const { clinicId } = await makeTestClinic(db)
  const memberId = await makeMember(db, clinicId, 'reception')
  const who = { name: 'Amara', email: 'a@clinic.example', role: 'reception', therapistId: null } as const
  const member = { clinicId, memberId, accountId: crypto.randomUUID(), ...who }
  const data = { app: db.app, directory: db.directory, secret: db.secret }
  const app = createConsoleApp(consoleHome({ signedIn: { ok: true, member }, data }))
  return {
    clinicId,
    see: async (path = '/console/grants') => (await app.request(path)).text(),
    enter: async (fields: Readonly<Record<string, string>>, path = '/console/grants') => {
      const body = new URLSearchParams(fields).toString()
      const response = await app.request(path, { method: 'POST', headers: post, body })
      return { status: response.status, body: await response.text() }
    },
  }
}
/** What is left of the one grant that every clinic of a test has. */
const neighbours = ['4 of 5 left']
const six = { personName: 'Robin <b>', payer: 'insurer', insurer: 'AXA Health', reference: 'AX 12-34', visits: '6' }

test('a grant is entered and listed with what is left; the second time it is known', async () => {
  const { see, enter } = await staff()
  expect((await enter({ ...six, validUntil: '2027-03-31', lateCancelUses: 'yes' })).status).toBe(303)
  const page = await see()
  for (const words of ['Robin &lt;b>', '6 of 6 left', 'AX 12-34', '31 March 2027']) expect(page).toContain(words)
  const again = await enter({ ...six, reference: 'ax1234' })
  expect(again.status).toBe(422)
  expect(again.body).toContain('already')
})

test.each([
  ['visits', '0', 'from 1 to 100'],
  ['visits', '101', 'from 1 to 100'],
  ['visits', '2.5', 'from 1 to 100'],
  ['visits', 'six', 'from 1 to 100'],
  ['reference', '--', 'three letters or digits'],
  ['validUntil', '31/3/27', 'like 2027-03-31'],
  ['payer', 'nobody', 'Choose who pays'],
  ['insurer', ' ', 'Enter the insurer'],
  ['personName', '', 'Enter the name'],
])('%s “%s” is said at its field, and what was typed stays', async (field, value, words) => {
  const { see, enter } = await staff()
  const answer = await enter({ ...six, [field]: value })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain(words)
  if (field !== 'reference') expect(answer.body).toContain('AX 12-34')
  expect((await see()).match(/\d of \d+ left/g)).toEqual(neighbours)
})

test('what was entered wrong, agreed to later or taken away is changed; what is used stays used', async () => {
  const { clinicId, see, enter } = await staff()
  await enter(six)
  const path = /href="(\/console\/grants\/[^"]+)"/.exec(await see())?.[1] ?? ''
  expect(await see(path)).toMatch(/Robin &lt;b>[\s\S]*AX 12-34[\s\S]*value="6"/)
  const left = async () => (await see()).match(/\d+ of \d+ left/g)?.[0]
  expect((await enter({ visits: '12', validUntil: '2027-03-31' }, path)).status).toBe(303)
  expect([await left(), (await see()).includes('31 March 2027')]).toEqual(['12 of 12 left', true])
  await db.admin.query('update clinic.grants set used = 2 where clinic_id = $1 and visits = 12', [clinicId])
  const few = await enter({ visits: '1', validUntil: '' }, path)
  expect([few.status, few.body.includes('2 of them are used or booked')]).toEqual([422, true])
  expect(await left()).toBe('10 of 12 left')
  for (const [field, value] of [
    ['visits', '1000'],
    ['validUntil', 'soon'],
  ] as const) {
    const wrong = await enter({ visits: '3', validUntil: '', [field]: value }, path)
    expect([wrong.status, wrong.body.includes(`value="${value}"`)]).toEqual([422, true])
  }
  expect((await enter({ visits: '2', validUntil: '2020-01-01' }, path)).status).toBe(303)
  expect(await left()).toBe('0 of 2 left')
  // Another clinic's is as none.
  const other = await staff()
  expect(await other.see(path)).toBe(await other.see('/console/grants/01a22162-0000-7000-8000-000000000000'))
  expect((await other.enter({ visits: '3', validUntil: '' }, path)).status).toBe(404)
})

test('changed by two at once is changed by one; the other is told what stands now, and keeps what was typed', async () => {
  const { see, enter } = await staff()
  await enter(six)
  const path = /href="(\/console\/grants\/[^"]+)"/.exec(await see())?.[1] ?? ''
  const seenIn = (page: string) => /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? 'none'
  const seen = seenIn(await see(path))
  expect((await enter({ visits: '12', validUntil: '', seen }, path)).status).toBe(303)
  expect((await enter({ visits: '12', validUntil: '', seen }, path)).status).toBe(303)
  const second = await enter({ visits: '6', validUntil: '2027-03-31', seen }, path)
  expect([second.status, second.body]).toEqual([422, expect.stringContaining('12 visits now, with no last day')])
  expect(second.body).toContain('value="2027-03-31"')
  expect(await see()).toContain('12 of 12 left')
  expect((await enter({ visits: '12', validUntil: '2027-03-31', seen: seenIn(second.body) }, path)).status).toBe(303)
  expect(await see()).toContain('31 March 2027')
})

test('what one clinic enters no other sees', async () => {
  const [one, other] = [await staff(), await staff()]
  await one.enter(six)
  expect((await other.see()).match(/\d of \d+ left/g)).toEqual(neighbours)
})
