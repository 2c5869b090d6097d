/**
 * What holds for every page that an address leads to, for whoever comes new, with a plan and a programme, and with a danger:
 * what a page names is on it, and what it says of the person is kept by no browser.
 */
import { describe, expect, test } from 'vitest'
import { guideQuestions } from '../../care/guide/questions.ts'
import { idsLacking, scriptsLacking } from '../../../scripts/outlines/page-promises.ts'
import { islandsOfTests } from './islands.fixtures.ts'
import { createCareApp } from './app.tsx'
import { memoryNotebook, noon } from './plan/plan.fixtures.ts'
import { begunOn, device, freshId, momentAt } from './programme/programme.fixtures.ts'

const addresses = createCareApp({
  ...{ kind: 'server', notebook: null, now: () => noon, newId: freshId, buildId: 'test' },
  assets: { css: '/site.css', islands: {} },
})
  .routes.filter(
    ({ method, path }) =>
      method === 'GET' && !/:(?!screen|movement|sequence|step|course|lesson|article|treatment|question)|\*/.test(path),
  )
  .map(({ path }) =>
    path
      .replace(':screen{[0-9]+}', '2')
      .replace(':movement', 'M05')
      .replace(':sequence', 'bed')
      .replace(':step', 'ease-side-bed')
      .replace(':course', 'breathe-5')
      .replace(':lesson', 'sleep')
      .replace(':article', 'heat-or-ice')
      .replace(':treatment', 'walking')
      .replace(':question', guideQuestions[0]?.slug ?? ''),
  )

type Device = ReturnType<typeof device>
const homes: readonly (readonly [string, () => Promise<Device>])[] = [
  ['whoever comes new', async () => device()],
  ['a programme under way', async () => (await (await (await begunOn()).morning(0, 2)).mini(0)).at(0, 9)],
  ['an emergency', async () => device(memoryNotebook()).check(0, 8, { A1: 'yes', 'A1.when': 'new' })],
  [
    'strength on two days',
    async () => {
      const home = await device().check(0)
      await home.post('/prevent/strength', { first: '1', second: '4' })
      return home
    },
  ],
  [
    'a stop told',
    async () => {
      const home = await begunOn()
      await home.write(momentAt(0, 8), { kind: 'stopped', sign: 'fall' })
      return home.at(0, 9)
    },
  ],
]

const masked = (html: string) => html.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '‹id›')

test('there are as many addresses as we think', () => expect(addresses.length).toBeGreaterThan(50))

describe.each(homes)('for %s', (_name, make) => {
  test('every page has what it names', async () => {
    const home = await make()
    for (const at of addresses) expect([at, idsLacking((await home.get(at)).html)]).toEqual([at, []])
  })
  test('every page brings the script of what stands on it', async () => {
    const { notebook } = await make()
    const assets = { css: '/site.css', islands: islandsOfTests }
    const now = () => momentAt(0, 9)
    const app = createCareApp({ kind: 'device', notebook, now, newId: freshId, assets, buildId: 'test' })
    for (const at of addresses) {
      expect([at, scriptsLacking(await (await app.request(at)).text())]).toEqual([at, []])
    }
  })
  test('no page that says something of the person is kept by a browser', async () => {
    const [home, nobody] = [await make(), device()]
    const kept: string[] = []
    for (const at of addresses) {
      const [answer, plain] = [await home.app.request(at), await nobody.app.request(at)]
      const isOfThem = masked(await answer.text()) !== masked(await plain.text())
      if (isOfThem && answer.status !== 303 && answer.headers.get('Cache-Control') !== 'no-store') kept.push(at)
    }
    expect(kept).toEqual([])
  })
})
