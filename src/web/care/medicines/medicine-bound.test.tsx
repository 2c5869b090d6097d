/**
 * No "yes" where the rules say no: what the check was told, and what the record holds, against every page of the medicine
 * room, in both homes.
 */
import { describe, expect, test } from 'vitest'
import { someOf } from '../../../../scripts/short-form.ts'
import type { Answers } from '../../../care/check/types.ts'
import { dayMs, hourMs } from '../../../care/evidence/time.ts'
import { writeTrail } from '../check/trail.ts'
import { readEvent } from '../record/record-event.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { checkEvent, checkFields, memoryNotebook, noon, trailOf } from '../plan/plan.fixtures.ts'
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

const minuteMs = 60_000
const homes = [['server'], ['device']] as const
type Kind = (typeof homes)[number][0]

/** The first page of the medicine room after a check that was told this. */
async function begin(kind: Kind, told: Answers, notebook = memoryNotebook([checkEvent(told)])) {
  const home = homeWith(kind === 'device' ? notebook : null)
  const page = kind === 'device' ? await home.get('/medicines') : await home.post('/medicines', checkFields(told))
  return { home, page, notebook }
}

/** After a gate that ticks these things, the page of verdicts and the empty tally. */
async function opened(kind: Kind, told: Answers, ticked: readonly string[] = []) {
  const { home, page, notebook } = await begin(kind, told)
  const result = await throughGate(home, page, ticked)
  const tally = await press(home, result, [['do', 'open']])
  return { home, result, tally, notebook }
}

const may = (home: Home, page: Page, product: string, units = '1') =>
  press(home, page, [...portion(product, units), ['do', 'may']])

/** What only somebody may read who may take it. */
const leave = /Yes, this fits now|You may take|\d mg left|Next dose from|You can have some again|value="record"/

describe.each(homes)('too much of a medicine, told to the check (%s)', (kind) => {
  const over: Answers = { I2: 'overParacetamol', 'I2.perKg': 'no', 'I2.risk': [] }

  test.each<[string, Answers, string]>([
    ['paracetamol', over, 'Ring 111 now'],
    ['paracetamol, dangerous for the weight', { ...over, 'I2.perKg': 'yes' }, 'Get help now'],
    ['ibuprofen or codeine', { I2: 'overOther', 'I2.risk': [] }, 'Ring 111 now'],
    ['ibuprofen or codeine, and drowsy', { I2: 'overOther', 'I2.risk': ['drowsy'] }, 'Get help now'],
    ['on purpose', { I2: 'onPurpose' }, 'Get help now'],
    ['not sure, and it may be', { I2: 'notSure', 'I2.maybe': 'yes' }, 'Get help now'],
  ])('%s: the medicine page says what to do at once, and gives no dose of anything', async (_what, told, heading) => {
    const { home, page } = await begin(kind, told)
    expect(page.heading).toBe(heading)
    expect(page.html).toMatch(/tel:(999|111)/)
    expect(page.text).toContain('You told the check that you')
    expect(page.text).toContain('Take no more painkillers')
    expect(page.html).not.toContain('name="screen"')
    for (const product of ['paracetamol500', 'ibuprofen200']) {
      const answer = await may(home, page, product)
      expect(answer.heading).toBe(heading)
      expect(answer.html).not.toMatch(leave)
      expect(answer.text).not.toContain('Answer the safety questions')
    }
    expect(page.html).not.toMatch(leave)
  })

  test('a clinician’s visit lets the questions begin, but nothing of it is left in the tally for 24 hours', async () => {
    const { home, page, notebook } = await begin(kind, over)
    home.later(minuteMs)
    const seen = kind === 'device' ? await visited(home, notebook) : await press(home, page, [['do', 'seen']])
    expect(seen.heading).toBe('My painkillers')
    expect(seen.text).toContain('You told the check that you took some')
    expect(seen.html).not.toMatch(leave)
    const result = await throughGate(
      home,
      kind === 'device' ? await home.get('/medicines') : await home.post('/medicines', fieldsFor(seen)),
    )
    expect(verdicts(result).paracetamol).not.toBe(ok)
    expect((await may(home, await press(home, result, [['do', 'open']]), 'paracetamol500')).html).not.toMatch(leave)
  })
  /** Where a record is kept, it says who saw them; and then a new check comes before any medicine. */
  const visited = async (home: Home, notebook: ReturnType<typeof memoryNotebook>): Promise<Page> => {
    const ids = ['b0000000-0000-4000-8000-000000000000', 'c0000000-0000-4000-8000-000000000000'] as const
    const [at, day] = [asEpoch(noon + minuteMs), '2026-11-23'] as const
    const seenAfter = (await notebook.all())[0]?.id ?? ''
    await notebook.append({ v: 1, id: ids[0], at, day, kind: 'clinicianCleared', who: 'GP', seenAfter })
    expect((await home.get('/medicines')).heading).toBe('Check again first')
    const again = { ...checkEvent({}, asEpoch(at + 1)), id: ids[1], check: other }
    await notebook.append(again as ReturnType<typeof checkEvent>)
    home.later(2)
    return home.get('/medicines/tally')
  }
  const fieldsFor = (page: Page): Fields => {
    const form = page.html.split('<form').find((part) => part.includes('action="/medicines"')) ?? ''
    return [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ])
  }
})

test('a second, calm check takes nothing back: too much told twelve minutes or six days ago still bars every dose', async () => {
  const over = { I2: 'overOther', 'I2.risk': [] as string[] }
  for (const agoMs of [12 * minuteMs, 6 * dayMs]) {
    const first = {
      ...checkEvent(over, asEpoch(noon - agoMs)),
      id: 'a0000000-0000-4000-8000-000000000000',
      check: other,
    }
    const notebook = memoryNotebook([first as ReturnType<typeof checkEvent>, checkEvent({})])
    const { home, page } = await begin('device', {}, notebook)
    expect(page.heading).toBe('Ring 111 now')
    expect((await may(home, page, 'paracetamol500')).html).not.toMatch(leave)
  }
  const old = {
    ...checkEvent(over, asEpoch(noon - 7 * dayMs)),
    id: 'a0000000-0000-4000-8000-000000000000',
    check: other,
  }
  const { page } = await begin('device', {}, memoryNotebook([old as ReturnType<typeof checkEvent>, checkEvent({})]))
  expect(page.heading).toBe('Before painkillers: allergies, stomach')
})
const other = '1f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e0f'
const asEpoch = (at: number) => at as typeof noon

test('too much told to a check that is too old for medicines is still answered', async () => {
  const { home } = await begin('device', { I2: 'overOther', 'I2.risk': [] })
  home.later(2 * dayMs)
  expect((await home.get('/medicines')).heading).toBe('Ring 111 now')
  expect((await home.get('/medicines/tally')).heading).toBe('Ring 111 now')
})

test('a check that comes with no time of its own, or from the future, opens no medicine', async () => {
  const opensAt = async (home: Home, checkedAt: number | null) => {
    const fields = checkFields({}, asEpoch(checkedAt ?? noon)).slice(0, checkedAt === null ? 1 : 2)
    return (await home.post('/medicines', fields)).html.includes('name="screen"')
  }
  for (const home of [homeWith(null), homeWith(memoryNotebook())]) {
    expect(await opensAt(home, null)).toBe(false)
    expect(await opensAt(home, noon + 1)).toBe(false)
    expect(await opensAt(home, noon)).toBe(true)
    expect(await opensAt(home, noon - dayMs + 1)).toBe(true)
    expect(await opensAt(home, noon - dayMs)).toBe(false)
  }
})

describe('danger in the record that nobody has cleared the person of', () => {
  const earlier = (told: Answers, agoMs: number) => ({
    ...checkEvent(told, asEpoch(noon - agoMs)),
    id: 'a0000000-0000-4000-8000-000000000000',
    check: other,
  })
  const emergency: Answers = { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' }
  const thenCalm = (told: Answers, agoMs: number, ...more: object[]) =>
    begin(
      'device',
      {},
      memoryNotebook([earlier(told, agoMs), checkEvent({}), ...more] as Parameters<typeof memoryNotebook>[0]),
    )

  test.each([12 * minuteMs, 3 * dayMs])(
    'an emergency %s ms ago closes every medicine, whatever a calm check says now',
    async (agoMs) => {
      const { home, page } = await thenCalm(emergency, agoMs)
      expect(page.heading).toBe('Get help first')
      expect(page.html).toContain('tel:999')
      const tally = await home.get('/medicines/tally')
      expect(tally.html).not.toMatch(leave)
      const answer = await may(home, tally, 'paracetamol500')
      expect(answer.heading).toBe('No, not this one')
      expect(answer.html).toContain('tel:999')
      expect(answer.html).not.toMatch(leave)
    },
  )

  test('an emergency closes every medicine while the check at hand is only half done, and too much told is answered', async () => {
    const halfDone: Fields = [['trail', writeTrail(trailOf({ A1: 'no' }))]]
    const page = async (told: Answers | null) => {
      const home = homeWith(memoryNotebook(told ? [checkEvent(told)] : []))
      const first = await home.post('/medicines', halfDone)
      return { home, first, tally: await home.post('/medicines/tally', halfDone) }
    }
    const held = await page(emergency)
    expect(held.first.heading).toBe('Get help first')
    expect(held.first.html).toContain('tel:999')
    expect(held.tally.html).not.toMatch(leave)
    expect((await page({ I2: 'onPurpose' })).first.heading).toBe('Get help now')
    expect((await page(null)).first.heading).toBe('Do the check first')
  })

  test('an emergency of two days ago still says to get help first, and not to do a check first', async () => {
    const { home } = await begin('device', emergency)
    home.later(2 * dayMs)
    const answer = await may(home, await home.get('/medicines/tally'), 'paracetamol500')
    expect(answer.text).toContain('Get help first. We show no medicines now.')
    expect(answer.html).not.toMatch(leave)
  })

  test('something urgent leaves paracetamol alone, with the temperature first, and only where the table says OK', async () => {
    const { home, page } = await thenCalm({ F2: 'yes' }, 12 * minuteMs)
    const result = await throughGate(home, page)
    const not = 'Not shown for you now'
    expect(verdicts(result)).toEqual({ ibuprofen: not, nsaidGel: not, paracetamol: ok, codeine: not })
    expect(result.text).toContain('Take your temperature first')
    const again = await thenCalm({ F2: 'yes' }, 12 * minuteMs)
    expect(Object.values(verdicts(await throughGate(again.home, again.page, ['liver'])))).toEqual([not, not, not, not])
  })

  test('something new told since the check puts a new check before any medicine', async () => {
    const stopped = {
      v: 1,
      id: 'b0000000-0000-4000-8000-000000000000',
      at: noon + 1,
      day: '2026-11-23',
      kind: 'stopped',
      sign: 'fever',
    }
    const home = homeWith(memoryNotebook([checkEvent({}), stopped as ReturnType<typeof checkEvent>]))
    home.later(minuteMs)
    const page = await home.get('/medicines')
    expect(page.heading).toBe('Check again first')
    expect((await home.get('/medicines/tally')).html).not.toMatch(leave)
  })

  test('a fever told after the gate was answered takes back the "yes" to a dose', async () => {
    const notebook = memoryNotebook([checkEvent({})])
    const home = homeWith(notebook)
    const tally = await press(home, await throughGate(home, await home.get('/medicines')), [['do', 'open']])
    const may = () => press(home, tally, [...portion('paracetamol500', '1'), ['do', 'may']])
    expect((await may()).heading).toBe('Yes, this fits now')
    home.later(minuteMs)
    const id = 'b0000000-0000-4000-8000-000000000000'
    await notebook.appendAll([
      { v: 1, id, at: asEpoch(noon + minuteMs), day: '2026-11-23', kind: 'stopped', sign: 'fever' },
    ])
    expect((await may()).heading).not.toBe('Yes, this fits now')
  })
})

describe('codeine in the record', () => {
  const words = 'Do the check again each day while you take it'
  const dose = (hours: number, id = 'c0000000-0000-4000-8000-000000000000') =>
    ({
      v: 1,
      id,
      at: asEpoch(noon + hours * hourMs),
      kind: 'doseTaken',
      ingredient: 'codeine',
      milligrams: 16,
      product: 'Co-codamol 8/500',
      takenAt: asEpoch(noon + hours * hourMs),
    }) as const
  const mini = (hours: number, answers: object) =>
    ({
      v: 1,
      id: 'd0000000-0000-4000-8000-000000000000',
      at: asEpoch(noon + hours * hourMs),
      day: '2026-11-24',
      kind: 'miniCheckDone',
      answers,
    }) as ReturnType<typeof checkEvent>
  const all = { A1: 'no', A2: 'no', A3: 'no', A5: 'no', A6: 'no', B2: 'no', anythingNew: 'no' }
  const shows = async (hours: number, ...events: Parameters<typeof memoryNotebook>[0] & object) => {
    const home = homeWith(memoryNotebook([checkEvent({}), ...events]))
    home.later(hours * hourMs)
    const [today, tally] = [await home.get('/today'), await home.get('/medicines/tally')]
    expect(today.text.includes('One short look each day')).toBe(tally.text.includes(words))
    return tally.text.includes(words)
  }

  test('today and the painkillers ask A1–A3 again from 24 hours after they were last asked, not a moment sooner', async () => {
    expect(await shows(23.99, dose(1))).toBe(false)
    expect(await shows(24, dose(1))).toBe(true)
    expect(await shows(24)).toBe(false)
  })
  test('a short check counts when it asked all three, and only then', async () => {
    expect(await shows(24, dose(1), mini(20, all))).toBe(false)
    const { A3: _, ...part } = all
    expect(await shows(24, dose(1), mini(20, part))).toBe(true)
  })
})

describe.each(homes)('what the check was told binds, though every list of the gate says "none" (%s)', (kind) => {
  test.each<[string, Answers, object]>([
    ['a weak immune system', { infRisk: ['immune'] }, { ibuprofen: no, nsaidGel: ask, paracetamol: ask }],
    ['very low weight', { fxRisk: ['thin'] }, { ibuprofen: ask, paracetamol: ask }],
    ['steroid tablets', { steroids: 'yes' }, { ibuprofen: ask, paracetamol: ok }],
    ['liver disease', { infRisk: ['liver'] }, { ibuprofen: no, paracetamol: ask }],
    ['calf cramp on walking', { C7: 'yes' }, { ibuprofen: no, nsaidGel: no, paracetamol: ok }],
    ['age 70', { age: 70 }, { ibuprofen: ask, paracetamol: ok }],
    ['age 80', { age: 80 }, { ibuprofen: no, paracetamol: ask }],
  ])('%s', async (_what, told, expected) => {
    const { home, result, tally } = await opened(kind, told)
    expect(verdicts(result)).toMatchObject(expected)
    for (const [product, medicine] of [
      ['ibuprofen200', 'ibuprofen'],
      ['paracetamol500', 'paracetamol'],
    ] as const) {
      const answer = await may(home, tally, product)
      const verdict = verdicts(result)[medicine]
      expect(answer.heading).toBe(
        verdict === ok ? 'Yes, this fits now' : verdict === ask ? 'Ask a pharmacist first' : 'No, not this one',
      )
    }
  })
})

/** People whose verdict on ibuprofen, and on paracetamol, is each of the four. */
const people: readonly (readonly [verdict: string, medicine: string, told: Answers, ticked: readonly string[]])[] = [
  ['ok', 'ibuprofen', {}, []],
  ['ask', 'ibuprofen', {}, ['antidepressant']],
  ['ask', 'ibuprofen', { age: 65 }, []],
  ['ask', 'ibuprofen', {}, ['aceInhibitorOrArb']],
  ['no', 'ibuprofen', {}, ['kidney']],
  ['notOffered', 'ibuprofen', { F2: 'yes' }, []],
  ['ok', 'paracetamol', {}, []],
  ['ask', 'paracetamol', {}, ['lowWeight']],
  ['ask', 'paracetamol', {}, ['liver']],
  ['no', 'paracetamol', {}, ['alreadyParacetamol']],
  ['notOffered', 'paracetamol', { F2: 'yes' }, ['kidney']],
]

describe.each(homes)('no page gives leave where the verdict is not OK (%s)', (kind) => {
  // On the device and on the server by turns: what may be taken is worked out alike.
  test.each(someOf(people, 2, kind === 'server' ? 0 : 1))(
    '%s for %s: result, tally and "may I", empty and after doses',
    async (verdict, medicine, told, ticked) => {
      const { home, result, tally } = await opened(kind, told, ticked)
      const product = medicine === 'ibuprofen' ? 'ibuprofen200' : 'paracetamol500'
      const allowed = verdict === 'ok'
      const card = (page: Page) => page.html.split('<section').find((part) => part.includes(`id="m-${medicine}"`)) ?? ''
      const count = (page: Page) =>
        page.html.split('class="card dose"').find((part) => part.toLowerCase().includes(`>${medicine}</h3>`)) ?? ''
      expect(card(result).includes('How to take it')).toBe(allowed)
      expect(leave.test(count(tally))).toBe(allowed)
      const first = await may(home, tally, product)
      expect(first.heading === 'Yes, this fits now').toBe(allowed)
      expect(leave.test(first.html)).toBe(allowed)
      // A dose is written down; then nearly as many as fit; then all of it, with no more to have today.
      let page = await take(home, tally, portion(product, '1'))
      expect(leave.test(count(page))).toBe(allowed)
      for (const hours of [7, 7]) {
        home.later(hours * hourMs)
        page = await take(home, page, portion(product, '2'))
        expect(leave.test(count(page)), `${count(page)}`).toBe(allowed)
        expect(leave.test((await may(home, page, product)).html)).toBe(allowed)
      }
      home.later(7 * hourMs)
      page = await take(home, page, portion(product, '1'))
      expect(leave.test(count(page))).toBe(allowed)
    },
  )

  test('"ask" says to ask a pharmacist first, and why, and names no dose and no time', async () => {
    const { home, tally } = await opened(kind, { age: 70 })
    const answer = await may(home, tally, 'ibuprofen400')
    expect(answer.heading).toBe('Ask a pharmacist first')
    expect(answer.text).toContain('Ask a pharmacist before you take this')
    expect(answer.text).toContain('You are 65 or over')
    expect(answer.html).not.toMatch(leave)
    expect(answer.text).toContain('Already taken it? Write it down')
  })

  test('with a danger sign of A1–A3, tablets with codeine, and stronger ones of its kind, are a no and not an "ask"', async () => {
    const { home, tally } = await opened(kind, {
      A3: 'yes',
      'A3.kind': 'constipated',
      'A3.again': 'no',
      'A3.when': 'new',
    })
    const answer = await press(home, tally, [
      ['product', 'list'],
      ['listed', 'coCodamol8'],
      ['units', '1'],
      ['do', 'may'],
    ])
    expect(answer.heading).toBe('No, not this one')
    expect(answer.text).toContain('Codeine can hide a warning sign')
    for (const typed of ['mg.tramadol', 'mg.dihydrocodeine']) {
      const strong = await press(home, tally, [...portion('other', '1'), [typed, '50'], ['do', 'may']])
      expect([typed, strong.heading]).toEqual([typed, 'No, not this one'])
    }
  })
})

describe.each(homes)('a time that may be just now (%s)', (kind) => {
  /** The clock of this home, so many minutes from now. */
  const clockAt = (minutes: number) =>
    new Date(noon + minutes * minuteMs).toLocaleTimeString('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      ...(kind === 'server' && { timeZone: 'Europe/London' }),
    })
  const taken = async (minutes: number) => {
    const { home, tally, notebook } = await opened(kind, {})
    const page = await take(home, tally, portion('ibuprofen200', '2'), [
      ['when', 'at'],
      ['at', clockAt(minutes)],
    ])
    return { home, page, notebook }
  }

  /** The answer to the first question of this page. */
  const meantBy = (which: 'now' | 'earlier', { html }: Page): Fields => [
    ['do', 'meant'],
    ['dose', /name="dose" value="([^"]+)"/.exec(html)?.[1] ?? ''],
    ['at', /name="at" value="([^"]+)"/.exec(html)?.[1] ?? ''],
    ['meant', which],
  ]

  test('two minutes ahead of the clock counts as now, is asked about, and bars the next dose', async () => {
    const { home, page } = await taken(2)
    expect(page.text).toContain('Which time do you mean?')
    expect(page.text).toContain(`It is ${clockAt(0)}`)
    expect(page.text).toMatch(/400 mg\s+taken/)
    expect(page.text).toMatch(/800 mg left. Next dose from/)
    expect((await may(home, page, 'ibuprofen200', '2')).heading).toBe('Not now')
  })

  test('left unanswered, the list and the record still say what was typed; once it has moved they do not', async () => {
    const { home, page, notebook } = await taken(2)
    expect(page.text).toContain(`${clockAt(0)} today (you typed ${clockAt(2)})`)
    if (kind === 'device') {
      expect((await home.get('/medicines/tally')).text).toContain(`${clockAt(0)} today (you typed ${clockAt(2)})`)
      const [event] = notebook.events.filter(({ kind: what }) => what === 'doseTaken')
      expect(event).toMatchObject({ typed: clockAt(2) })
      expect(readEvent(event)).toEqual(event)
      expect((await home.get('/record')).text).toContain(`(typed as ${clockAt(2)})`)
    }
    const moved = await press(home, page, [
      ['do', 'meant'],
      ['dose', /name="dose" value="([^"]+)"/.exec(page.html)?.[1] ?? ''],
      ['at', clockAt(2)],
      ['meant', 'earlier'],
    ])
    expect(moved.text).toContain(`${clockAt(2)} yesterday`)
    expect(moved.text).not.toContain('you typed')
  })

  test('is asked about again when the page was left, as the time at which it was written down, until it is said', async () => {
    const { home, page } = await taken(2)
    home.later(150 * minuteMs)
    const back = kind === 'device' ? await home.get('/medicines/tally') : await press(home, page, [['do', 'open']])
    expect(back.text).toContain('Which time do you mean?')
    expect(back.text).toContain(`It was ${clockAt(0)}`)
    expect(back.text).toContain(`Until you tell us, it counts from ${clockAt(0)} today.`)
    expect((await may(home, back, 'ibuprofen200', '2')).heading).toBe('Not now')
    const said = await press(home, back, meantBy('now', back))
    expect(said.text).not.toContain('Which time do you mean?')
    expect(said.text).toContain(`It counts from ${clockAt(0)} today.`)
    const later = kind === 'device' ? await home.get('/medicines/tally') : await press(home, said, [['do', 'open']])
    expect(later.text).not.toContain('Which time do you mean?')
    expect(later.text).toContain(`${clockAt(0)} today (you typed ${clockAt(2)})`)
  })

  test('is asked about each by its own, where two are open, and no more after a day', async () => {
    const { home, page } = await taken(2)
    const two = await take(home, page, portion('paracetamol500', '1'), [
      ['when', 'at'],
      ['at', clockAt(3)],
    ])
    expect(two.text.match(/Which time do you mean\?/g)).toHaveLength(2)
    const one = await press(home, two, meantBy('earlier', two))
    expect(one.text.match(/Which time do you mean\?/g)).toHaveLength(1)
    home.later(dayMs)
    const gone = kind === 'device' ? await home.get('/medicines/tally') : await press(home, one, [['do', 'open']])
    expect(gone.text).not.toContain('Which time do you mean?')
  })

  test('moved hours later, it never counts twice on the way: nothing is closed by it', async () => {
    const { home, tally } = await opened(kind, {})
    const first = await take(home, tally, portion('paracetamol500', '2'), [['when', 'now']])
    home.later(270 * minuteMs)
    const second = await take(home, first, portion('paracetamol500', '2'), [['when', 'now']])
    home.later(270 * minuteMs)
    const third = await take(
      home,
      second,
      [
        ['product', 'paracetamol500'],
        ['units', 'more'],
        ['unitsTyped', '3'],
      ],
      [
        ['when', 'at'],
        ['at', clockAt(9 * 60 + 2)],
      ],
    )
    home.later(90 * minuteMs)
    const moved = await press(home, third, meantBy('earlier', third))
    expect(moved.text).toContain('It counts from')
    const page = kind === 'device' ? await home.get('/medicines/tally') : await press(home, moved, [['do', 'open']])
    expect(page.heading).toBe('My painkillers')
  })

  test('a time that is sure is not told twice', async () => {
    expect((await taken(0)).page.text).not.toContain('you typed')
  })

  test('asked above what to do about too much, which is told as a condition until it is answered', async () => {
    const { home, tally } = await opened(kind, {})
    const first = await take(home, tally, portion('ibuprofen200', '2'), [['when', 'now']])
    const page = await take(home, first, portion('ibuprofen200', '2'), [
      ['when', 'at'],
      ['at', clockAt(2)],
    ])
    expect(page.text).toMatch(/Which time do you mean\?.*Take no more for now/)
    expect(page.text).toContain('If it was just now, you took more ibuprofen than the packet says')
    expect(page.text).not.toContain('You took more')
  })

  test('"I took it just now" leaves it so; "yesterday" moves it, once, however often it is pressed', async () => {
    const { home, page, notebook } = await taken(2)
    const answer = (meant: string, from: Page): Fields => [
      ['do', 'meant'],
      ['dose', /name="dose" value="([^"]+)"/.exec(from.html)?.[1] ?? ''],
      ['at', clockAt(2)],
      ['meant', meant],
    ]
    const now = await press(home, page, answer('now', page))
    expect((await may(home, now, 'ibuprofen200', '2')).heading).toBe('Not now')
    const before = await press(home, page, answer('earlier', page))
    expect(before.text).toContain(`It counts from ${clockAt(2)} yesterday`)
    expect(before.html.match(/Take out</g)).toHaveLength(1)
    expect((await may(home, before, 'ibuprofen200', '2')).heading).toBe('Yes, this fits now')
    await press(home, page, answer('earlier', page))
    if (kind === 'device') {
      expect(notebook.events.filter(({ kind: what }) => what === 'doseTaken')).toHaveLength(2)
      expect((await home.get('/medicines/tally')).html.match(/Take out</g)).toHaveLength(1)
    }
  })

  test('the clock to go by stands beside the field, and what was written down says how long ago it was', async () => {
    const { home, tally } = await opened(kind, {})
    const asked = await press(home, tally, [...portion('paracetamol500', '1'), ['do', 'took']])
    expect(asked.text).toContain(`It is ${clockAt(0)} ${kind === 'server' ? 'in the UK' : 'on this device'}`)
    const page = await press(home, asked, [
      ['when', 'at'],
      ['at', clockAt(-6)],
      ['do', 'record'],
    ])
    expect(page.text).toContain('about 6 minutes ago')
  })
})

describe('a device that refuses to keep', () => {
  const full = async () => {
    const { home, tally, notebook } = await opened('device', {})
    const refuse = async () => Promise.reject(new Error('QuotaExceededError'))
    return { home, tally, notebook, fill: () => Object.assign(notebook, { append: refuse, appendAll: refuse }) }
  }

  test('says so on every page, and of the form sent again, while only the running worker holds the dose', async () => {
    const { home, tally, notebook } = await full()
    const held: NotebookEvent[] = []
    const appendAll = async (more: readonly NotebookEvent[]) => {
      held.push(...more)
      throw new Error('QuotaExceededError')
    }
    Object.assign(notebook, { appendAll, heldBack: async () => held, all: async () => [...notebook.events, ...held] })
    const asked = await press(home, tally, [...portion('paracetamol500', '2'), ['do', 'took']])
    const record: Fields = [
      ['when', 'now'],
      ['do', 'record'],
    ]
    await press(home, asked, record)
    for (const page of [await press(home, asked, record), await home.get('/medicines/tally')]) {
      expect(page.text).toContain('We could not write it down on this device')
      expect(page.text).not.toMatch(/Written down:|Kept in this browser/)
      expect(page.text).toMatch(/1,000 mg\s+taken/)
      expect(page.html.match(/Take out</g)).toHaveLength(1)
    }
  })

  test('counts the dose all the same, says that it was not kept, and claims nothing else', async () => {
    const { home, tally, fill } = await full()
    fill()
    const page = await take(home, tally, portion('paracetamol500', '2'))
    expect(page.status).toBe(200)
    expect(page.text).toContain('We could not write it down on this device')
    expect(page.text).not.toMatch(/Written down:|Kept in this browser/)
    expect(page.text).toMatch(/1,000 mg\s+taken/)
    expect((await may(home, page, 'paracetamol500')).heading).toBe('Not now')
  })

  test('writes it down as soon as the device takes it again, once', async () => {
    const { home, tally, notebook, fill } = await full()
    const { append, appendAll } = notebook
    fill()
    const page = await take(home, tally, portion('paracetamol500', '2'))
    Object.assign(notebook, { append, appendAll })
    const later = await press(home, page, [['do', 'open']])
    expect(later.text).toContain('Kept in this browser')
    await press(home, page, [['do', 'open']])
    expect((await home.get('/medicines/tally')).html.match(/Take out</g)).toHaveLength(1)
  })

  test('says what to do at once when it is too much, before anything about keeping', async () => {
    const { home, tally, fill } = await full()
    fill()
    const page = await take(home, tally, [
      ['product', 'paracetamol500'],
      ['units', 'more'],
      ['unitsTyped', '12'],
    ])
    expect(page.heading).toBe('Get help now')
    expect(page.text.indexOf('Go to A&E now')).toBeLessThan(page.text.indexOf('We could not write it down'))
  })

  test('keeps a dose in the list that it could not take out, and says so', async () => {
    const { home, tally, fill } = await full()
    const page = await take(home, tally, portion('paracetamol500', '2'))
    fill()
    const dose = /name="dose" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
    const still = await press(home, page, [
      ['dose', dose],
      ['do', 'remove'],
    ])
    expect(still.status).toBe(200)
    expect(still.text).toContain('We could not take it out')
    expect(still.text).toMatch(/1,000 mg\s+taken/)
  })

  test('keeps both parts of a tablet that holds two medicines, or neither', async () => {
    const { home, tally, notebook } = await opened('device', {})
    let left = 1
    const append = notebook.append
    Object.assign(notebook, {
      append: async (event: Parameters<typeof append>[0]) => {
        if (left === 0) throw new Error('QuotaExceededError')
        left -= 1
        await append(event)
      },
      appendAll: async () => Promise.reject(new Error('QuotaExceededError')),
    })
    const page = await take(home, tally, [
      ['product', 'list'],
      ['listed', 'nuromol'],
      ['units', '1'],
    ])
    expect(notebook.events.filter(({ kind }) => kind === 'doseTaken')).toHaveLength(0)
    expect(page.text).toMatch(/200 mg\s+taken/)
    expect(page.text).toMatch(/500 mg\s+taken/)
  })
})

test('a dose that was taken out does not come back with an older page', async () => {
  const { home, tally } = await opened('device', {})
  const page = await take(home, tally, portion('paracetamol500', '2'))
  const dose = /name="dose" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
  const carrying: Fields = [
    ['medicines', JSON.stringify({ v: 1, check: null, replies: {}, answered: [], facts: {}, doses: [doseOf(dose)] })],
  ]
  await press(home, page, [
    ['dose', dose],
    ['do', 'remove'],
  ])
  expect((await home.post('/medicines/tally', [...carrying, ['do', 'open']])).text).toContain(
    'No doses are written down',
  )
})
const doseOf = (id: string) => ({ id, ingredient: 'paracetamol', milligrams: 1000, product: 'x', takenAt: noon })

test('what was answered about too much is not lowered by the gate', async () => {
  const { home, tally } = await opened('server', {})
  let page = await take(home, tally, [
    ['product', 'paracetamol500'],
    ['units', 'more'],
    ['unitsTyped', '9'],
  ])
  const facts = ['onPurpose', 'drowsyOrSlowBreathing', 'sickOrTummyPain', 'moreThanOneDay'].map(
    (fact) => [`fact.${fact}`, 'no'] as const,
  )
  page = await press(home, page, [...facts, ['do', 'facts']])
  expect(page.heading).toBe('Ring 111 now')
  page = await press(home, page, [
    ['fact.liverDisease', 'yes'],
    ['do', 'facts'],
  ])
  expect(page.heading).toBe('Get help now')
})

test('“no” about an earlier time, carried by an old page, does not answer for the next time', async () => {
  const { home, tally } = await opened('device', {})
  const once = ['onPurpose', 'drowsyOrSlowBreathing', 'sickOrTummyPain', 'moreThanOneDay', 'mayBeOver']
  const asked = (page: Page) => once.filter((fact) => page.html.includes(`name="fact.${fact}"`))
  const taken = await take(home, tally, [
    ['product', 'paracetamol500'],
    ['units', 'more'],
    ['unitsTyped', '9'],
  ])
  expect(asked(taken)).toContain('onPurpose')
  const facts = Object.fromEntries(once.map((fact) => [fact, 'no']))
  const old = JSON.stringify({ v: 1, check: null, replies: {}, answered: [], facts, doses: [] })
  const looked = await home.post('/medicines/tally', [
    ['medicines', old],
    ['do', 'open'],
  ])
  expect([looked.heading, asked(looked)]).toEqual([taken.heading, asked(taken)])
  const worse = await home.post('/medicines/tally', [
    ['medicines', old.replace('"onPurpose":"no"', '"onPurpose":"yes"')],
    ['do', 'open'],
  ])
  expect(worse.heading).toBe('Get help now')
})
