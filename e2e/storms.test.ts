/** The short form of the storms: the built server and its database killed at random moments. `npm run prove` runs 200. */
import { expect, test } from 'vitest'
import { inScratchFolder } from '../prove/scratch-folder.ts'
import { rideStorms } from '../prove/storms.ts'

test('five times the server, its database or both are killed while people book: every acknowledged visit is there, once, with its mail', async () => {
  const report = await inScratchFolder((folder) => rideStorms(folder, 5, 20261127))
  expect(report.wrong).toEqual([])
  expect(report.acknowledged).toBeGreaterThan(5)
})
