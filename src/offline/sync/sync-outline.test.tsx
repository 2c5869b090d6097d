/**
 * The pages of the locked copy, line by line, in each state that they can stand in and after each form; and what is said of each
 * try. A line that changes is read and changed in the file beside this test, or it is a fault.
 */
import { Hono } from 'hono'
import { describe, test, vi } from 'vitest'
import { looked, type Press, pressed, reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import type { NotebookEvent } from '../../care/record/notebook.ts'
import { paths } from '../../web/care/paths.ts'
import { samples } from '../../web/care/record/record-event.fixtures.ts'
import { deviceNotebook, noon } from '../device.fixtures.ts'
import type { LockedCopy } from './locked-copy.ts'
import { askedWordName, askedWords, recoveryWords } from './recovery-words.ts'
import { lockKey, lockText } from './sealed-record.ts'
import type { SyncPlace } from './sync-place.ts'
import type { Synced } from './sync-record.ts'
import { syncRoutes } from './sync-routes.tsx'
import { outcomeWords, wordsProblem } from './sync-words.ts'
import { CopyInMemory, placeInMemory } from './sync.fixtures.ts'
import { withLockedCopy } from './with-locked-copy.ts'

const at = paths.recordSync
const words = recoveryWords(new Uint8Array(16).fill(1))
const others = recoveryWords(new Uint8Array(16).fill(2))
const key = await lockKey(new Uint8Array(16).fill(1))
const owners = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const
const refuse = () => Promise.reject(new Error('refused'))

interface Parts {
  readonly account?: CopyInMemory
  readonly copy?: Partial<LockedCopy>
  readonly place?: Partial<SyncPlace>
  readonly events?: readonly NotebookEvent[]
  readonly owner?: string
}
/** A device with one entry, whose pages can be pressed. */
async function device({ account = new CopyInMemory(), copy, place, events, owner = owners[0] }: Parts = {}) {
  const kept = { ...placeInMemory().place, ...place }
  const notebook = withLockedCopy(deviceNotebook([...(events ?? [samples.stepDone])]), kept)
  await notebook.appendAll([], { owner })
  const home = { kind: 'device' as const, notebook, now: () => noon, newId: () => crypto.randomUUID(), buildId: 'test' }
  const routes = syncRoutes({ ...home, assets: { css: '/site.css', islands: {} } }, kept, { ...account.place, ...copy })
  const app = new Hono().route('/', routes)
  const read = async (answer: Response) => ({ status: answer.status, html: await answer.text() })
  return {
    notebook,
    place: kept,
    get: async (path: string) => read(await app.request(path)),
    post: async (path: string, fields: Readonly<Record<string, string | readonly string[]>>) => {
      const pairs = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)])
      return read(await app.request(path, { method: 'POST', body: new URLSearchParams(pairs) }))
    },
  }
}
/** On, with its copy in the account. */
async function on(parts: Parts = {}) {
  const account = parts.account ?? new CopyInMemory()
  await (await device({ account })).post(at, start)
  const home = await device({ ...parts, account })
  await home.place.write({ key, at: noon })
  return home
}
/** An account that holds what one device locked. */
async function lockedBy(owner: string, events?: readonly NotebookEvent[]) {
  const account = new CopyInMemory()
  await (await device({ account, owner, ...(events && { events }) })).post(at, start)
  return account
}
const holding = async (text: string) => {
  const account = new CopyInMemory()
  account.copy = { locked: await lockText(key, text), version: '"9"' }
  return account
}

const asked = (of: string) =>
  Object.fromEntries(askedWords.map((place) => [askedWordName(place), of.split(' ')[place - 1] ?? '']))
const start = { do: 'start', words, ...asked(words) }
const join = (typed: string, more: Readonly<Record<string, string>> = {}): Press => [
  at,
  { do: 'join', words: typed, ...more },
]
const press = (what: string, more: Readonly<Record<string, string>> = {}): Press => [at, { do: what, ...more }]

type Made = Awaited<ReturnType<typeof device>>
const states: readonly (readonly [name: string, make: () => Promise<Made>])[] = [
  ['off', device],
  ['off, a copy is known', async () => device({ place: { sentCopy: async () => true } })],
  ['off, nothing can be remembered', async () => device({ place: { read: refuse, sentCopy: refuse } })],
  ['on', on],
  ['on, not in step yet', async () => on({ place: { read: async () => ({ key, at: null }) } })],
  ['on, the copy is gone', async () => on({ place: { read: async () => ({ key, at: noon, gone: 'copy' }) } })],
  ['on, an account was deleted', async () => on({ place: { read: async () => ({ key, at: null, gone: 'account' }) } })],
]

const posts: readonly (readonly [name: string, make: () => Promise<Made>, presses: readonly Press[]])[] = [
  [
    'words made, and sent',
    device,
    [
      press('make'),
      press('written', { words }),
      press('again', { words }),
      press('written', { words: 'one two' }),
      press('start', { words, ...asked(others) }),
      press('start', { words: 'one two' }),
      [at, start],
      press('nothing'),
      press('make'),
    ],
  ],
  [
    'typed',
    device,
    [
      press('type'),
      join('one two'),
      join(`${words.slice(0, words.lastIndexOf(' '))} zzz`),
      join(`${'abandon '.repeat(12)}`),
      join(words),
    ],
  ],
  ['joined, nothing here', async () => device({ account: await lockedBy(owners[0]), events: [] }), [join(words)]],
  [
    'joined, another person’s record here',
    async () => device({ account: await lockedBy(owners[1]), events: [samples.doseTaken] }),
    [join(words), join(words, { mine: 'yes' })],
  ],
  [
    'joined, the same person’s',
    async () => device({ account: await lockedBy(owners[0]), events: [samples.doseTaken] }),
    [join(words), press('step')],
  ],
  ['joined with other words', async () => device({ account: await lockedBy(owners[0]) }), [join(others)]],
  ['the copy is damaged', async () => device({ account: await holding('{') }), [join(words)]],
  ['in step', on, [press('step'), press('type')]],
  [
    'in step, and new words there',
    async () => {
      const account = new CopyInMemory()
      const home = await on({ account })
      account.copy = null
      await (await device({ account })).post(at, { do: 'start', words: others, ...asked(others) })
      return home
    },
    [press('step')],
  ],
  [
    'in step, and no copy there',
    async () => {
      const account = new CopyInMemory()
      const home = await on({ account })
      account.copy = null
      return home
    },
    [press('step'), press('step'), press('step', { anew: 'yes' })],
  ],
  ['turned off', on, [press('off'), press('step')]],
  ['turned off, which the device refuses', async () => on({ place: { forgetKey: refuse } }), [press('off')]],
  ['deleted', on, [press('remove'), press('remove', { sure: 'yes' })]],
  ['deleted, with nothing here', async () => on({ events: [] }), [press('remove'), press('remove', { sure: 'yes' })]],
  ['deleted, but not forgotten', async () => on({ place: { forget: refuse } }), [press('remove', { sure: 'yes' })]],
  ['a key that cannot be kept', async () => device({ place: { write: refuse } }), [[at, start]]],
  ...(['offline', 'signedOut', 'full', 'away'] as const).map((why) => {
    const no = async () => ({ ok: false, why }) as const
    return [
      `the account says: ${why}`,
      async () => device({ copy: { get: no, put: no, remove: no } }),
      [press('make'), [at, start], join(words), press('remove', { sure: 'yes' })],
    ] as const
  }),
  [
    'another device keeps writing',
    async () => device({ copy: { put: async () => ({ ok: false, why: 'changed' }) } }),
    [[at, start]],
  ],
]

/** The words of a page that was just made are others each time. */
const sameWords = () =>
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => {
    if (bytes instanceof Uint8Array) bytes.fill(1)
    return bytes
  })

const tries: readonly Synced[] = [
  { ok: true, came: 0, went: 0, newer: 0, isFirst: true },
  { ok: true, came: 0, went: 1, newer: 0, isFirst: true },
  { ok: true, came: 0, went: 0, newer: 0, isFirst: false },
  { ok: true, came: 1, went: 0, newer: 0, isFirst: false },
  { ok: true, came: 0, went: 1, newer: 0, isFirst: false },
  { ok: true, came: 2, went: 3, newer: 1, isFirst: false },
  { ok: true, came: 0, went: 0, newer: 2, isFirst: false },
  ...(
    [
      'offline',
      'signedOut',
      'full',
      'away',
      'otherWords',
      'gone',
      'damaged',
      'newerApp',
      'noRoom',
      'noRecord',
      'busy',
    ] as const
  ).map((why) => ({ ok: false, why }) as const),
]

const reviewed = reviewedOutlines(new URL('./sync-outline.txt', import.meta.url))

describe('the pages of the locked copy, line by line', () => {
  test.each(states)('%s', async (name, make) => {
    reviewed.check(name, await looked(await make(), [at]))
  })
  test.each(posts)('pressed: %s', async (name, make, presses) => {
    const spy = sameWords()
    const pages = await pressed(await make(), presses).finally(() => spy.mockRestore())
    reviewed.check(name, pages)
  })
  test('what is said of each try, and of words', () => {
    reviewed.checkLines('said of each try', [
      ...tries.map((done) => `${done.ok ? JSON.stringify(done) : done.why}: ${outcomeWords(done)}`),
      wordsProblem({ ok: false, why: 'count', count: 11 }),
      wordsProblem({ ok: false, why: 'unknown', words: ['zzz'] }),
      wordsProblem({ ok: false, why: 'unknown', words: ['zzz', 'yyy'] }),
      wordsProblem({ ok: false, why: 'order' }),
    ])
  })
  test('and the file has no state that is not looked at', reviewed.end)
})
