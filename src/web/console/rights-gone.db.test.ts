/** Somebody's role is changed, or they are let go, while a form of theirs stands open: what they then send is not taken, and that is said. */
import { expect, test } from 'vitest'
import { makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import { joinClinic } from '../../clinic/calendar/test-calendar.ts'
import { sharedDatabase } from '../../clinic/db/test-database.ts'
import { browser } from './clinic/clinic.fixtures.ts'
import { createConsoleApp } from './console-app.tsx'
import { consoleHome } from './console.fixtures.ts'
import { consolePaths } from './console-paths.ts'

const db = sharedDatabase()
const says = 'What you sent was not taken, and nothing was changed.'
const typed = { subject: 'Three things', opening: 'Cold mornings.', topic: 'keep-away', page: 'guide/heat-or-ice' }

test('a manager who became reception reads it of the letter that they were writing', async () => {
  const { clinicId } = await makeTestClinic(db)
  const manager = await joinClinic(db, clinicId, { role: 'manager' })
  const open = await browser(db, manager, Temporal.Now.instant()).get(consolePaths.newLetter)
  const now = browser(db, { ...manager, role: 'reception' }, Temporal.Now.instant())
  const sent = await now.resend(open, typed, consolePaths.letters)
  expect([sent.status, sent.text]).toEqual([404, expect.stringContaining(says)])
  // What they wrote comes back, to be copied; of what they chose and of what the form carried, nothing.
  for (const words of [typed.subject, typed.opening]) expect(sent.text).toContain(words)
  expect(sent.text).not.toContain(typed.topic)
  const { rows } = await db.admin.query('select from clinic.letters where clinic_id = $1 and subject = $2', [
    ...[clinicId, typed.subject],
  ])
  expect(rows).toEqual([])
  // Who only looks has sent nothing.
  const looked = await now.get(consolePaths.newLetter)
  expect([looked.status, looked.text.includes(says)]).toEqual([404, false])
})

test('whoever is in no clinic any more reads it of what they send, and not where they look', async () => {
  const app = createConsoleApp(consoleHome({ signedIn: { ok: false, why: 'no-clinic' }, data: db }))
  const ask = async (init?: RequestInit) => {
    const answer = await app.request(consolePaths.letters, init)
    const text = await answer.text()
    return [answer.status, text.includes(says), text.includes(typed.opening)]
  }
  expect(await ask({ method: 'POST', body: new URLSearchParams(typed) })).toEqual([403, true, true])
  expect(await ask()).toEqual([403, false, false])
})
