/**
 * Every page of the medicine room in every state it can stand in, line by line: what is said first, each verdict, where
 * each link and form leads, what each button sends. A line that changes is read and changed in the file beside this test,
 * or it is a fault.
 */
import { describe, test } from 'vitest'
import { type Pages, reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import type { Answers } from '../../../care/check/types.ts'
import { dayMs, hourMs } from '../../../care/evidence/time.ts'
import { checkEvent, checkFields, hiddenFields, memoryNotebook } from '../plan/plan.fixtures.ts'
import { type Fields, type Home, homeWith, type Page, portion, press, take, throughGate } from './medicine.fixtures.ts'

const minuteMs = 60_000
const kinds = ['device', 'server'] as const
type Kind = (typeof kinds)[number]

async function begin(kind: Kind, told: Answers = {}) {
  const home = homeWith(kind === 'device' ? memoryNotebook([checkEvent(told)]) : null)
  const page = kind === 'device' ? await home.get('/medicines') : await home.post('/medicines', checkFields(told))
  return { home, page }
}
async function opened(kind: Kind, told: Answers = {}, ticked: readonly string[] = [], weight = '70') {
  const { home, page } = await begin(kind, told)
  const result = await throughGate(home, page, ticked, weight)
  return { home, result, tally: await press(home, result, [['do', 'open']]) }
}
const may = (home: Home, page: Page, what: Fields) => press(home, page, [...what, ['do', 'may']])
const many = (product: string, units: string): Fields => [
  ['product', product],
  ['units', 'more'],
  ['unitsTyped', units],
]
const gate = (home: Home, page: Page, fields: Fields) =>
  home.post('/medicines', [...hiddenFields(page.html, '/medicines'), ...fields])

type Shown = Record<string, Page>
type State = readonly [name: string, show: (kind: Kind) => Promise<Shown>]

/** The gate, screen by screen, with nothing answered, and with what is wrong. */
async function gateScreens(kind: Kind, told: Answers): Promise<Shown> {
  const { home, page } = await begin(kind, told)
  const shown: Shown = { '1 first': page }
  let at = page
  for (let screen = 1; screen < 6 && at.html.includes('name="screen"'); screen += 1) {
    shown[`${screen} left blank`] = await gate(home, at, [['do', 'next']])
    const fields: [string, string][] = [['do', 'next']]
    for (const [, group = ''] of at.html.matchAll(/name="gate\.(\w+)" value="none"/g))
      fields.push([`gate.${group}`, 'none'])
    if (at.html.includes('number.weightKg')) {
      shown[`${screen} weight 20`] = await gate(home, at, [...fields, ['number.weightKg', '20']])
      fields.push(['number.weightKg', '70'])
    }
    if (screen > 1) shown[`${screen} back`] = await gate(home, at, [['do', 'back']])
    at = await gate(home, at, fields)
    shown[`${screen + 1} next`] = at
  }
  shown.again = await gate(home, at, [['do', 'again']])
  return shown
}

const verdictsFor =
  (told: Answers, ticked: readonly string[] = [], weight = '70'): State[1] =>
  async (kind) => {
    const { result, tally } = await opened(kind, told, ticked, weight)
    return { verdicts: result, tally }
  }

const states: readonly State[] = [
  ['the gate for a man of 30', (kind) => gateScreens(kind, {})],
  ['the gate for a woman of 30', (kind) => gateScreens(kind, { sex: 'female' })],
  ['nothing ticked', verdictsFor({})],
  ['pregnant, 12 weeks', verdictsFor({ sex: 'female', pregnancy: 'pregnant', weeks: 12 })],
  ['pregnant, 20 weeks', verdictsFor({ sex: 'female', pregnancy: 'pregnant', weeks: 20 })],
  ['69 years old', verdictsFor({ age: 69 })],
  ['80 years old', verdictsFor({ age: 80 })],
  ['17 years old', verdictsFor({ age: 17 })],
  ['15 years old', verdictsFor({ age: 15 })],
  ['45 kg', verdictsFor({}, [], '45')],
  ['an antidepressant', verdictsFor({}, ['antidepressant'])],
  ['warfarin', verdictsFor({ I1: 'yes', 'I1.signs': [] }, ['warfarin'])],
  ['warfarin that the check was told there is none of', verdictsFor({}, ['warfarin'])],
  ['liver trouble', verdictsFor({}, ['liver'])],
  ['asthma, ibuprofen never tried', verdictsFor({}, ['asthmaUntried'])],
  [
    'no check, and an old one',
    async (kind) => {
      const none = homeWith(kind === 'device' ? memoryNotebook() : null)
      const { home, result } = await opened(kind)
      home.later(dayMs)
      const old = kind === 'device' ? await home.get('/medicines') : await press(home, result, [['do', 'open']])
      return { none: await none.get('/medicines'), 'no tally': await none.get('/medicines/tally'), old }
    },
  ],
  ['an emergency', async (kind) => ({ first: (await begin(kind, { A1: 'yes', 'A1.when': 'new' })).page })],
  ['a call for today', async (kind) => ({ first: (await begin(kind, { F2: 'yes' })).page })],
  [
    'too much told to the check',
    async (kind) => ({
      first: (await begin(kind, { I2: 'overParacetamol', 'I2.perKg': 'no', 'I2.risk': [] })).page,
      emergency: (await begin(kind, { I2: 'overParacetamol', 'I2.perKg': 'yes', 'I2.risk': [] })).page,
    }),
  ],
  [
    'may I take this, and writing it down',
    async (kind) => {
      const { home, tally } = await opened(kind)
      const yes = await may(home, tally, portion('paracetamol500', '2'))
      const nothing = await may(home, tally, [])
      const when = await press(home, tally, [...portion('paracetamol500', '2'), ['do', 'took']])
      const unsaid = await press(home, when, [['do', 'record']])
      const noTime = await press(home, when, [
        ['do', 'record'],
        ['when', 'at'],
        ['at', 'soon'],
      ])
      const taken = await take(home, tally, portion('paracetamol500', '2'))
      const tooSoon = await may(home, taken, portion('paracetamol500', '1'))
      const other = await may(home, taken, portion('ibuprofen200', '1'))
      home.later(4 * hourMs - minuteMs)
      const nearly = await may(home, taken, portion('paracetamol500', '1'))
      home.later(minuteMs)
      const fits = await may(home, taken, portion('paracetamol500', '1'))
      const ahead = await press(home, when, [
        ['do', 'record'],
        ['when', 'at'],
        ['at', '16:05'],
      ])
      const moved = await home.post('/medicines/tally', [
        ...hiddenFields(ahead.html, '/medicines/tally').filter(([name]) => name !== 'do'),
        ['do', 'meant'],
        ['meant', 'earlier'],
      ])
      return { yes, nothing, when, unsaid, noTime, taken, tooSoon, other, nearly, fits, ahead, moved }
    },
  ],
  [
    'a day of doses up to the limit',
    async (kind) => {
      const { home, tally } = await opened(kind)
      let page = tally
      for (let dose = 0; dose < 4; dose += 1) {
        page = await take(home, page, portion('paracetamol500', '2'))
        home.later(4 * hourMs)
      }
      const full = await may(home, page, portion('paracetamol500', '1'))
      const dose = /name="dose" value="([^"]*)"/.exec(page.html)?.[1] ?? ''
      const out = await press(home, page, [
        ['do', 'remove'],
        ['dose', dose],
      ])
      const unknown = await press(home, out, [
        ['do', 'remove'],
        ['dose', 'none'],
      ])
      home.later(9 * hourMs)
      return { list: page, full, out, unknown, later: await press(home, page, [['do', 'open']]) }
    },
  ],
  [
    'a product that nobody may take',
    async (kind) => {
      const { home, tally } = await opened(kind, { I1: 'yes', 'I1.signs': [] }, ['warfarin'])
      return {
        ibuprofen: await may(home, tally, portion('ibuprofen200', '1')),
        paracetamol: await may(home, tally, portion('paracetamol500', '1')),
      }
    },
  ],
  [
    'too much written down',
    async (kind) => {
      const { home, tally } = await opened(kind)
      const packet = await take(home, tally, many('paracetamol500', '9'))
      const more = await press(home, packet, [['do', 'add']])
      const facts = await press(home, packet, [['do', 'facts']])
      const hurt = await press(home, packet, [
        ['do', 'facts'],
        ['fact.drowsyOrSlowBreathing', 'yes'],
      ])
      const seen = await press(home, packet, [['do', 'seen']])
      return { packet, more, facts, hurt, seen, room: await home.get('/medicines') }
    },
  ],
  [
    'too much ibuprofen written down',
    async (kind) => {
      const { home, tally } = await opened(kind)
      return {
        one: await take(home, tally, many('ibuprofen200', '7')),
        lots: await take(home, tally, many('ibuprofen200', '20')),
      }
    },
  ],
  [
    'too much told',
    async (kind) => {
      const { home, tally } = await opened(kind)
      const told = await press(home, tally, [['do', 'tooMuch']])
      const no = await press(home, told, [
        ['do', 'facts'],
        ['fact.onPurpose', 'no'],
        ['fact.drowsyOrSlowBreathing', 'no'],
      ])
      const yes = await press(home, told, [
        ['do', 'facts'],
        ['fact.onPurpose', 'yes'],
      ])
      return { told, no, yes }
    },
  ],
  [
    'codeine',
    async (kind) => {
      const { home, tally } = await opened(kind)
      const asked = await may(home, tally, [
        ['product', 'other'],
        ['listed', 'coCodamol8'],
        ['units', '1'],
      ])
      return {
        asked,
        taken: await press(home, tally, [
          ['product', 'other'],
          ['listed', 'coCodamol8'],
          ['units', '1'],
          ['do', 'took'],
        ]),
      }
    },
  ],
]

const reviewed = reviewedOutlines(new URL('./medicine-outline.txt', import.meta.url))

describe.each(kinds)('the pages of the medicine room, line by line (%s)', (kind) => {
  test.each(states)('%s', async (name, show) => {
    const pages: Pages = new Map(
      Object.entries(await show(kind)).map(([page, { html, status }]) => [`${page} ${status}`, html]),
    )
    reviewed.check(`${name} (${kind})`, pages)
  })
})

describe('the list of these pages', () => {
  test('has no state that is not looked at', reviewed.end)
})
