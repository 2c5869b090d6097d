/** The search of the guide: it finds what people mean, answers danger first, and keeps what was typed to itself. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { searchDocuments } from '../../../care/guide/search/search-documents.ts'
import { createCareApp } from '../app.tsx'
import { noon } from '../plan/plan.fixtures.ts'
import { hrefOfFound } from './lead-links.ts'
import { guideIndex, searchGuide } from './search-guide.ts'
import { searchHtml } from './search-page.tsx'

const app = createCareApp({
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', islands: {} },
  buildId: 'test',
  kind: 'server',
  notebook: null,
})
const post = async (words: string) => {
  const answer = await app.request('/guide/search', { method: 'POST', body: new URLSearchParams({ words }) })
  return { answer, html: await answer.text() }
}
const firstOf = (typed: string, count = 3) =>
  searchGuide(typed)
    .slice(0, count)
    .map(({ id }) => id)

describe('what people type finds what they mean', () => {
  test.each([
    ['heet', 'article heat-or-ice'],
    ['ice', 'article heat-or-ice'],
    ['siatica', 'article spasm-or-sciatica'],
    ['Nurofen', 'treatment ibuprofen'],
    ['calpol', 'treatment paracetamol'],
    ['can I drive?', 'article driving'],
    ['sleeping', 'article sleep'],
    ['massarge', 'treatment massage'],
    ['acupunture', 'treatment acupuncture'],
    ['x-ray', 'article do-i-need-a-scan'],
    ['MRI', 'article do-i-need-a-scan'],
    ['slipped disc', 'article spasm-or-sciatica'],
    ['jab', 'article injections-and-surgery'],
    ['pregnant', 'article pregnancy-and-after-birth'],
    ['acu', 'treatment acupuncture'],
    ['hot water bottle', 'article heat-or-ice'],
    ['bad back at work', 'article work'],
    ['knees to chest', 'movement M01'],
    ['kids', 'article children-and-teens'],
    ['bed rest', 'article rest-or-moving'],
  ])('%s', (typed, wanted) => {
    expect(firstOf(typed)).toContain(wanted)
  })

  test('and nothing where there is nothing', () => {
    expect(searchGuide('zzzzqq')).toEqual([])
    expect(searchGuide('   ?!')).toEqual([])
    expect(searchGuide('')).toEqual([])
  })

  test('each thing is found by its own name, and leads to a page that is there', async () => {
    const documents = searchDocuments()
    expect(documents.length).toBeGreaterThan(200)
    const lost = documents.filter(({ id, title }) => !searchGuide(title).some((found) => found.id === id))
    // Steps and movements with one name in two places share their first pages.
    expect(lost.map(({ id }) => id).filter((id) => !/^(step|movement) /.test(id))).toEqual([])
    for (const { kind, leads } of documents.filter(({ kind }) => kind !== 'movement' && kind !== 'step'))
      expect([kind, (await app.request(hrefOfFound(leads))).status]).toEqual([kind, 200])
  })
})

describe('danger that is typed there', () => {
  test.each(["can't pee", 'numb between my legs', 'I want to die', 'took 30 paracetamol'])(
    '“%s” is answered with help and the check before any result',
    async (words) => {
      for (const html of [(await post(words)).html, searchHtml(words, false)]) {
        const help = html.indexOf('You wrote something that may mean')
        expect(help).toBeGreaterThan(0)
        expect(html.indexOf('tel:999')).toBeGreaterThan(0)
        expect(html.indexOf('href="/check"')).toBeGreaterThan(help)
        expect(html.indexOf('role="status" class="quiet"')).toBeGreaterThan(html.indexOf('href="/check"'))
      }
    },
  )

  test.each(['ice', 'pregnancy', 'do I need a scan', 'how long does it take'])('“%s” is none', (words) => {
    expect(searchHtml(words, false)).not.toContain('may mean')
  })
})

describe('while a danger holds that somebody told', () => {
  test('no movement and no step of a plan is found, and all else is', () => {
    const [open, held] = [searchHtml('knee rolls', false), searchHtml('knee rolls', true)]
    expect(open).toMatch(/href="\/movements\/|href="\/plan\/step\//)
    expect(held).not.toMatch(/href="\/movements\/|href="\/plan\/step\//)
    expect(searchHtml('heat', true)).toContain('/guide/heat-or-ice')
  })
})

describe('what was typed', () => {
  test('stands in no address and no title, and no cache keeps it', async () => {
    const { answer, html } = await post('secretword')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect([...html.matchAll(/(?:href|action)="([^"]*)"/g)].filter(([, href = '']) => href.includes('secret'))).toEqual(
      [],
    )
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toBe('Guide – Unclench')
  })

  test('is no code', async () => {
    const { html } = await post('<img src=x onerror=alert(1)> "><script>')
    expect(html).not.toMatch(/<img src=x|<script>/)
  })

  test('may be as long as somebody likes: it is cut, and the danger at its start is still heard', async () => {
    const began = performance.now()
    const { answer, html } = await post(`cant pee ${'heat '.repeat(20_000)}`)
    expect(answer.status).toBe(200)
    expect(html).toContain('may mean')
    expect(html.length).toBeLessThan(40_000)
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test('is asked for anew where somebody opens the address', async () => {
    expect((await app.request('/guide/search')).status).toBe(200)
  })
})

test('the index is small', () => {
  expect(gzipSync(JSON.stringify(guideIndex().mini)).length).toBeLessThan(120_000)
})
