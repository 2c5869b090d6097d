/**
 * Walks through the medicine pages for their tests: a home with a clock that the test moves, the gate answered, a portion
 * asked for or written down. Tests only.
 */
import { islandsOfTests } from '../islands.fixtures.ts'
import { gateGroups, itemsOf } from '../../../care/medicines/conditions.ts'
import { asEpochMs, type EpochMs } from '../../../care/evidence/time.ts'
import { createCareApp } from '../app.tsx'
import type { CareHome, NotebookStore } from '../home.ts'
import { decoded, headingOf, hiddenFields, noon } from '../plan/plan.fixtures.ts'

export type Fields = readonly (readonly [string, string])[]

/** One home with a clock that the test moves. */
export function homeWith(notebook: NotebookStore | null, more: Pick<CareHome, 'clockJumps'> = {}) {
  let now: EpochMs = noon
  let ids = 0
  const app = createCareApp({
    kind: notebook ? 'device' : 'server',
    notebook,
    now: () => now,
    // The last three digits tell what follows from one id apart (evidence/ids.ts), so ids step over them.
    newId: () => {
      ids += 0x1000
      return `00000000-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`
    },
    assets: { css: '/assets/site.css', islands: islandsOfTests },
    buildId: 'test',
    ...more,
  })
  const page = async (response: Response | Promise<Response>) => {
    const answer = await response
    const html = await answer.text()
    return { status: answer.status, html, heading: headingOf(html), text: decoded(html.replaceAll(/<[^>]+>/g, ' ')) }
  }
  return {
    later: (milliseconds: number) => {
      now = asEpochMs(now + milliseconds)
    },
    get: (at: string) => page(app.request(at)),
    post: (at: string, fields: Fields) =>
      page(app.request(at, { method: 'POST', body: new URLSearchParams(fields.map(([a, b]) => [a, b])) })),
  }
}

export type Home = ReturnType<typeof homeWith>
export type Page = Awaited<ReturnType<Home['get']>>

/** Answers the gate: "none" for each list, with these items ticked, 70 kg. */
export async function throughGate(
  home: Home,
  start: Page,
  ticked: readonly string[] = [],
  weight = '70',
): Promise<Page> {
  let page = start
  for (let screen = 0; screen < 6 && page.html.includes('name="screen"'); screen += 1)
    page = await throughOne(home, page, ticked, weight)
  return page
}

/** Answers the one screen of the gate that is shown. */
export async function throughOne(
  home: Home,
  { html }: Page,
  ticked: readonly string[] = [],
  weight = '70',
): Promise<Page> {
  const fields: [string, string][] = [...hiddenFields(html, '/medicines'), ['do', 'next']]
  for (const { id } of gateGroups) {
    if (!html.includes(`name="gate.${id}"`)) continue
    const mine = itemsOf(id).filter((item) => ticked.includes(item.id))
    if (mine.length === 0) fields.push([`gate.${id}`, 'none'])
    for (const item of mine) fields.push([`gate.${id}`, item.id])
  }
  if (html.includes('number.weightKg')) fields.push(['number.weightKg', weight])
  const page = await home.post('/medicines', fields)
  if (page.status !== 200) throw new Error(`the gate answers ${page.status}: ${page.heading}`)
  return page
}

/** The verdict on each card. */
export const verdicts = (page: Page) =>
  Object.fromEntries(
    [...page.html.matchAll(/id="m-(\w+)"[^>]*>.*?<p class="level [^"]*">.*?<\/svg>(.*?)<\/p>/gs)].map(
      ([, id, words]) => [id, words],
    ),
  )
/** The words of the verdicts. */
export const ok = 'You can take this if you want to'
export const ask = 'Ask a pharmacist before you take this'
export const no = 'Do not take this unless a prescriber says you can'

/** A portion of the two products people have most. */
export const portion = (product: string, units: string): Fields => [
  ['product', product],
  ['units', units],
]

/** Presses a button of the tally, with what this page carries. */
export const press = (home: Home, page: Page, fields: Fields) =>
  home.post('/medicines/tally', [
    ...hiddenFields(page.html, '/medicines/tally').filter(([name]) => !['dose', 'do', 'at'].includes(name)),
    ...fields,
  ])

/** "I have taken it already", at a time or now. */
export const take = async (home: Home, page: Page, what: Fields, when: Fields = [['when', 'now']]) => {
  const asked = await press(home, page, [...what, ['do', 'took']])
  if (asked.heading !== 'When did you take it?') throw new Error(`not asked when: ${asked.heading}`)
  return press(home, asked, [...when, ['do', 'record']])
}
