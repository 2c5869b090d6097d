/** What is said of safety at home, followed along every way out of the check (H-17). */
import { beforeEach, describe, expect, test } from 'vitest'
import { reconcileFreeText } from '../../../care/check/reconcile-free-text.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { answerCall } from '../../../server/check-call.ts'
import { createCareApp } from '../app.tsx'
import type { NotebookStore } from '../home.ts'
import { finishedAnswers } from '../plan/plan.fixtures.ts'
import { protocolVersion } from './protocol-in-force.ts'
import { answersOf, forCarrying, newTrail } from './trail.ts'

const common = {
  now: () => asEpochMs(1_800_000_000_000),
  newId: () => crypto.randomUUID(),
  assets: { css: '/assets/site.css', islands: {} },
  buildId: 'test',
}

/** A device with its store in reach. */
function device() {
  const events: NotebookEvent[] = []
  const drafts = new Map<string, string>()
  const notebook: NotebookStore = {
    owner: async () => '7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d',
    append: async (event) => void events.push(event),
    appendAll: async (more) => void events.push(...more),
    all: async () => events,
    erase: async () => undefined,
    drafts: {
      get: async (id) => drafts.get(id) ?? null,
      put: async (id, text) => void drafts.set(id, text),
      remove: async (id) => void drafts.delete(id),
    },
  }
  return { app: createCareApp({ ...common, kind: 'device', notebook }), events, drafts }
}
type App = ReturnType<typeof device>['app']
interface Seen {
  readonly html: string
  readonly at: string
}

const decoded = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
const hidden = (html: string, name: string) =>
  decoded(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')

async function get(app: App, at: string): Promise<Seen> {
  return { html: decoded(await (await app.request(at)).text()), at }
}

async function press(app: App, page: { raw: string; at: string }, fields: readonly (readonly [string, string])[]) {
  const action = /action="(\/check(?:\/[0-9a-f-]{36}\/\d+)?)"/.exec(page.raw)?.[1] ?? '/check'
  const body = new URLSearchParams([
    ['trail', hidden(page.raw, 'trail')],
    ['shown', hidden(page.raw, 'shown')],
    ...fields.map(([a, b]) => [a, b] as [string, string]),
  ])
  let answer = await app.request(action, { method: 'POST', body })
  let at = action
  if (answer.status === 303) {
    at = answer.headers.get('Location') ?? ''
    answer = await app.request(at)
  }
  return { raw: await answer.text(), at }
}

const calm: Readonly<Record<string, string>> = {
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
  I2: 'within',
}

/** Every field of a page, answered as told, else calmly. */
function fill(html: string, told: Readonly<Record<string, string>>): [string, string][] {
  const answers: Readonly<Record<string, string>> = { ...calm, ...told }
  const offered = new Map<string, { radio: boolean; values: string[] }>()
  for (const [tag] of html.matchAll(/<(?:input|textarea)[^>]*>/g)) {
    const name = /name="q\.([^"]+)"/.exec(tag)?.[1]
    if (!name) continue
    const known = offered.get(name) ?? { radio: tag.includes('type="radio"'), values: [] }
    known.values.push(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
    offered.set(name, known)
  }
  const lists = [...html.matchAll(/name="list\.([^"]+)" value="none"/g)].map(([, list = '']) => list)
  const whole = lists.filter((list) => answers[list] === undefined || !offered.has(list))
  return [
    ...whole.map((list): [string, string] => [`list.${list}`, 'none']),
    ...(html.includes('name="lists" value="none"') ? [['lists', 'none'] as [string, string]] : []),
    ...[...offered].flatMap(([id, { radio, values }]): [string, string][] => {
      const answer = answers[id]
      if (answer !== undefined) return [[`q.${id}`, answer]]
      return radio ? [[`q.${id}`, values.includes('no') ? 'no' : (values[0] ?? '')]] : []
    }),
  ]
}

/** Presses through to the end, past any page that only says something; every page seen on the way. */
async function walk(app: App, told: Readonly<Record<string, string>>) {
  const first = await app.request('/check')
  let page = { raw: await first.text(), at: '/check' }
  const seen = [page]
  for (let turn = 0; turn < 40; turn += 1) {
    if (page.raw.includes('name="shown"')) page = await press(app, page, fill(page.raw, told))
    else if (page.raw.includes('value="on"')) page = await press(app, page, [['do', 'on']])
    else break
    seen.push(page)
  }
  return { seen, end: page }
}

const people: readonly { readonly who: string; readonly told: Readonly<Record<string, string>> }[] = [
  { who: 'ticks hurt, safe now', told: { I4: 'hurt' } },
  { who: 'ticks in danger now', told: { I4: 'danger' } },
  { who: 'would rather not say', told: { I4: 'private', 'I4.now': 'no' } },
  { who: 'is not sure, and in danger now', told: { I4: 'notSure', 'I4.now': 'yes' } },
  {
    who: 'ticks hurt and writes what no list knows',
    told: { I4: 'hurt', 'said.I4': 'hurt', worry: 'he gets rough with me after the pub' },
  },
  {
    who: 'writes it, and says it is right',
    told: { worry: 'my husband hit me last night', 'said.I4': 'hurt' },
  },
  {
    who: 'writes it, and says it is not so',
    told: { worry: 'my husband hit me last night', 'said.I4': 'no', 'said.I4.sure': 'no' },
  },
]

/** Words that only what these people told can bring onto a page or into a file. */
const traces =
  /hit me|rough with me|I4|Safety at home|safety at home|I am safe right now|in danger now|someone hurting|hurt or frighten|domestic/i

describe.each(people)('someone who $who', ({ told }) => {
  let home: ReturnType<typeof device>
  let seen: Awaited<ReturnType<typeof walk>>
  beforeEach(async () => {
    home = device()
    seen = await walk(home.app, told)
  })

  test.runIf(told['said.I4'] !== 'no')('is shown whom to call, once, straight away', () => {
    const help = seen.seen.findIndex(({ raw }) => raw.includes('tel:08082000247'))
    expect(help).toBeGreaterThan(0)
    expect(seen.seen[help]?.raw).toContain('tel:999')
    expect(seen.seen.slice(help + 1).some(({ raw }) => raw.includes('tel:08082000247'))).toBe(false)
  })

  test('leaves no trace in the record, the draft, or any file of the record', async () => {
    expect(home.events.map(({ kind }) => kind)).toEqual(['checkFinished'])
    expect(JSON.stringify(home.events)).not.toMatch(traces)
    expect([...home.drafts.values()].join()).not.toMatch(traces)
    for (const file of ['/record/unclench-record.json', '/record/unclench-diary.csv', '/report', '/record', '/today'])
      expect([file, traces.exec((await get(home.app, file)).html)?.[0]]).toEqual([file, undefined])
    const body = new URLSearchParams()
    const pdf = await (await home.app.request('/report/unclench-report.pdf', { method: 'POST', body })).text()
    expect(pdf).not.toMatch(/hit me|rough with me|I4/)
  })

  test('meets none of it again: on the result, its reload, the summary, or any screen that Back leads to', async () => {
    const [id = ''] = home.drafts.keys()
    const end = decoded(seen.end.raw)
    expect(end).toContain('Summary for a clinician')
    expect(traces.exec(end)?.[0]).toBeUndefined()
    const summary = await get(home.app, `/check/${id}/summary`)
    expect(summary.html).toContain('I have back pain')
    expect(traces.exec(summary.html)?.[0]).toBeUndefined()
    const count = JSON.parse(home.drafts.get(id) ?? '{}').steps.length
    for (let screen = 1; screen <= count + 1; screen += 1) {
      const { html } = await get(home.app, `/check/${id}/${screen}`)
      expect([screen, /hit me|rough with me|"I4":|"said\.I4/.exec(html)?.[0]]).toEqual([screen, undefined])
      for (const [tag] of html.matchAll(/<input[^>]*name="q\.(?:said\.)?I4[^>]*>/g))
        expect(tag).not.toContain('checked')
    }
  })

  test('what a machine is told to pass on has none of it', async () => {
    const { worry = '', I4 = 'no', ...more } = told
    const answers = { ...finishedAnswers().answers, worry, I4, ...more }
    const body = new TextEncoder().encode(JSON.stringify({ answers }))
    const reply = JSON.parse(Buffer.from((await answerCall('application/json', body)).body).toString())
    expect(reply.complete).toBe(true)
    expect(JSON.stringify(reply.summary)).not.toMatch(traces)
  })
})

test.each(['no', 'hurt'])(
  'told after going back, it is answered like the first time, whatever was said before (%s)',
  async (first) => {
    const { app, drafts } = device()
    const start = await app.request('/check')
    let page = { raw: await start.text(), at: '/check' }
    for (let turn = 0; turn < 20 && !page.raw.includes('q.I4'); turn += 1)
      page = await press(app, page, fill(page.raw, {}))
    const { at } = page
    await press(app, page, fill(page.raw, { I4: first }))
    const again = await app.request(at)
    page = await press(app, { raw: await again.text(), at }, fill(page.raw, { I4: 'danger' }))
    expect(/<h1[^>]*>(.*?)<\/h1>/s.exec(page.raw)?.[1]).toBe('Call 999 now')
    expect([...drafts.values()].join()).not.toContain('I4')
  },
)

test('in danger now, with the rest of the screen left blank, fills the page with 999 at once', async () => {
  const { app, drafts } = device()
  const start = await app.request('/check')
  let page = { raw: await start.text(), at: '/check' }
  for (let turn = 0; turn < 20 && !page.raw.includes('q.I4'); turn += 1)
    page = await press(app, page, fill(page.raw, {}))
  const { at, raw } = page
  page = await press(app, page, [['q.I4', 'danger']])
  expect(/<h1[^>]*>(.*?)<\/h1>/s.exec(page.raw)?.[1]).toBe('Call 999 now')
  expect([...drafts.values()].join()).not.toContain('I4')
  const on = await press(app, page, [['do', 'on']])
  expect(on.raw).toContain('q.I2')
  expect(raw).toContain('q.I2')
  expect(at).not.toBe('')
})

test('words about home wait in the page alone while they are asked about, and the sign beside them is held', async () => {
  const { app, drafts } = device()
  const first = await app.request('/check')
  let page = { raw: await first.text(), at: '/check' }
  const worry = 'my husband hit me and I cant feel when I pee'
  for (let turn = 0; turn < 20 && !page.raw.includes('q.said.'); turn += 1)
    page = await press(app, page, fill(page.raw, { worry }))
  expect(page.raw).toContain('q.said.I4')
  expect(page.raw).toContain('q.said.A2')
  // Each answer is a whole sentence, and none is chosen for them.
  for (const sentence of ['Nobody hurt me, and I am safe at home', 'but I am safe now', 'I am in danger now'])
    expect(page.raw).toContain(sentence)
  const answersTo = page.raw.match(/<input[^>]*name="q\.said\.[^>]*>/g) ?? []
  expect(answersTo.length).toBeGreaterThan(6)
  expect(answersTo.filter((input) => /\schecked\b/.test(input))).toEqual([])
  expect([...drafts.values()].join()).not.toMatch(/hit me|I4/)
  // The browser's reload knows only the draft: what was written of the bladder counts as not sure.
  const [[, draft = ''] = []] = [...drafts]
  const told = Object.assign({}, ...JSON.parse(draft).steps.map(({ answers }: { answers: object }) => answers))
  expect(told.A2).toBe('notSure')
  expect(told.worry).toBeUndefined()
})

test('what was ticked of home is out of the very next page, also where other written words are still asked about', () => {
  const answers = { A2: 'no', worry: 'I cant feel when I pee', I4: 'hurt' }
  const trail = newTrail(crypto.randomUUID(), protocolVersion)
  const asked = reconcileFreeText(answers).ask.map(({ question }) => question)
  expect(asked).toEqual(['said.A2'])
  const carried = forCarrying({ ...trail, steps: [{ answers, single: [] }] })
  expect(JSON.stringify(carried)).not.toMatch(/I4|hurt/)
  expect(answersOf(carried).A2).toBe('notSure')
})

test('“Are you in danger now?” is asked of whoever did not say so, and yes fills the page with 999', async () => {
  const { app } = device()
  const first = await app.request('/check')
  let page = { raw: await first.text(), at: '/check' }
  for (let turn = 0; turn < 20 && page.raw.includes('name="shown"'); turn += 1)
    page = await press(app, page, fill(page.raw, { worry: 'my partner hits me', 'said.I4': 'private' }))
  expect(page.raw).toContain('Are you in danger now?')
  const danger = await press(app, page, [['do', 'danger']])
  expect(/<h1[^>]*>(.*?)<\/h1>/s.exec(danger.raw)?.[1]).toBe('Call 999 now')
})
