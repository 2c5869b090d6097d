/**
 * The check, screen by screen for several people, and its result, summary and "tell them more" for every question that can
 * be answered "yes", line by line: what is asked and said first, where each link and form leads, what each button sends. A
 * line that changes is read and changed in the file beside this test, or it is a fault.
 */
import { islandsOfTests } from '../islands.fixtures.ts'
import { describe, test } from 'vitest'
import { reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import { checkState } from '../../../care/check/check.ts'
import { questions } from '../../../care/check/questions/all.ts'
import type { Answers } from '../../../care/check/types.ts'
import { createCareApp } from '../app.tsx'
import { finishedAnswers, headingOf, hiddenFields, memoryNotebook, noon, trailOf } from '../plan/plan.fixtures.ts'
import { begunOn, device, momentAt } from '../programme/programme.fixtures.ts'
import { writeTrail } from './trail.ts'

const assets = { css: '/site.css', islands: islandsOfTests }
const id = '0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e0e'
const common = { now: () => noon, newId: () => id, assets, buildId: 'test' }
const server = createCareApp({ ...common, kind: 'server', notebook: null })

type Fields = readonly (readonly [string, string])[]
async function sent(at: string, fields: Fields, app = server): Promise<string> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
  const answer = await app.request(at, { method: 'POST', body })
  return answer.status === 303 ? (await app.request(answer.headers.get('Location') ?? '')).text() : answer.text()
}
/** What the check shows next after these answers. */
const shown = (answers: Answers, press = 'on') =>
  sent('/check', [
    ['trail', writeTrail(trailOf(answers))],
    ['do', press],
  ])
const pressed = (html: string, fields: Fields) => sent('/check', [...hiddenFields(html, '/check'), ...fields])

/** Every screen of a check in which this is told, and all else is "no". */
async function screens(told: Answers): Promise<Map<string, string>> {
  const { answers: all } = finishedAnswers(told)
  const pages = new Map<string, string>()
  let answers: Answers = {}
  for (let screen = 1; screen < 40; screen += 1) {
    const state = checkState(answers)
    if (state.complete) return pages
    pages.set(`screen ${screen}`, screen === 1 ? await (await server.request('/check')).text() : await shown(answers))
    answers = { ...answers, ...Object.fromEntries(state.ask.map((one) => [one, all[one] ?? 'no'])) }
  }
  throw new Error('the check does not end')
}

const people: readonly (readonly [name: string, told: Answers])[] = [
  ['a man of 30', {}],
  ['a woman of 30', { sex: 'female' }],
  ['a woman of 62', { sex: 'female', age: 62 }],
  ['somebody pregnant', { sex: 'female', pregnancy: 'pregnant', weeks: 20 }],
  ['somebody who gave birth lately', { sex: 'female', pregnancy: 'birth6w' }],
  ['a teenager', { age: 16 }],
  ['someone who answers for another', { who: 'other' }],
  ['someone with pain in the middle of the back', { place: ['midBack'], startAfter: 'fall', duration: 'months6' }],
  ['someone who is not sure of the first lists', { A1: 'notSure', A2: 'notSure', A3: 'notSure', A6: 'notSure' }],
]

/** One "yes" at a time, and a few answers that need more than that. */
const results: readonly (readonly [name: string, told: Answers])[] = [
  ['nothing', {}],
  ...questions.flatMap(({ id: one, kind }): readonly (readonly [string, Answers])[] =>
    kind === 'yesNo' && !one.includes('.') ? [[`${one} yes`, { [one]: 'yes' }]] : [],
  ),
  ['A1 new', { A1: 'yes', 'A1.when': 'new' }],
  ['D2 in a woman who is pregnant', { D2: 'yes', sex: 'female', pregnancy: 'pregnant', weeks: 30 }],
  ['15 years old', { age: 15 }],
  ['too much paracetamol', { I2: 'overParacetamol', 'I2.perKg': 'yes', 'I2.risk': [] }],
  ['thoughts of dying', { I3: 'thoughts' }],
  ['a plan to die', { I3: 'plan' }],
  ['hurt at home', { I4: 'yes' }],
  ...[{}, { F1: 'yes', 'F1.skin': 'no' }, { F2: 'yes' }, { D2: 'yes' }].map(
    (answers) =>
      [
        `words that are not English, beside ${JSON.stringify(answers)}`,
        { ...answers, worry: 'je suis tombé dans les escaliers au travail et depuis cela ne va pas' },
      ] as const,
  ),
  ['pain of 8', { painNow: 8 }],
  ['cannot walk', { walk: 'cannot' }],
  ['answered for another', { who: 'other', A1: 'yes', 'A1.when': 'new' }],
]

const reviewed = reviewedOutlines(new URL('./check-outline.txt', import.meta.url))

describe('the check, line by line', () => {
  test.each(people)('asked of %s', async (name, told) => {
    reviewed.check(`asked of ${name}`, await screens(told))
  })

  test.each(results)('the result of %s', async (name, told) => {
    // What somebody wrote stays, though an emergency was found before its question: a check may begin with a note.
    const answers = { ...finishedAnswers(told).answers, ...(told.worry !== undefined && { worry: told.worry }) }
    const result = await shown(answers)
    const pages = new Map([[`result “${headingOf(result)}”`, result]])
    pages.set('summary', await sent('/check/summary', [['trail', writeTrail(trailOf(answers))]]))
    if (result.includes('value="more"')) pages.set('tell them more', await shown(answers, 'more'))
    reviewed.check(`result of ${name}`, pages)
  })

  test('what is pressed on a screen', async () => {
    const first = await (await server.request('/check')).text()
    const second = await shown({ A1: 'no', A2: 'no', A3: 'no', A4: 'no', A5: 'no' })
    reviewed.check(
      'pressed on a screen',
      new Map([
        ['nothing', await pressed(first, [])],
        ['skip', await pressed(first, [['do', 'skip']])],
        ['for me', await pressed(first, [['do', 'me']])],
        ['for another', await pressed(first, [['do', 'other']])],
        ['back', await pressed(second, [['do', 'back']])],
        ['a damaged trail', await sent('/check', [['trail', '{']])],
        ['no trail', await sent('/check', [])],
      ]),
    )
  })

  test('every screen left blank, and skipped', async () => {
    const pages = new Map<string, string>()
    for (const [name, html] of await screens({})) {
      pages.set(`${name}, left blank`, await pressed(html, []))
      pages.set(`${name}, skipped`, await pressed(html, [['do', 'skip']]))
    }
    reviewed.check('every screen left blank, and skipped', pages)
  })

  test('lists that contradict themselves', async () => {
    const first = await (await server.request('/check')).text()
    const [, list = ''] = /name="(list\.\d+)"/.exec(first) ?? []
    const told: readonly (readonly [string, Fields])[] = [
      [
        'none, and one tick',
        [
          [list, 'none'],
          ['q.A1', 'yes'],
        ],
      ],
      [
        'none, and two ticks',
        [
          [list, 'none'],
          ['q.A1', 'yes'],
          ['q.A2', 'yes'],
        ],
      ],
      [
        'none, and not sure',
        [
          [list, 'none'],
          [list, 'notSure'],
        ],
      ],
      [
        'not sure, and one tick',
        [
          [list, 'notSure'],
          ['q.A1', 'yes'],
        ],
      ],
      ['an answer that is none of ours', [[list, 'perhaps']]],
      ['none', [[list, 'none']]],
      ['not sure', [[list, 'notSure']]],
      ['one tick', [['q.A1', 'yes']]],
    ]
    const pages = new Map<string, string>()
    for (const [name, fields] of told) pages.set(name, await pressed(first, fields))
    reviewed.check('lists that contradict themselves', pages)
  })

  test('where a record is kept', async () => {
    const looked = async (home: ReturnType<typeof device>, told: Answers) => {
      const app = home.app
      const html = await sent(
        '/check',
        [
          ['trail', writeTrail(trailOf(finishedAnswers(told).answers))],
          ['do', 'on'],
        ],
        app,
      )
      return html
    }
    const locked = await device().check(0, 7, { A1: 'yes', 'A1.when': 'new' })
    const running = await begunOn()
    const full = device()
    Object.assign(full.notebook, { appendAll: () => Promise.reject(new Error('full')) })
    const tooMuch = device()
    await tooMuch.write(momentAt(0, 9), { kind: 'tooMuchTold', facts: { overPacketLimit: 'yes' } })
    reviewed.check(
      'where a record is kept',
      new Map([
        ['first screen', (await device().get('/check')).html],
        ['first screen after danger', (await locked.get('/check')).html],
        ['clear after danger', await looked(locked, {})],
        ['danger after danger', await looked(locked, { D2: 'yes' })],
        ['clear after too much of a medicine', await looked(tooMuch, {})],
        ['clear, in a programme', await looked(running, {})],
        ['soon, in a programme', await looked(running, { F1: 'yes', 'F1.skin': 'no' })],
        ['clear', await looked(device(), {})],
        ['clear, on a full device', await looked(full, {})],
        ['an unknown draft', (await device().get(`/check/${id}/2`)).html],
        ['an unknown summary', (await device().get(`/check/${id}/summary`)).html],
        [
          'of a device with nothing',
          await sent('/check', [], createCareApp({ ...common, kind: 'device', notebook: memoryNotebook() })),
        ],
      ]),
    )
  })

  test('clear, of a check that was begun before something was told', async () => {
    const pages = new Map<string, string>()
    for (const sign of ['chest', 'fever', 'fall'] as const) {
      const home = device()
      await home.write(momentAt(0, 12.2), { kind: 'stopped', sign })
      const trail = writeTrail(trailOf(finishedAnswers({}).answers))
      const fields: Fields = [
        ['trail', trail],
        ['do', 'on'],
      ]
      pages.set(sign, await sent('/check', fields, home.app))
    }
    reviewed.check('clear, of a check that was begun before something was told', pages)
  })

  test('and the file has no state that is not looked at', reviewed.end)
})
