/** The short form of the storms: the built server and its database killed at random moments, each kind once. `npm run prove` runs 200. */
import { expect, test } from 'vitest'
import { inScratchFolder } from '../prove/scratch-folder.ts'
import { rideStorms } from '../prove/storms.ts'

test('the server, its database and both are killed in turn while people book: every acknowledged visit is there, once, with its mail', async () => {
  const report = await inScratchFolder((folder) => rideStorms(folder, 3, 20261127))
  expect(report.wrong).toEqual([])
  expect(report.struck).toMatchObject({ server: 1, database: 1, both: 1 })
  expect(report.acknowledged).toBeGreaterThan(5)
})
