/** The register as it is served. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { changesIn } from '../../../care/evidence/changes.ts'
import { claimOf, claims } from '../../../care/evidence/claims.ts'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { renderPart } from '../../ui/render.ts'
import { createCareApp } from '../app.tsx'
import { noon } from '../plan/plan.fixtures.ts'
import { Changes } from './evidence-page.tsx'

const app = createCareApp({
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', learnCss: '/learn.css', islands: {} },
  buildId: 'test',
  kind: 'server',
  notebook: null,
})
const shown = async (query: string) => (await app.request(`/evidence${query}`)).text()
/** What is asked for, page after page, as somebody walks through it by its links. */
const walked = async (query: string) => {
  const first = await shown(query)
  const [, nav = ''] = /aria-label="Pages of claims">(.*?)<\/nav>/s.exec(first) ?? []
  const hrefs = [...nav.matchAll(/href="\/evidence([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return Promise.all((hrefs.length > 0 ? hrefs : [query]).map(shown))
}
const idsIn = (html: string) => keysOf(claims).filter((id) => html.includes(`<li id="${id}">`))

describe('/evidence', () => {
  test('shows every claim, with its place to lead to', async () => {
    const pages = await walked('')
    expect(pages.length).toBeGreaterThan(5)
    expect(pages.flatMap(idsIn).toSorted()).toEqual(keysOf(claims).toSorted())
    for (const [at, html] of pages.entries()) {
      expect(html).toContain(`All ${keysOf(claims).length} claims. This is page ${at + 1} of ${pages.length}.`)
      expect(html.match(/aria-current="page"><span class="unseen">Page <\/span>([0-9]+)/)?.[1]).toBe(String(at + 1))
    }
  })
  test('draws how much a claim does, with its numbers beside it, and folds away where it is from', async () => {
    for (const html of await walked('')) {
      for (const id of idsIn(html)) {
        const [, row = ''] = new RegExp(`<li id="${id}">(.*?)</details></li>`, 's').exec(html) ?? []
        const [seen = '', folded = ''] = row.split('<summary>')
        const { effect, sources: from } = claimOf(id)
        expect([id, seen.includes('class="likely"')]).toEqual([id, effect !== undefined])
        if (effect) expect(seen).toContain('About ')
        expect(folded.match(/<li>/g)).toHaveLength(from.length)
      }
    }
  })
  test('says when a claim was checked only of one that was checked on a day of its own', async () => {
    for (const html of await walked('')) {
      const ownDay = idsIn(html).filter((id) => 'reviewed' in claims[id])
      expect(html.match(/ Checked on /g) ?? []).toHaveLength(ownDay.length)
    }
  })
  test('is light on every page, whatever is asked for', async () => {
    // With the styles and scripts of a page of the guide it stays below 25 KB: e2e/page-weight.test.ts weighs them together.
    for (const query of ['', '?grade=ungraded', '?theme=exercise', '?grade=none'])
      for (const html of await walked(query)) expect([query, gzipSync(html).length < 11_400]).toEqual([query, true])
  })
  test('keeps what was asked for from page to page', async () => {
    const pages = await walked('?grade=ungraded')
    expect(pages.length).toBeGreaterThan(4)
    for (const html of pages) expect(html).toMatch(/<option value="ungraded" selected/)
    expect(new Set(pages.flatMap(idsIn)).size).toBe(pages.flatMap(idsIn).length)
    expect((await walked('?theme=machines')).length).toBe(1)
  })
  test.each(['?page=0', '?page=-1', '?page=two', '?page=1e9', `?page=${'9'.repeat(300)}`])(
    'shows the first page for one that cannot be: %.30s',
    async (query) => {
      expect(await shown(query)).toContain('This is page 1 of')
    },
  )
  test('shows the last page for one past it', async () => {
    const last = (await walked('')).length
    expect(await shown(`?page=${last + 1}`)).toContain(`This is page ${last} of ${last}.`)
    expect(await shown('?page=9999')).toContain(`This is page ${last} of ${last}.`)
  })
  test('what changed leads to the page that the claim stands on', async () => {
    const links = [...(await shown('')).matchAll(/href="\/evidence([^"]*)#([a-z0-9-]+)"/g)]
    expect(links.map(([, , id]) => id)).toContain('walking-days')
    for (const [, query = '', id = ''] of links) expect(await shown(query)).toContain(`<li id="${id}">`)
    expect(await shown('?page=2')).not.toContain('id="changes"')
  })
  test('what is new and what was withdrawn is told as what changed is, the newest first', () => {
    const claim = claimOf('heat-eases')
    const changes = changesIn(
      [['heat-eases', { ...claim, cameOn: '2026-12-01', changes: [{ on: '2026-12-05', what: 'It says more.' }] }]],
      [{ id: 'x', on: '2026-12-03', said: 'Ginger eases pain.', why: 'A better trial found nothing.' }],
    )
    const lines = [...renderPart(<Changes changes={changes} />).matchAll(/<li>(.*?)<\/li>/g)].map(
      ([, line = '']) => line,
    )
    expect(lines.map((line) => line.replace(/<[^>]*>/g, ''))).toEqual([
      `5 December 2026: It says more. ${claim.says}`,
      '3 December 2026: Withdrawn. A better trial found nothing. It said: “Ginger eases pain.”',
      `1 December 2026: New. ${claim.says}`,
    ])
    expect(lines.map((line) => line.includes('#heat-eases'))).toEqual([true, false, true])
  })
  test('shows the ones asked for, and keeps what was asked in the form', async () => {
    const html = await shown('?theme=machines&grade=against')
    expect(idsIn(html)).toEqual(['tens-against', 'ultrasound-against'])
    expect(html).toMatch(/<option value="machines" selected/)
    expect(html).toMatch(/<option value="against" selected/)
    expect(html).toContain(`2 of ${keysOf(claims).length} claims.`)
    // The form that sorts treatments is not there on a desk; this one must be.
    expect(html).not.toContain('order-form')
  })
  test('says so when nothing fits, and leads back to all', async () => {
    const html = await shown('?theme=machines&grade=strong')
    expect(idsIn(html)).toEqual([])
    expect(html).toContain('None like this.')
  })
  test.each(['?theme=toString&grade=__proto__', '?theme=%3Cscript%3E', `?theme=${'x'.repeat(5000)}`])(
    'leaves out what it does not know, and says none of it back: %.30s',
    async (query) => {
      const html = await shown(query)
      expect(html).toContain(`All ${keysOf(claims).length} claims.`)
      expect(html).not.toContain('toString')
      expect(html).not.toContain('script%3E')
      expect(html).not.toContain('xxxxx')
    },
  )
  test('prints the number and its interval beside the claim', async () => {
    const all = (await walked('')).join('')
    expect(all).toContain('About 1.1 points, likely from 0.68 to 1.5.')
    // So near to nought that a coarser number would say none.
    expect(all).toContain('likely from 0.02 to 0.41.')
  })
})
