/** The tab says no more than the address, whoever asks (the history of a browser is kept and synced). */
import { describe, expect, test } from 'vitest'
import { allPages } from '../../../e2e/pages.ts'
import type { Answers } from '../../care/check/types.ts'
import { createCareApp } from './app.tsx'
import { paths } from './paths.ts'
import { checkEvent, checkFields, memoryNotebook, noon } from './plan/plan.fixtures.ts'
import { tabTitle } from './tab-titles.ts'

const common = {
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', islands: {} },
  buildId: 'test',
}
const device = (...told: readonly Answers[]) =>
  createCareApp({ ...common, kind: 'device', notebook: memoryNotebook(told.map((answers) => checkEvent(answers))) })

const people = {
  nobody: device(),
  'a plain strain': device({}),
  'an old cancer': device({ F1: 'yes', 'F1.skin': 'no' }),
  'a fever': device({ B2: 'yes', 'B2.kind': 'fever' }),
  'an emergency': device({ D2: 'yes' }),
  'thoughts of ending it': device({ I3: 'thoughts' }),
}
const titleOf = async (answer: Response | Promise<Response>) =>
  /<title>(.*?) – Unclench<\/title>/.exec(await (await answer).text())?.[1]

const addresses = [
  ...allPages.filter((page) => page !== '/no-such-page'),
  ...Object.values(paths).filter((path): path is never => typeof path === 'string' && /^\/[a-z/-]*$/.test(path)),
]

describe('the title of a page', () => {
  test.each([...new Set(addresses)])('of %s is the same whoever asks', async (address) => {
    const titles = new Map<string, string | undefined>()
    for (const [who, app] of Object.entries(people)) {
      const answer = await app.request(address)
      if (answer.headers.get('Content-Type')?.startsWith('text/html')) titles.set(who, await titleOf(answer))
    }
    expect(new Set(titles.values()).size, JSON.stringify([...titles])).toBeLessThanOrEqual(1)
  })

  test('of what a form leads to is that of its address: no result, no verdict, no sign', async () => {
    const app = createCareApp({ ...common, kind: 'server', notebook: null })
    const post = (at: string, fields: [string, string][]) =>
      titleOf(app.request(at, { method: 'POST', body: new URLSearchParams(fields) }))
    for (const told of [{}, { D2: 'yes' }, { F1: 'yes', 'F1.skin': 'no' }, { I3: 'plan' }, { I2: 'onPurpose' }]) {
      expect(await post('/check', [...checkFields(told), ['do', 'keep']])).toBe('Check')
      expect(await post('/check/summary', checkFields(told))).toBe('Summary')
      expect(await post('/plan', checkFields(told))).toBe('Plan')
      expect(await post('/medicines', checkFields(told))).toBe('Medicines')
    }
  })

  test('still says that a form came back with an error', async () => {
    const app = createCareApp({ ...common, kind: 'server', notebook: null })
    const body = new URLSearchParams([
      ['trail', ''],
      ['shown', 'A1'],
    ])
    const first = await (await app.request('/check')).text()
    const trail = /name="trail" value="([^"]*)"/.exec(first)?.[1]?.replaceAll('&quot;', '"') ?? ''
    body.set('trail', trail)
    expect(await titleOf(app.request('/check', { method: 'POST', body }))).toBe('Error: Check')
  })

  test('names a screen of the check by its number alone, and an address that is not ours by its own words', () => {
    expect(tabTitle('/check/7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d/4')).toBe('Check, page 4')
    expect(tabTitle('/check/7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d/summary')).toBe('Summary')
    expect(tabTitle('/constructor')).toBeUndefined()
    expect(tabTitle('/')).toBe('Home')
  })
})
