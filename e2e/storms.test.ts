/**
 * A storm over the built server and its database, which are killed at one random moment. In the whole form each is killed alone
 * too; `npm run prove` rides 200 of them.
 */
import { expect, test } from 'vitest'
import { inScratchFolder } from '../prove/scratch-folder.ts'
import { rideStorms } from '../prove/storms.ts'
import { isWhole } from '../scripts/short-form.ts'

test('the server and its database are killed while people book: every acknowledged visit is there, once, with its mail', async () => {
  const strikes = isWhole ? (['both', 'server', 'database'] as const) : (['both'] as const)
  const report = await inScratchFolder((folder) => rideStorms(folder, strikes.length, 20261127, strikes))
  expect(report.wrong).toEqual([])
  expect(report.struck).toMatchObject(Object.fromEntries(strikes.map((strike) => [strike, 1])))
  expect(report.acknowledged).toBeGreaterThan(5)
})
