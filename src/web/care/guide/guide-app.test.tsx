/** The pages of the guide as they are served: every one is there, leads only to pages that are there, and is light. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { articles } from '../../../care/guide/articles.ts'
import { guideQuestions } from '../../../care/guide/questions.ts'
import { guideTreatments } from '../../../care/guide/treatments.ts'
import { claimOf } from '../../../care/evidence/claims.ts'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { measuredName } from '../../ui/effect-bar.tsx'
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
const get = async (path: string) => {
  const answer = await app.request(path)
  return { status: answer.status, html: await answer.text() }
}

/** First parts of addresses that the server answers outside this app. */
const elsewhere = ['find', 'guide/pdf', 'ask', 'comments', 'letters', 'licences', 'icon.svg', 'manifest.webmanifest']
const pages = [
  ...['/guide', '/guide/questions', '/treatments'],
  ...keysOf(articles).map((slug) => `/guide/${slug}`),
  ...guideTreatments.map(({ slug }) => `/treatments/${slug}`),
  ...guideQuestions.map(({ slug }) => `/guide/questions/${slug}`),
]
const mostBytes = 25_000

describe.each(pages)('%s', async (path) => {
  const { status, html } = await get(path)

  test('is there, with one heading of the first order', () => {
    expect(status).toBe(200)
    expect([...html.matchAll(/<h1[ >]/g)]).toHaveLength(1)
  })

  test('leads only to pages that are there, and to places that are on it', async () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const hrefs = [...new Set([...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) => href))]
    for (const href of hrefs.filter((one) => one.startsWith('#')))
      expect([href, ids.has(href.slice(1))]).toEqual([href, true])
    for (const href of hrefs.filter((one) => /^\/(?!\/)/.test(one))) {
      const [address = ''] = href.split(/[?#]/)
      if (elsewhere.some((room) => address === `/${room}` || address.startsWith(`/${room}/`))) continue
      const there = await app.request(address)
      expect([href, there.status < 400]).toEqual([href, true])
    }
  })

  test('holds no id twice', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('is light', () => {
    expect(gzipSync(html).length).toBeLessThanOrEqual(mostBytes)
  })
})

test('an article that is none, also one that every object has, is a page that says so', async () => {
  for (const slug of ['no-such', 'constructor', '__proto__', `${'a'.repeat(5000)}`])
    expect((await get(`/guide/${slug}`)).status).toBe(404)
})

describe('no page is an end', () => {
  test.each(guideQuestions.map(({ slug }) => slug))('the question “%s” leads on', async (slug) => {
    const { html } = await get(`/guide/questions/${slug}`)
    const [, card = ''] = /What you can do here<\/h2>(.*?)<\/section>/s.exec(html) ?? []
    expect(card).toContain('href="/')
  })

  test('the page of all questions leads on to the search, a therapist, the treatments and the check', async () => {
    const { html } = await get('/guide/questions')
    const [, after = ''] = html.split('Yours is not here?')
    for (const href of ['/guide/search', '/ask', '/treatments', '/check']) expect(after).toContain(`<a href="${href}">`)
  })

  test('the page that says there is no network leads to the guide, which needs none', async () => {
    const { html } = await get('/offline')
    expect(html).toContain('<a href="/guide">the guide</a>')
  })
})

test('the questions lead to those that therapists answered for everybody', async () => {
  expect((await get('/guide/questions')).html).toContain('href="/ask/answered"')
})

test('the table of treatments tells of each what is claimed, with what is known behind it', async () => {
  const { html } = await get('/treatments')
  for (const { slug, heard } of guideTreatments) {
    const row = html.split('<tr>').find((one) => one.includes(`href="/treatments/${slug}"`)) ?? ''
    const [, claimed = '', known = ''] = /<summary>You may hear: “(.*?)”<\/summary><p>(.*?)<\/p>/.exec(row) ?? []
    const [first] = heard
    expect([slug, claimed, known]).toEqual([slug, first?.heard, `<b>What is known:</b> ${first?.known.text}`])
  }
})

test('the table of treatments names what was measured above each bar, and draws none without its name', async () => {
  const { html } = await get('/treatments')
  const rowOf = (slug: string) => html.split('<tr>').find((row) => row.includes(`href="/treatments/${slug}"`)) ?? ''
  for (const { slug, claim } of guideTreatments) {
    const { effect } = claimOf(claim)
    const [before = '', after] = rowOf(slug).split('<svg viewBox="0 0 240 30"')
    expect([slug, after !== undefined]).toEqual([slug, effect !== undefined])
    if (effect)
      expect([
        slug,
        before.toLowerCase().endsWith(`${measuredName(effect).toLowerCase()}</div><div class="small-effect">`),
      ]).toEqual([slug, true])
  }
  expect(rowOf('keep-moving')).toContain('Less pain, against bed rest')
})
