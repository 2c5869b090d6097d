import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { gateGroups } from '../../../care/medicines/conditions.ts'
import { asEpochMs, dayMs, hourMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { checkEvent, checkFields, hiddenFields, memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import {
  ask,
  type Fields,
  type Home,
  homeWith,
  no,
  ok,
  type Page,
  portion,
  press,
  take,
  throughGate,
  verdicts,
} from './medicine.fixtures.ts'
import { sentAtReturn } from '../../ui/at-return.fixtures.ts'
import { momentWords } from './medicine-clock.ts'

describe.each([['server'], ['device']])('which painkillers may be safe (%s)', (kind) => {
  const begin = async (told: Answers = {}) => {
    const home = homeWith(kind === 'device' ? memoryNotebook([checkEvent(told)]) : null)
    const page = kind === 'device' ? await home.get('/medicines') : await home.post('/medicines', checkFields(told))
    return { home, page }
  }

  test('a healthy man of 30 gets four screens, and then ibuprofen, gel and paracetamol with a dose and codeine never', async () => {
    const { home, page } = await begin()
    const end = await throughGate(home, page)
    expect(end.heading).toBe('Painkillers that may suit you')
    expect(verdicts(end)).toEqual({ ibuprofen: ok, nsaidGel: ok, paracetamol: ok, codeine: ask })
    expect(end.text).toContain('Never more than 1,200 mg')
    expect(end.text).toContain('Black poo')
    expect(end.text).toContain('Evidence against')
  })

  test('a man is not asked about pregnancy; a woman is', async () => {
    const { home, page } = await begin()
    const seen: string[] = []
    let at = page
    while (at.html.includes('name="screen"') && seen.length < 6) {
      seen.push(at.html)
      at = await throughOne(home, at)
    }
    expect(seen.join('')).not.toContain('gate.pregnancy')
    const woman = await begin({ sex: 'female', pregnancy: 'no' })
    const last = await throughOne(woman.home, await throughOne(woman.home, await throughOne(woman.home, woman.page)))
    expect(last.html).toContain('gate.pregnancy')
  })

  test('Return on a tick of what is taken never says that nothing is', async () => {
    const { home, page } = await begin()
    let at = page
    while (!at.html.includes('I take no medicines at all')) at = await throughOne(home, at)
    expect(sentAtReturn(at.html, 'name="gate.medicines"')).toBe('do=next')
  })

  const throughOne = (home: Home, page: Page) => {
    const lists = gateGroups.filter(({ id }) => page.html.includes(`name="gate.${id}"`))
    const fields = lists.map(({ id }): [string, string] => [`gate.${id}`, 'none'])
    return home.post('/medicines', [...hiddenFields(page.html, '/medicines'), ['do', 'next'], ...fields])
  }

  test('a yes of the check stands, even if the gate says none', async () => {
    const { home, page } = await begin({ infRisk: ['liver'], I1: 'no' })
    const end = await throughGate(home, page)
    expect(verdicts(end)).toMatchObject({ ibuprofen: no, paracetamol: ask })
  })

  test('a blood thinner told to the check but not found in the gate keeps ibuprofen out', async () => {
    const { home, page } = await begin({ I1: 'yes' })
    expect(verdicts(await throughGate(home, page)).ibuprofen).toBe(no)
  })

  test('an ulcer bars ibuprofen and gives no dose of it', async () => {
    const { home, page } = await begin()
    const end = await throughGate(home, page, ['ulcer'])
    expect(verdicts(end)).toMatchObject({ ibuprofen: no, paracetamol: ok })
    expect(end.text).not.toContain('1,200 mg')
  })

  test('a list left blank is a problem that names the list, and nothing is guessed', async () => {
    const { home, page } = await begin()
    const blank = await home.post('/medicines', [
      ...hiddenFields(page.html, '/medicines'),
      ['do', 'next'],
      ['gate.allergy', 'none'],
    ])
    expect(blank.status).toBe(422)
    expect(blank.html).toContain('href="#gate.stomach"')
    expect(blank.html).not.toContain('href="#gate.allergy"')
  })

  test('"not sure" about an ulcer counts as a yes', async () => {
    const { home, page } = await begin()
    const fields: Fields = [
      ...hiddenFields(page.html, '/medicines'),
      ['do', 'next'],
      ['gate.allergy', 'none'],
      ['gate.stomach', 'notSure'],
    ]
    expect(verdicts(await throughGate(home, await home.post('/medicines', fields))).ibuprofen).toBe(no)
  })

  test('at urgent only paracetamol is shown, with the temperature first', async () => {
    const { home, page } = await begin({ F2: 'yes' })
    const end = await throughGate(home, page)
    expect(verdicts(end)).toMatchObject({
      ibuprofen: 'Not shown for you now',
      paracetamol: ok,
      codeine: 'Not shown for you now',
    })
    expect(end.text.indexOf('Take your temperature first')).toBeLessThan(end.text.indexOf('Take 500 mg'))
  })

  test('at an emergency there are no medicines, only the way to help', async () => {
    const { page } = await begin({ A1: 'yes', 'A1.seat': 'notSure' })
    expect(page.heading).toBe('Get help first')
    expect(page.html).toContain('tel:999')
    expect(page.html).not.toContain('name="screen"')
  })

  test('without a check, with an unfinished one or an old one, nothing is offered', async () => {
    const bare = homeWith(kind === 'device' ? memoryNotebook() : null)
    expect((await bare.get('/medicines')).heading).toBe('Do the check first')
    const { home } = await begin()
    home.later(dayMs)
    const old = kind === 'device' ? await home.get('/medicines') : await home.post('/medicines', checkFields())
    expect(old.heading).toBe('Check again first')
  })
})

test('a check that says not when it was finished counts as too old', async () => {
  const home = homeWith(null)
  const [trail] = checkFields()
  expect((await home.post('/medicines', trail ? [trail] : [])).heading).toBe('Check again first')
})

test('a damaged trail or state is said, never guessed', async () => {
  const home = homeWith(null)
  expect((await home.post('/medicines', [['trail', '{']])).status).toBe(422)
  const damaged = await home.post('/medicines/tally', [['medicines', '{"v":1,"doses":[']])
  expect([damaged.status, damaged.heading]).toEqual([422, 'We could not read your doses'])
})

describe.each([['server'], ['device']])('the tally (%s)', (kind) => {
  const device = kind === 'device'

  /** So many hours after noon UTC, as this home's clock shows it. */
  const at = (hours: number) =>
    momentWords(asEpochMs(noon + hours * hourMs), noon, { kind: device ? 'device' : 'server' })

  /** After the gate, on the empty tally. */
  const opened = async (ticked: readonly string[] = [], weight?: string) => {
    const notebook = memoryNotebook([checkEvent()])
    const home = homeWith(device ? notebook : null)
    const start = device ? await home.get('/medicines') : await home.post('/medicines', checkFields())
    const end = await throughGate(home, start, ticked, weight)
    const tally = await home.post('/medicines/tally', [...hiddenFields(end.html, '/medicines/tally'), ['do', 'open']])
    return { home, notebook, tally }
  }
  test('says where the list is kept', async () => {
    const { tally } = await opened()
    expect(tally.text).toContain(device ? 'Kept in this browser' : 'When you close it, it is gone')
  })

  test('a dose counts, and the next one is allowed when its gap is over, not a minute earlier', async () => {
    const { home, tally } = await opened()
    const first = await press(home, tally, [...portion('ibuprofen200', '2'), ['do', 'may']])
    expect(first.heading).toBe('Yes, this fits now')
    let page = await press(home, first, [['do', 'record']])
    expect(page.text).toContain(`Written down: 2 × Ibuprofen 200 mg tablet, ${at(0)}`)
    expect(page.text).toContain(`800 mg left. Next dose from ${at(6)}`)
    home.later(6 * hourMs - 60_000)
    const early = await press(home, page, [...portion('ibuprofen200', '2'), ['do', 'may']])
    expect(early.heading).toBe('Not now')
    expect(early.text).toContain(at(6).slice(0, 5))
    home.later(60_000)
    page = await press(home, page, [...portion('ibuprofen200', '2'), ['do', 'may']])
    expect(page.heading).toBe('Yes, this fits now')
  })

  test('the same again within ten minutes, as after Back, counts, and the page says that it may be one dose', async () => {
    const { home, tally } = await opened()
    const writeDown = async (page: Page) => {
      const asked = await press(home, page, [...portion('ibuprofen200', '1'), ['do', 'took']])
      return press(home, asked, [
        ['when', 'now'],
        ['do', 'record'],
      ])
    }
    const one = await writeDown(tally)
    expect(one.text).not.toContain('The same is in your list already')
    home.later(9 * 60_000)
    const two = await writeDown(one)
    expect(two.text).toContain(
      'The same is in your list already, from 12:00 today. Was it one dose? Take one out below.',
    )
    expect(two.html.match(/Take out</g)).toHaveLength(2)
    home.later(11 * 60_000)
    expect((await writeDown(two)).text).not.toContain('The same is in your list already')
  })

  test('pressing "write it down" twice writes it down once', async () => {
    const { home, tally, notebook } = await opened()
    const asked = await press(home, tally, [
      ...portion('nuromol', '1'),
      ['product', 'list'],
      ['listed', 'nuromol'],
      ['do', 'took'],
    ])
    const once = await press(home, asked, [
      ['when', 'now'],
      ['do', 'record'],
    ])
    const twice = device
      ? await press(home, asked, [
          ['when', 'now'],
          ['do', 'record'],
        ])
      : once
    expect(twice.html.match(/Take out</g)).toHaveLength(1)
    if (device) expect(notebook.events.filter(({ kind }) => kind === 'doseTaken')).toHaveLength(2)
    const gone = await press(home, once, [
      ['dose', dosesIn(once)[0] ?? ''],
      ['do', 'remove'],
    ])
    expect(gone.text).toContain('No doses are written down')
  })

  const dosesIn = (page: Page) => [...page.html.matchAll(/name="dose" value="([^"]+)"/g)].map(([, id]) => id ?? '')

  test('a medicine that is not safe for this person is refused with the reason, whatever is left', async () => {
    const { home, tally } = await opened(['ulcer'])
    const answer = await press(home, tally, [...portion('ibuprofen200', '1'), ['do', 'may']])
    expect(answer.heading).toBe('No, not this one')
    expect(answer.html).not.toContain('value="record"')
  })

  test('what is not counted is a matter for a pharmacist, and says so first', async () => {
    const { home, tally } = await opened([])
    const aspirin = [...portion('other', '1'), ['mg.aspirin', '300'], ['do', 'may']] as const
    expect((await press(home, tally, aspirin)).heading).toBe('Ask a pharmacist first')
  })

  test('nothing is planned before the safety questions are answered, but what was taken is written down', async () => {
    const home = homeWith(device ? memoryNotebook() : null)
    const tally = await home.get('/medicines/tally')
    expect((await press(home, tally, [...portion('paracetamol500', '2'), ['do', 'may']])).heading).toBe(
      'Answer a few questions first',
    )
    expect((await take(home, tally, portion('paracetamol500', '2'))).text).toContain('1,000 mg')
  })

  test('too much paracetamol shows the advice at once, alarmed, with the questions after it', async () => {
    const { home, tally } = await opened()
    let page = tally
    for (const hours of ['03:00', '08:00'])
      page = await take(
        home,
        page,
        [
          ['product', 'paracetamol500'],
          ['units', 'more'],
          ['unitsTyped', '5'],
        ],
        [
          ['when', 'at'],
          ['at', hours],
        ],
      )
    expect(page.heading).toBe('Get help now')
    // On a clock that may not be the person's own, which time they mean is asked above it.
    expect(page.html, 'a reader aloud begins with the first heading').toMatch(/<h[12][^>]* data-focus/)
    expect(page.html).toContain('class="alarm"')
    expect(page.html).toContain('tel:999')
    expect(page.text.indexOf('Go to A&E now')).toBeLessThan(page.text.indexOf('Did you take too much on purpose?'))
    expect(page.text).not.toContain('You may take')
    const facts = ['onPurpose', 'drowsyOrSlowBreathing', 'sickOrTummyPain', 'moreThanOneDay'].map(
      (fact) => [`fact.${fact}`, 'no'] as const,
    )
    const calmer = await press(home, page, [...facts, ['do', 'facts']])
    expect(calmer.heading).toBe('Ring 111 now')
    const still = await press(home, calmer, [...portion('paracetamol500', '1'), ['do', 'may']])
    expect(still.text).toContain('Take no more painkillers')
    expect(still.html).not.toContain('value="record"')
  })

  test('a reader aloud begins with the advice about too much, or with what is wrong in a form, and in one place', async () => {
    const { home, tally } = await opened()
    const much: Fields = [
      ['product', 'paracetamol500'],
      ['units', 'more'],
      ['unitsTyped', '12'],
    ]
    const page = await take(home, tally, much)
    expect(page.html.match(/<\w+[^>]* data-focus/g)).toEqual([expect.stringMatching(/^<h1 class="huge"/)])
    const wrong = await press(home, page, [...portion('paracetamol500', 'x'), ['do', 'may']])
    expect(wrong.text).toContain('There is a problem')
    expect(wrong.html.match(/<\w+[^>]* data-focus/g)).toEqual([expect.stringContaining('id="problems"')])
  })

  test('on purpose: 999, A&E and Samaritans, and nothing of it is kept on the device', async () => {
    const { home, tally, notebook } = await opened()
    const worried = await press(home, tally, [['do', 'tooMuch']])
    const page = await press(home, worried, [
      ['fact.onPurpose', 'yes'],
      ['do', 'facts'],
    ])
    expect(page.html).toContain('tel:116123')
    expect(page.html).toContain('tel:999')
    expect(
      JSON.stringify([notebook.events, await notebook.drafts.get('5f0d2c6e-8a61-4c5b-9a57-6d6564696369')]),
    ).not.toContain('onPurpose')
  })

  test('not sure how many: no more until somebody who knows says so', async () => {
    const { home, tally } = await opened()
    const page = await take(home, tally, portion('paracetamol500', 'notSure'))
    expect(page.heading).toBe('Get help now')
    expect(page.text).toContain('not sure how many')
    expect(page.text).toContain('Could it be more than 4 g')
  })

  test('codeine can be written down, is never planned, and brings the danger questions back each day', async () => {
    const { home, tally } = await opened()
    const co: Fields = [
      ['product', 'list'],
      ['listed', 'coCodamol8'],
      ['units', '1'],
    ]
    expect((await press(home, tally, [...co, ['do', 'may']])).heading).toBe('Ask a pharmacist first')
    const page = await take(home, tally, co)
    expect(page.text).not.toContain('Do the check again each day')
    home.later(dayMs)
    const next = device ? await home.get('/medicines/tally') : await press(home, page, [['do', 'open']])
    expect(next.text).toContain('Do the check again each day')
  })

  test('mg and numbers are read with a comma or a point, in whatever digits, and the phone offers a comma', async () => {
    const { home, tally } = await opened()
    expect(tally.html).toMatch(/name="mg.codeine" inputmode="decimal"/)
    expect(tally.html).toMatch(/name="unitsTyped" inputmode="decimal"/)
    const page = await take(home, tally, [
      ['product', 'other'],
      ['mg.paracetamol', '٥٠٠'],
      ['mg.codeine', '12,8'],
      ['units', 'more'],
      ['unitsTyped', '1,5'],
    ])
    expect(page.text).toContain('paracetamol 750 mg and codeine 19.2 mg')
  })

  test.each(['1', '0.5', '0,5', '4.99'])(
    '%s as a packet abroad says it, in grams, is not counted as mg',
    async (typed) => {
      const { home, tally } = await opened()
      for (const act of ['may', 'took']) {
        const portion: [string, string][] = [
          ['product', 'other'],
          ['mg.paracetamol', typed],
          ['units', '2'],
          ['do', act],
        ]
        const page = await press(home, tally, portion)
        expect(page.text).toContain('If the packet says g: 1 g is 1000 mg')
        expect(page.text).not.toContain('Yes, this fits now')
        expect(page.heading).not.toBe('When did you take it?')
      }
    },
  )

  test('bad input is said beside its field and loses nothing', async () => {
    const { home, tally } = await opened()
    const bad = await press(home, tally, [
      ['product', 'other'],
      ['mg.ibuprofen', '-5'],
      ['units', 'more'],
      ['unitsTyped', 'x'],
      ['do', 'may'],
    ])
    expect(bad.status).toBe(422)
    expect(bad.html).toContain('href="#mg.ibuprofen"')
    expect(bad.html).toContain('href="#unitsTyped"')
    expect(bad.html).toContain('value="-5"')
    const asked = await press(home, tally, [...portion('ibuprofen200', '1'), ['do', 'took']])
    const late = await press(home, asked, [
      ['when', 'at'],
      ['at', '25:99'],
      ['do', 'record'],
    ])
    expect(late.html).toContain('href="#at"')
  })
})

test('a record that cannot be opened says that doses may be missing, and plans none', async () => {
  const broken = { ...memoryNotebook(), all: async () => Promise.reject(new Error('no store')) }
  const home = homeWith(broken)
  const tally = await home.get('/medicines/tally')
  expect(tally.text).toContain('Doses you wrote down before may be missing')
  const may = await home.post('/medicines/tally', [...portion('paracetamol500', '1'), ['do', 'may']])
  expect(may.text).toContain('may be missing')
  expect(may.html).not.toContain('value="record"')
})

test.each([
  ['says that doses may be missing, and plans none', 24 * hourMs - 1, true],
  ['plans again a day after they were found', 24 * hourMs, false],
])('a record with entries that cannot be read %s', async (_what, agoMs, closed) => {
  const doubt: NotebookEvent = {
    v: 1,
    id: 'unreadable',
    at: asEpochMs(noon - agoMs),
    kind: 'unreadable',
    entries: 1,
  }
  const home = homeWith(memoryNotebook([doubt]))
  const tally = await home.get('/medicines/tally')
  expect(tally.text.includes('Doses may be missing here')).toBe(closed)
  const may = await home.post('/medicines/tally', [...portion('paracetamol500', '1'), ['do', 'may']])
  expect(may.text.includes('Doses may be missing here')).toBe(closed)
})
