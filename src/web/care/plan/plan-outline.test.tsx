/**
 * The plan, its questions, its steps and what stands in its place when it is closed, line by line: what is said first, where
 * each link and form leads, what each button sends. A line that changes is read and changed in the file beside this test,
 * or it is a fault.
 */
import { islandsOfTests } from '../islands.fixtures.ts'
import { describe, test } from 'vitest'
import { looked, type Pages, type Press, pressed, reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import type { Answers } from '../../../care/check/types.ts'
import type { ProfileData } from '../../../care/record/notebook.ts'
import { createCareApp } from '../app.tsx'
import { begunOn, device, freshId, full, momentAt } from '../programme/programme.fixtures.ts'
import { checkFields, headingOf, noon } from './plan.fixtures.ts'

type Device = ReturnType<typeof device>
const emergency: Answers = { A1: 'yes', 'A1.when': 'new' }
const urgent: Answers = { F2: 'yes' }
const gentle: Answers = { F1: 'yes', 'F1.skin': 'no' }

const planned = async (part: ProfileData = {}, told: Answers = {}) =>
  (await (await device().check(0, 7, told)).plan(0, 7.2, part)).at(0, 12.5)
/** The plan, and every step that it shows. */
async function withSteps(home: Device): Promise<Pages> {
  const { html } = await home.get('/plan')
  const steps = [...new Set([...html.matchAll(/href="(\/plan\/step\/[^"]+)"/g)].map(([, at = '']) => at))]
  return looked(home, ['/plan', ...steps, '/plan/step/none-such'])
}

const plans: readonly (readonly [name: string, part: ProfileData, told?: Answers])[] = [
  ['a plain person', {}],
  ['pain of 8', { painNow: 8 }],
  ['pain of 6', { painNow: 6 }],
  ['cannot walk, no floor, nothing at hand', { walk: 'cannot', floor: 'no', have: [] }],
  [
    'leg pain below the knee, eased by curling up',
    { legPain: 'belowKnee', legSide: 'left', eases: ['curling', 'sitting'], worsens: ['standing', 'walking'] },
  ],
  [
    'leg pain, eased by lying on the front',
    { legPain: 'aboveKnee', legSide: 'right', eases: ['lyingFront', 'walking'], worsens: ['sitting', 'bending'] },
  ],
  ['cold rather than warm, numb skin', { warmOrCold: 'cold', skin: ['numb'] }],
  ['everything at hand', { have: ['bed', 'chair', 'bottle', 'heatPack', 'ice', 'shower', 'ball', 'roller', 'bath'] }],
  ['drowsy', { drowsy: 'yes' }],
  ['70 years old', {}, { age: 70 }],
  ['be seen soon', {}, gentle],
]
const fallen = async () => {
  const home = await planned()
  await home.write(momentAt(0, 9), { kind: 'stopped', sign: 'fall' })
  return home
}
const closed: readonly (readonly [name: string, make: () => Promise<Device>])[] = [
  ['no check', async () => device()],
  ['a check of 24 hours ago', async () => (await device().check(0, 7)).at(1, 7)],
  ['a check of a minute less', async () => (await (await device().check(0, 7)).plan(0)).at(1, 6.98)],
  ['an emergency', async () => device().check(0, 7, emergency)],
  ['a call for today', async () => device().check(0, 7, urgent)],
  ['a clear check after an emergency', async () => (await device().check(0, 7, emergency)).check(0, 8)],
  ['a clear check after be seen soon', async () => (await device().check(0, 7, gentle)).check(0, 8)],
  ['a fall told after the check', fallen],
  [
    'too much of a medicine told',
    async () => {
      const home = await planned()
      await home.write(momentAt(0, 9), { kind: 'tooMuchTold', facts: { overPacketLimit: 'yes' } })
      return home
    },
  ],
]

const said = { 'q.painNow': '3', 'q.walk': 'can', 'q.legPain': 'none', 'list.eases': 'none', 'list.worsens': 'none' }
const near = { 'q.have': 'bed', 'q.warmOrCold': 'warm', 'q.floor': 'yes' }
const ofTest = (way: string, place: string) => ({ [`${way}.after`]: '3', [`${way}.place`]: place })
const step = '/plan/step/ease-side-bed'
/** With a plan for 5, a morning of 4 and an entry of 3, and the questions asked again. */
const under = async () => {
  const home = await begunOn()
  await home.plan(0, 7.6, { painNow: 5 })
  await home.morning(0, 4)
  home.at(0, 12.5)
  await home.post('/diary/entry', { form: freshId(), pain: '3' })
  return home
}
const anew = (what: string, part: Readonly<Record<string, string>>) =>
  [
    `told anew: ${what}`,
    under,
    [
      ['/plan', { do: 'again' }],
      ['/plan', { ...said, ...part, do: 'next' }, 'on'],
    ],
  ] as const
const posts: readonly (readonly [name: string, make: () => Promise<Device>, presses: readonly Press[]])[] = [
  [
    'the questions, screen by screen',
    async () => device().check(0, 7),
    [
      ['/plan', { do: 'next' }],
      ['/plan', { do: 'skip' }, 'on'],
      ['/plan', { do: 'next', ...said }],
      ['/plan', { do: 'next', ...near }, 'on'],
      ['/plan', { do: 'back' }, 'on'],
      ['/plan', { do: 'none of ours' }, 'on'],
      ['/plan', { do: 'next', screen: '1', ...near }, 'on'],
      ['/plan', { do: 'next', screen: '2', 'q.drowsy': 'no', 'list.skin': 'none', 'list.health': 'none' }, 'on'],
    ],
  ],
  [
    'the questions answered again',
    async () => planned(),
    [
      ['/plan', { do: 'again' }],
      ['/plan', {}],
    ],
  ],
  anew('the same number', { 'q.painNow': '3' }),
  anew('a red number', { 'q.painNow': '6' }),
  anew('a jump', { 'q.painNow': '8' }),
  anew('a jump, and the question left', { 'q.painNow': '8', asked: 'cause' }),
  anew('a jump with a reason', { 'q.painNow': '8', asked: 'cause', plainCause: 'yes' }),
  anew('a jump, and further down a leg', { 'q.painNow': '8', 'q.legPain': 'belowKnee', 'q.legSide': 'left' }),
  anew('a jump, and cannot walk', { 'q.painNow': '8', 'q.walk': 'cannot' }),
  anew('both legs', { 'q.painNow': '3', 'q.legPain': 'aboveKnee', 'q.legSide': 'both' }),
  anew('a number that nobody knows', { 'q.painNow': '', 'list.painNow': 'notSure' }),
  [
    'the first, a middle and the last step done',
    async () => planned(),
    [
      [step, { do: 'done' }],
      ['/plan/step/drink-drink', { do: 'done' }],
      ['/plan/step/walks-walk-more', { do: 'done' }],
      ['/plan/step/walks-walk-more', { do: 'tooSore' }],
    ],
  ],
  [
    'steps on a device that takes nothing',
    async () => {
      const home = await planned()
      Object.assign(home.notebook, { appendAll: () => Promise.reject(new Error('full')) })
      return home
    },
    [
      [step, { do: 'done' }],
      ['/plan/step/walks-walk-more', { do: 'done' }],
      [step, { do: 'soreLeg', leg: 'further' }],
      ['/plan', { do: 'again' }],
    ],
  ],
  [
    'a step done, too sore, and the leg',
    async () => planned(),
    [
      [step, { do: 'done' }],
      [step, { do: 'tooSore' }],
      [step, { do: 'soreLeg' }],
      [step, { do: 'soreLeg', leg: 'none' }],
      [step, { do: 'soreLeg', leg: 'nearer' }],
      [step, { do: 'none of ours' }],
      [step, { do: 'soreLeg', leg: 'further' }],
    ],
  ],
  ...['same', 'lasting', 'notSure'].map(
    (leg) => [`too sore, and the leg: ${leg}`, async () => planned(), [[step, { do: 'soreLeg', leg }]]] as const,
  ),
  [
    'the test of the direction',
    async () => planned({ painNow: 3 }),
    [
      ['/plan/step/direction-direction-test', { do: 'direction' }],
      [
        '/plan/step/direction-direction-test',
        { do: 'direction', before: '11', ...ofTest('back', 'same'), ...ofTest('forward', 'same') },
      ],
    ],
  ],
]

const testOf = '/plan/step/direction-direction-test'
const whole = { moreNumb: 'no', movingEasier: 'yes', lasted: 'yes' }
const tested = (back: string, forward: string) => ({
  ...{ do: 'direction', before: '4', ...ofTest('back', back), ...ofTest('forward', forward) },
  ...Object.fromEntries(
    ['back', 'forward'].flatMap((way) => Object.entries(whole).map(([name, told]) => [`${way}.${name}`, told])),
  ),
})
/** All that the plan asks, answered by a plain person. */
const wholeProfile = JSON.stringify({
  ...{ painNow: 3, walk: 'can', legPain: 'none', eases: [], worsens: [], have: ['bed'], warmOrCold: 'warm' },
  ...{ floor: 'yes', drowsy: 'no', health: [], skin: [] },
})
/** Each form of the plan, as a page of it or an old one might send it. */
const everyForm: readonly Press[] = [
  ['/plan', {}],
  ['/plan', { do: 'step' }],
  ['/plan', { do: 'again' }],
  ['/plan', { do: 'back', screen: '2' }],
  ['/plan', { do: 'skip', screen: '1' }],
  ...['0', '-1', '0.5', '9', 'x'].map((screen): Press => ['/plan', { ...said, do: 'next', screen }]),
  ['/plan', { do: 'next', screen: '1', ...near }],
  ['/plan', { do: 'next', screen: '2', 'q.drowsy': 'no', 'list.skin': 'none', 'list.health': 'none' }],
  [step, { do: 'tooSore' }],
  [step, { do: 'soreLeg', leg: 'none' }],
  [step, { do: 'done' }],
  [step, { do: 'done' }],
  [testOf, tested('nearer', 'same')],
  ...['done', 'tooSore', 'direction'].map((press): Press => ['/plan/step/none-such', { do: press }]),
  [testOf, tested('further', 'further')],
  [step, { do: 'soreLeg', leg: 'further' }],
]
const inEachState: readonly (readonly [name: string, make: () => Promise<Device>])[] = [
  ['a plan of this check', async () => planned({ painNow: 3 })],
  ['a plan, and a device that takes nothing', async () => full(await planned({ painNow: 3 }))],
  ['a check and no plan', async () => device().check(0, 7)],
  ['no check', async () => device()],
  ['an emergency after the plan', async () => (await planned()).check(0, 8, emergency)],
  ['a check of 24 hours ago', async () => (await planned()).at(1, 7)],
  ['a fall told after the plan', async () => fallen()],
]

const reviewed = reviewedOutlines(new URL('./plan-outline.txt', import.meta.url))

describe('the plan, line by line', () => {
  test.each(plans.map(([name, part, told = {}]) => [name, { part, told }] as const))(
    'of %s',
    async (name, { part, told }) => {
      reviewed.check(name, await withSteps(await planned(part, told)))
    },
  )
  test('of a person with a programme under way', async () => {
    reviewed.check('a programme under way', await looked(await begunOn(), ['/plan']))
  })
  test.each(closed)('closed: %s', async (name, make) => {
    reviewed.check(name, await looked(await make(), ['/plan', step, '/movements']))
  })
  test.each(posts)('sent: %s', async (name, make, presses) => {
    reviewed.check(name, await pressed(await make(), presses))
  })
  test.each(inEachState)('every form, with %s', async (name, make) => {
    reviewed.check(`every form, with ${name}`, await pressed(await make(), everyForm))
  })
  test.each<[string, Answers, number]>([
    ['a clear check', {}, 0],
    ['an emergency', emergency, 0],
    ['a call for today', urgent, 0],
    ['be seen soon', gentle, 0],
    ['a check of 24 hours ago', {}, 24],
    ['a check from ahead', {}, -1],
  ])('on the server: %s', async (name, told, hours) => {
    const server = createCareApp({
      ...{ kind: 'server', notebook: null, now: () => noon, newId: () => freshId(), buildId: 'test' },
      assets: { css: '/site.css', islands: islandsOfTests },
    } as const)
    const pages = new Map<string, string>()
    for (const [label, fields] of [
      ['first', []],
      [
        'skipped',
        [
          ['do', 'skip'],
          ['screen', '2'],
        ],
      ],
      ['made', [['profile', '{"painNow":3}']]],
      ...Object.entries({
        done: {},
        tooSore: {},
        further: { do: 'soreLeg', leg: 'further' },
        tested: tested('nearer', 'same'),
      }).map(([press, part]) => [press, Object.entries({ profile: wholeProfile, do: press, ...part })] as const),
    ] as const) {
      const body = new URLSearchParams(
        [...checkFields(told, (noon - hours * 3_600_000) as typeof noon), ...fields].map(([a, b]) => [a, b]),
      )
      const at = label === 'tested' ? testOf : ['done', 'tooSore', 'further'].includes(label) ? step : '/plan'
      const answer = await server.request(at, { method: 'POST', body })
      const html = await answer.text()
      pages.set(`${label} ${answer.status} ${headingOf(html)}`, html)
    }
    pages.set('nothing sent', await (await server.request('/plan')).text())
    reviewed.check(`on the server: ${name}`, pages)
  })

  test('and the file has no state that is not looked at', reviewed.end)
})
