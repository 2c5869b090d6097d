/** The front page: what can be pressed, in order, for whoever comes. */
import { expect, test } from 'vitest'
import { createCareApp } from './app.tsx'
import { checkEvent, memoryNotebook, noon } from './plan/plan.fixtures.ts'
import { asEpochMs } from '../../care/evidence/time.ts'
import type { NotebookEvent } from '../../care/record/notebook.ts'

const common = {
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', islands: {} },
  buildId: 'test',
}
/** Where the links of the page's own part lead, in order. */
async function linksOf(events: NotebookEvent[] | null): Promise<string[]> {
  const kept = events && memoryNotebook(events)
  const app = createCareApp({ ...common, kind: kept ? 'device' : 'server', notebook: kept })
  const main = (await (await app.request('/')).text()).split('<main')[1]?.split('</main>')[0] ?? ''
  return [...main.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href ?? '')
}
const doors = ['/medicines', '/relax', '/prevent']
const day = '2026-11-26'
const begun = {
  ...{ v: 1, id: crypto.randomUUID(), at: asEpochMs(noon - 1000), day, kind: 'programmeStarted' },
  ...{ episodeDay: day, painDayOne0to10: 5, ageYears: 30, firstEver: 'no' },
} as NotebookEvent

test('the check comes first, then the emergency signs, then the plan; the doors for no hurry come last', async () => {
  for (const events of [null, [], [checkEvent({})]])
    expect(await linksOf(events)).toEqual(['/check', '/emergency', '/plan', ...doors])
})

test('while a programme runs, today comes first, and the check and the emergency signs stand right below it', async () => {
  expect(await linksOf([checkEvent({}), begun])).toEqual(['/today', '/check', '/emergency', ...doors])
})
