import { describe, expect, test } from 'vitest'
import { someOf } from '../../../../scripts/short-form.ts'
import type { Answers } from '../../../care/check/types.ts'
import type { IsoDate } from '../../../care/evidence/calendar.ts'
import { asEpochMs, dayMs, type EpochMs } from '../../../care/evidence/time.ts'
import { movementIds, movements } from '../../../care/movement/movements.ts'
import { sequences } from '../../../care/movement/sequences.ts'
import { slots } from '../../../care/relief/slots.ts'
import { steps } from '../../../care/relief/steps.ts'
import { createCareApp } from '../app.tsx'
import type { NotebookStore } from '../home.ts'
import { captionsOf } from '../movements/movement-figure.tsx'
import {
  checkEvent,
  checkFields,
  checkId,
  decoded,
  finishedAnswers,
  headingOf,
  hiddenFields,
  memoryNotebook,
  noon,
  trailOf,
} from './plan.fixtures.ts'
import { writeTrail } from '../check/trail.ts'

type Fields = readonly (readonly [string, string])[]

function homeWith(notebook: NotebookStore | null) {
  let now: EpochMs = asEpochMs(noon + 60_000)
  const app = createCareApp({
    kind: notebook ? 'device' : 'server',
    notebook,
    now: () => now,
    newId: () => crypto.randomUUID(),
    assets: { css: '/assets/site.css', islands: {} },
    buildId: 'test',
  })
  const seen = async (answer: Response, at: string): Promise<Page> => {
    const location = answer.headers.get('Location')
    if (answer.status === 303 && location) return seen(await app.request(location), location)
    const html = await answer.text()
    return {
      at,
      status: answer.status,
      html,
      heading: headingOf(html),
      text: decoded(html.replaceAll(/<[^>]+>/g, ' ')),
    }
  }
  return {
    later: (milliseconds: number) => {
      now = asEpochMs(now + milliseconds)
    },
    get: async (at: string) => seen(await app.request(at), at),
    post: async (at: string, fields: Fields) =>
      seen(await app.request(at, { method: 'POST', body: new URLSearchParams(fields.map(([a, b]) => [a, b])) }), at),
  }
}
interface Page {
  readonly at: string
  readonly status: number
  readonly html: string
  readonly heading: string
  readonly text: string
}
type Home = ReturnType<typeof homeWith>

/** What a plain person says for the plan. Lists not named: none. */
const said: Readonly<Record<string, string>> = {
  'q.painNow': '3',
  'q.walk': 'can',
  'q.legPain': 'none',
  'q.have': 'bed',
  'q.warmOrCold': 'warm',
  'q.floor': 'yes',
  'q.drowsy': 'no',
}

/** Answers every screen of questions before the plan. */
async function throughQuestions(home: Home, start: Page, own: Readonly<Record<string, string>> = {}): Promise<Page> {
  const told = { ...said, ...own }
  let page = start
  for (let screen = 0; screen < 5 && page.html.includes('name="screen"'); screen += 1) {
    const fields: [string, string][] = [...hiddenFields(page.html, '/plan'), ['do', 'next']]
    for (const [, name = ''] of page.html.matchAll(/id="(q\.[^"]+)"/g)) {
      const answer = told[name]
      if (answer !== undefined) fields.push([name, answer])
      else if (page.html.includes(`name="list.${name.slice(2)}" value="none"`))
        fields.push([`list.${name.slice(2)}`, 'none'])
      else if (!name.includes('-')) fields.push([name, 'no'])
    }
    page = await home.post('/plan', fields)
    expect(page.html).not.toContain('There is a problem')
  }
  return page
}

const anyMovement = new RegExp(movementIds.map((id) => movements[id].title.replace(/[()]/g, '.')).join('|'))
/** No page that is locked may show a figure, a timer or a step. */
const showsNothing = (page: Page) => {
  expect(page.html).not.toMatch(/data-figure|data-timer|step-card/)
  expect(page.text).not.toMatch(anyMovement)
}

describe.each([['server'], ['device']])('the plan (%s)', (kind) => {
  const device = kind === 'device'
  const begin = async (told: Answers = {}, own: Readonly<Record<string, string>> = {}) => {
    const notebook = memoryNotebook(device ? [checkEvent(told)] : [])
    const home = homeWith(device ? notebook : null)
    const first = await home.post('/plan', checkFields(told))
    return { home, notebook, first, plan: await throughQuestions(home, first, own) }
  }
  /** The way to another page from a page of the plan, as this home has it. */
  const open = (home: Home, page: Page, to: string) =>
    device ? home.get(to) : home.post(to, [...hiddenFields(page.html, '/plan'), ['do', 'step']])

  test('asks at most three short screens, then shows four sections with a next thing to do', async () => {
    const { first, plan } = await begin()
    expect(first.text).toMatch(/1 of [123]\b/)
    expect(plan.heading).toBe('Your plan')
    expect(plan.html.match(/id="section-/g)).toHaveLength(4)
    expect(plan.text).toMatch(/Start: \w+/)
    expect(plan.text).toContain('Stop everything and check again if')
    expect(plan.text).toContain('Moderate evidence')
    if (device) expect(plan.at).toBe('/plan')
  })

  test('says what it left out for this person; nobody is shown an empty list of that', async () => {
    const leftOut = async (own: Readonly<Record<string, string>>) => {
      const { html } = (await begin({}, own)).plan
      return /What we left out for you.*?<\/details>/s.exec(html)?.[0] ?? null
    }
    expect(await leftOut({ 'q.health': 'heart' })).toMatch(/<li>.* Left out: /s)
    expect(await leftOut({})).toBeNull()
  })

  test('pain from the check is filled in, and a blank list is said once and may be skipped', async () => {
    const { home, first } = await begin()
    expect(first.html).toMatch(/name="q\.painNow"[^>]*value="5"|value="5"[^>]*name="q\.painNow"/)
    const blank = await home.post('/plan', [...hiddenFields(first.html, '/plan'), ['do', 'next']])
    expect(blank.status).toBe(422)
    expect(blank.html).toContain('value="skip"')
    const odd = await home.post('/plan', [...hiddenFields(blank.html, '/plan'), ['do', '__proto__']])
    expect(odd.text).toContain('1 of')
    const skipped = await home.post('/plan', [...hiddenFields(blank.html, '/plan'), ['do', 'skip']])
    expect(skipped.text).toContain('2 of')
  })

  test('half a profile is no plan: what is missing or nonsense is asked, and what was told is kept', async () => {
    const { home, notebook } = await begin()
    const made = notebook.events.find((event) => event.kind === 'planMade')
    const whole: Record<string, unknown> = made?.kind === 'planMade' ? { ...made.profile } : { painNow: 3, walk: 'can' }
    for (const odd of [{ ...whole, floor: undefined }, { ...whole, floor: 'nonsense' }, { painNow: 3 }, {}, null])
      for (const to of ['/plan', '/plan/step/breathing'])
        for (const button of [
          ['do', 'step'],
          ['do', 'done'],
          ['x', ''],
        ] as const) {
          if (to === '/plan' && button[1] === 'done') continue
          const page = await home.post(to, [...checkFields(), ['profile', JSON.stringify(odd)], button])
          expect([page.html.includes('name="screen"'), page.heading], `${to} ${button[1]}`).not.toContain('Your plan')
          expect(page.html).toContain('name="screen"')
          if (odd && 'painNow' in odd) expect(page.html).toMatch(/name="profile" value="[^"]*painNow&quot;:3/)
        }
    expect((await home.post('/plan', [...checkFields(), ['profile', '{not json'], ['do', 'step']])).html).toContain(
      'name="screen"',
    )
  })

  test('every step of the plan has a page with how, how often, why, how sure, and when to stop', async () => {
    const { home, plan } = await begin({}, { 'q.have': 'heatPack' })
    const addresses = [
      ...new Set([...plan.html.matchAll(/(?:href|formaction)="(\/plan\/step\/[^"]+)"/g)].map(([, to]) => to ?? '')),
    ]
    expect(addresses.length).toBeGreaterThan(12)
    for (const to of addresses) {
      const page = await open(home, plan, to)
      expect(page.status).toBe(200)
      const safety = /log-roll|nothing-on-skin|check-again/.test(to)
      expect([to, page.text.includes(safety ? 'How sure we are' : 'For safety')]).toEqual([to, false])
      for (const words of [
        'When to stop',
        'Why this step',
        'How often',
        safety ? 'For safety' : 'How sure we are',
        'Where this comes from',
      ])
        expect(page.text).toContain(words)
    }
    const heat = await open(home, plan, addresses.find((to) => to.includes('heat-pack')) ?? '')
    expect(heat.text).toContain('Use a clock: 15 minutes. Look at your skin every 5 minutes.')
    expect(heat.html.indexOf('towel')).toBeLessThan(heat.html.indexOf('data-timer'))
  })

  test('the plan opens on the part of the day that is next; the rest is one tap each, and all of it is there for paper', async () => {
    const { plan } = await begin({}, { 'q.have': 'heatPack' })
    const parts = plan.html.split('<details class="plan-part"').slice(1)
    expect(parts.map((part) => part.startsWith(' open'))).toEqual([true, false, false, false])
    const cards = (part = '') => part.split('</details>')[0]?.match(/class="step-card/g)?.length ?? 0
    expect(cards(parts[0])).toBeLessThanOrEqual(7)
    expect(parts.reduce((sum, part) => sum + cards(part), 0)).toBeGreaterThan(12)
    const paper = [...plan.html.matchAll(/<ol class="paper-list">(.*?)<\/ol>/gs)].map(([, inside = '']) => inside)
    expect(paper.map((list) => list.match(/<li>/g)?.length)).toEqual(parts.map((part) => cards(part)))
  })

  test('a step that is not in this person’s plan has no page', async () => {
    const { home, plan } = await begin({}, { 'q.skin': 'numb', 'q.have': 'heatPack' })
    expect(plan.text).not.toContain('Put a warm pack on your back')
    const page = await open(home, plan, '/plan/step/warmth-heat-pack')
    expect([page.status, page.heading]).toEqual([404, 'That step is not in your plan'])
    showsNothing(page)
  })

  test('at soon with a locking rule only the gentle part is shown: rest, breathing, warmth and walking', async () => {
    const { plan, home } = await begin({ F1: 'yes', 'F1.skin': 'no' }, { 'q.have': 'heatPack' })
    expect(plan.text).toContain('Your check asks you to be seen first')
    expect(plan.text).not.toMatch(/direction test|Tilt|Rub beside|behaves like/)
    expect(plan.text).toContain('Put a warm pack on your back')
    const library = await open(home, plan, '/movements')
    const listed = [...library.html.matchAll(/(?:href|formaction)="\/movements\/([\w-]+)"/g)].map(([, id]) => id)
    expect(listed.length).toBeGreaterThan(0)
    for (const id of listed) expect(movements[id as 'M15'].kind).toMatch(/ease|breathing|walk/)
    const tilt = await open(home, plan, '/movements/M08')
    expect(tilt.heading).toBe('Not this one for now')
    expect(tilt.html).not.toContain('data-frames')
  })

  test.each([
    ['urgent', { F2: 'yes' }, 'Speak to someone today first'],
    ['emergency', { A1: 'yes', 'A1.seat': 'notSure' }, 'Get help first'],
  ] as const)(
    'at %s there is no plan, no step and no movement, only what to do instead',
    async (_level, told, heading) => {
      const home = homeWith(device ? memoryNotebook([checkEvent(told)]) : null)
      for (const to of ['/plan', '/plan/step/ease-calves-on-chair', '/movements', '/movements/M08']) {
        const page = device ? await home.get(to) : await home.post(to, checkFields(told))
        expect(page.heading).toBe(heading)
        showsNothing(page)
      }
    },
  )

  test.each<[string, Answers]>([
    ['emergency', { A1: 'yes', 'A1.seat': 'notSure' }],
    ['urgent', { F2: 'yes' }],
  ])('closed after the check of somebody else speaks of them, and not to them (%s)', async (_, told) => {
    const answers = { ...finishedAnswers(told).answers, who: 'other' }
    const trail = writeTrail(trailOf(answers))
    const first = await homeWith(device ? memoryNotebook() : null).post('/plan', [
      ['trail', trail],
      ['checkedAt', String(noon)],
    ])
    const main = decoded(/<main.*<\/main>/s.exec(first.html)?.[0] ?? '').replace(/<[^>]*>/g, ' ')
    expect(main.replace(/with you|told you something/g, '')).not.toMatch(/\b(?:you|your|yourself)\b/i)
    expect(main).toMatch(/before they are seen|until they have been checked/)
    const own = (await begin(told)).first.text
    expect(own).toMatch(/before you are seen|until you have been checked/)
  })

  test('asks whoever answers for another about them, and says at the head of the plan whom it speaks to', async () => {
    const mainOf = ({ html }: Page) => decoded(/<main.*<\/main>/s.exec(html)?.[0] ?? '').replace(/<[^>]*>/g, ' ')
    const home = homeWith(device ? memoryNotebook() : null)
    const trail = writeTrail(trailOf({ ...finishedAnswers().answers, who: 'other' }))
    const first = await home.post('/plan', [
      ['trail', trail],
      ['checkedAt', String(noon)],
    ])
    const plan = await throughQuestions(home, first)
    expect(mainOf(first)).not.toMatch(/\b(?:you|your|I|my|me)\b/i)
    expect(mainOf(plan)).toContain('The steps speak to the person who has the pain: there “you” is them.')
    expect(mainOf(plan)).toContain('They feel numb or tingly between their legs, or their peeing or pooing changes.')
    expect(mainOf(plan)).toContain('Call 111 if they cannot get to the toilet or a drink.')
    const beside = mainOf(plan).slice(mainOf(plan).indexOf('Stop everything'))
    expect(beside).toContain('Their pain behaves like')
    // What suits the pain says what to do, as the steps do.
    expect(beside.replace(/What suits this kind of pain.*?What to expect/s, '')).not.toMatch(/\b(?:you|your|my|me)\b/i)
    const own = await begin()
    expect(mainOf(own.first)).toMatch(/\byou\b/)
    expect(mainOf(own.plan)).not.toContain('speaks to the person')
  })

  test('24 hours after the check everything is locked again, and a minute before it is not', async () => {
    const { home, plan } = await begin()
    home.later(dayMs - 2 * 60_000)
    expect((await open(home, plan, '/plan')).heading).toBe('Your plan')
    home.later(60_000)
    for (const to of ['/plan', '/plan/step/ease-easiest-position', '/movements', '/movements/breathing']) {
      const page = await open(home, plan, to)
      expect(page.heading).toBe('Check again first')
      showsNothing(page)
    }
  })

  test('the library holds only what this person may do, and names what to do instead of the rest', async () => {
    const { home, plan } = await begin({}, { 'q.health': 'falls' })
    const library = await open(home, plan, '/movements')
    expect(library.heading).toBe('Movements for you now')
    const listed = [...library.html.matchAll(/(?:href|formaction)="\/movements\/([\w-]+)"/g)].map(([, id]) => id)
    expect(listed.length).toBeGreaterThan(3)
    // On the device and on the server by turns: what the person may do is worked out alike.
    for (const id of someOf(movementIds, 2, device ? 0 : 1)) {
      const page = await open(home, plan, `/movements/${id}`)
      expect([id, page.html.includes('data-frames')]).toEqual([id, listed.includes(id)])
      if (!listed.includes(id)) expect(page.text).toMatch(/Not this one for now|Not yet/)
    }
  })

  test('before the questions of the plan, no movement is said to be wrong for this person; the questions are', async () => {
    const home = homeWith(device ? memoryNotebook([checkEvent({})]) : null)
    const at = (to: string) => (device ? home.get(to) : home.post(to, checkFields({})))
    const library = await at('/movements')
    expect(library.heading).toBe('Movements for you now')
    expect(library.text).toContain('We have not asked enough to choose the others for you.')
    expect(library.text).not.toMatch(/not right for you|Back to my plan/)
    const one = await at('/movements/M04')
    expect(one.heading).toBe('Not this one for now')
    expect(one.text).toContain('We have not asked enough to say if this one is right for you.')
    expect(one.text).not.toMatch(/hip replacement|hernia|Back to my plan/)
    const set = await at(`/movements/sequences/${sequences[0]?.id}`)
    expect(set.text).toContain('We have not asked enough to choose all of this set for you.')
    expect(set.text).not.toMatch(/Nothing in this set fits|Back to my plan/)
    for (const page of [library, one, set]) {
      const button = [...hiddenFields(page.html, '/plan')]
      expect(page.html).toContain('Answer the questions')
      expect((await home.post('/plan', button)).text).toMatch(/1 of [123]\b/)
    }
  })

  test('the direction test needs every answer, and its result changes the plan', async () => {
    const { home, plan } = await begin({}, { 'q.have': 'chair' })
    const to = /\/plan\/step\/[\w-]*direction-test/.exec(plan.html)?.[0]
    if (!to) throw new Error('no direction test in the plan')
    const page = await open(home, plan, to)
    expect(page.text).toContain('Lean back slowly')
    const half = await home.post(to, [...hiddenFields(page.html, to), ['before', '4'], ['do', 'direction']])
    expect(half.status).toBe(422)
    const worse = ['back', 'forward'].flatMap((way): [string, string][] => [
      [`${way}.after`, '5'],
      [`${way}.place`, 'further'],
      [`${way}.moreNumb`, 'no'],
      [`${way}.movingEasier`, 'no'],
      [`${way}.lasted`, 'yes'],
    ])
    const after = await home.post(to, [...hiddenFields(page.html, to), ['before', '4'], ...worse, ['do', 'direction']])
    expect(after.text).toContain('Do not stretch')
    expect(after.html).not.toContain('direction-test')
  })
})

test('without a check the server shows no movement, only the way to the check', async () => {
  const home = homeWith(null)
  for (const to of ['/plan', '/plan/step/ease-calves-on-chair', '/movements', '/movements/M05']) {
    const page = await home.get(to)
    expect(page.heading).toBe('Do the whole check first')
    expect(page.html).toContain('href="/check"')
    showsNothing(page)
  }
  expect((await home.get('/movements/M99')).status).toBe(404)
})

test('a trail alone, with no time of its check, opens no plan', async () => {
  const [trail] = checkFields()
  const page = await homeWith(null).post('/plan', trail ? [trail] : [])
  expect(page.heading).toBe('Check again first')
  showsNothing(page)
})

test('a softer answer that waits for its second word opens no plan, be it the only one', async () => {
  const { answers } = finishedAnswers()
  const trail = { ...trailOf(answers), pending: { trend: 'same' } }
  const page = await homeWith(null).post('/plan', [
    ['trail', writeTrail(trail)],
    ['checkedAt', String(noon)],
  ])
  expect(page.heading).toBe('Do the whole check first')
  showsNothing(page)
})

test('hostile fields never open more: a made-up profile is asked for again, a made-up screen is the first', async () => {
  const home = homeWith(null)
  for (const profile of ['{', '[]', '"x"', '{"health":["<b>"],"painNow":99}', 'x'.repeat(30_000)]) {
    const page = await home.post('/plan', [...checkFields(), ['profile', profile]])
    expect(page.text).toContain('1 of')
    expect(page.html).not.toContain('<b>')
  }
  const odd = await home.post('/plan', [...checkFields(), ['screen', '-7'], ['do', 'back']])
  expect(odd.text).toContain('1 of')
})

describe('on a device', () => {
  test('the plan is kept, carried on with, and its done steps are remembered', async () => {
    const notebook = memoryNotebook([checkEvent()])
    const home = homeWith(notebook)
    const plan = await throughQuestions(home, await home.get('/plan'))
    expect(notebook.events.filter(({ kind }) => kind === 'planMade')).toHaveLength(1)
    expect(plan.html).not.toContain('name="trail"')
    // Beside the level: when that was, and the way to look again.
    expect(/Safe to start at home.*?<h1/s.exec(plan.html)?.[0]).toMatch(/Checked .*href="\/check"/s)
    const first = /href="(\/plan\/step\/[^"]+)"/.exec(plan.html)?.[1] ?? ''
    const next = await home.post(first, [['do', 'done']])
    expect(next.text).toContain('Step 2 of')
    const after = await home.get('/plan')
    expect(after.text).toContain('✓ Done')
    expect([after.text.includes('Start: '), after.text.includes('Next: ')]).toEqual([false, true])
    expect((await home.get('/')).text).toContain('Carry on with my plan')
    // The plan is the next thing there, the check the one after it.
    const buttons = [...(await home.get('/')).html.matchAll(/<a class="button[^"]*" href="([^"]+)"/g)]
    expect(buttons.map(([, href]) => href).slice(0, 2)).toEqual(['/plan', '/check'])
  })

  test('the record calls each step that was done by its title, in every slot, and a step of another version by none', async () => {
    const done = slots.flatMap((slot) => slot.choices.map((card) => `${slot.id}-${card}`))
    const event = (step: string, index: number) =>
      ({ v: 1, id: `x${index}`, at: noon, kind: 'stepDone', step }) as const
    const home = homeWith(memoryNotebook(done.map(event)))
    const text = (await home.get('/record')).text + (await home.get('/record?page=2')).text
    expect(done.length).toBeGreaterThan(20)
    for (const { title } of steps) expect(text).toContain(`Did a step: ${title}.`)
    for (const id of done) expect(text).not.toContain(id)
    const newer = await homeWith(memoryNotebook([event('ease-levitate', 0)])).get('/record')
    expect(newer.text).toContain('Did a step: one that this Unclench does not know.')
  })

  test('an emergency that the record kept stays one, though the private answer behind it was not kept', async () => {
    const event = checkEvent({ I4: 'danger' })
    expect(event).toMatchObject({ level: 'emergency' })
    expect((await homeWith(memoryNotebook([event])).get('/plan')).heading).toBe('Get help first')
  })

  test('once seen after it, such a check still asks for a new one before any plan', async () => {
    const danger = checkEvent({ I4: 'danger' })
    const at = asEpochMs(noon + 1000)
    const seen = { v: 1, id: crypto.randomUUID(), at, kind: 'clinicianCleared', who: 'GP', how: 'seen' } as const
    const day = new Date(noon).toISOString().slice(0, 10) as IsoDate
    const record = memoryNotebook([danger, { ...seen, day, seenOn: day, seenAfter: danger.id }])
    const page = await homeWith(record).get('/plan')
    expect(page.heading).toBe('Check again first')
    expect(page.text).toContain('Someone has seen you since your last check')
    showsNothing(page)
    // A danger told after the visit is the reason then: a visit before it says nothing about it.
    const stopped = {
      v: 1,
      id: crypto.randomUUID(),
      at: asEpochMs(noon + 2000),
      day,
      kind: 'stopped',
      sign: 'dangerSign',
    } as const
    await record.append(stopped)
    const later = await homeWith(record).get('/plan')
    expect(later.text).not.toContain('Someone has seen you')
    expect(later.text).toContain('danger sign')
    showsNothing(later)
    // Help for what was told comes before the check, here too; "if you are worried" would be less than it needs.
    expect(later.text).toContain('Go to A&E now. Do not drive yourself.')
    expect(later.html).toContain('href="tel:999"')
    expect(later.text).not.toContain('If you are worried, call 111.')
    for (const to of ['/movements', '/movements/M08'])
      expect((await homeWith(record).get(to)).text).toContain('Go to A&E now. Do not drive yourself.')
  })

  test('a check is as old as the record says, whatever time comes with the form', async () => {
    const dayOld = memoryNotebook([checkEvent({}, asEpochMs(noon + 60_000 - dayMs))])
    const page = await homeWith(dayOld).post('/plan', checkFields({}, noon))
    expect(page.heading).toBe('Check again first')
    showsNothing(page)
    const younger = memoryNotebook([checkEvent({}, asEpochMs(noon + 60_001 - dayMs))])
    const open = await homeWith(younger).post('/plan', checkFields({}, asEpochMs(0)))
    expect(open.heading).toBe('How is the pain right now?')
  })

  test('nor is the plan of the record with the check that a form brings', async () => {
    const other = '5e1b0c9a-2f6e-4c1b-9d57-0c8f2f1f3a12'
    const made = { v: 1, id: other, at: noon, kind: 'planMade', check: checkId, profile: { painNow: 2 } } as const
    const [[, trail = ''] = [], checkedAt] = checkFields()
    const posted: [string, string][] = [
      ['trail', trail.replace(checkId, other)],
      ['checkedAt', checkedAt?.[1] ?? ''],
    ]
    const page = await homeWith(memoryNotebook([checkEvent(), made])).post('/plan', posted)
    expect(page.text).toContain('How is the pain right now?')
  })

  test('a plan of an earlier check is not carried on with', async () => {
    const profile = { painNow: 2 }
    const other = '5e1b0c9a-2f6e-4c1b-9d57-0c8f2f1f3a11'
    const made = { v: 1, id: other, at: noon, kind: 'planMade', check: other, profile } as const
    const page = await homeWith(memoryNotebook([checkEvent(), made])).get('/plan')
    expect(page.text).toContain('How is the pain right now?')
    expect(checkId).not.toBe(other)
  })

  test('when nothing can be kept the plan is shown all the same, and travels in the form', async () => {
    const notebook = { ...memoryNotebook([checkEvent()]), appendAll: async () => Promise.reject(new Error('full')) }
    const home = homeWith(notebook)
    const plan = await throughQuestions(home, await home.post('/plan', checkFields()))
    expect(plan.heading).toBe('Your plan')
    expect(plan.html).toContain('name="profile"')
  })
})

test('every caption of a moving figure belongs to one of its stills, and the first starts with the loop', () => {
  const used = steps.flatMap((step) => ('movement' in step && step.movement ? [step.movement] : []))
  expect(used.length).toBeGreaterThan(10)
  for (const id of new Set(used)) {
    const { motion } = movements[id]
    const captions = captionsOf(motion)
    expect(captions.length).toBeGreaterThan(0)
    for (const [, caption] of captions) expect(motion.stills.map((still) => still.caption)).toContain(caption)
  }
})
