/**
 * Every question that closes something or calls for help, blank and answered, under each fault of the store: the call, the stop
 * or the question itself comes first, and never the page about the record (H-08, H-17).
 */
import { describe, expect, test } from 'vitest'
import type { NotebookStore } from '../home.ts'
import { createCareApp } from '../app.tsx'
import { noon } from '../plan/plan.fixtures.ts'
import { type device, freshId } from '../programme/programme.fixtures.ts'
import { type Held, wellUsed } from './every-post.fixtures.ts'

const no = () => Promise.reject(new Error('QuotaExceededError'))
const faults: Readonly<Record<string, (store: NotebookStore) => unknown>> = {
  'takes nothing': (store) => Object.assign(store, { append: no, appendAll: no }),
  'cannot be read': (store) => Object.assign(store, { all: no }),
  'cannot be read and takes nothing': (store) => Object.assign(store, { all: no, append: no, appendAll: no }),
}

const life = { do: 'life' }
const feelings = { screen: '1', do: 'next', 'q.worry': '2', 'q.hope': '8', 'q.load': 'no', 'q.stopped': 'no' }
const singly = { singly: 'yes', 'q.A1': 'no', 'q.A2': 'no' }
const asksOfLife = /name="q\.I3"[\s\S]*tel:116123/
const asksEach = /name="q\.A1"/
const asksLeg = /name="leg"/
const now = /tel:999/
const today = /tel:111/
const stop = /<h1[^>]*>(?:Stop here for now|Stop\.)/
const leaveOut = /sent it down the leg\.|<h1[^>]*>Stop here for now/
type Row = readonly [string, string | ((held: Held) => string), Readonly<Record<string, string>>, RegExp]
const session = ({ session: id }: Held) => `/session/${id}`
const step = ({ step: id }: Held) => `/plan/step/${id}`
const rows: readonly Row[] = [
  ['thoughts of ending one’s life, blank', '/programme/feelings', life, asksOfLife],
  ['thoughts of ending one’s life, no answer of ours', '/programme/feelings', { ...life, 'q.I3': 'x' }, asksOfLife],
  ['thoughts of ending one’s life', '/programme/feelings', { ...life, 'q.I3': 'thoughts' }, today],
  ['a plan to end one’s life', '/programme/feelings', { ...life, 'q.I3': 'plan' }, now],
  ['a low mood', '/programme/feelings', { ...feelings, 'q.mood': 'mostDays' }, asksOfLife],
  ['a mood that nobody is sure of', '/programme/feelings', { ...feelings, 'q.mood': 'notSure' }, asksOfLife],
  ['what is new or worse, blank', '/programme/stop', {}, /name="sign"/],
  ['chest pain', '/programme/stop', { sign: 'chest' }, now],
  ['the short check, blank', '/programme/mini-check', {}, asksEach],
  ['the short check, not sure', '/programme/mini-check', { 'list.mini': 'notSure' }, asksEach],
  ['the short check, one by one, half blank', '/programme/mini-check', singly, asksEach],
  [
    'numb between the legs, and “none of these”',
    '/programme/mini-check',
    { 'q.A1': 'yes', 'list.mini': 'none' },
    asksEach,
  ],
  ['numb between the legs', '/programme/mini-check', { 'q.A1': 'yes' }, now],
  ['a fever', '/programme/mini-check', { 'q.B2': 'yes' }, today],
  ['one too sore', session, { do: 'tooSore', item: '0' }, /name="leg"|Stop here for now/],
  ['its leg, blank', session, { do: 'soreLeg', item: '0' }, asksLeg],
  ['its leg, further', session, { do: 'soreLeg', item: '0', leg: 'further' }, stop],
  ['a step too sore', step, { do: 'tooSore' }, asksLeg],
  ['the leg of a step, blank', step, { do: 'soreLeg' }, asksLeg],
  ['the leg of a step, lasting', step, { do: 'soreLeg', leg: 'lasting' }, stop],
  [
    'a red morning',
    '/programme/morning',
    { pain: '8', 'q.plainCause': 'yes', do: 'save', 'list.explain': 'none' },
    stop,
  ],
]
const testOf = { do: 'test', before: '4', 'back.after': '5', 'forward.after': '4' }
const answers = { moreNumb: 'no', movingEasier: 'no', lasted: 'yes' }
const each = Object.fromEntries(
  ['back', 'forward'].flatMap((way) => Object.entries(answers).map(([field, value]) => [`${way}.${field}`, value])),
)
const direction = '/programme/direction'
const directions: readonly Row[] = [
  ['leaning forward goes down the leg', direction, { do: 'felt', 'q.better': 'back', 'q.leg': 'forward' }, leaveOut],
  ['nobody knows which goes down the leg', direction, { do: 'felt', 'q.better': 'back', 'q.leg': 'notSure' }, leaveOut],
  [
    'the test, one way further down',
    direction,
    { ...testOf, ...each, 'back.place': 'further', 'forward.place': 'same' },
    leaveOut,
  ],
  [
    'the test, more numb',
    direction,
    { ...testOf, ...each, 'back.moreNumb': 'yes', 'back.place': 'same', 'forward.place': 'same' },
    leaveOut,
  ],
  [
    'both ways, the rest blank',
    direction,
    { do: 'felt', 'q.leg': 'both' },
    /name="q\.better"|<h1[^>]*>Stop here for now/,
  ],
]
const checkIn = { 'q.stand': 'yes', 'q.medicine': 'yes', 'q.normal': 'no', 'q.leg': 'no', screen: '2' }
const looksBack: readonly Row[] = [
  ['worse', '/programme/check-in', { ...checkIn, 'q.trend': 'worse', 'q.painNow': '3', 'q.toilet': 'yes' }, stop],
  [
    'no way to the toilet',
    '/programme/check-in',
    { ...checkIn, 'q.trend': 'same', 'q.painNow': '3', 'q.toilet': 'no' },
    today,
  ],
  [
    'no way to the toilet, and worse',
    '/programme/check-in/change',
    { ...checkIn, 'q.trend': 'worse', 'q.painNow': '3', 'q.toilet': 'notSure' },
    today,
  ],
  ['numb between the legs, and no number', '/diary/entry', { signs: 'saddle' }, /call 999 now[\s\S]*tel:999/],
  ['words of wanting to die', '/diary/entry', { pain: '3', note: 'I want to end my life' }, /tel:116123/],
  ['a task that speaks of danger', '/diary/tasks', { 'new.1': 'numb between my legs' }, now],
  ['a walk that sent pain down the leg', '/prevent/walking', { do: 'note', minutes: '9', felt: 'leg' }, stop],
  ['too much of a medicine', '/medicines/tally', { do: 'tooMuch' }, /tel:(?:111|999)/],
  ['too much, and its questions blank', '/medicines/tally', { do: 'facts', 'fact.onPurpose': 'yes' }, now],
]

const send = async (home: ReturnType<typeof device>, at: Row[1], held: Held, fields: Row[2]) =>
  home.post(typeof at === 'string' ? at : at(held), fields)

describe.each(Object.entries(faults))('where the store %s', (name, fault) => {
  test.runIf(name !== 'takes nothing').each([
    ['a session begun with very bad pain', '/session', { pain: '8', minutes: '30' }],
    ['a session begun with pain that jumped', '/session', { pain: '6', minutes: '30', cause: 'notSure' }],
    [
      'a session that got very sore',
      '/session/0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e0f',
      { worst: '8', leg: 'none', effort: '2' },
    ],
  ])('%s stops', async (_what, at, fields) => {
    const { held: _held, ...home } = await wellUsed()
    fault(home.notebook)
    expect((await send(home, at, _held, fields)).html).toMatch(stop)
  })
  test.each([...rows, ...directions, ...looksBack])('%s is answered first', async (_what, at, fields, first) => {
    const { held, ...home } = await wellUsed()
    fault(home.notebook)
    const { html } = await send(home, at, held, fields)
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
    expect(main).toMatch(first)
    expect(main).not.toContain('This part is kept on your own device and nowhere else.')
    const owned = main.search(/could not (?:keep|write|take|open)/i)
    if (owned >= 0) expect(main.search(first)).toBeLessThan(owned)
  })
})

/** It knows neither step nor session: whoever comes to it with one has a device whose worker is gone. */
const server = createCareApp({
  ...{ kind: 'server', notebook: null, now: () => noon, newId: freshId, buildId: 'test' },
  assets: { css: '/site.css', islands: {} },
} as const)
test.each([...rows, ...directions, ...looksBack])(
  'on the server, which keeps nothing, %s is answered first',
  async (_what, at, fields, first) => {
    const { held } = await wellUsed()
    const path = typeof at === 'string' ? at : at(held)
    const answer = await server.request(path, { method: 'POST', body: new URLSearchParams(Object.entries(fields)) })
    expect(await answer.text()).toMatch(first)
  },
)

test('where nothing is wrong with the store each is answered too', async () => {
  for (const [what, at, fields, first] of rows) {
    const { held, ...home } = await wellUsed()
    expect((await send(home, at, held, fields)).html, what).toMatch(what === 'a red morning' ? /name="q\.A1"/ : first)
  }
})
