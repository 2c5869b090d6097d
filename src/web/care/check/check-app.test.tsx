import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { createCareApp } from '../app.tsx'
import type { NotebookStore } from '../home.ts'
import { safetyNet } from '../../../care/check/safety-net.ts'
import { readTrail } from './read-trail.ts'
import { type Trail, writeTrail } from './trail.ts'
import { protocolVersion } from './protocol-in-force.ts'

const assets = { css: '/assets/site.css', islands: {} }
const common = { now: () => asEpochMs(1_800_000_000_000), newId: () => crypto.randomUUID(), assets, buildId: 'test' }
const serverApp = createCareApp({ ...common, kind: 'server', notebook: null })

/** A store in memory, with its contents in reach. */
function memory(): NotebookStore & { events: NotebookEvent[]; texts: Map<string, string> } {
  const events: NotebookEvent[] = []
  const texts = new Map<string, string>()
  return {
    events,
    texts,
    owner: async () => '7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d',
    append: async (event) => void (events.some(({ id }) => id === event.id) || events.push(event)),
    appendAll: async (more) => void events.push(...more.filter(({ id }) => !events.some((one) => one.id === id))),
    all: async () => events,
    erase: async () => {
      events.length = 0
      texts.clear()
    },
    drafts: {
      get: async (id) => texts.get(id) ?? null,
      put: async (id, text) => void texts.set(id, text),
      remove: async (id) => void texts.delete(id),
    },
  }
}

type App = ReturnType<typeof createCareApp>
interface Seen {
  readonly status: number
  readonly html: string
  readonly at: string
}
type Fields = readonly (readonly [string, string])[]

const decoded = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const hidden = (html: string, name: string) =>
  decoded(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
const trailIn = (html: string): Trail => JSON.parse(hidden(html, 'trail'))
const heading = (html: string) => decoded(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')

async function get(app: App, at: string): Promise<Seen> {
  const answer = await app.request(at)
  return { status: answer.status, html: await answer.text(), at }
}

/** Posts the form of a page with these fields, and follows the redirect as a browser does. */
async function press(app: App, page: Seen, fields: Fields): Promise<Seen> {
  const action = /action="(\/check(?:\/[0-9a-f-]{36}\/\d+)?)"/.exec(page.html)?.[1] ?? '/check'
  const body = new URLSearchParams([
    ['trail', hidden(page.html, 'trail')],
    ['shown', hidden(page.html, 'shown')],
    ...fields.map(([a, b]) => [a, b] as [string, string]),
  ])
  const answer = await app.request(action, { method: 'POST', body })
  if (answer.status === 303) return get(app, answer.headers.get('Location') ?? '')
  return { status: answer.status, html: await answer.text(), at: action }
}

/** What someone of 30 with a plain strain says; every other list is "none", every other question its first "no". */
const plain: Readonly<Record<string, string>> = {
  who: 'me',
  age: '30',
  sex: 'male',
  place: 'lowBack',
  centre: 'beside',
  startHow: 'sudden',
  startAfter: 'strain',
  duration: 'days0',
  history: 'same',
  painNow: '5',
  stand10: 'can',
  changes: 'moves',
  trend: 'better',
  walk: 'can',
  I5: 'yes',
  F3: 'no',
}

/** Fields that answer everything a page asks, as a person ticking along would. */
function fill(html: string, answers: Readonly<Record<string, string>> = plain): [string, string][] {
  const fields: [string, string][] = []
  const offered = new Map<string, { readonly radio: boolean; readonly values: string[] }>()
  for (const [tag] of html.matchAll(/<(?:input|textarea) [^>]*>/g)) {
    const name = /name="q\.([^"]+)"/.exec(tag)?.[1]
    if (!name) continue
    const known = offered.get(name) ?? { radio: tag.includes('type="radio"'), values: [] }
    known.values.push(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
    offered.set(name, known)
  }
  const told = (id: string) => answers[id] !== undefined && offered.has(id)
  const anyTicked = [...offered].some(([id, { radio }]) => !radio && answers[id] === 'yes')
  for (const [, list = ''] of html.matchAll(/name="list\.([^"]+)" value="none"/g))
    if (!told(list) && !(anyTicked && /^\d+$/.test(list))) fields.push([`list.${list}`, 'none'])
  if (html.includes('name="lists" value="none"')) fields.push(['lists', 'none'])
  for (const [id, { radio, values }] of offered) {
    const answer = answers[id]
    if (answer !== undefined) fields.push([`q.${id}`, answer])
    else if (radio) fields.push([`q.${id}`, values.includes('no') ? 'no' : (values[0] ?? '')])
  }
  return fields
}

/** Walks to the result, at most 40 screens. */
async function walk(app: App, start: Seen, answers?: Readonly<Record<string, string>>) {
  const screens: Seen[] = []
  let page = start
  while (page.html.includes('name="shown"') && screens.length < 40) {
    screens.push(page)
    page = await press(app, page, fill(page.html, answers))
  }
  return { end: page, screens }
}

const none: Fields = [['list.0', 'none']]

describe('an emergency that is not of the back', () => {
  const said = 'This is about backs only.'
  const shot = { ...plain, worry: 'I have been shot' }

  test.each([
    ['server', () => serverApp],
    ['device', () => createCareApp({ ...common, kind: 'device', notebook: memory() })],
  ] as const)(
    'on the %s is answered above all else from the next page on, and changes no level',
    async (_home, app) => {
      const { end, screens } = await walk(app(), await get(app(), '/check'), shot)
      const written = screens.findIndex(({ html }) => html.includes('name="q.worry"'))
      const pages = [...screens, end].map(({ html }) => html)
      expect(pages.map((html) => html.includes(said))).toEqual(pages.map((_, at) => at > written))
      expect(written).toBeGreaterThan(0)
      expect(end.html.indexOf('tel:999')).toBeLessThan(end.html.indexOf('<h1'))
      expect(heading(end.html)).toBe('You can start this at home')
    },
  )

  test('is said at once where something else is wrong with the screen', async () => {
    const { screens } = await walk(serverApp, await get(serverApp, '/check'))
    const screen = screens.find(({ html }) => html.includes('name="q.worry"'))
    if (!screen) throw new Error('nobody is asked for other worries')
    const page = await press(serverApp, screen, [['q.worry', 'he is not breathing']])
    expect(page.status).toBe(422)
    expect(page.html.indexOf(said)).toBeLessThan(page.html.indexOf('There is a problem'))
    expect(page.html).toContain(said)
  })

  test('stands on the summary too, and not above a result that says itself to call 999', async () => {
    const { end } = await walk(serverApp, await get(serverApp, '/check'), shot)
    const body = new URLSearchParams([['trail', hidden(end.html, 'trail')]])
    const summary = await serverApp.request('/check/summary', { method: 'POST', body })
    expect(await summary.text()).toContain(said)
    const trail = {
      ...trailIn(end.html),
      steps: [{ answers: { D2: 'yes', worry: shot.worry }, single: [] }],
    }
    const called = await serverApp.request('/check', {
      method: 'POST',
      body: new URLSearchParams([
        ['trail', JSON.stringify(trail)],
        ['do', 'on'],
      ]),
    })
    const html = await called.text()
    expect(heading(html)).toBe('Call 999 now')
    expect(html).not.toContain(said)
  })
})

describe('the way through', () => {
  test('a plain strain needs at most 12 screens, each without a problem, and ends at home care', async () => {
    const { end, screens } = await walk(serverApp, await get(serverApp, '/check'))
    expect(screens.length).toBeLessThanOrEqual(12)
    for (const screen of screens)
      expect([screen.status, screen.html.includes('There is a problem')]).toEqual([200, false])
    expect(heading(end.html)).toBe('You can start this at home')
    expect(end.html).toContain('Make my plan')
    expect(end.html).toContain('What would have changed this')
    expect(end.html).toContain(protocolVersion)
  })

  test('an emergency on the first screen gives the result as the second page, with one button to ring 999', async () => {
    const first = await get(serverApp, '/check')
    const end = await press(serverApp, first, [
      ['q.A2', 'yes'],
      ['q.A2.kind', 'changed'],
      ['q.A2.when', 'new'],
    ])
    expect(heading(end.html)).toBe('Go to A&E now')
    expect(end.html).toContain('href="tel:999"')
    expect(end.html).toContain('cauda equina')
    expect(end.html).not.toContain('action="/plan"')
    expect(end.html).not.toMatch(/book/i)
  })

  test('when an ambulance is the first route, the title says to call 999', async () => {
    let page = await get(serverApp, '/check')
    page = await press(serverApp, page, none)
    page = await press(serverApp, page, [
      ['q.C1', 'yes'],
      ['q.C1.kind', 'tight'],
    ])
    expect(heading(page.html)).toBe('Call 999 now')
  })

  test('urgent says to speak to someone today, offers 111 first, and no plan', async () => {
    const { end } = await walk(serverApp, await get(serverApp, '/check'), { ...plain, F2: 'yes' })
    expect(heading(end.html)).toBe('Speak to someone today')
    expect(end.html).toMatch(/class="button go" href="tel:111"/)
    expect(end.html).not.toContain('action="/plan"')
  })

  test('soon says to book, and lets only the gentle part start', async () => {
    const { end } = await walk(serverApp, await get(serverApp, '/check'), { ...plain, F5: 'yes' })
    expect(heading(end.html)).toBe('Book to be seen')
    expect(end.html).toContain('What I can do until then')
  })

  test('every result shows what to watch for, except the emergency, which says where to go', async () => {
    for (const extra of [{}, { F2: 'yes' }, { F5: 'yes' }])
      expect((await walk(serverApp, await get(serverApp, '/check'), { ...plain, ...extra })).end.html).toContain(
        'What to watch for',
      )
  })

  test('pages that carry answers are never stored by a cache, and no answer goes into an address', async () => {
    const first = await get(serverApp, '/check')
    const body = new URLSearchParams([
      ['trail', hidden(first.html, 'trail')],
      ['shown', hidden(first.html, 'shown')],
      ['list.0', 'none'],
    ])
    const answer = await serverApp.request('/check', { method: 'POST', body })
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer.text()).not.toMatch(/(href|action)="[^"]*(A1|trail|answers)/)
  })
})

describe('answering for somebody else', () => {
  const forOther: Fields = [['do', 'other']]
  const reader = /\b(?:you|your|yourself)\b/i
  /** What the page asks, without its frame and the words about this device. */
  const form = (html: string) =>
    decoded(
      (/<form[^>]*class="screen".*<\/form>/s.exec(html)?.[0] ?? '')
        .replace(/<input type="hidden"[^>]*>/g, '')
        .replace(/<p class="quiet small">No sign-up.*?<\/p>/s, '')
        .replace(/<div class="callout for-whom">.*?<\/div>/s, ''),
    ).replace(/<[^>]*>/g, ' ')

  test('takes one tap on the first screen; from there every screen speaks of them, to the result', async () => {
    const first = await press(serverApp, await get(serverApp, '/check'), forOther)
    expect([first.status, heading(first.html)]).toEqual([200, 'Any danger signs, even mild ones?'])
    expect(first.html).toContain('between the legs')
    const { screens, end } = await walk(serverApp, first, { ...plain, A8: 'yes', 'A8.trend': 'same', 'A8.when': 'new' })
    expect(screens.length).toBeGreaterThan(8)
    for (const { html } of screens) expect(form(html)).not.toMatch(reader)
    expect(form(screens.at(4)?.html ?? '')).toMatch(/\bthey\b/)
    expect(trailIn(end.html).steps[0]?.answers).toEqual({ who: 'other' })
    expect(heading(end.html)).toBe('Book to be seen')
    const shown = decoded(end.html.replace(/<[^>]*>/g, ' '))
    expect(shown).toContain('They feel numb or tingly: between the legs')
    expect(shown).not.toContain('You feel numb')
    expect(shown).toContain('They do not have to see the GP first')
  })

  test.each<[string, Readonly<Record<string, string>>, string, RegExp]>([
    ['why we say it', { I3: 'thoughts' }, 'Thoughts of ending their life', /your life|they today|you today/],
    ['what was ticked', { F1: 'yes', 'F1.skin': 'no', capain: 'wakes' }, 'It wakes them', /It wakes me/],
    ['safety at home', { I4: 'hurt' }, 'They can talk to someone in private', /frightens you|You can talk/],
    ['danger at home', { I4: 'danger' }, 'They are, or may be, in danger now', /You are/],
    ['danger that is not said', { I4: 'private' }, 'Yes, they are in danger now', /Are you in danger|I am in danger/],
  ])('their result speaks of them: %s', async (_what, told, says, never) => {
    const first = await press(serverApp, await get(serverApp, '/check'), forOther)
    const { end } = await walk(serverApp, first, { ...plain, ...told })
    const shown = decoded(end.html.replace(/<[^>]*>/g, ' '))
    expect(shown).toContain(says)
    expect(shown).not.toMatch(never)
  })

  test('can be taken back, and keeps what was ticked', async () => {
    const ticked: Fields = [['q.A2', 'yes'], ...forOther]
    const other = await press(serverApp, await get(serverApp, '/check'), ticked)
    expect(other.html).toMatch(/name="q\.A2" value="yes" checked/)
    const me = await press(serverApp, other, [
      ['q.A2', 'yes'],
      ['do', 'me'],
    ])
    expect(trailIn(me.html).steps).toEqual([])
    expect(me.html).toMatch(/name="q\.A2" value="yes" checked/)
    expect(me.html).toContain('For someone else?')
  })

  test('“cannot tell” is the same answer as not sure', async () => {
    const first = await press(serverApp, await get(serverApp, '/check'), forOther)
    expect(first.html).toContain('Cannot tell')
    const page = await press(serverApp, first, [['list.0', 'notSure']])
    expect(page.html).toContain('title="Cannot tell"')
    expect(page.html).toContain('name="q.A1" value="notSure"')
  })
})

describe('a question that stands for more than its words', () => {
  const reach = async (id: string) => {
    let page = await get(serverApp, '/check')
    for (let turn = 0; turn < 20 && !page.html.includes(`q.${id}`); turn += 1)
      page = await press(serverApp, page, fill(page.html))
    return page
  }
  const without = (fields: Fields, id: string) => fields.filter(([name]) => name !== `q.${id}`)
  const answersOf = (page: Seen) => Object.assign({}, ...trailIn(page.html).steps.map(({ answers }) => answers))

  test('how long is a number with a unit, and comes back on Back as it was typed', async () => {
    const page = await reach('duration')
    const rest = without(fill(page.html), 'duration')
    const next = await press(serverApp, page, [...rest, ['q.duration', 'weeks'], ['amount.duration', '2.5']])
    expect(answersOf(next).duration).toBe('weeks2')
    const back = await press(serverApp, next, [['do', 'back']])
    expect(back.html).toMatch(/name="q\.duration" value="weeks" checked/)
    expect(back.html).toMatch(/name="amount\.duration"[^>]*value="2\.5"/)
    const same = await press(serverApp, back, [...rest, ['q.duration', 'weeks'], ['amount.duration', '2.5']])
    expect(heading(same.html)).toBe(heading(next.html))
  })

  test('a number that is no longer the answer does not come back on Back', async () => {
    const page = await reach('duration')
    const rest = without(fill(page.html), 'duration')
    const typed = await press(serverApp, page, [...rest, ['q.duration', 'weeks'], ['amount.duration', '2.5']])
    const again = await press(serverApp, typed, [['do', 'back']])
    const asked = await press(serverApp, again, [...rest, ['q.duration', 'days0']])
    const changed = await press(serverApp, asked, [['do', 'change']])
    const back = await press(serverApp, changed, [['do', 'back']])
    expect(back.html).toMatch(/name="q\.duration" value="days0" checked/)
    expect(back.html).not.toMatch(/name="amount\.duration"[^>]*value="/)
  })

  test('a number without a unit is asked back, with what was typed still there', async () => {
    const page = await reach('duration')
    const asked = await press(serverApp, page, [...without(fill(page.html), 'duration'), ['amount.duration', '3']])
    expect([asked.status, asked.html.includes('Choose days, weeks, months or years')]).toEqual([422, true])
    expect(asked.html).toMatch(/name="amount\.duration"[^>]*value="3"/)
  })

  test('one rung answers standing, walking and reaching, and opens what the worst of them opens', async () => {
    const page = await reach('ladder')
    expect(page.html).not.toContain('q.stand10')
    const rest = without(fill(page.html), 'ladder').filter(([name]) => name !== 'q.I5.stuck')
    const helped = await press(serverApp, page, [...rest, ['q.ladder', 'helped']])
    expect(answersOf(helped)).toMatchObject({ stand10: 'cannot', walk: 'help', I5: 'yes' })
    const stuck = await press(serverApp, page, [...rest, ['q.ladder', 'stuck'], ['q.I5.stuck', 'yes']])
    expect(heading(stuck.html)).toBe('Call 999 now')
    const unsaid = await press(serverApp, page, [...rest, ['q.ladder', 'stuck']])
    expect(hidden(unsaid.html, 'shown').split(' ')).toContain('I5.stuck')
    const back = await press(serverApp, helped, [['do', 'back']])
    expect(back.html).toMatch(/name="q\.ladder" value="helped" checked/)
  })

  test('skipped, all three are not sure', async () => {
    const page = await reach('ladder')
    const next = await press(serverApp, page, [...without(fill(page.html), 'ladder'), ['do', 'skip']])
    expect(answersOf(next)).toMatchObject({ stand10: 'notSure', walk: 'notSure', I5: 'notSure' })
  })

  test('a rung nobody offered is refused', async () => {
    const page = await reach('ladder')
    const next = await press(serverApp, page, [...without(fill(page.html), 'ladder'), ['q.ladder', 'flies']])
    expect(next.status).toBe(422)
  })
})

describe('a page of nothing but lists', () => {
  /** The page of injury and bones: a list to tick, and one of what makes bones break. */
  async function bones() {
    let page = await get(serverApp, '/check')
    for (let turn = 0; turn < 20 && !page.html.includes('q.fxRisk'); turn += 1)
      page = await press(serverApp, page, fill(page.html))
    return page
  }
  const answersOf = (page: Seen) => Object.assign({}, ...trailIn(page.html).steps.map(({ answers }) => answers))

  test('one tap on “none of these” answers every list', async () => {
    const next = await press(serverApp, await bones(), [['lists', 'none']])
    expect(answersOf(next)).toMatchObject({ E1: 'no', E5: 'no', fxRisk: [] })
  })

  test('what was ticked stays, and only the lists without a tick are none', async () => {
    const next = await press(serverApp, await bones(), [
      ['q.E1', 'yes'],
      ['lists', 'none'],
    ])
    expect(answersOf(next)).toMatchObject({ E1: 'yes', E5: 'no', fxRisk: [] })
    const thin = await press(serverApp, await bones(), [
      ['q.fxRisk', 'thin'],
      ['lists', 'none'],
    ])
    expect(answersOf(thin)).toMatchObject({ E1: 'no', E5: 'no', fxRisk: ['thin'] })
  })

  test('one tap on “not sure” is not sure for every list, and never none', async () => {
    const next = await press(serverApp, await bones(), [['lists', 'notSure']])
    expect(answersOf(next)).toMatchObject({ fxRisk: ['notSure'] })
    expect(answersOf(next)).not.toHaveProperty('E1')
    expect(next.html).toContain('name="q.E1" value="notSure"')
  })
})

describe('not sure, skipped and blank', () => {
  test('a blank list is an error that names what to do, keeps the page, and offers to skip', async () => {
    const page = await press(serverApp, await get(serverApp, '/check'), [])
    expect(page.status).toBe(422)
    expect(page.html).toContain('Tick any that fit, or choose None or Not sure')
    expect(page.html).toContain('we will treat this as not sure')
    expect(page.html).toContain('<title>Error: ')
  })

  test('“not sure” for a whole list asks its items one by one; not sure again to all is an emergency', async () => {
    let page = await press(serverApp, await get(serverApp, '/check'), [['list.0', 'notSure']])
    expect(page.html).toContain('name="q.A1" value="no"')
    expect(page.html).not.toContain('name="list.0"')
    const unsure: Fields = ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => [`q.${id}`, 'notSure'] as const)
    page = await press(serverApp, page, unsure)
    for (let turn = 0; turn < 5 && page.html.includes('name="shown"'); turn += 1)
      page = await press(serverApp, page, [['do', 'skip']])
    expect(page.html).toContain('class="alarm"')
  })

  test('a list that was skipped says no to nothing: its items are asked one by one', async () => {
    const page = await press(serverApp, await get(serverApp, '/check'), [['do', 'skip']])
    const [step] = trailIn(page.html).steps
    expect(step?.answers).toEqual({})
    for (const id of ['A1', 'A2', 'A3', 'A4', 'A5']) expect(page.html).toContain(`name="q.${id}" value="no"`)
  })

  test('skipping everything on every screen never ends at home care', async () => {
    let page = await get(serverApp, '/check')
    for (let turn = 0; turn < 60 && page.html.includes('name="shown"'); turn += 1)
      page = await press(serverApp, page, [['do', 'skip']])
    expect(page.html).not.toContain('name="shown"')
    expect(heading(page.html)).not.toBe('You can start this at home')
  })

  test('a tick together with “not sure” keeps the tick and asks the rest one by one', async () => {
    const page = await press(serverApp, await get(serverApp, '/check'), [
      ['q.A5', 'yes'],
      ['q.A5.pattern', 'asleep'],
      ['q.A5.when', 'old'],
      ['list.0', 'notSure'],
    ])
    const [step] = trailIn(page.html).steps
    expect(step?.answers.A5).toBe('yes')
    expect(step?.answers.A1).toBeUndefined()
    const next =
      hidden(page.html, 'shown') === 'A5.checked' ? await press(serverApp, page, [['q.A5.checked', 'yes']]) : page
    expect(next.html).toContain('name="q.A1" value="no"')
  })

  test('a tick together with “none of these” is shown back, with the tick still there', async () => {
    const page = await press(serverApp, await get(serverApp, '/check'), [
      ['q.A1', 'yes'],
      ['list.0', 'none'],
    ])
    expect(page.status).toBe(422)
    expect(page.html).toMatch(/name="q\.A1" value="yes" checked/)
  })

  test('a clarifier left blank is asked alone on the next screen', async () => {
    const page = await press(serverApp, await get(serverApp, '/check'), [['q.A2', 'yes']])
    expect(hidden(page.html, 'shown').split(' ')).toContain('A2.kind')
    expect(page.html).not.toContain('name="q.A1"')
  })

  test('what is asked of several signs on a screen of their own names the sign in each legend, and no two are alike', async () => {
    const first = await get(serverApp, '/check')
    const signs = ['A1', 'A5', 'A6', 'A7', 'A8', 'A9'].map((id): [string, string] => [`q.${id}`, 'yes'])
    const { html } = await press(serverApp, first, signs)
    const legends = [...html.matchAll(/<legend[^>]*>(.*?)<\/legend>/gs)].map(([, text = '']) =>
      text.replace(/<[^>]+>/g, ''),
    )
    expect(legends.length).toBeGreaterThan(8)
    expect(new Set(legends).size).toBe(legends.length)
    expect(legends).toContain('One leg or foot numb or tingly. When did this start?')
  })

  test('an item that the posted form never showed stays unanswered, and is not taken for “no”', async () => {
    const first = await get(serverApp, '/check')
    const old = { ...first, html: first.html.replace(/name="shown" value="[^"]*"/, 'name="shown" value="A1 A2 A3 A4"') }
    const next = await press(serverApp, old, none)
    expect(trailIn(next.html).steps[0]?.answers).not.toHaveProperty('A5')
    expect(next.html).toContain('name="q.A5"')
  })

  test('a number that is none is refused with its range, and what was typed is kept', async () => {
    let page = await get(serverApp, '/check')
    for (let turn = 0; turn < 2; turn += 1) page = await press(serverApp, page, none)
    for (const typed of ['thirty', '-3', '30.5', '1e9', '999']) {
      const refused = await press(serverApp, page, fill(page.html, { ...plain, age: typed }))
      expect([typed, refused.status]).toEqual([typed, 422])
      expect(refused.html).toContain(`value="${typed}"`)
      expect(refused.html).toMatch(/href="#q\.age"/)
    }
  })
})

/** Peeing has changed since this began. */
const yes: Fields = [
  ['q.A2', 'yes'],
  ['q.A2.kind', 'changed'],
  ['q.A2.when', 'new'],
]

describe('changing one’s mind', () => {
  test('back from an emergency, then “none”: asked twice, the worse answer counts meanwhile, and the change is logged', async () => {
    const end = await press(serverApp, await get(serverApp, '/check'), yes)
    const back = await press(serverApp, end, [['do', 'back']])
    expect(back.html).toMatch(/name="q\.A2" value="yes" checked/)
    const asked = await press(serverApp, back, none)
    expect(heading(asked.html)).toContain('Is that right?')
    expect(asked.html).toContain('You told us: <strong>Yes</strong>')
    expect(trailIn(asked.html).steps.at(-1)?.answers.A2).toBe('yes')
    const kept = await press(serverApp, asked, [['do', 'keep']])
    expect(heading(kept.html)).toBe('Go to A&E now')
    const changed = await press(serverApp, asked, [['do', 'change']])
    expect(hidden(changed.html, 'shown')).toContain('C1')
    expect(trailIn(changed.html).changed).toEqual([{ question: 'A2', from: 'yes', to: 'no' }])
    const { end: done } = await walk(serverApp, changed)
    expect(heading(done.html)).toBe('You can start this at home')
    expect(done.html).toContain('Answers you changed')
    const summary = await serverApp.request('/check/summary', {
      method: 'POST',
      body: new URLSearchParams({ trail: hidden(done.html, 'trail') }),
    })
    expect(await summary.text()).toContain('Answers you changed')
  })

  test('from no to yes needs no second question', async () => {
    const second = await press(serverApp, await get(serverApp, '/check'), none)
    const back = await press(serverApp, second, [['do', 'back']])
    expect(heading((await press(serverApp, back, yes)).html)).toBe('Go to A&E now')
  })

  test('a danger phrase in free text against a “no” holds the result and asks again', async () => {
    const { end } = await walk(serverApp, await get(serverApp, '/check'), {
      ...plain,
      worry: 'I wet myself <b>twice</b>',
    })
    const answered = trailIn(end.html).steps.flatMap(({ answers }) => Object.keys(answers))
    expect(answered).toContain('said.A2')
    expect(answered).toContain('said.A2.sure')
    // Only "no", said twice, settles it; the walk said "no" to both.
    expect(heading(end.html)).toBe('You can start this at home')
  })

  test('words in another language block nothing; the result says that they were not read', async () => {
    const unread = 'We could not read what you wrote, as we only read English.'
    const told = async (worry: string) =>
      (await walk(serverApp, await get(serverApp, '/check'), { ...plain, worry })).end
    const french = await told('je ne peux pas uriner')
    expect(heading(french.html)).toBe('You can start this at home')
    expect(french.html).toContain(unread)
    expect((await told('the stairs at work')).html).not.toContain(unread)
  })

  test('it shows the person’s own words, and two whole answers of which none is chosen', async () => {
    const { screens } = await walk(serverApp, await get(serverApp, '/check'), {
      ...plain,
      worry: 'I wet myself <b>twice</b>',
    })
    const asked = screens.find((screen) => heading(screen.html) === 'You wrote something important')?.html ?? ''
    for (const words of ['You wrote: “', 'I wet myself', 'I do have this: ', 'I do not have this: '])
      expect(asked).toContain(words)
    expect(asked).not.toContain('<b>twice')
    expect(asked.match(/type="radio"/g)).toHaveLength(3)
    expect(asked).not.toMatch(/type="radio"[^>]*checked/)
  })
})

describe('what comes from outside', () => {
  const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
    serverApp.request('/check', { method: 'POST', body, headers })

  test('a cut-off, empty, foreign or hostile trail gets a clear page, never a result', async () => {
    const good = writeTrail(trailIn((await press(serverApp, await get(serverApp, '/check'), none)).html))
    for (const trail of [
      '',
      'null',
      '[]',
      '{}',
      good.slice(0, -1),
      good.slice(0, 40),
      '{"__proto__":{"v":1}}',
      `${good}x`,
    ]) {
      const answer = await post(new URLSearchParams({ trail, 'list.0': 'none', shown: 'A1' }))
      const html = await answer.text()
      expect([trail.slice(0, 20), answer.status]).toEqual([trail.slice(0, 20), 422])
      expect(html).toContain('We could not read your answers')
      expect(html).toContain('tel:999')
    }
  })

  test('an unknown option or question in the trail is named, and everything else can be carried on with', async () => {
    const trail = trailIn((await press(serverApp, await get(serverApp, '/check'), none)).html)
    for (const bad of [{ C6: 'perhaps' }, { Z9: 'yes' }, { age: '30' }, { place: ['moon'] }, { C6: ['yes'] }]) {
      const broken = { ...trail, steps: [...trail.steps, { answers: bad, single: [] }] }
      const answer = await post(new URLSearchParams({ trail: JSON.stringify(broken) }))
      expect([bad, answer.status]).toEqual([bad, 422])
      const next = await press(serverApp, { status: 422, html: await answer.text(), at: '/check' }, [['do', 'keep']])
      expect(next.status).toBe(200)
      expect(trailIn(next.html).steps[0]?.answers.A1).toBe('no')
      expect(hidden(next.html, 'shown')).toContain('C6')
    }
  })

  test('after an update of the rules an unknown answer is asked again, with a word about it, and nothing else is lost', async () => {
    const trail = trailIn((await press(serverApp, await get(serverApp, '/check'), none)).html)
    const old = {
      ...trail,
      protocol: 'older',
      steps: [{ answers: { ...trail.steps[0]?.answers, gone: 'yes', A1: 'perhaps' }, single: [] }],
    }
    const answer = await post(new URLSearchParams({ trail: JSON.stringify(old), do: 'keep' }))
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain('We have updated the check')
    expect(html).toContain('name="q.A1"')
    expect(trailIn(html).steps[0]?.answers.A2).toBe('no')
  })

  test('where no record is kept, no page takes more than a megabyte, not even the one that brings a record in', async () => {
    const body = new URLSearchParams({ file: 'x'.repeat(1_000_001) })
    for (const at of ['/check', '/record/import'])
      expect([at, (await serverApp.request(at, { method: 'POST', body })).status]).toEqual([at, 413])
  })

  test('a body over one megabyte, a body that is no form, and no body at all are each refused in words', async () => {
    expect((await post(new URLSearchParams({ trail: 'x'.repeat(1_000_001) }))).status).toBe(413)
    expect((await post('{}', { 'Content-Type': 'application/json' })).status).toBe(415)
    expect((await post(null)).status).toBe(415)
    expect((await post('x', { 'Content-Type': 'multipart/form-data' })).status).toBe(400)
  })

  test('hostile words come back as text, never as markup', async () => {
    const { end } = await walk(serverApp, await get(serverApp, '/check'), {
      ...plain,
      worry: '"><script>alert(1)</script>',
    })
    expect(end.html).not.toContain('<script>alert')
  })

  test('whatever fields are posted, the answer is a page and never a fault', async () => {
    const start = trailIn((await get(serverApp, '/check')).html)
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('q.A1', 'q.A2.kind', 'q.age', 'list.0', 'do', 'shown', 'q.', 'q.constructor', 'trail'),
    )
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('yes', 'no', 'none', 'notSure', 'back', 'change', 'keep', 'skip', '__proto__'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 8 }), async (fields) => {
        const answer = await post(
          new URLSearchParams([['trail', writeTrail(start)], ['shown', 'A1 A2 A3 A4 A5'], ...fields]),
        )
        expect([200, 422]).toContain(answer.status)
      }),
      { numRuns: 200 },
    )
  })

  test('whatever the trail holds, reading it never throws and never keeps an answer that does not fit', () => {
    const trail = fc.record({
      v: fc.constant(1),
      id: fc.uuid(),
      protocol: fc.constantFrom(protocolVersion, 'old'),
      steps: fc.array(
        fc.record({
          answers: fc.dictionary(fc.constantFrom('A1', 'age', 'place', 'worry', 'Z1'), fc.jsonValue()),
          single: fc.array(fc.string()),
        }),
      ),
      was: fc.object(),
      pending: fc.constant({}),
      changed: fc.constant([]),
    })
    fc.assert(
      fc.property(
        fc.oneof(
          trail.map((data) => JSON.stringify(data)),
          fc.json(),
          fc.string(),
        ),
        (text) => {
          const read = readTrail(text, protocolVersion)
          const kept = read.ok ? read.value : read.readable
          for (const step of kept?.steps ?? []) {
            if ('A1' in step.answers) expect(['yes', 'no', 'notSure']).toContain(step.answers.A1)
            expect(step.answers).not.toHaveProperty('Z1')
          }
        },
      ),
    )
  })

  test('an unknown address is 404, a wrong method 405, both with a way on', async () => {
    expect((await get(serverApp, '/nowhere')).status).toBe(404)
    expect((await serverApp.request('/check', { method: 'DELETE' })).status).toBe(405)
    expect((await serverApp.request('/about', { method: 'PUT' })).status).toBe(405)
  })
})

describe('on the device', () => {
  const device = () => {
    const notebook = memory()
    return { notebook, app: createCareApp({ ...common, kind: 'device', notebook }) }
  }

  test('each screen has an address of its own, and reload shows the same screen', async () => {
    const { app } = device()
    const second = await press(app, await get(app, '/check'), none)
    expect(second.at).toMatch(/^\/check\/[0-9a-f-]{36}\/2$/)
    expect((await get(app, second.at)).html).toBe(second.html)
  })

  test.each([0, 3, 99])(
    'the address of a screen that is not there, %i, leads to the furthest that is',
    async (screen) => {
      const { app } = device()
      const second = await press(app, await get(app, '/check'), none)
      const sent = await app.request(second.at.replace(/\d+$/, String(screen)))
      expect([sent.status, sent.headers.get('Location')]).toEqual([303, second.at])
      expect((await get(app, second.at.replace(/\d+$/, '1'))).html).toContain('name="q.A1"')
    },
  )

  test('it is kept as under way with each screen, and as finished with its result', async () => {
    const notebook = memory()
    const kept: boolean[] = []
    const put: NotebookStore['drafts']['put'] = async (id, text, isFinished = false) => {
      kept.push(isFinished)
      await notebook.drafts.put(id, text)
    }
    const app = createCareApp({
      ...{ ...common, kind: 'device' },
      notebook: { ...notebook, drafts: { ...notebook.drafts, put } },
    })
    const { end, screens } = await walk(app, await get(app, '/check'))
    expect(heading(end.html)).toBe('You can start this at home')
    expect(kept).toEqual(screens.map((_, at) => at === screens.length - 1))
  })

  test('where the device keeps nothing the check goes on, and says that this page holds the answers', async () => {
    const notebook = memory()
    const full = async () => Promise.reject(new Error('full'))
    const app = createCareApp({
      ...{ ...common, kind: 'device' },
      notebook: { ...notebook, drafts: { ...notebook.drafts, put: full } },
    })
    const next = await press(app, await get(app, '/check'), none)
    expect(next.html).toContain('We could not keep this on your device')
    expect(trailIn(next.html).steps).toHaveLength(1)
    const saddle: Fields = [
      ['q.A1', 'yes'],
      ['q.A1.when', 'new'],
      ['q.A1.seat', 'no'],
    ]
    const more = await press(app, await press(app, await get(app, '/check'), saddle), [['do', 'more']])
    let result = await press(app, more, [
      ['q.I1', 'yes'],
      ['do', 'told'],
    ])
    for (let page = 0; page < 4 && result.html.includes('name="seen"'); page += 1)
      result = await press(app, result, [
        ['seen', hidden(result.html, 'seen')],
        ['do', 'told'],
      ])
    expect(heading(result.html)).toBe('Call 999 now')
    expect(result.html).toContain('We could not keep this on your device')
    const { app: other } = device()
    expect((await press(other, await get(other, '/check'), none)).html).not.toContain('We could not keep this')
  })

  test('the browser’s Back shows the screen before with its answers, and a softer one is asked twice', async () => {
    const { app } = device()
    const end = await press(app, await get(app, '/check'), [
      ['q.A2', 'yes'],
      ['q.A2.kind', 'changed'],
      ['q.A2.when', 'new'],
    ])
    const before = await get(app, end.at.replace(/\d+$/, '1'))
    expect(before.html).toMatch(/name="q\.A2" value="yes" checked/)
    expect(heading((await press(app, before, none)).html)).toContain('Is that right?')
  })

  test('an emergency has what to watch for and what to note below the call, and copies the words as written', async () => {
    const first = await get(serverApp, '/check')
    const end = await press(serverApp, first, [
      ['q.A2', 'yes'],
      ['q.A2.kind', 'changed'],
      ['q.A2.when', 'new'],
    ])
    const html = decoded(end.html)
    expect(html.indexOf('tel:999')).toBeLessThan(html.indexOf('What to watch for'))
    for (const part of [safetyNet.goNow, safetyNet.sameDay, safetyNet.expect, safetyNet.bookIf])
      for (const item of part.items) expect(html).toContain(item)
    const summary = await serverApp.request('/check/summary', {
      method: 'POST',
      body: new URLSearchParams([['trail', hidden(end.html, 'trail')]]),
    })
    const text = await summary.text()
    const shown = /<pre[^>]*>(.*?)<\/pre>/s.exec(text)?.[1] ?? ''
    expect(shown).toContain('Back pain check')
    expect(/data-source="([^"]*)"/s.exec(text)?.[1]?.replaceAll('&#39;', "'")).toBe(shown)
  })

  test('an emergency told on a screen with something left blank is answered at once, not sent back', async () => {
    let page = await get(serverApp, '/check')
    for (let turn = 0; turn < 30 && !page.html.includes('q.I2"'); turn += 1)
      page = await press(serverApp, page, fill(page.html))
    const end = await press(serverApp, page, [['q.I2', 'onPurpose']])
    expect([end.status, heading(end.html)]).toEqual([200, 'Go to A&E now'])
    expect(trailIn(end.html).steps.at(-1)?.answers).toEqual({ I2: 'onPurpose' })
    const calm = await press(serverApp, page, [['q.I2', 'within']])
    expect(calm.status).toBe(422)
  })

  test('an urgent or calm answer beside a blank one still comes back to be finished', async () => {
    const first = await get(serverApp, '/check')
    const again = await press(serverApp, first, [])
    expect(again.status).toBe(422)
  })

  test('two tabs of one check: a “yes” in one tab is not undone by a “no” in the other', async () => {
    const { app } = device()
    const second = await press(app, await get(app, '/check'), none)
    const tabOne = await get(app, second.at)
    const tabTwo = await get(app, second.at)
    await press(app, tabOne, [['q.D2', 'yes']])
    const asked = await press(app, tabTwo, none)
    expect(heading(asked.html)).toContain('Is that right?')
  })

  test('a change that was confirmed in one tab stays in the log when an older tab goes on, once', async () => {
    const { app, notebook } = device()
    const second = await press(app, await get(app, '/check'), none)
    const tabTwo = await get(app, second.at)
    const further = await press(app, await get(app, second.at), [['q.D2', 'yes']])
    const asked = await press(app, await press(app, further, [['do', 'back']]), none)
    const on = await press(app, asked, [['do', 'change']])
    await press(app, tabTwo, none)
    const kept = () => JSON.parse(notebook.texts.get(trailIn(tabTwo.html).id) ?? '') as Trail
    expect(kept().changed).toEqual([{ question: 'D2', from: 'yes', to: 'no' }])
    await press(app, on, none)
    expect(kept().changed).toHaveLength(1)
  })

  test('nor is one that was taken back in the first tab', async () => {
    const { app } = device()
    const second = await press(app, await get(app, '/check'), none)
    const tabTwo = await get(app, second.at)
    const further = await press(app, await get(app, second.at), [['q.D2', 'yes']])
    await press(app, further, [['do', 'back']])
    expect(heading((await press(app, tabTwo, none)).html)).toContain('Is that right?')
  })

  test('Back, or the page for another person, in a tab that knows less loses nothing that the other tab told', async () => {
    for (const button of ['back', 'other']) {
      const { app } = device()
      const second = await press(app, await get(app, '/check'), none)
      const tabTwo = await get(app, second.at)
      const further = await press(app, await get(app, second.at), [['q.D2', 'yes']])
      await press(app, further, [['do', 'back']])
      let page = await press(app, tabTwo, [['do', button]])
      for (let screen = 0; screen < 3 && !heading(page.html).includes('Is that right?'); screen += 1)
        page = await press(app, page, none)
      expect(heading(page.html), button).toContain('Is that right?')
    }
  })

  test('a change said twice on an old page takes back only what that page asked about', async () => {
    const { app } = device()
    const asked = await press(
      app,
      await press(app, await press(app, await get(app, '/check'), yes), [['do', 'back']]),
      none,
    )
    expect(heading(asked.html)).toContain('Is that right?')
    // Meanwhile, in another tab, it stays as told and one more sign is told after it.
    const kept = await press(app, asked, [['do', 'keep']])
    const again = await press(app, await press(app, kept, [['do', 'back']]), [
      ...yes,
      ['q.A3', 'yes'],
      ['q.A3.kind', 'leak'],
    ])
    expect(heading(again.html)).toBe('Go to A&E now')
    const changed = await press(app, asked, [['do', 'change']])
    expect(heading(changed.html)).toContain('Is that right?')
    expect(changed.html).toContain('leaked poo')
    expect(trailIn(changed.html).pending).toMatchObject({ A3: 'no' })
  })

  test('a second word on an old page settles nothing of what was told worse since', async () => {
    const { app } = device()
    const asked = await press(
      app,
      await press(app, await press(app, await get(app, '/check'), yes), [['do', 'back']]),
      none,
    )
    // The page of another tab, made when they were not sure yet: that was softened there, and now its "change" is pressed.
    const held = trailIn(asked.html)
    const unsure = (answers: Answers): Answers => ('A2' in answers ? { ...answers, A2: 'notSure' } : answers)
    const older = {
      ...held,
      was: unsure(held.was),
      steps: held.steps.map((step) => ({ ...step, answers: unsure(step.answers) })),
    }
    const answer = await app.request('/check', {
      method: 'POST',
      body: new URLSearchParams([
        ['trail', writeTrail(older)],
        ['do', 'change'],
      ]),
    })
    const to = answer.headers.get('Location')
    const page = to ? await get(app, to) : { html: await answer.text() }
    expect(heading(page.html)).toContain('Is that right?')
    expect(trailIn(page.html).pending).toMatchObject({ A2: 'no' })
    expect(trailIn(page.html).steps.findLast(({ answers }) => 'A2' in answers)?.answers.A2).toBe('yes')
  })

  test('a finished check is written down once, however often it is reloaded, and never with the private answer', async () => {
    const { app, notebook } = device()
    const { end } = await walk(app, await get(app, '/check'), { ...plain, I4: 'hurt' })
    await get(app, end.at)
    await get(app, end.at)
    expect(notebook.events.map(({ kind }) => kind)).toEqual(['checkFinished'])
    expect(JSON.stringify(notebook.events)).not.toContain('I4')
  })

  test('an unknown check says so kindly and offers a new start', async () => {
    const { app } = device()
    const gone = await get(app, '/check/0f0f0f0f-0000-4000-8000-000000000000/3')
    expect(gone.status).toBe(404)
    expect(gone.html).toContain('href="/check"')
  })

  test('when the store fails, the check goes on without it', async () => {
    const broken = async () => Promise.reject(new Error('no room'))
    const notebook: NotebookStore = {
      owner: broken,
      append: broken,
      appendAll: broken,
      all: broken,
      erase: broken,
      drafts: { get: broken, put: broken, remove: broken },
    }
    const app = createCareApp({ ...common, kind: 'device', notebook })
    expect((await get(app, '/')).status).toBe(200)
    const { end } = await walk(app, await get(app, '/check'))
    expect(heading(end.html)).toBe('You can start this at home')
  })
})

describe('my record', () => {
  const filled = async () => {
    const notebook = memory()
    const app = createCareApp({ ...common, kind: 'device', notebook })
    await walk(app, await get(app, '/check'))
    return { notebook, app }
  }
  const send = (app: App, form: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(form)) body.append(name, value)
    return app.request('/record/import', { method: 'POST', body })
  }

  test('what is saved to a file comes back on another device, and twice changes nothing', async () => {
    const { app } = await filled()
    const file = new File([await (await app.request('/record/unclench-record.json')).text()], 'r.json')
    const other = memory()
    const otherApp = createCareApp({ ...common, kind: 'device', notebook: other })
    expect(await (await send(otherApp, { file })).text()).toContain('Added 1 entry')
    expect(await (await send(otherApp, { file })).text()).toContain('Nothing was changed')
    expect(other.events).toHaveLength(1)
  })

  test('a file of another record is not mixed in until the person says it is theirs', async () => {
    const { app } = await filled()
    const text = (await (await app.request('/record/unclench-record.json')).text()).replace('7b0f0b3e', '00000000')
    const mine = await filled()
    const before = mine.notebook.events.length
    const asked = await send(mine.app, { file: new File([text], 'r.json') })
    expect(asked.status).toBe(409)
    expect(mine.notebook.events).toHaveLength(before)
    expect((await send(mine.app, { text, mine: 'yes' })).status).toBe(200)
    expect(mine.notebook.events).toHaveLength(before + 1)
  })

  test('a damaged file changes nothing and says why', async () => {
    const { app, notebook } = await filled()
    for (const text of ['', 'hello', '{"a":1}']) {
      expect((await send(app, { file: new File([text], 'r.json') })).status).toBe(422)
      expect(notebook.events).toHaveLength(1)
    }
  })

  test('erasing forgets events and drafts, and gives a receipt', async () => {
    const { app, notebook } = await filled()
    const receipt = await app.request('/record/erase', { method: 'POST', body: new URLSearchParams({ yes: '1' }) })
    expect(await receipt.text()).toContain('1 entry was erased')
    expect([notebook.events.length, notebook.texts.size]).toEqual([0, 0])
  })

  test('the server says honestly that it keeps nothing', async () => {
    expect((await get(serverApp, '/record')).html).toContain('Nothing is kept')
    expect((await get(serverApp, '/record/unclench-record.json')).status).toBe(404)
  })
})

test('no page carries an inline style, an inline script or a third-party address but the weather page and 111 online', async () => {
  const pages = await Promise.all(
    ['/', '/check', '/emergency', '/about', '/safety', '/record', '/offline', '/nowhere'].map((at) =>
      get(serverApp, at),
    ),
  )
  for (const { html, at } of pages) {
    expect([at, / style="|<style|<script(?! type="module" src="\/)| on[a-z]+="/.test(html)]).toEqual([at, false])
    const outside = [...html.matchAll(/(?:href|src|action)="(https?:[^"]*)"/g)].map(([, address]) => address)
    for (const address of outside) expect(['https://www.bbc.co.uk/weather', 'https://111.nhs.uk']).toContain(address)
    expect(html).toContain('Leave quickly')
    expect(html).toContain('Not signed off by a clinician yet')
  }
})

test('the foot of every page says that no clinician has signed it off', async () => {
  for (const at of ['/', '/check', '/emergency', '/about', '/safety', '/record', '/medicines', '/nowhere'])
    expect((await get(serverApp, at)).html, at).toContain('Not signed off by a clinician yet')
})
