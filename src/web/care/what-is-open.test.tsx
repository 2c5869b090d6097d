/**
 * One record of danger, and every page there is: none shows a step, a movement, a session or a dose that it closes (H-08).
 * Walks all addresses of the app, so that a page added later is looked at too.
 */
import { describe, expect, test } from 'vitest'
import { someOf } from '../../../scripts/short-form.ts'
import type { Answers } from '../../care/check/types.ts'
import { withinLock } from '../../care/movement/block-list.ts'
import { type MovementId, movementIds } from '../../care/movement/types.ts'
import { everyAddress } from './every-address.fixtures.ts'
import { allClear, device, freshId } from './programme/programme.fixtures.ts'

type Device = ReturnType<typeof device>

/** Gate and plan answered, and a session begun, all after a clear check: everything there is to open. */
async function ready(programme: boolean): Promise<Device> {
  const home = device()
  await home.check(0, 6)
  await home.plan(0, 6.1)
  if (programme) await home.start(0, 6.2)
  if (programme) await home.morning(0, 3)
  await home.at(0, 6.5).post('/diary/entry', { form: freshId(), pain: '2' })
  if (!programme) return home.at(0, 6.6)
  await home.post('/programme/mini-check', allClear)
  await home.post('/session', { pain: '3', minutes: '10' })
  return home.at(0, 6.6)
}

/** How often all addresses were looked at. */
let looked = 0
/** In the short form an eighth of the pages of the guide, by turns: what a figure in them shows is the same on each. */
const some = <T,>(all: readonly T[]) => someOf(all, 8, looked)

/** Steps that a plan has for this person; found on the open plan. */
let planSteps: readonly string[] = []
const stepsOf = (html: string) => [
  ...new Set([...html.matchAll(/href="\/plan\/step\/([^"]+)"/g)].map(([, id = '']) => id)),
]

/** What only an open page shows: a step, a movement, a player, a session to begin, a dose that fits. */
const openThings = {
  step: /href="\/plan\/step\//,
  movement: /href="\/movements\/[^"]+"/,
  figure: /data-figure|step-card/,
  player: /data-player/,
  session: /href="\/session(\/[0-9a-f-]+)?"/,
  dose: /You can take this|this fits now/,
} as const
type Thing = keyof typeof openThings

async function open(home: Device): Promise<ReadonlyMap<string, readonly Thing[]>> {
  const found = new Map<string, readonly Thing[]>()
  looked += 1
  for (const at of await everyAddress(home, { steps: planSteps, some })) {
    const { html } = await home.get(at)
    const things = (Object.keys(openThings) as Thing[]).filter((thing) => openThings[thing].test(html))
    if (things.length > 0) found.set(at, things)
  }
  return found
}
/** A picture of a body at rest on a page that tells nobody what to do. */
const onlyPictures = ['/:figure', '/prevent:figure']
const listed = (found: ReadonlyMap<string, readonly Thing[]>) =>
  [...found]
    .flatMap(([at, things]) => things.map((thing) => `${at}:${thing}`))
    .filter((one) => !onlyPictures.includes(one))

/** The script of a page that asks again once something was told in another tab, or when it is shown again. */
const hears = /src="\/islands\/(?:told-elsewhere|told-while-asking|player)\.js"/
/** To read or to answer, with nothing of the person's own on it: its ways on are looked at when they are pressed. */
const isToRead = (at: string) => /^\/(?:guide|treatments|evidence|prevent\/lessons)(?:\/|$)/.test(at)

/** A danger that was told stands first on a page. */
const saysHelp = /This may need help now/
/** A page that asks is there to be answered: it stays, and says whom to call. */
const asks = /<main[\s\S]*<form method="post"/

const emergency: Answers = { A1: 'yes', 'A1.when': 'new' }
const urgent: Answers = { F2: 'yes' }
const cancerSoon: Answers = { F1: 'yes', 'F1.skin': 'no' }

describe.each([
  ['without a programme', false],
  ['with a programme under way', true],
])('a check that found danger, and 12 minutes later one in which it is left out, %s', (_, programme) => {
  let walked: Promise<{ readonly home: Device; readonly shown: Awaited<ReturnType<typeof open>> }> | undefined
  /** A clear record, and what each of its pages shows: walked once. */
  async function walk() {
    const home = await ready(programme)
    if (!programme) planSteps = stepsOf((await home.get('/plan')).html)
    return { home, shown: await open(home) }
  }
  const clear = () => (walked ??= walk())

  test('a clear record shows all kinds of things, so that the looking could find them', async () => {
    const { shown } = await clear()
    const expected: readonly Thing[] = [
      'step',
      'movement',
      'figure',
      'player',
      ...(programme ? ['session' as const] : []),
    ]
    expect([...new Set([...shown.values()].flat())].sort()).toEqual([...expected].sort())
    expect(planSteps.length).toBeGreaterThan(10)
  })

  test('each page that shows such a thing hears of a danger told in another tab', async () => {
    const { home, shown } = await clear()
    const deaf: string[] = []
    for (const at of new Set(listed(shown).map((one) => one.replace(/:[^:]*$/, '')))) {
      if (isToRead(at)) continue
      if (!hears.test((await home.get(at)).html)) deaf.push(at)
    }
    expect(deaf).toEqual([])
  })

  test('each page on which a danger comes first hears of one told in another tab', async () => {
    const home = await ready(programme)
    const deaf: string[] = []
    const addresses = await everyAddress(home, { steps: planSteps, some })
    const quiet = new Map<string, string>()
    for (const at of addresses) {
      const { status, html } = await home.get(at)
      if (status === 200) quiet.set(at, html)
    }
    await home.post('/programme/stop', { form: freshId(), sign: 'bladder' })
    home.at(0, 6.65)
    for (const [at, before] of quiet) {
      if (isToRead(at) || hears.test(before) || saysHelp.test(before)) continue
      if (asks.test(before) || saysHelp.test((await home.get(at)).html)) deaf.push(at)
    }
    expect(deaf).toEqual([])
    expect(quiet.size).toBeGreaterThan(60)
  })

  // What was told closes alike with a programme and without one: in the short form the two take the dangers by turns.
  test.each(
    someOf<readonly [string, Answers]>(
      [
        ['a call for today', urgent],
        ['an emergency', emergency],
      ],
      2,
      programme ? 1 : 0,
    ),
  )('after %s nothing is open on any page', async (_level, danger) => {
    const home = await ready(programme)
    await home.check(0, 6.7, danger)
    await home.check(0, 6.9)
    await home.plan(0, 6.95)
    expect(listed(await open(home.at(0, 7)))).toEqual([])
    expect((await home.get('/plan')).html).toContain('href="/programme/cleared"')
    expect((await home.get('/medicines')).text).not.toMatch(/can take this|this fits/)
  })

  test.each(someOf(['chest', 'fever', 'weak'], 2, programme ? 0 : 1))(
    'after a stop for %s nothing is open on any page',
    async (sign) => {
      const home = await ready(programme)
      await home.post('/programme/stop', { form: freshId(), sign })
      expect(listed(await open(home.at(0, 7)))).toEqual([])
    },
  )

  test('after a past cancer was told only the gentle part is open', async () => {
    const home = await ready(programme)
    await home.check(0, 6.7, cancerSoon)
    await home.check(0, 6.9)
    await home.plan(0, 6.95)
    const found = listed(await open(home.at(0, 7)))
    const shown: string[] = []
    // A movement that is not for this person now shows a picture of what they do instead.
    for (const id of movementIds)
      if ((await home.get(`/movements/${id}`)).heading !== 'Not this one for now') shown.push(id)
    expect(shown.length).toBeGreaterThan(2)
    for (const id of shown) expect(withinLock(id as MovementId, 'gentle'), id).toBe(true)
    const steps = found.flatMap((one) => /^\/plan\/step\/([^:]+):figure$/.exec(one)?.[1] ?? [])
    for (const id of steps) expect(id).not.toMatch(/tilt|knee|roll|cat|cobra/)
    expect(found.filter((one) => one.startsWith('/relax/muscles'))).toEqual([])
  })

  test('a post to anything that opens is refused as well', async () => {
    const home = await ready(programme)
    await home.check(0, 6.7, emergency)
    await home.check(0, 6.9)
    home.at(0, 7)
    for (const [at, fields] of [
      ['/plan', { do: 'next', screen: '0' }],
      ['/plan/step/walk-walk', { do: 'done' }],
      ['/session', { pain: '3', minutes: '10' }],
      ['/programme/start', { 'q.began': '0', 'q.painDayOne': '5' }],
      ['/movements', {}],
    ] as const) {
      const { html } = await home.post(at, fields)
      for (const [thing, sign] of Object.entries(openThings))
        expect([at, thing, sign.test(html)]).toEqual([at, thing, false])
    }
    expect(await home.of('sessionBegun')).toHaveLength(programme ? 1 : 0)
    expect(await home.of('stepDone')).toEqual([])
  })
})

test.each(someOf(['chest', 'fever', 'fall'], 3, 2))(
  'after a stop for %s by somebody who never did a check nothing is open, on no page of the guide either',
  async (sign) => {
    const home = device().at(0, 7)
    expect((await home.get('/guide')).html).toMatch(openThings.figure)
    await home.post('/programme/stop', { form: freshId(), sign })
    expect(listed(await open(home))).toEqual([])
  },
)
