/** The guide by calls of machines: all that is told fits its description, and danger that is typed comes first. */
import { describe, expect, test } from 'vitest'
import { claims } from '../../care/evidence/claims.ts'
import { keysOf } from '../../care/evidence/closed-sets.ts'
import { articles } from '../../care/guide/articles.ts'
import { guideQuestions } from '../../care/guide/questions.ts'
import { guideTreatments } from '../../care/guide/treatments.ts'
import { createApi } from '../api.ts'
import { guideCalls } from './guide-calls.ts'
import { shapes } from './guide-shapes.ts'

const api = createApi()
const get = async (path: string) => (await api.request(path)).json()
const post = async (body: string, type = 'application/json') => {
  const answer = await api.request('/api/v1/guide/search', { method: 'POST', body, headers: { 'Content-Type': type } })
  return { status: answer.status, body: await answer.json() }
}
const search = async (words: string) => shapes.Found.parse((await post(JSON.stringify({ words }))).body)

/** Every id of a claim in an answer, wherever it stands. */
const claimsNamed = (told: unknown): readonly string[] =>
  [...JSON.stringify(told).matchAll(/"claims":\[([^\]]*)\]/g)].flatMap(([, ids = '']) => ids.match(/[\w.-]+/g) ?? [])

describe('the guide', () => {
  test('lists every article and question, and tells each article as its description says', async () => {
    const guide = shapes.Guide.parse(await get('/api/v1/guide'))
    const slugs = guide.shelves.flatMap((shelf) => shelf.articles.map(({ slug }) => slug))
    expect(slugs.toSorted()).toEqual(keysOf(articles).toSorted())
    expect(guide.questions.map(({ slug }) => slug)).toEqual(guideQuestions.map(({ slug }) => slug))
    for (const slug of slugs) {
      const article = shapes.Article.parse(await get(`/api/v1/guide/articles/${slug}`))
      expect([slug, article.short.length > 0, article.href]).toEqual([slug, true, `/guide/${slug}`])
      for (const { kind, lines, href } of article.sections)
        expect([slug, lines.length > 0, href !== undefined]).toEqual([
          slug,
          kind !== 'from-rules',
          kind === 'from-rules',
        ])
      for (const id of claimsNamed(article)) expect(keysOf(claims)).toContain(id)
    }
  })

  test('tells every question, treatment and claim once, with its sources and review', async () => {
    const { questions } = shapes.Questions.parse(await get('/api/v1/guide/questions'))
    expect(questions.map(({ slug }) => slug)).toEqual(guideQuestions.map(({ slug }) => slug))
    const { treatments } = shapes.Treatments.parse(await get('/api/v1/treatments'))
    expect(treatments.map(({ slug }) => slug)).toEqual(guideTreatments.map(({ slug }) => slug))
    const told = shapes.Claims.parse(await get('/api/v1/claims')).claims
    expect(told.map(({ id }) => id)).toEqual(keysOf(claims))
    expect(told.filter(({ sources }) => sources.length === 0)).toEqual([])
    expect(claimsNamed(questions).length).toBeGreaterThan(20)
    for (const id of claimsNamed({ questions, treatments })) expect(keysOf(claims)).toContain(id)
  })

  test('is searched with slips of typing, and says what it knows nothing of', async () => {
    expect((await search('heet')).found.map(({ href }) => href)).toContain('/guide/heat-or-ice')
    expect((await search('   ')).found).toEqual([])
    const [movement] = (await search('knee rolls')).found
    expect(movement).toMatchObject({ kind: 'Movement' })
  })

  test('answers danger that is typed first, and then finds nothing that moves the body', async () => {
    const { danger, found } = await search('knee rolls, and I am numb between my legs')
    expect(danger?.say).toContain('999')
    expect(danger?.heard.map(({ question }) => question)).toContain('A1')
    expect(found.map(({ kind }) => kind)).not.toContain('Movement')
    expect(found.map(({ kind }) => kind)).not.toContain('In your plan')
    const other = await search('my throat is closing up')
    expect(other.otherEmergency?.say).toContain('999')
    expect((await search(`${'x '.repeat(4000)}ice`)).danger).toBeUndefined()
  })

  test.each([
    ['more words than are read', { words: `I am numb between my legs. ${'x'.repeat(10_001)}` }],
    ['a field that we do not know', { words: 'I am numb between my legs', admin: true }],
  ])('says what the words may mean beside its refusal of %s', async (_what, body) => {
    const refused = await post(JSON.stringify(body))
    expect([refused.status, refused.body.danger?.say]).toEqual([422, expect.stringContaining('call 999')])
    const throat = await post(JSON.stringify({ ...body, words: `My throat is closing up. ${'x'.repeat(10_001)}` }))
    expect([throat.status, throat.body.otherEmergency?.say]).toEqual([422, expect.stringContaining('999')])
    const plain = await post(JSON.stringify({ ...body, words: `knee rolls ${'x'.repeat(10_001)}` }))
    expect([plain.status, plain.body.danger, plain.body.otherEmergency]).toEqual([422, undefined, undefined])
  })

  test.each([
    ['no JSON', 'hello', 'application/json', 400],
    ['no words', '{}', 'application/json', 422],
    ['a field that we do not know', '{"words":"ice","admin":true}', 'application/json', 422],
    ['too many words', JSON.stringify({ words: 'x'.repeat(10_001) }), 'application/json', 422],
    ['more than is read', JSON.stringify({ words: 'x'.repeat(200_000) }), 'application/json', 413],
    ['another type', 'words=ice', 'application/x-www-form-urlencoded', 415],
  ])('refuses %s', async (_what, body, type, status) => {
    expect((await post(body, type)).status).toBe(status)
  })

  test('says that there is no such article, and which method an address takes', async () => {
    for (const slug of ['nothing', '__proto__', '%00'])
      expect((await api.request(`/api/v1/guide/articles/${slug}`)).status).toBe(404)
    for (const { method, path } of guideCalls) {
      const answer = await api.request(path.replace(':article', 'x'), { method: 'PUT' })
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, method.toUpperCase()])
    }
  })
})
