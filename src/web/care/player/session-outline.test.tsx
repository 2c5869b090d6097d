/**
 * Every page of a guided session and of relaxing in every state it can stand in, line by line: what is said first, where each
 * link and form leads, and what each form writes. A line that changes is read and changed in the file beside this test, or it is a fault.
 */
import { islandsOfTests } from '../islands.fixtures.ts'
import { describe, test } from 'vitest'
import { looked, type Pages, type Press, pressed, reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import type { Answers } from '../../../care/check/types.ts'
import type { ProfileData } from '../../../care/record/notebook.ts'
import { createCareApp } from '../app.tsx'
import { memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { begunOn, device, freshId, full, inPhase, momentAt, unread } from '../programme/programme.fixtures.ts'

type Device = ReturnType<typeof device>

const emergency: Answers = { A1: 'yes', 'A1.when': 'new' }
const urgent: Answers = { F2: 'yes' }
const gentle: Answers = { F1: 'yes', 'F1.skin': 'no' }
const session = ['/session']
const relaxing = ['/relax', '/relax/breathe-5', '/relax/muscles']

const checked = async (answers: Answers = {}, profile: ProfileData = {}) =>
  (await device().check(0, 7, { painNow: 2, ...answers })).plan(0, 7.2, { painNow: 2, ...profile })
const morning = async (pain: number, profile: ProfileData = {}) => (await inPhase(1, profile)).morning(0, pain)
const stopped = async () => {
  const home = await begunOn()
  await home.write(momentAt(0, 8), { kind: 'stopped', sign: 'fever' })
  return home.at(0, 9)
}
/** A session of this many minutes has been begun, and its address. */
const playing = async (home: Device, minutes = '5', pain = '2') => {
  await home.post('/session', { pain, minutes })
  const begun = (await home.of('sessionBegun')).at(-1)
  if (!begun) throw new Error('no session')
  return { home, at: `/session/${begun.id}`, many: begun.items.length }
}
/** The end of a session of so many movements, all of them done but for what is told here. */
const ended = (many: number, part: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Array.from({ length: many }, (_, index) => [`done.${index}`, 'all'])),
  ...{ worst: '2', leg: 'none', effort: '3' },
  ...part,
})

const noneDone = (many: number) =>
  Object.fromEntries(Array.from({ length: many }, (_, index) => [`done.${index}`, 'skipped']))
/** A session that cannot be gone on with, for this reason. */
const overBy = async (
  why: 'over after six hours' | 'over with a stop' | 'over with an emergency' | 'ended already' | 'unknown',
) => {
  const made = await playing(await inPhase(1))
  const { home, at, many } = made
  if (why === 'over after six hours') home.at(0, 15.1)
  if (why === 'over with a stop') await home.write(momentAt(0, 9.1), { kind: 'stopped', sign: 'chest' })
  if (why === 'over with an emergency') await home.check(0, 9.1, emergency)
  if (why === 'ended already') await home.post(at, ended(many))
  if (why.startsWith('over with')) home.at(0, 9.2)
  return why === 'unknown' ? { ...made, at: `/session/${freshId()}` } : made
}

const states: readonly (readonly [name: string, addresses: readonly string[], make: () => Promise<Device>])[] = [
  ['nothing told', [...session, ...relaxing], async () => device()],
  ['a check alone', [...session, ...relaxing], async () => device().check(0)],
  ['a check and a plan', [...session, ...relaxing, '/relax/ease-M17a', '/relax/body-scan'], checked],
  ['an emergency', [...session, ...relaxing], async () => checked(emergency)],
  ['a call for today', [...session, ...relaxing], async () => checked(urgent)],
  ['be seen soon', [...session, ...relaxing], async () => checked(gentle)],
  ['an old check', [...session, ...relaxing], async () => (await checked()).at(1)],
  ['a heart condition', relaxing, async () => checked({}, { health: ['heart'] })],
  ['a programme begun', session, async () => begunOn()],
  ['a programme, the next day', session, async () => (await begunOn()).at(1)],
  ['a programme, and an emergency', session, async () => (await begunOn()).check(0, 8, emergency)],
  ['a programme, and a call for today', session, async () => (await begunOn()).check(0, 8, urgent)],
  ['a programme, and be seen soon', session, async () => (await begunOn()).check(0, 8, gentle)],
  ['a stop', [...session, ...relaxing], stopped],
  ['told just now', session, async () => inPhase(1)],
  ['told hours ago', session, async () => (await inPhase(1)).at(0, 13)],
  ['a sore morning', session, async () => morning(4)],
  ['a red morning', session, async () => morning(6)],
  ['who cannot get on the floor or stand', session, async () => inPhase(1, { floor: 'no', walk: 'cannot' })],
  ['pain in one leg', session, async () => inPhase(1, { legPain: 'left', worsens: ['bending'] })],
  ['phase 2', session, async () => inPhase(2)],
  ['phase 3', session, async () => inPhase(3)],
  ['begun already', session, async () => (await playing(await inPhase(1))).home],
]

type Made = Awaited<ReturnType<typeof playing>>
type Acts = (made: Made) => readonly Press[]
const posts: readonly (readonly [name: string, make: () => Promise<Device>, presses: readonly Press[]])[] = [
  [
    'before a session',
    async () => inPhase(1),
    [
      ['/session', { pain: '', minutes: '' }],
      ['/session', { pain: '11', minutes: '7' }],
      ['/session', { pain: '3', minutes: '10', do: 'look' }],
      ['/session', { pain: 'notSure', minutes: '30', do: 'look' }],
      ['/session', { pain: '5', minutes: '10', do: 'look' }],
      ['/session', { pain: '5', minutes: '10' }],
      ['/session', { pain: '5', minutes: '10', cause: 'yes' }],
      ['/session', { pain: '5', minutes: '10', cause: 'yes' }],
      ['/session', { pain: 'notSure', minutes: '5' }],
    ],
  ],
  ['a jump without a reason', async () => inPhase(1), [['/session', { pain: '5', minutes: '10', cause: 'no' }]]],
  [
    'a session in a lock',
    async () => (await begunOn()).check(0, 8, emergency),
    [['/session', { pain: '2', minutes: '5' }]],
  ],
  [
    'a session that the device did not take',
    async () => full(await inPhase(1)),
    [
      ['/session', { pain: '2', minutes: '5' }],
      ['/session', { pain: '5', minutes: '5', cause: 'no' }],
    ],
  ],
  [
    'where the record cannot be read',
    async () => unread(await inPhase(1)),
    [
      ['/session', { pain: '2', minutes: '5' }],
      [`/session/${freshId()}`, { leg: 'none', 'done.0': 'all' }],
      [`/session/${freshId()}`, { leg: 'none', 'done.0': 'tooSore' }],
      [`/session/${freshId()}`, { leg: 'further', 'done.0': 'all' }],
      [`/session/${freshId()}`, { leg: 'notSure' }],
    ],
  ],
]

/** The same end sent otherwise, and a new session after it. */
const again = (at: string, many: number): readonly Press[] => [
  [at, ended(many, { leg: 'further' })],
  ['/session', { pain: '2', minutes: '5' }],
]
const inSession: readonly (readonly [name: string, make: () => Promise<Made>, acts: Acts])[] = [
  [
    'too sore',
    async () => playing(await inPhase(1)),
    ({ at }) => [
      [at, { do: 'tooSore', item: '0' }],
      [at, { do: 'soreLeg', item: '0' }],
      [at, { do: 'soreLeg', item: '0', leg: 'same' }],
      [at, { do: 'soreLeg', item: '1', leg: 'nearer' }],
      [at, { do: 'tooSore', item: '99' }],
      [at, { do: 'soreLeg', item: '1', leg: 'lasting' }],
      [at, { do: 'soreLeg', item: '0', leg: 'same' }],
    ],
  ],
  [
    'how it went, asked again',
    async () => playing(await inPhase(1)),
    ({ at, many }) => [
      [at, {}],
      [at, ended(many, { worst: '11', leg: 'well', effort: '', 'done.0': '' })],
      [at, ended(many, { leg: '', 'peak.0': '4', 'told.0': 'M08-bed part' })],
    ],
  ],
  ...(
    [
      ['all of it', {}],
      [
        'each its own',
        {
          'done.0': 'part',
          'peak.0': '5',
          'done.1': 'skipped',
          'told.1': ['M08-bed part', 'M08-bed skipped', 'no all'],
          worst: 'notSure',
          effort: 'notSure',
        },
      ],
      ['one too sore', { 'done.0': 'tooSore', worst: '6' }],
      ['the leg further', { leg: 'further' }],
      ['the leg not sure', { leg: 'notSure' }],
      ['with a stop', { next: 'stop' }],
      ['very hard', { effort: '9' }],
    ] as const
  ).map(
    ([name, part]) =>
      [
        `ended: ${name}`,
        async () => playing(await inPhase(1)),
        ({ at, many }: Made): readonly Press[] => [
          [at, { ...ended(many), ...part }],
          ...(name === 'all of it' ? again(at, many) : []),
        ],
      ] as const,
  ),
  ['ended: nothing done', async () => playing(await inPhase(1)), ({ at, many }) => [[at, ended(many, noneDone(many))]]],
  [
    'ended: nothing done, and the leg further',
    async () => playing(await inPhase(1)),
    ({ at, many }) => [[at, { ...ended(many), ...noneDone(many), leg: 'further' }]],
  ],
  [
    'the same form of a beginning sent again, while it is under way, over, and with other minutes',
    async () => playing(await inPhase(1)),
    ({ at, many }) => {
      const form = { pain: '2', minutes: '5', entry: at.slice('/session/'.length) }
      const own = { pain: '2', minutes: '10', entry: freshId() }
      return [
        ['/session', form],
        [at, ended(many)],
        ['/session', form],
        ['/session', own],
        ['/session', own],
        ['/session', { ...own, minutes: '5' }],
      ]
    },
  ],
  ...(['over after six hours', 'over with a stop', 'over with an emergency', 'ended already', 'unknown'] as const).map(
    (name) =>
      [
        `told of one that is ${name}`,
        () => overBy(name),
        ({ at, many }: Made): readonly Press[] => [
          [at, { do: 'tooSore', item: '0' }],
          [at, { do: 'soreLeg', item: '0', leg: 'same' }],
          [at, { do: 'soreLeg', item: '0' }],
          [at, { ...ended(many), next: 'stop' }],
          [at, ended(many, { 'done.0': 'tooSore' })],
          [at, { do: 'soreLeg', item: '0', leg: 'further' }],
        ],
      ] as const,
  ),
  [
    'ended: not taken',
    async () => {
      const made = await playing(await inPhase(1))
      await full(made.home)
      return made
    },
    ({ at, many }) => [
      [at, ended(many)],
      [at, ended(many, { 'done.0': 'tooSore' })],
      [at, ended(many, { leg: 'lasting' })],
    ],
  ],
  [
    'unknown',
    async () => ({ ...(await playing(await inPhase(1))), at: `/session/${freshId()}` }),
    ({ at, many }) => [[at, ended(many)]],
  ],
]

/** A session and its end, looked at in these ways. */
const seen: readonly (readonly [name: string, make: () => Promise<Made>])[] = [
  ['under way', async () => playing(await inPhase(1))],
  ['under way, sore', async () => playing(await morning(4), '10', '4')],
  ['under way, phase 3', async () => playing(await inPhase(3), '10')],
  [
    'over after six hours',
    async () => {
      const made = await playing(await inPhase(1))
      made.home.at(0, 15.1)
      return made
    },
  ],
  [
    'over with a stop',
    async () => {
      const made = await playing(await inPhase(1))
      await made.home.write(momentAt(0, 9.1), { kind: 'stopped', sign: 'chest' })
      made.home.at(0, 9.2)
      return made
    },
  ],
  [
    'over with a check',
    async () => {
      const made = await playing(await inPhase(1))
      await made.home.check(0, 9.1, { painNow: 2 })
      made.home.at(0, 9.2)
      return made
    },
  ],
  [
    'the second of a day, ended, after one that was too sore',
    async () => {
      const { home, at, many } = await playing(await inPhase(1))
      await home.post(at, ended(many, { 'done.0': 'tooSore', worst: '6' }))
      await home.at(0, 12).post('/programme/mini-check', { 'list.mini': 'none' })
      const second = await playing(home.at(0, 13), '5', '3')
      await home.at(0, 13.3).post(second.at, ended(second.many))
      return second
    },
  ],
  ['unknown to this device', async () => ({ ...(await playing(await inPhase(1))), at: `/session/${freshId()}` })],
]

const reviewed = reviewedOutlines(new URL('./session-outline.txt', import.meta.url))

describe('the pages of a session and of relaxing, line by line', () => {
  test.each(states)('%s', async (name, addresses, make) => {
    reviewed.check(name, await looked(await make(), addresses))
  })
  test.each(posts)('sent: %s', async (name, make, presses) => {
    reviewed.check(name, await pressed(await make(), presses))
  })
  test.each(seen)('looked at: %s', async (name, make) => {
    const { home, at } = await make()
    reviewed.check(name, await looked(home, [at, `${at}/done`]))
  })
  test.each(inSession)('in a session: %s', async (name, make, acts) => {
    const made = await make()
    reviewed.check(name, await pressed(made.home, acts(made)))
  })
  test('where no record can be kept', async () => {
    const app = createCareApp({
      ...{ kind: 'server', notebook: null, now: () => noon, newId: freshId, buildId: 'test' },
      assets: { css: '/site.css', islands: islandsOfTests },
    } as const)
    const pages = new Map<string, string>()
    for (const at of [...session, ...relaxing]) pages.set(at, await (await app.request(at)).text())
    reviewed.check('where no record can be kept', pages satisfies Pages)
  })
  test('where the record does not open', async () => {
    const home = device(Object.assign(memoryNotebook(), { all: () => Promise.reject(new Error('no')) }))
    reviewed.check('where the record does not open', await looked(home, [...session, ...relaxing]))
  })
  test('and the file has no state that is not looked at', reviewed.end)
})
