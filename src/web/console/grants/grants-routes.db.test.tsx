/** Entering granted visits as staff do it, over a real PostgreSQL. */
import { expect, test } from 'vitest'
import { makeTestClinic } from '../../../clinic/booking/test-clinic.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'

const db = testDatabase()
const post = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }

async function staff() {
  const { clinicId } = await makeTestClinic(db)
  const memberId = await makeMember(db, clinicId, 'reception')
  const who = { name: 'Amara', email: 'a@clinic.example', role: 'reception', therapistId: null } as const
  const member = { clinicId, memberId, accountId: crypto.randomUUID(), ...who }
  const data = { app: db.app, directory: db.directory, secret: db.secret }
  const app = createConsoleApp(consoleHome({ signedIn: { ok: true, member }, data }))
  return {
    see: async () => (await app.request('/console/grants')).text(),
    enter: async (fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams(fields).toString()
      const response = await app.request('/console/grants', { method: 'POST', headers: post, body })
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

test('what one clinic enters no other sees', async () => {
  const [one, other] = [await staff(), await staff()]
  await one.enter(six)
  expect((await other.see()).match(/\d of \d+ left/g)).toEqual(neighbours)
})
