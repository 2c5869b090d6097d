/**
 * Too much of a medicine, told or written down on the medicine pages: everything is closed, on every page, and one tap
 * undoes none of it.
 */
import { describe, expect, test } from 'vitest'
import { asEpochMs, hourMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { checkEvent, memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { type Fields, type Home, homeWith, type Page, portion, press, take, throughGate } from './medicine.fixtures.ts'

const minuteMs = 60_000
const paracetamol = (units: string): Fields => [
  ['product', 'paracetamol500'],
  ['units', 'more'],
  ['unitsTyped', units],
]
const ibuprofen = (units: string): Fields => [
  ['product', 'ibuprofen200'],
  ['units', 'more'],
  ['unitsTyped', units],
]
const leave = /Yes, this fits now|You may take|You can take this|\d mg left|Next dose from|value="record"/

const begun: NotebookEvent = {
  ...{ v: 1, id: 'd0000000-0000-4000-8000-000000000000', at: noon, day: '2026-11-23', kind: 'programmeStarted' },
  ...{ episodeDay: '2026-11-22', painDayOne0to10: 6, ageYears: 30, firstEver: 'no' },
}

/** A device after a clear check, with a programme, and with the gate answered: 70 kg. */
async function ready(notebook = memoryNotebook([checkEvent({}), begun])) {
  const home = homeWith(notebook)
  await throughGate(home, await home.get('/medicines'))
  return { home, notebook, tally: await home.get('/medicines/tally') }
}
const kinds = async (notebook: { all: () => Promise<readonly NotebookEvent[]> }) =>
  (await notebook.all()).map(({ kind }) => kind)
const may = (home: Home, page: Page, what: Fields) => press(home, page, [...what, ['do', 'may']])

/** Every page that was open says to be seen first, and the medicine room gives no leave. */
async function expectClosed(home: Home) {
  for (const at of ['/plan', '/movements/M05', '/session', '/relax', '/medicines', '/medicines/tally', '/today']) {
    const page = await home.get(at)
    expect([at, page.text]).toEqual([at, expect.stringMatching(/999|111/)])
    expect([at, page.html]).toEqual([at, expect.not.stringMatching(leave)])
  }
  expect((await home.get('/plan')).heading).toMatch(/Get help first|Ring 111 first/)
  const tally = await home.get('/medicines/tally')
  expect(tally.heading).toMatch(/Get help now|Ring 111 now/)
  for (const product of ['paracetamol500', 'ibuprofen200'])
    expect((await may(home, tally, portion(product, '1'))).html).not.toMatch(leave)
}

describe('"I may have taken too much"', () => {
  test('is kept, and closes plan, movements, sessions, relaxing and medicines', async () => {
    const { home, notebook, tally } = await ready()
    expect((await home.get('/plan')).heading).not.toBe('Get help first')
    const page = await press(home, tally, [['do', 'tooMuch']])
    expect(page.heading).toBe('Get help now')
    expect(await kinds(notebook)).toContain('tooMuchTold')
    home.later(minuteMs)
    await expectClosed(home)
    expect((await home.get('/plan')).text).toContain('You took, or may have taken, too much of a medicine')
    expect((await home.get('/report')).text).toContain('Too much of a medicine')
    expect((await home.get('/record')).text).toContain('Told us about too much of a medicine')
  })
  test('a wish to die told there is answered with 999, and nowhere is it said again that it was on purpose', async () => {
    const { home, notebook, tally } = await ready()
    const asked = await press(home, tally, [['do', 'tooMuch']])
    const page = await press(home, asked, [
      ['fact.onPurpose', 'yes'],
      ['fact.drowsyOrSlowBreathing', 'yes'],
      ['do', 'facts'],
    ])
    expect(page.text).toContain('Call 999 or go to A&E now')
    expect(JSON.stringify(await notebook.all())).not.toMatch(/purpose/i)
    await expectClosed(home)
    for (const at of ['/plan', '/medicines', '/medicines/tally', '/report', '/record', '/programme/cleared', '/check'])
      expect([at, (await home.get(at)).text]).toEqual([at, expect.not.stringMatching(/purpose|Samaritans/i)])
    expect((await home.get('/plan')).heading).toBe('Get help first')
  })
  test('answered no to all, it is 111 now: the same on every page', async () => {
    const { home, tally } = await ready()
    const asked = await press(home, tally, [['do', 'tooMuch']])
    const page = await press(home, asked, [
      ['fact.onPurpose', 'no'],
      ['fact.drowsyOrSlowBreathing', 'no'],
      ['do', 'facts'],
    ])
    expect(page.heading).toBe('Ring 111 now')
    expect((await home.get('/medicines/tally')).heading).toBe('Ring 111 now')
    expect((await home.get('/plan')).heading).toBe('Ring 111 first')
    await expectClosed(home)
  })
  test('is answered first where the device cannot write it, and the page says so', async () => {
    const { home, notebook, tally } = await ready()
    Object.assign(notebook, { appendAll: () => Promise.reject(new Error('full')) })
    const page = await press(home, tally, [['do', 'tooMuch']])
    expect(page.heading).toBe('Get help now')
    expect(page.text).toContain('We could not write this down on this device')
  })
  test('while the record holds it closed, no tap of before says that somebody has seen to it', async () => {
    const { home, notebook } = await ready()
    const gate = '5f0d2c6e-8a61-4c5b-9a57-6d6564696369'
    const kept = JSON.parse((await notebook.drafts.get(gate)) ?? '')
    await notebook.drafts.put(gate, JSON.stringify({ ...kept, seenByClinicianAt: noon }))
    home.later(minuteMs)
    // Told only now, and taken before that tap.
    await notebook.append({
      ...{ v: 1, id: 'e0000000-0000-4000-8000-000000000000', at: asEpochMs(noon + minuteMs), kind: 'doseTaken' },
      ...{ ingredient: 'paracetamol', milligrams: 6000, product: 'Paracetamol', takenAt: asEpochMs(noon - minuteMs) },
    })
    expect((await home.get('/medicines/tally')).heading).toMatch(/Get help now|Ring 111 now/)
    await expectClosed(home)
  })
  test('one tap says that somebody has seen the person only where no record is kept', async () => {
    const { home, tally } = await ready()
    const asked = await press(home, tally, [['do', 'tooMuch']])
    expect(asked.html).toContain('href="/programme/cleared"')
    expect(asked.html).not.toContain('value="seen"')
    expect((await press(home, asked, [['do', 'seen']])).status).toBe(303)
    await expectClosed(home)
  })
})

describe('too much that only the form holds', () => {
  /** A page of the server, on which somebody said that they had taken too much. */
  async function onServer() {
    const server = homeWith(null)
    return press(server, await server.get('/medicines/tally'), [['do', 'tooMuch']])
  }
  test('is written down with the next press that the device answers, whatever is pressed', async () => {
    for (const what of [[...paracetamol('1'), ['do', 'may']], [['do', 'add']]] satisfies Fields[]) {
      const { home, notebook } = await ready()
      const page = await press(home, await onServer(), what)
      expect(await kinds(notebook)).toContain('tooMuchTold')
      expect(page.html).not.toMatch(leave)
      home.later(minuteMs)
      await expectClosed(home)
    }
  })
  test('is written down once, however often the page is sent, and not again after a visit', async () => {
    const { home, notebook } = await ready()
    const page = await press(home, await onServer(), [...paracetamol('1'), ['do', 'may']])
    const told = async () => (await kinds(notebook)).filter((kind) => kind === 'tooMuchTold').length
    for (let turn = 0; turn < 3; turn += 1) await press(home, page, [...paracetamol('1'), ['do', 'may']])
    expect(await told()).toBe(1)
    home.later(25 * hourMs)
    const at = asEpochMs(noon + 25 * hourMs)
    const made = { v: 1, id: 'f0000000-0000-4000-8000-000000000000', at, day: '2026-11-24' } as const
    await notebook.append({ ...made, kind: 'clinicianCleared', who: 'GP', how: 'seen' })
    expect((await home.get('/plan')).heading).not.toMatch(/Get help first/)
    await press(home, page, [['do', 'add']])
    expect(await told()).toBe(1)
  })
  test('is told again where the record that held it was erased since', async () => {
    const { home, notebook, tally } = await ready()
    const page = await press(home, tally, [['do', 'tooMuch']])
    await home.post('/record/erase', [])
    expect(await kinds(notebook)).toEqual([])
    await press(home, page, [...paracetamol('1'), ['do', 'may']])
    expect(await kinds(notebook)).toContain('tooMuchTold')
  })
  test('is said not to be written where the device refuses, and tried again with the next press', async () => {
    const { home, notebook, tally } = await ready()
    const { appendAll } = notebook
    Object.assign(notebook, { appendAll: () => Promise.reject(new Error('full')) })
    const page = await press(home, tally, [['do', 'tooMuch']])
    const again = await press(home, page, [['do', 'nothing']])
    expect(again.text).toContain('We could not write this down on this device')
    Object.assign(notebook, { appendAll })
    await press(home, again, [['do', 'nothing']])
    expect((await kinds(notebook)).filter((kind) => kind === 'tooMuchTold')).toHaveLength(1)
  })
})

describe('too much that is written down', () => {
  test.each<[string, Fields, string]>([
    ['10 g of paracetamol', paracetamol('20'), 'Get help now'],
    ['nobody knows how many', portion('paracetamol500', 'notSure'), 'Get help now'],
  ])('%s closes everything', async (_what, what, heading) => {
    const { home, tally } = await ready()
    expect((await take(home, tally, what)).heading).toBe(heading)
    home.later(minuteMs)
    await expectClosed(home)
  })
  test('for the weight that is known it is as urgent on every page: 5 g at 70 kg, answered no to all', async () => {
    const { home, tally } = await ready()
    let page = await take(home, tally, paracetamol('10'))
    expect(page.heading).toBe('Get help now')
    const asked = [...page.html.matchAll(/name="(fact\.\w+)" value="no"/g)].map(([, name = '']): [string, string] => [
      name,
      'no',
    ])
    page = await press(home, page, [...asked, ['do', 'facts']])
    expect(page.heading).toBe('Ring 111 now')
    expect((await home.get('/plan')).heading).toBe('Ring 111 first')
    await expectClosed(home)
  })
  test('"Take out" of it is asked twice and opens nothing; after a talk the dose can go', async () => {
    const { home, notebook, tally } = await ready()
    const page = await take(home, tally, paracetamol('20'))
    const dose = (await notebook.all()).find(({ kind }) => kind === 'doseTaken')?.id ?? ''
    const out = await press(home, page, [
      ['do', 'remove'],
      ['dose', dose],
    ])
    expect(out.status).toBe(303)
    expect(await kinds(notebook)).not.toContain('doseWithdrawn')
    await expectClosed(home)
    const asked = await home.get('/programme/mistaken')
    expect(asked.text).toContain('too much of a medicine')
    const about = /name="about" value="([^"]*)"/.exec(asked.html)?.[1] ?? ''
    const said: Fields = [
      ['about', about],
      ['mistake', 'wrong'],
    ]
    await home.post('/programme/mistaken', said)
    expect(await kinds(notebook)).not.toContain('dangerMistaken')
    expect((await home.post('/programme/mistaken', [...said, ['sure', 'yes']])).text).toContain('Call 111')
    expect(await kinds(notebook)).toContain('dangerMistaken')
    const gone = await press(home, await home.get('/medicines/tally'), [
      ['do', 'remove'],
      ['dose', dose],
    ])
    expect(gone.status).toBe(200)
    expect(await kinds(notebook)).toContain('doseWithdrawn')
    expect((await home.get('/plan')).heading).toBe('Get help first')
    for (const product of ['paracetamol500', 'ibuprofen200'])
      expect((await may(home, await home.get('/medicines/tally'), portion(product, '1'))).html).not.toMatch(leave)
  })
  test('an ordinary dose is still taken out by one tap', async () => {
    const { home, notebook, tally } = await ready()
    const page = await take(home, tally, portion('paracetamol500', '2'))
    const dose = (await notebook.all()).find(({ kind }) => kind === 'doseTaken')?.id ?? ''
    const out = await press(home, page, [
      ['do', 'remove'],
      ['dose', dose],
    ])
    expect(out.text).toContain('Taken out of your list')
    expect((await may(home, out, portion('paracetamol500', '2'))).heading).toBe('Yes, this fits now')
  })
  test('where nothing is kept, a dose that is too much stays on the list', async () => {
    const home = homeWith(null)
    const page = await take(home, await home.get('/medicines/tally'), paracetamol('20'))
    const dose = /name="dose" value="([^"]*)"/.exec(page.html)?.[1] ?? ''
    const out = await press(home, page, [
      ['do', 'remove'],
      ['dose', dose],
    ])
    expect(out.heading).toBe('Get help now')
    expect(out.text).toContain('That dose stays on the list')
  })
})

describe('more than the packet says at one time, or too soon', () => {
  test.each<[string, Fields]>([['8 paracetamol', paracetamol('8')]])(
    '%s: nothing may be taken until two questions are answered, and then what the hours leave',
    async (_what, what) => {
      const { home, tally } = await ready()
      const page = await take(home, tally, what)
      expect(page.heading).toBe('Take no more for now')
      expect(page.text).toContain('at most 1,000 mg at one time')
      expect(page.html).not.toMatch(leave)
      expect((await may(home, page, portion('ibuprofen200', '1'))).html).not.toMatch(leave)
      // The plan is not closed by it.
      expect((await home.get('/plan')).heading).not.toMatch(/first$/)
      const answered = await press(home, await home.get('/medicines/tally'), [
        ['fact.onPurpose', 'no'],
        ['fact.drowsyOrSlowBreathing', 'no'],
        ['do', 'facts'],
      ])
      expect(answered.heading).toBe('My painkillers')
      expect((await home.get('/medicines/tally')).heading).toBe('My painkillers')
      expect((await may(home, answered, portion('ibuprofen200', '1'))).heading).toBe('Yes, this fits now')
      expect((await may(home, answered, portion('paracetamol500', '1'))).heading).toBe('Not now')
    },
  )
  test('on purpose or drowsy, it is an emergency and closes everything', async () => {
    const { home, tally } = await ready()
    const page = await take(home, tally, paracetamol('8'))
    expect(
      (
        await press(home, page, [
          ['fact.onPurpose', 'notSure'],
          ['do', 'facts'],
        ])
      ).heading,
    ).toBe('Get help now')
    await expectClosed(home)
  })
  test('6 ibuprofen at once are over the packet limit: help now until it is answered, and everything is closed', async () => {
    const { home, tally } = await ready()
    expect((await take(home, tally, ibuprofen('6'))).heading).toBe('Get help now')
    await expectClosed(home)
  })
  test('two pages that both said yes: the second dose is judged again when it is written down', async () => {
    const { home, notebook } = await ready()
    const asked = async () => may(home, await home.get('/medicines/tally'), portion('paracetamol500', '2'))
    const [one, two] = [await asked(), await asked()]
    for (const page of [one, two]) expect(page.heading).toBe('Yes, this fits now')
    const record = (page: Page) => press(home, page, [['do', 'record']])
    expect((await record(one)).heading).toBe('My painkillers')
    home.later(minuteMs)
    const second = await record(two)
    expect(second.heading).toBe('Take no more for now')
    expect(second.text).toContain('Then wait 4 hours')
    expect((await kinds(notebook)).filter((kind) => kind === 'doseTaken')).toHaveLength(2)
    expect((await may(home, second, portion('ibuprofen200', '1'))).html).not.toMatch(leave)
  })
  test('an answer about one dose says nothing of the next', async () => {
    const { home, tally } = await ready()
    const page = await take(home, tally, paracetamol('3'))
    const answered = await press(home, page, [
      ['fact.onPurpose', 'no'],
      ['fact.drowsyOrSlowBreathing', 'no'],
      ['do', 'facts'],
    ])
    expect(answered.heading).toBe('My painkillers')
    home.later(hourMs)
    expect((await take(home, answered, paracetamol('3'))).heading).toBe('Take no more for now')
  })
})

test('a dose that is held back, and cannot be taken out while the record does not open, is not said to be', async () => {
  const { home, notebook, tally } = await ready()
  await take(home, tally, paracetamol('1'))
  const listed = await home.get('/medicines/tally')
  const dose = (await notebook.all()).filter(({ kind }) => kind === 'doseTaken')
  const no = () => Promise.reject(new Error('no'))
  Object.assign(notebook, { all: no, owner: no, append: no, appendAll: no, heldBack: async () => dose })
  const page = await press(home, listed, [
    ['dose', dose[0]?.id ?? ''],
    ['do', 'remove'],
  ])
  expect(page.text).not.toContain('Taken out of')
  expect(page.text).toContain('We could not take it out')
})

test('once somebody has seen the person, medicines and plan say the same: check again first', async () => {
  const danger = checkEvent({ A1: 'yes' })
  const notebook = memoryNotebook([danger])
  const home = homeWith(notebook)
  expect((await home.get('/medicines')).text).toContain('needs help now')
  home.later(minuteMs)
  await notebook.append({
    ...{ v: 1, id: 'b0000000-0000-4000-8000-000000000000', at: danger.at, day: '2026-11-23' },
    ...{
      kind: 'clinicianCleared',
      who: 'GP',
      how: 'seen',
      seenAfter: danger.id,
      order: (danger.at + 1) as typeof danger.at,
    },
  })
  for (const at of ['/plan', '/medicines']) {
    const page = await home.get(at)
    expect([at, page.heading, page.text]).toEqual([
      at,
      'Check again first',
      expect.stringContaining('Someone has seen you'),
    ])
    expect(page.text).not.toContain('needs help now')
    expect(page.html).not.toMatch(leave)
  }
  expect((await may(home, await home.get('/medicines/tally'), portion('paracetamol500', '1'))).html).not.toMatch(leave)
})
