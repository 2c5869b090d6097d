/**
 * What each public page says of itself to a search engine and under a shared link: a line of its own, and its
 * one address. Asked of a whole server: every page of the map of the site, and what the search and the guide lead to.
 */
import { expect, test } from 'vitest'
import { articles } from '../src/care/guide/articles.ts'
import { sharedClinic } from './clinic.ts'

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

/** Every public address. */
async function publicPages(origin: string): Promise<readonly string[]> {
  const text = async (path: string) => await (await fetch(origin + path)).text()
  const map = [...(await text('/sitemap.xml')).matchAll(/<loc>(.*?)<\/loc>/g)].map(
    ([, at = '']) => new URL(at).pathname,
  )
  const found = `${await text('/find?place=E2')}${await text('/ask/answered')}`
  const therapists = new Set([...found.matchAll(/"(\/therapists\/[a-z0-9-]+)/g)].map(([, path = '']) => path))
  const one = [...therapists][0] ?? ''
  const page = await text(one)
  const more = [...`${found}${page}`.matchAll(/"(\/clinics\/[a-z0-9-]+|\/ask\/answered\/[\da-f-]{36})/g)]
  const comments = Object.keys(articles).map((slug) => `/comments/${slug}`)
  const open = await Promise.all(comments.map(async (path) => ((await fetch(origin + path)).ok ? path : [])))
  return [
    ...new Set([
      ...map,
      ...[...therapists, ...more.map(([, path = '']) => path), ...open.flat()],
      ...['/find/compare', `${one}/times`, `${one}/reviews`],
    ]),
  ]
}

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
