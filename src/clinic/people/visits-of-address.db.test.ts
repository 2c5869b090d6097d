/** The order in which somebody sees the visits of their address. Over a real PostgreSQL. */
import { expect, test } from 'vitest'
import { makeTestClinic } from '../booking/test-clinic.ts'
import { bookedVisit, visitIsAt } from '../booking/test-staff.ts'
import { testDatabase } from '../db/test-database.ts'
import { visitsOfAddress } from './visits-of-address.ts'

const db = testDatabase()

test('those to come stand first, the soonest before the others; then those that are over, the latest first', async () => {
  const now = Date.now()
  const hours = { 'in a week': 168, 'last week': -168, 'in an hour': 1, yesterday: -24, tomorrow: 24 }
  for (const [at, [name, ahead]] of Object.entries(hours).entries()) {
    const clinic = await makeTestClinic(db)
    const email = 'order@example.org'
    await visitIsAt(db, await bookedVisit(db, clinic, `${10 + at}:00`, { personName: name, email }), `${ahead} hours`)
  }
  const visits = await visitsOfAddress(db.app, 'Order@example.org')
  expect(visits.map(({ startsAt }) => Math.round((startsAt - now) / 3_600_000))).toEqual([1, 24, 168, -24, -168])
})
