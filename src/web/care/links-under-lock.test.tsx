/**
 * While the record closes something, no page offers a way that ends at "be seen first" or "check first" (H-08): whoever is
 * sore and afraid is not sent from door to door. The bar and the tabs stay where they are, and each of their places says
 * why it is closed; so does a link that says that it tells why.
 */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../care/check/types.ts'
import { headingOf } from './plan/plan.fixtures.ts'
import { allClear, device, freshId, momentAt } from './programme/programme.fixtures.ts'
import { everyPost, wellUsed } from './record/every-post.fixtures.ts'

type Device = ReturnType<typeof device>

/** Checked, with a plan and an entry; with a programme the morning is told and a session begun, too. */
async function ready(programme: boolean): Promise<Device> {
  const home = device()
  await home.check(0, 7)
  await home.plan(0, 7.2)
  if (programme) await home.start(0, 7.5)
  if (programme) await home.morning(0, 3)
  await home.at(0, 8.2).post('/diary/entry', { form: freshId(), pain: '2' })
  if (!programme) return home.at(0, 9)
  await home.at(0, 8.5).post('/programme/mini-check', allClear)
  await home.at(0, 9).post('/session', { pain: '3', minutes: '10' })
  return home.at(0, 9.2)
}

const emergency: Answers = { A1: 'yes', 'A1.when': 'new' }
const sore = { pain: '7', asked: 'cause', cause: 'yes' }
const entries = { v: 1, id: 'unreadable', kind: 'unreadable', entries: 1 } as const
const locks: readonly (readonly [string, (home: Device) => Promise<unknown>])[] = [
  ['a check that found an emergency', (home) => home.check(0, 9.7, emergency)],
  ['a check that says to call today', (home) => home.check(0, 9.7, { F2: 'yes' })],
  ['a check that leaves the gentle part', (home) => home.check(0, 9.7, { F1: 'yes', 'F1.skin': 'no' })],
  ['a stop sign', (home) => home.at(0, 9.8).post('/programme/stop', { sign: 'fall' })],
  ['a fever, with a call for 111', (home) => home.at(0, 9.8).post('/programme/stop', { sign: 'fever' })],
  ['a very sore entry', (home) => home.at(0, 9.8).post('/diary/entry', { form: freshId(), ...sore })],
  ['too much of a medicine', (home) => home.at(0, 9.8).post('/medicines/tally', { do: 'tooMuch' })],
  ['an entry that cannot be read', (home) => home.notebook.append({ ...entries, at: momentAt(0, 9.8) })],
  ['a check of three days ago', async (home) => home.at(3, 8)],
  [
    'a visit after an emergency, and no new check',
    async (home) => {
      await home.check(0, 9.7, emergency)
      await home.write(momentAt(1, 9), { kind: 'clinicianCleared', who: 'GP', how: 'seen' })
      home.at(1, 9.5)
    },
  ],
]

/** Does this page say only that something comes first, in place of what it is for? */
function isClosed(at: string, html: string): boolean {
  // What to do about too much stands on the pages of medicines themselves, and the hub says for all its pages why.
  if (/^\/medicines/.test(at) && html.includes('Take no more painkillers')) return false
  if (/^\/prevent\/(?!reminders|desk)/.test(at)) return /Be seen first|One thing first/.test(html)
  if (/^\/(?:today|programme|programme\/flare|prevent)$/.test(at)) return false
  const heading = headingOf(html)
  return (
    /first$|^We could not open|^No session now|^Get help now$|^Movements are closed/.test(heading) ||
    html.includes('Your check asks you to be seen before you move more.')
  )
}

/** Where the page itself leads, without the bars above and below it and without a link that tells why something is closed. */
function waysOn(html: string): readonly string[] {
  const [main = ''] = /<main[\s\S]*<\/main>/.exec(html) ?? []
  const links = [...main.matchAll(/<a [^>]*href="(\/[^"#?]*)[^>]*>([\s\S]*?)<\/a>/g)]
  const offered = links.flatMap(([, to = '', words = '']) => (/^\s*Why /.test(words) ? [] : to))
  const forms = [...main.matchAll(/<form [^>]*action="(\/[^"#?]*)/g)].map(([, to = '']) => to)
  return [...new Set([...offered, ...forms])].filter((to) => !/\.[a-z]{2,4}$/.test(to))
}

const places = ['/', '/today', '/plan', '/movements', '/diary', '/record', '/prevent']

/** Every link that ends at a closed page, from these pages and all that they lead to. */
async function deadEnds(home: Device, from: readonly string[], seen = new Map<string, string>()) {
  const ways: (readonly [string, string])[] = []
  const todo = [...from]
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (seen.has(at)) continue
    const { html } = await home.get(at)
    seen.set(at, html)
    for (const to of waysOn(html)) if (to !== at) ways.push([at, to])
    todo.push(...waysOn(html))
  }
  return ways.flatMap(([at, to]) => (isClosed(to, seen.get(to) ?? '') ? `${at} → ${to}` : []))
}

describe.each([
  ['without a programme', false],
  ['in a programme', true],
])('%s', (_, programme) => {
  test.each(locks)('after %s no page leads to one that is closed', async (_lock, close) => {
    const home = await ready(programme)
    home.at(0, 10)
    await close(home)
    const seen = new Map<string, string>()
    expect(await deadEnds(home, places, seen)).toEqual([])
    expect(seen.size).toBeGreaterThan(20)
  })

  test('the looking finds closed pages where they are', async () => {
    const home = await ready(programme)
    for (const at of ['/plan', '/movements', '/relax', '/prevent/warm-up'])
      expect([at, isClosed(at, (await home.get(at)).html)]).toEqual([at, false])
    await home.check(0, 9.7, emergency)
    home.at(0, 10)
    for (const at of ['/plan', '/movements', '/relax', '/medicines', '/prevent/warm-up', '/movements/M05'])
      expect([at, isClosed(at, (await home.get(at)).html)]).toEqual([at, true])
  })
})

test.each(everyPost.filter(({ first }) => first))(
  'the page that answers $what leads to no page that it has just closed ($route)',
  async ({ at, fields }) => {
    const home = await wellUsed()
    const to = at(home.held)
    const { html } = await home.post(to, { form: freshId(), ...fields(home.held) } as Record<string, string>)
    const ends: string[] = []
    for (const next of waysOn(html)) if (next !== to && isClosed(next, (await home.get(next)).html)) ends.push(next)
    expect(ends).toEqual([])
  },
)
