/**
 * Which way to lean is nothing to try, or to be told, while somebody is to be seen first (evidence.md §2.1, §3, §3.1), and no
 * page lays a movement out that the check leaves closed (H-08).
 */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { allClear, device, momentAt } from './programme.fixtures.ts'

type Device = ReturnType<typeof device>

/** A programme under way whose last answer was that leaning back helps; then this happens. */
async function under(then: (home: Device) => Promise<unknown>): Promise<Device> {
  const home = device()
  await home.check(0, 7)
  await home.plan(0, 7.2)
  await home.start(0, 7.5)
  await home.morning(0, 3)
  await home.at(0, 8).post('/programme/direction', { do: 'felt', 'q.better': 'back', 'q.leg': 'no' })
  await then(home.at(0, 9.8))
  return home.at(0, 10)
}

const cancer: Answers = { F1: 'yes', 'F1.skin': 'no' }
const toBeSeen: readonly (readonly [string, (home: Device) => Promise<unknown>])[] = [
  ['an emergency', (home) => home.check(0, 9.7, { A1: 'yes', 'A1.when': 'new' })],
  ['a call today', (home) => home.check(0, 9.7, { F2: 'yes' })],
  ['cancer before, to be seen within days', (home) => home.check(0, 9.7, cancer)],
  ['a fall told to the stop button', (home) => home.post('/programme/stop', { sign: 'fall' })],
  ['a pain that jumped', (home) => home.write(momentAt(0, 9.7), { kind: 'stopped', sign: 'newSymptom' })],
  ['a fever', (home) => home.post('/programme/stop', { sign: 'fever' })],
]

describe.each(toBeSeen)('after %s', (_name, then) => {
  test('the page about directions says only what comes first', async () => {
    const page = await (await under(then)).get('/programme/direction')
    expect([page.status, page.heading]).toEqual([200, 'Something else comes first'])
    expect(page.text).not.toMatch(/Leaning (?:back|forward)|5-minute test/)
    expect(page.html).not.toContain('name="q.better"')
    expect(page.html).toContain('href="/programme/stop"')
  })
  test('no page of the programme leads there', async () => {
    const home = await under(then)
    for (const at of ['/programme', '/today'])
      expect((await home.get(at)).html).not.toContain('href="/programme/direction"')
  })
  test('what a page from before sends is kept and nothing is shown of it', async () => {
    const home = await under(then)
    const felt = { do: 'felt', 'q.better': 'forward', 'q.leg': 'back' }
    const page = await home.post('/programme/direction', felt)
    expect((await home.of('directionFound')).at(-1)).toMatchObject({ direction: 'forwardOnly' })
    expect(page.text).not.toContain('Leaning forward')
  })
})

test('the direction is not asked again while somebody is to be seen first', async () => {
  const home = device()
  await home.check(0, 7)
  await home.plan(0, 7.2)
  await home.start(0, 7.5)
  await home.at(0, 8).post('/programme/direction', { do: 'felt', 'q.better': 'either', 'q.leg': 'no' })
  await home.check(3, 7, cancer)
  await home.morning(3, 3)
  await home.at(3, 8).post('/programme/mini-check', allClear)
  expect((await home.get('/today')).text).not.toContain('Which way feels better now?')
})

test('a check that leaves only the gentle part lays no other movement out', async () => {
  const home = await under((one) => one.check(0, 9.7, cancer))
  await home.post('/programme/mini-check', allClear)
  const { text } = await home.get('/programme')
  expect(text).toContain('Slow breathing')
  expect(text).toContain('The other movements wait until you have been seen.')
  for (const closed of ['Pelvic tilt', 'Knee rolls', 'One knee to chest', 'Half bridge', 'Standing back-bend'])
    expect(text).not.toContain(closed)
})

test('with nothing to be seen for, it shows what it knows and asks', async () => {
  const page = await (await under(async () => undefined)).get('/programme/direction')
  expect(page.text).toContain('Leaning back helped you')
  expect(page.html).toContain('name="q.better"')
})
