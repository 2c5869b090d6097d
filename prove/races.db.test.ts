/** The short form of the races: through HTTP, over two servers on one database. `npm run prove` runs them whole. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { often } from '../scripts/short-form.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import { type OwnServer, startInProcess } from './in-process.ts'
import { type Ground, raceForOneTime, raceForOverlappingTimes } from './races.ts'

const db = testDatabase({ withoutNeighbours: 'a race over as few rows as it needs' })
const servers: OwnServer[] = []
beforeAll(async () => {
  for (let server = 0; server < 2; server += 1) servers.push(await startInProcess(db))
})
afterAll(() => Promise.all(servers.map((server) => server.stop())))

const ground = (): Ground => ({ origins: servers.map(({ origin }) => origin), admin: db.admin })

describe('people on two servers over one database, through HTTP', () => {
  test.each([2, 4, 16])(
    '%i on one time: one has it each round, the others are shown what is free, and no hold or claim is left over',
    async (people) => {
      const rounds = people === 16 ? often(10, 2) : often(20, 5)
      const raced = await raceForOneTime(ground(), people, rounds)
      expect(raced.wrong).toEqual([])
      expect(raced).toMatchObject({ booked: rounds, lost: rounds * (people - 1) })
    },
  )

  test('sixty-four over overlapping times, rooms and machines: nobody shares anything, and each visit has its mail', async () => {
    expect((await raceForOverlappingTimes(ground(), 1)).wrong).toEqual([])
  })
})
