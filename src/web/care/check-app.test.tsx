import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asEpochMs } from '../../care/evidence/time.ts'
import type { NotebookEvent } from '../../care/notebook.ts'
import { createCareApp } from './app.tsx'
import type { CareHome, NotebookStore } from './home.ts'
import { readTrail, type Trail, writeTrail } from './trail.ts'
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

const unescape = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const hidden = (html: string, name: string) =>
  unescape(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
const trailIn = (html: string): Trail => JSON.parse(hidden(html, 'trail'))
const title = (html: string) => unescape(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')

async function get(app: App, at: string): Promise<Seen> {
  const answer = await app.request(at)
  return { status: answer.status, html: await answer.text(), at }
}

/** Posts the form of a page with these fields, and follows the redirect as a browser does. */
async function press(app: App, page: Seen, fields: Fields): Promise<Seen> {
  const action = /<form method="post" action="(\/check[^"]*)"/.exec(page.html)?.[1] ?? '/check'
  const body = new URLSearchParams([
    ['trail', hidden(page.html, 'trail')],
    ['shown', hidden(page.html, 'shown')],
    ...fields.map(([a, b]) => [a, b] as [string, string]),
  ])
  const answer = await app.request(action, { method: 'POST', body })
  if (answer.status === 303) return get(app, answer.headers.get('Location') ?? '')
  return { status: answer.status, html: await answer.text(), at: action }
}

/** Answers that a healthy person of 30 with a plain lifting strain gives; everything else is no or none. */
const plain: Readonly<Record<string, string>> = {
  who: 'me',
  age: '30',
  sex: 'man',
  pregnancy: 'no',
  place: 'lowBack',
  centre: 'beside',
  startHow: 'sudden',
  startAfter: 'lift',
  duration: 'day',
  history: 'like',
  painNow: '5',
  stand10: 'yes',
  changes: 'yes',
  trend: 'better',
  walk: 'yes',
  I5: 'yes',
  F3: 'no',
  I2: 'none',
  I3: 'no',
}

/** Fields that answer every question of a page: from `answers`, or the first "no"-like choice. */
function fill(html: string, answers: Readonly<Record<string, string>> = plain): [string, string][] {
  const fields: [string, string][] = []
  const list = /name="(list\.\d+)" value="none"/.exec(html)?.[1]
  const names = new Map<string, { type: string; values: string[] }>()
  for (const [tag] of html.matchAll(/<input [^>]*>|<textarea [^>]*>/g)) {
    const name = /name="(q\.[^"]+)"/.exec(tag)?.[1]
    if (!name) continue
    const known = names.get(name) ?? { type: /type="(\w+)"/.exec(tag)?.[1] ?? 'text', values: [] }
    known.values.push(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
    names.set(name, known)
  }
  for (const [, name = ''] of html.matchAll(/name="(list\.[^"]+)" value="none"/g)) fields.push([name, 'none'])
  for (const [name, { type, values }] of names) {
    const wanted = answers[name.slice(2)]
    if (wanted !== undefined && (type === 'text' || values.includes(wanted))) {
      fields.push([name, wanted])
      const whole = fields.findIndex(([other]) => other === `list.${name.slice(2)}`)
      if (whole >= 0) fields.splice(whole, 1)
    } else if (type === 'radio') fields.push([name, values.includes('no') ? 'no' : (values.at(0) ?? '')])
  }
  return list ? fields : fields
}

/** Walks to the result, at most 40 screens. */
async function walk(
  app: App,
  start: Seen,
  answers?: Readonly<Record<string, string>>,
): Promise<{ end: Seen; screens: Seen[] }> {
  const screens: Seen[] = []
  let page = start
  while (page.html.includes('name="shown"') && screens.length < 40) {
    screens.push(page)
    page = await press(app, page, fill(page.html, answers))
  }
  return { end: page, screens }
}
test('w', async () => {
  const { end, screens } = await walk(serverApp, await get(serverApp, '/check'))
  for (const s of screens)
    console.log(
      s.status,
      title(s.html),
      s.html.includes('There is a problem') ? /<ul>.*?<\/ul>/s.exec(s.html)?.[0] : '',
      hidden(s.html, 'shown'),
    )
  console.log(end.status, title(end.html), JSON.stringify(trailIn(end.html).steps.map((s) => s.answers)))
  console.log(end.html.length)
})
