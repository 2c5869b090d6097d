/**
 * What each public page says of itself to a search engine and under a shared link: a line of its own, and its
 * one address. Asked of a whole server: every page of the map of the site, and what the search and the guide lead to.
 */
import { expect, test } from 'vitest'
import { sharedClinic } from './clinic.ts'
import { publicPages } from './public-pages.ts'

const attribute = (html: string, element: RegExp) => {
  const [, value = ''] = element.exec(html) ?? []
  return value.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<')
}
const headOf = (html: string) => ({
  about: attribute(html, /<meta name="description" content="([^"]*)"/),
  shared: attribute(html, /<meta property="og:description" content="([^"]*)"/),
  canonical: attribute(html, /<link rel="canonical" href="([^"]*)"/),
  url: attribute(html, /<meta property="og:url" content="([^"]*)"/),
  title: attribute(html, /<meta property="og:title" content="([^"]*)"/),
})

test('every public page has a line and an address of its own', async () => {
  const { origin } = await sharedClinic()
  const usual = headOf(await (await fetch(origin)).text()).about
  expect(usual).not.toBe('')
  const pages = await publicPages(origin)
  for (const kind of [/^\/therapists\/[^/]+$/, /\/times$/, /\/reviews$/, /^\/clinics\//, /^\/comments\//])
    expect([String(kind), pages.some((path) => kind.test(path))]).toEqual([String(kind), true])
  for (const path of ['/evidence', '/guide/pdf', '/ask', '/ask/answered', '/letters', '/find'])
    expect(pages).toContain(path)
  const wrong: unknown[] = []
  const said = new Map<string, string>()
  for (const path of pages) {
    const answer = await fetch(origin + path)
    const { about, shared, canonical, url, title } = headOf(await answer.text())
    const isRight =
      answer.status === 200 && about !== '' && (about !== usual || path === '/') && shared === about && title !== ''
    const own = `${origin}${path}`
    if (!isRight || canonical !== own || url !== own) wrong.push([path, answer.status, about, canonical])
    const other = said.get(about)
    if (other !== undefined) wrong.push([path, 'says the same as', other])
    said.set(about, path)
  }
  expect(wrong).toEqual([])
}, 120_000)
