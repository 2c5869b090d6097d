/** What the guide says to machines: data that holds to schema.org, one address for each page, a map and a feed that can be read. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { changesIn } from '../../../care/evidence/changes.ts'
import type { ClaimId } from '../../../care/evidence/claims.ts'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { articles } from '../../../care/guide/articles.ts'
import { guideQuestions } from '../../../care/guide/questions.ts'
import { guideTreatments } from '../../../care/guide/treatments.ts'
import { createCareApp } from '../app.tsx'
import { noon } from '../plan/plan.fixtures.ts'
import { changedPages } from './changed-pages.ts'
import { jsonLd } from './for-machines.ts'

const common = {
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', islands: {} },
  buildId: 'test',
}
const origin = 'https://unclench.example'
const server = createCareApp({ ...common, kind: 'server', notebook: null, origin: () => origin })
const nowhere = createCareApp({ ...common, kind: 'device', notebook: null })
const text = async (path: string) => await (await server.request(path)).text()

/** The parts of schema.org that we use, with what each must hold; a field that it does not know is a mistake. */
const page = {
  '@context': z.literal('https://schema.org'),
  name: z.string().min(3),
  description: z.string().min(10).max(400),
  url: z.url(),
  inLanguage: z.literal('en-GB'),
  isAccessibleForFree: z.literal(true),
  publisher: z.strictObject({ '@type': z.literal('Organization'), name: z.literal('Unclench'), url: z.url() }),
}
const thing = z.strictObject({ '@type': z.enum(['MedicalCondition', 'MedicalTherapy']), name: z.string().min(2) })
const schema = z.discriminatedUnion('@type', [
  z.strictObject({
    ...page,
    '@type': z.literal('MedicalWebPage'),
    about: thing,
    audience: z.strictObject({ '@type': z.literal('Patient') }),
    lastReviewed: z.iso.date(),
  }),
  z.strictObject({
    ...page,
    '@type': z.literal('FAQPage'),
    mainEntity: z
      .array(
        z.strictObject({
          '@type': z.literal('Question'),
          name: z.string().min(5),
          acceptedAnswer: z.strictObject({ '@type': z.literal('Answer'), text: z.string().min(5) }),
        }),
      )
      .min(20),
  }),
  z.strictObject({ ...page, '@type': z.literal('CollectionPage'), lastReviewed: z.iso.date().optional() }),
])

const pages = [
  ...['/guide', '/guide/questions', '/treatments', '/evidence'],
  ...keysOf(articles).map((slug) => `/guide/${slug}`),
  ...guideTreatments.map(({ slug }) => `/treatments/${slug}`),
  ...guideQuestions.map(({ slug }) => `/guide/questions/${slug}`),
]
const dataIn = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json = '']) => JSON.parse(json))

/** Articles and treatments have a picture of their own; src/share-pictures.test.ts looks at each. */
const ownPicture = (path: string) => /^\/(treatments\/.|guide\/(?!questions|pdf))/.test(path)

test.each(pages)('%s holds data that schema.org knows, and its one address', async (path) => {
  const html = await text(path)
  const [data, ...more] = dataIn(html)
  expect(more).toEqual([])
  const read = schema.safeParse(data)
  expect(read.error?.issues ?? []).toEqual([])
  expect(read.data?.url).toBe(`${origin}${path}`)
  expect(html).toContain(`<link rel="canonical" href="${origin}${path}"`)
  expect(html).toContain(`<meta property="og:url" content="${origin}${path}"`)
  expect(html).toContain(
    `<meta property="og:image" content="${origin}/share${ownPicture(path) ? path : '/unclench'}.png"`,
  )
})

test('every page of the map of the site that is drawn here has its one address and a line of its own', async () => {
  const map = [...(await text('/sitemap.xml')).matchAll(/<loc>(.*?)<\/loc>/g)].map(
    ([, at = '']) => new URL(at).pathname,
  )
  // The server draws the others (e2e/heads.test.ts asks it).
  const here = map.filter((path) => !/^\/(find|ask|letters|guide\/pdf)/.test(path))
  for (const path of ['/', '/emergency', '/about', '/safety', '/prevent', '/prevent/lessons/sleep'])
    expect(here).toContain(path)
  const heads = await Promise.all(
    here.map(async (path) => {
      const html = await text(path)
      const about = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? ''
      return {
        path,
        about,
        isRight: html.includes(`<link rel="canonical" href="${origin}${path}"`) && dataIn(html).length === 1,
      }
    }),
  )
  expect(heads.filter(({ isRight, about }) => !isRight || about === '')).toEqual([])
  expect(new Set(heads.map(({ about }) => about)).size).toBe(heads.length)
})

test('the page of questions holds each with its answer', async () => {
  const [data] = dataIn(await text('/guide/questions'))
  expect(data.mainEntity).toHaveLength(guideQuestions.length)
})

test('a filtered list has the address of the whole one', async () => {
  expect(await text('/treatments?group=hands-on&by=name')).toContain(`rel="canonical" href="${origin}/treatments"`)
})

test('no text can end the element that it stands in', () => {
  const evil = {
    path: '/x',
    title: '</script><script>alert(1)</script>',
    about: '<!--',
    data: { '@type': 'FAQPage' },
  } as const
  expect(jsonLd(evil, origin)).not.toContain('<')
  expect(JSON.parse(jsonLd(evil, origin)).name).toBe(evil.title)
})

test('a device, and a page about a person, says nothing to machines', async () => {
  for (const path of ['/guide', '/guide/heat-or-ice'])
    expect(await (await nowhere.request(path)).text()).not.toMatch(/ld\+json|canonical|og:/)
  for (const path of [
    '/record',
    '/today',
    '/medicines',
    '/guide/search',
    '/check',
    '/prevent/desk',
    '/prevent/reminders',
  ])
    expect(await text(path)).not.toMatch(/ld\+json|canonical|og:/)
  for (const path of ['/sitemap.xml', '/feed.xml', '/robots.txt'])
    expect((await nowhere.request(path)).status).toBe(404)
})

/** Every element is closed, in order, and there is one at the top. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  let tops = 0
  const body = xml.replace(/^<\?xml [^>]*\?>\n/, '')
  for (const [, end, name = '', own] of body.matchAll(/<(\/?)([a-z][\w:]*)(?:\s[^<>]*?)?(\/?)>/gi)) {
    if (end) {
      if (open.pop() !== name) return false
    } else if (!own) {
      if (open.length === 0) tops += 1
      open.push(name)
    }
  }
  const bare = body.replace(/<\/?[a-z][\w:]*(?:\s[^<>]*?)?\/?>/gi, '').replace(/&(?:amp|lt|gt|quot|apos);/g, '')
  return open.length === 0 && tops === 1 && !/[<&]/.test(bare)
}

describe('for machines', () => {
  test('the map of the site leads to pages that are there, each once, and to nothing of a person', async () => {
    const xml = await text('/sitemap.xml')
    expect(isWellFormed(xml)).toBe(true)
    const paths = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, at = '']) => at.replace(origin, ''))
    expect(new Set(paths).size).toBe(paths.length)
    expect(pages.filter((path) => !paths.includes(path))).toEqual([])
    // What the server alone answers is asked of a whole one: e2e/heads.test.ts.
    const ofServer = ['/find', '/guide/pdf', '/ask', '/ask/answered', '/letters']
    expect(ofServer.filter((path) => !paths.includes(path))).toEqual([])
    for (const path of paths.filter((one) => !ofServer.includes(one)))
      expect([path, (await server.request(path)).status]).toEqual([path, 200])
    expect(paths.filter((path) => /record|diary|check|console|account/.test(path))).toEqual([])
  })

  test('the feed can be read, and names each article', async () => {
    const answer = await server.request('/feed.xml')
    const xml = await answer.text()
    expect(answer.headers.get('Content-Type')).toBe('application/rss+xml; charset=utf-8')
    expect(isWellFormed(xml)).toBe(true)
    const pages = [...xml.matchAll(/<guid>/g)]
    expect(pages).toHaveLength(keysOf(articles).length)
    for (const [, on = ''] of xml.matchAll(/<pubDate>(.*?)<\/pubDate>/g)) expect(Date.parse(on)).not.toBeNaN()
  })

  test('the feed names each page on which a claim changed, with the day and what changed', async () => {
    const xml = await text('/feed.xml')
    const items = xml.match(/<item>.*?<\/item>/gs) ?? []
    const of = (path: string) => items.filter((item) => item.includes(`<link>${origin}${path}</link>`))
    const [changed = '', page = ''] = of('/guide/will-it-come-back')
    expect(changed).toContain('<title>Changed: ')
    expect(changed).toContain('<pubDate>Sat, 28 Nov 2026 00:00:00 GMT</pubDate>')
    expect(changed).toContain('It names the lessons beside the walks.')
    expect(page).not.toContain('Changed')
    const guids = items.map((item) => /<guid.*?<\/guid>/.exec(item)?.[0])
    expect(new Set(guids).size).toBe(items.length)
  })

  test('a claim that is new leads to its pages, one of no page and one that is withdrawn to the register', () => {
    const on = '2026-12-01'
    const told = (id?: ClaimId) =>
      changedPages([
        { on, how: id ? 'new' : 'withdrawn', what: 'New.', says: 'x', of: id ?? 'gone', ...(id && { id }) },
      ])
    expect(told('heat-eases').map(({ path }) => path)).toContain('/guide/heat-or-ice')
    expect(told().map(({ path }) => path)).toEqual(['/evidence#changes'])
    const gone = ['a', 'b'].map((id) => ({ id, on, said: 'x', why: 'y.' }) as const)
    expect(changesIn([], gone).map(({ of }) => of)).toEqual(['a', 'b'])
  })

  test('a damaged one would be seen', () => {
    expect(isWellFormed('<?xml version="1.0"?>\n<a><b></a></b>')).toBe(false)
    expect(isWellFormed('<?xml version="1.0"?>\n<a>x & y</a>')).toBe(false)
    expect(isWellFormed('<?xml version="1.0"?>\n<a>x &amp; y<c d="1"/></a>')).toBe(true)
  })

  test('robots are told where the map is, and kept out of what belongs to one person', async () => {
    const robots = await text('/robots.txt')
    expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`)
    const shut = robots.match(/(?<=^Disallow: ).+$/gm) ?? []
    for (const one of ['/console', '/letters/mine/x', '/letters/leave/x', '/ask/x', '/comments/mine/x', '/requests/x'])
      expect([one, shut.some((room) => one.startsWith(room))]).toEqual([one, true])
    for (const one of [
      '/reviews/x',
      '/feeds/x.ics',
      '/visits/again/x',
      '/offers/x',
      '/waiting/x',
      '/guide/pdf/no-mail/x',
    ])
      expect([one, shut.some((room) => one.startsWith(room))]).toEqual([one, true])
    for (const one of ['/letters', '/ask', '/comments/heat-or-ice', '/guide/pdf', '/therapists/a/reviews'])
      expect([one, shut.some((room) => one.startsWith(room))]).toEqual([one, false])
    expect(robots).toContain('Allow: /ask/answered\n')
    expect(robots).not.toMatch(/^Disallow: \/(guide|treatments)?$/m)
  })
})
