/** Whatever is posted to the programme's pages: a page a person can act on, and only sound events in the record. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { often } from '../../../../scripts/short-form.ts'
import { begunOn, device } from './programme.fixtures.ts'
import { readEvent } from '../record/record-event.ts'

const paths = [
  '/programme/start',
  '/programme/morning',
  '/programme/mini-check',
  '/programme/check-in',
  '/programme/abilities',
  '/programme/phase',
  '/programme/direction',
  '/programme/feelings',
  '/programme/cleared',
  '/programme/stop',
  '/programme/full-check',
] as const
/** A form that is in order; a post is one of these with some fields changed. */
const good: Readonly<Partial<Record<(typeof paths)[number], Readonly<Record<string, string>>>>> = {
  '/programme/start': { 'q.began': 'longer', 'q.daysAgo': '730', 'q.painDayOne': '7' },
  '/programme/morning': { pain: '4', do: 'save', 'list.explain': 'none' },
  '/programme/mini-check': { 'list.mini': 'none' },
  '/programme/check-in': {
    ...{ screen: '2', 'q.trend': 'same', 'q.painNow': '5', 'q.toilet': 'yes', 'q.stand': 'no' },
    ...{ 'q.medicine': 'noneSafe', 'q.normal': 'no', 'q.leg': 'no' },
  },
  '/programme/abilities': { 'q.walk5': 'yes', 'q.sit15': 'no', 'q.normalTasks': 'most' },
  '/programme/phase': { to: '1' },
  '/programme/direction': { do: 'felt', 'q.better': 'back', 'q.leg': 'no' },
  '/programme/feelings': {
    ...{ screen: '1', 'q.worry': '5', 'q.hope': '5', 'q.mood': 'someDays', 'q.load': 'little', 'q.stopped': 'no' },
  },
  '/programme/cleared': { 'q.who': 'my GP', 'q.seenDaysAgo': '0', 'q.said': 'yes' },
  '/programme/stop': { sign: 'fall' },
}
const names = [
  ...['do', 'entry', 'screen', 'pain', 'to', 'sign', 'life', 'singly', 'poorSleep', 'ill', 'list.explain', 'list.mini'],
  ...['began', 'daysAgo', 'painDayOne', 'firstEver', 'usual', 'plainCause', 'walk5', 'sit15', 'normalTasks'].map(q),
  ...['trend', 'painNow', 'toilet', 'stand', 'medicine', 'normal', 'leg', 'change', 'who', 'seenDaysAgo', 'said'].map(
    q,
  ),
  ...['better', 'A1', 'A2', 'B2', 'anythingNew', 'worry', 'hope', 'mood', 'load', 'stopped', 'I3'].map(q),
  ...['before', 'back.after', 'back.place', 'back.moreNumb', 'forward.after'],
]
function q(name: string): string {
  return `q.${name}`
}
const value = fc.oneof(
  fc.constantFrom('', 'yes', 'no', 'notSure', 'none', 'next', 'back', 'save', 'felt', 'test', 'life', 'plan', 'longer'),
  fc.constantFrom(
    '0',
    '1',
    '2',
    '5',
    '10',
    '11',
    '-1',
    '1e3',
    '99999999999999999999',
    'NaN',
    '٣',
    '<b>',
    'constructor',
  ),
  fc.string({ maxLength: 300 }),
)

const junk = fc.dictionary(fc.constantFrom(...names), fc.oneof(value, fc.array(value, { maxLength: 3 })), {
  maxKeys: 4,
})
const post = fc
  .tuple(fc.constantFrom(...paths), junk)
  .map(([path, fields]) => [path, { ...good[path], ...fields }] as const)

test('never breaks a page, and never writes an entry that cannot be read again', { timeout: 60_000 }, async () => {
  let written = 0
  await fc.assert(
    fc.asyncProperty(fc.array(post, { minLength: 1, maxLength: 4 }), async (posts) => {
      const home = await begunOn()
      const before = (await home.notebook.all()).length
      for (const [path, fields] of posts) {
        const page = await home.post(path, fields)
        expect([path, [200, 409, 422].includes(page.status)]).toEqual([path, true])
        expect(page.heading).not.toBe('')
      }
      const events = await home.notebook.all()
      written += events.length - before
      for (const event of events) expect(readEvent(JSON.parse(JSON.stringify(event)))).not.toBeNull()
      expect((await home.get('/today')).status).toBe(200)
      expect((await home.get('/programme')).status).toBe(200)
    }),
    { numRuns: often(150, 50) },
  )
  expect(written).toBeGreaterThan(often(100, 30))
})

test('before a programme has begun nothing is written but what closes something', async () => {
  await fc.assert(
    fc.asyncProperty(post, async ([path, fields]) => {
      const home = device()
      const page = await home.post(path, fields)
      expect([200, 409, 422]).toContain(page.status)
      const kinds = (await home.notebook.all()).map(({ kind }) => kind)
      expect(kinds.filter((kind) => !['stopped', 'miniAsked', 'checkFinished'].includes(kind))).toEqual([])
    }),
    { numRuns: often(150, 50) },
  )
})
