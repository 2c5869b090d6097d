/** Where one is: every address belongs to one place, and says so, unless one thing is being done there. */
import { describe, expect, test } from 'vitest'
import { createDeviceApp } from '../../offline/device-app.tsx'
import { deviceNotebook } from '../../offline/device.fixtures.ts'
import type { Answers } from '../../care/check/types.ts'
import { createCareApp } from './app.tsx'
import { checkEvent, checkFields, noon } from './plan/plan.fixtures.ts'

const common = {
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', islands: {} },
  buildId: 'test',
}
const server = createCareApp({ ...common, kind: 'server', notebook: null })
const device = (...told: readonly Answers[]) =>
  createDeviceApp(
    { ...common, kind: 'device', notebook: deviceNotebook(told.map((answers) => checkEvent(answers))) },
    async () => 'token',
  )

/** The words of the bar and of the tabs that are marked, and how the header begins. */
function marksIn(html: string) {
  const [head = ''] = html.split('<main')
  const nav = (name: string) => head.split(`aria-label="${name}"`)[1]?.split('</nav>')[0]
  const marked = (name: string) =>
    [...(nav(name) ?? '').matchAll(/<a [^>]*aria-current="(\w+)"[^>]*>(?:<svg.*?<\/svg>)?([^<]*)/g)].map(
      ([, how, words]) => `${words}: ${how}`,
    )
  return {
    hasPlaces: nav('Main') !== undefined,
    place: marked('Main'),
    tab: [...marked('My days'), ...marked('Learn')],
    wayOut: /class="way-out" href="([^"]*)"/.exec(head)?.[1],
  }
}
const marksOf = async (answer: Response | Promise<Response>) => marksIn(await (await answer).text())

const uuid = '7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d'
const filled = (pattern: string) =>
  pattern
    .replace(':screen{[0-9]+}', '2')
    .replace(':movement', 'M05')
    .replace(':sequence', 'bed')
    .replace(':step', 'ease-easiest-position')
    .replace(':course', 'breathe-5')
    .replace(':lesson', 'sleep')
    .replace(':article', 'heat-or-ice')
    .replaceAll(/:\w+/g, uuid)

/** Which tab an address stands under: null is the place Right now, and "about" are the pages about Unclench itself. */
const belongs: Readonly<Record<string, string | null>> = {
  '': null,
  check: null,
  emergency: null,
  plan: null,
  medicines: null,
  today: 'Today',
  programme: 'Today',
  session: 'Today',
  relax: 'Today',
  diary: 'Diary',
  movements: 'Movements',
  prevent: 'Keep it away',
  record: 'Record',
  report: 'Record',
  guide: 'Guide',
  treatments: 'Treatments',
  // A place, and no tab of its own.
  evidence: 'learn',
  about: 'about',
  safety: 'about',
  offline: 'about',
}

/** The tabs of the place Learn; every other one is of My days. */
const learn = ['Guide', 'Treatments', 'learn']

describe('every page is in one place', () => {
  const routes = [...new Set(server.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))].filter(
    (path) => path !== '/*',
  )

  test('and the bar marks that one, for every address that the app answers', async () => {
    expect(routes.length).toBeGreaterThan(50)
    let seen = 0
    for (const route of routes)
      for (const app of [server, device({})]) {
        const path = filled(route)
        const answer = await app.request(path)
        if (!answer.headers.get('Content-Type')?.startsWith('text/html')) continue
        const { hasPlaces, place, tab } = await marksOf(answer)
        if (!hasPlaces) continue
        seen += 1
        const wanted = belongs[path.split('/')[1] ?? '']
        const how = (...own: string[]) => (own.includes(path) ? 'page' : 'true')
        const own = ['/today', '/diary', '/movements', '/prevent', '/record', '/guide', '/treatments']
        const isPlace =
          wanted === null
            ? [`Right now: ${how('/')}`]
            : wanted === 'about'
              ? []
              : learn.includes(wanted ?? '')
                ? [`Learn: ${how('/guide')}`]
                : [`My days: ${how('/today')}`]
        const isTab = wanted === null || wanted === 'about' || wanted === 'learn' ? [] : [`${wanted}: ${how(...own)}`]
        expect([path, place, tab]).toEqual([path, isPlace, isTab])
      }
    expect(seen).toBeGreaterThan(70)
  })

  test('and an address that we do not have marks none', async () => {
    expect(await marksOf(server.request('/no-such-page'))).toMatchObject({ hasPlaces: true, place: [], tab: [] })
    expect(await marksOf(server.request('/constructor'))).toMatchObject({ hasPlaces: true, place: [], tab: [] })
  })
})

describe('where one thing is done at a time, the places are gone and there is a way out', () => {
  test.each([
    ['/check', '/'],
    ['/programme/mini-check', '/today'],
    ['/programme/stop', '/today'],
    ['/diary/entry', '/diary'],
    [`/diary/entry/${uuid}/put-right`, `/diary/entry/${uuid}`],
    ['/relax/breathe-5', '/relax'],
    [`/session/${uuid}`, '/today'],
  ])('%s leads out to %s', async (path, wayOut) => {
    expect(await marksOf(server.request(path))).toMatchObject({ hasPlaces: false, wayOut })
  })

  test.each(['/programme', '/programme/flare', '/session', `/session/${uuid}/done`, '/relax', `/diary/entry/${uuid}`])(
    '%s is for looking around, so the places are there',
    async (path) => {
      expect(await marksOf(server.request(path))).toMatchObject({ hasPlaces: true })
    },
  )
})

describe('a result', () => {
  const result = (told: Answers) =>
    marksOf(
      server.request('/check', { method: 'POST', body: new URLSearchParams([...checkFields(told), ['do', 'keep']]) }),
    )

  test.each([
    ['emergency', { D2: 'yes' } as Answers],
    ['urgent', { F2: 'yes' } as Answers],
  ])('of %s stands alone: no place to go and look around in', async (_level, told) => {
    expect(await result(told)).toMatchObject({ hasPlaces: false, wayOut: undefined })
  })

  test.each([
    ['home care', {} as Answers],
    ['soon', { F1: 'yes', 'F1.skin': 'no' } as Answers],
  ])('of %s is an end, so the places are there again', async (_level, told) => {
    expect(await result(told)).toMatchObject({ hasPlaces: true, place: ['Right now: true'] })
  })

  test('that keeps the plan locked stands alone too, wherever it is looked for', async () => {
    for (const path of ['/plan', '/movements', '/movements/M05'])
      expect(await marksOf(device({ D2: 'yes' }).request(path))).toMatchObject({ hasPlaces: false })
    expect(await marksOf(device({}).request('/plan'))).toMatchObject({ hasPlaces: true })
  })
})

/** Every address that people may have kept, as a bookmark or on paper, since the first one. None is ever taken from here. */
const oldAddresses = [
  ...['/', '/check', '/emergency', '/plan', '/plan/step/ease-easiest-position', '/medicines', '/medicines/tally'],
  ...['/movements', '/movements/M05', '/movements/sequences/bed', '/record', '/record?page=2', '/record/erase'],
  ...['/today', '/programme', '/programme/start', '/programme/morning', '/programme/mini-check', '/programme/check-in'],
  ...['/programme/abilities', '/programme/phase', '/programme/direction', '/programme/feelings', '/programme/cleared'],
  ...['/programme/mistaken', '/programme/stop', '/programme/flare', '/session', '/relax', '/relax/breathe-5'],
  ...['/diary', '/diary?page=2', '/diary/entry', '/diary/chart', '/diary/triggers', '/diary/tasks', '/report'],
  ...['/prevent', '/prevent/walking', '/prevent/strength', '/prevent/breaks', '/prevent/desk', '/prevent/lifting'],
  ...['/prevent/warm-up', '/prevent/lessons/sleep', '/prevent/reminders', '/about', '/safety', '/offline'],
] as const

describe.each([
  ['the server', server],
  ['the device', device({})],
])('every old address on %s', (_home, app) => {
  test.each(oldAddresses)('%s still leads to its page', async (address) => {
    let answer = await app.request(address)
    for (let hops = 0; hops < 3 && answer.status >= 300 && answer.status < 400; hops += 1)
      answer = await app.request(answer.headers.get('Location') ?? '')
    expect(answer.status).toBe(200)
    const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(await answer.text())?.[1]
    expect(heading).toBeTruthy()
    expect(heading).not.toContain('cannot find')
  })
})
