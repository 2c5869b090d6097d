/** The register as it is served. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { claims } from '../../../care/evidence/claims.ts'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { createCareApp } from '../app.tsx'
import { noon } from '../plan/plan.fixtures.ts'

const app = createCareApp({
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', learnCss: '/learn.css', islands: {} },
  buildId: 'test',
  kind: 'server',
  notebook: null,
})
const shown = async (query: string) => (await app.request(`/evidence${query}`)).text()
const idsIn = (html: string) => keysOf(claims).filter((id) => html.includes(`<li id="${id}">`))

describe('/evidence', () => {
  test('shows every claim, with its place to lead to', async () => {
    const html = await shown('')
    expect(idsIn(html)).toEqual(keysOf(claims))
    expect(html).toContain(`All ${keysOf(claims).length} claims.`)
    expect(gzipSync(html).length).toBeLessThan(40_000)
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
      expect(idsIn(html)).toEqual(keysOf(claims))
      expect(html).not.toContain('toString')
      expect(html).not.toContain('script%3E')
      expect(html).not.toContain('xxxxx')
    },
  )
  test('prints the number and its interval beside the claim', async () => {
    expect(await shown('')).toContain('About 1.1 points, likely from 0.68 to 1.5.')
    // So near to nought that a coarser number would say none.
    expect(await shown('')).toContain('likely from 0.02 to 0.41.')
  })
})
