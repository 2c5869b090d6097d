/**
 * Every form of a page that stayed open while the record was erased in another tab: danger told in it is answered first and
 * closes, and what cannot be kept any more is said not to be, since a redirect looks as though all were well.
 */
import { describe, expect, test } from 'vitest'
import { decoded } from '../plan/plan.fixtures.ts'
import { type EveryPost, everyPost, wellUsed } from './every-post.fixtures.ts'

type Sent = Pick<EveryPost, 'what' | 'at' | 'fields'>

async function sendAfterErase({ at, fields }: Sent) {
  const { app, notebook, held } = await wellUsed()
  await notebook.erase()
  const body = new FormData()
  for (const [name, value] of Object.entries(fields(held))) body.append(name, value)
  const answer = await app.request(at(held), { method: 'POST', body })
  const location = answer.headers.get('Location')
  const kinds = (await notebook.all()).map(({ kind }) => kind)
  const shown = location ? await app.request(location) : answer
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(await shown.text())?.[1] ?? ''
  const text = decoded(main.replaceAll(/<[^>]+>/g, ' ')).replaceAll(/\s+/g, ' ')
  return { location, text, kinds }
}

const to = (path: string, what: string, fields: Readonly<Record<string, string>>): Sent => ({
  what,
  at: () => path,
  fields: () => fields,
})
const feelings = { 'q.worry': '2', 'q.hope': '2', 'q.load': 'no', 'q.stopped': 'no', screen: '1' }
const gone = /Nothing of what you sent just now was kept/

/** They tell of no danger, and what they stood on is gone. */
const notKept: readonly Sent[] = [
  ...everyPost.filter(
    ({ route, first, afterReading }) =>
      !first && !afterReading && /^\/programme\/(?!cleared|stop)|^\/session|^\/plan\/step/.test(route),
  ),
  to('/programme/mistaken', 'a mistake, of a danger that is gone', { mistake: 'wrong', about: 'x', sure: 'yes' }),
  to('/programme/morning', 'a number of the morning', { pain: '3' }),
  to('/plan', 'a question of the plan', { do: 'skip', screen: '0' }),
  to('/medicines', 'a question about medicines', { screen: 'history', do: 'skip' }),
  to('/session', 'a session', { pain: '2', minutes: '30' }),
]

describe('after an erase, nothing of it is taken in silence', () => {
  test.each(notKept)('$what', async (post) => {
    const { location, text, kinds } = await sendAfterErase(post)
    expect(location).toBeNull()
    expect(text).toMatch(gone)
    // The device cannot know: where nothing could be kept, there was nothing to erase.
    expect(text).not.toMatch(/was erased/)
    expect(kinds).toEqual([])
  })

  test('what is kept in the record that begins then is not said to be dropped', async () => {
    const { location, text, kinds } = await sendAfterErase(to('/diary/entry', 'an entry', { pain: '3' }))
    expect(location).toMatch(/^\/diary\/entry\//)
    expect(text).not.toMatch(gone)
    expect(kinds).toEqual(['diaryEntry'])
  })
})

describe('after an erase, danger told is answered first, and closes', () => {
  const dangers = everyPost.filter(({ route, first }) => first && !/^\/check|full-check|^\/session$/.test(route))
  test.each(dangers)('$route: $what', async (post) => {
    const { text, kinds } = await sendAfterErase(post)
    // A walk is kept in the record that begins then, and what it told asks for a check before the next.
    expect(text).toMatch(post.route === '/prevent/walking' ? /A check comes before/ : (post.first ?? /^$/))
    expect(text).not.toMatch(gone)
    expect(kinds.join()).toMatch(/stopped|miniAsked|miniCheckDone|tooMuchTold/)
  })

  const session = '/session/0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e0f'
  test.each([
    { ...to('/programme/morning', 'red, on the first screen', { pain: '8' }), said: /Do no more movements/ },
    { ...to(session, 'too sore, before the leg is asked', { do: 'tooSore', item: '0' }), said: /Stop here/ },
  ])('$what', async ({ said, ...post }) => {
    const { text, kinds } = await sendAfterErase(post)
    expect(text).toMatch(said)
    expect(kinds).toEqual(['miniAsked'])
  })

  test('a low mood leads to the question about ending one’s life', async () => {
    const { text } = await sendAfterErase(to('/programme/feelings', 'low', { ...feelings, 'q.mood': 'mostDays' }))
    expect(text).toMatch(/You told us that you feel low/)
  })
})

test('pain down the leg that is told to a step whose check ran out meanwhile stops all the same (H-10)', async () => {
  const { at, held } = await wellUsed()
  const home = at(2)
  const { heading } = await home.post(`/plan/step/${held.step}`, { do: 'soreLeg', leg: 'further' })
  expect(heading).toBe('Stop here for now')
  expect((await home.of('stopped')).map(({ told }) => told)).toEqual(['legFurther'])
})
