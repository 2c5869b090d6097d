/**
 * Each page that says back what was told of danger says in itself whom to call, the worst that stands open first (H-08).
 * Walks all addresses of the app, so that a page added later is looked at too.
 */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../care/check/types.ts'
import { stateAt } from '../../care/programme/fold.ts'
import { programmeEvents, dangerTold as toldToChecks } from '../../care/record/person.ts'
import { dangerTold } from '../../care/record/danger-told.ts'
import { everyAddress } from './every-address.fixtures.ts'
import { momentOf } from './moment.ts'
import { freshId, device, momentAt } from './programme/programme.fixtures.ts'

type Device = ReturnType<typeof device>

const emergency: Answers = { A1: 'yes', 'A1.when': 'new' }
const urgent: Answers = { F2: 'yes' }

/** Checked, with a plan and a day of pain; with a programme if wished. */
async function ready(programme: boolean): Promise<Device> {
  const home = device()
  await home.check(0, 7)
  await home.plan(0, 7.2)
  if (programme) {
    await home.start(0, 7.5)
    await home.morning(0, 3)
  }
  await home.at(0, 8).post('/diary/entry', { form: freshId(), pain: '2' })
  return home.at(0, 9)
}

/** The insides of the page, without its frame. */
const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
/** Words that say a result back, whatever page they stand on. */
const results = /Result: (?:Emergency|Urgent)|EMERGENCY \(Now\)|URGENT \(Today|[Bb]e seen first|Your check said/
/** The record's own words for what was told, small and without the stop, since pages set them into sentences. */
async function wordsTold(home: Device): Promise<readonly string[]> {
  const events = await home.notebook.all()
  const state = stateAt(programmeEvents(events), momentOf({ kind: 'device', now: () => momentAt(1, 9) }))
  return [
    ...dangerTold(events, state).map(({ words }) => words),
    ...toldToChecks(events, state.locks).flatMap(({ because }) => because),
  ].map((words) =>
    words
      .replace(/^You told us: /, '')
      .replace(/\.$/, '')
      .toLowerCase(),
  )
}

/** Each page that says it back, and the numbers that its insides ring, in their order. */
async function sayingBack(home: Device): Promise<ReadonlyMap<string, readonly string[]>> {
  const words = await wordsTold(home)
  const found = new Map<string, readonly string[]>()
  for (const at of await everyAddress(home, { some: () => [] })) {
    const main = mainOf((await home.get(at)).html)
    const text = textOf(main).toLowerCase()
    if (results.test(textOf(main)) || words.some((one) => text.includes(one)))
      found.set(
        at,
        [...main.matchAll(/tel:(\d+)/g)].map(([, number = '']) => number),
      )
  }
  return found
}

const stop = (sign: string) => (home: Device) => home.at(0, 9.5).post('/programme/stop', { form: freshId(), sign })
const check = (answers: Answers) => (home: Device) => home.check(0, 9, answers)
const both =
  (first: (home: Device) => Promise<unknown>, then: (home: Device) => Promise<unknown>) => async (home: Device) => {
    await first(home)
    await then(home)
  }

describe.each([
  ['without a programme', false],
  ['with a programme under way', true],
] as const)('%s', (_, programme) => {
  test.each([
    ['a check that found an emergency', '999', check(emergency)],
    ['a check that said to call today', '111', check(urgent)],
    ['a numb saddle told to the stop button', '999', stop('saddle')],
    ['a fever told there', '111', stop('fever')],
    ['a fall told there', '999', stop('fall')],
    ['a call for today, and a numb saddle told since', '999', both(check(urgent), stop('saddle'))],
    ['an emergency, and a fever told since', '999', both(check(emergency), stop('fever'))],
  ] as const)('after %s each page that says so rings %s', async (_name, first, then) => {
    const home = await ready(programme)
    await then(home)
    const found = await sayingBack(home.at(1, 9))
    for (const at of ['/record', '/report', '/diary', '/diary/chart']) expect([...found.keys()]).toContain(at)
    // A way out to 999 for what gets worse may stand before a call for today, and not the other way round.
    const rings = (numbers: readonly string[]) => (first === '111' ? numbers.includes(first) : numbers[0] === first)
    expect([...found].flatMap(([at, numbers]) => (rings(numbers) ? [] : [`${at}: ${numbers.join(' ')}`]))).toEqual([])
  })
})

test('what somebody has seen to is said as settled, and rings nobody', async () => {
  const home = await ready(true)
  await home.check(0, 9, emergency)
  expect((await home.at(0, 9.2).get('/diary')).text).not.toContain('Settled since')
  await home.write(momentAt(1, 8), { kind: 'clinicianCleared', who: 'GP', how: 'seen' })
  await home.check(1, 8.5)
  home.at(1, 9)
  expect((await home.get('/diary')).text).toContain('Your check said: get help now. Settled since.')
  expect((await home.get('/diary/chart')).text).toContain('Your check said: get help now. Settled since.')
  for (const at of ['/', '/today', '/record', '/report', '/diary', '/diary/chart', '/programme', '/programme/flare']) {
    const main = mainOf((await home.get(at)).html)
    expect([at, textOf(main).match(/Be seen first|may need help now/)]).toEqual([at, null])
  }
})
