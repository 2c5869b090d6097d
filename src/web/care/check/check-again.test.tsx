/** A check done again while a programme runs: no words of a first day, and only what is still ahead. */
import { describe, expect, test } from 'vitest'
import { dangerPhrases } from '../../../care/check/free-text/danger-phrases.ts'
import { safetyNet } from '../../../care/check/safety-net.ts'
import { finishedAnswers, trailOf } from '../plan/plan.fixtures.ts'
import { newSigns } from '../../../care/programme/warnings.ts'
import { begunOn, device, freshId, momentAt } from '../programme/programme.fixtures.ts'
import { writeTrail } from './trail.ts'

const again = (home: ReturnType<typeof device>, told: Parameters<typeof finishedAnswers>[0] = {}) =>
  home.post('/check', { trail: writeTrail(trailOf(finishedAnswers(told).answers)), do: 'on' })

describe('a clear check in the middle of a programme', () => {
  test('says to carry on, and leads back to today', async () => {
    const { heading, text, html } = await again((await begunOn()).at(7, 9))
    expect(heading).toBe('You can carry on')
    expect(html).toMatch(/<a class="button go" href="\/today">Carry on</)
    expect(text).not.toContain('Start today')
    expect(text).not.toContain('You can start this at home')
  })
  test('still has every danger sign, and of the calm lines only those ahead', async () => {
    const { text } = await again((await begunOn()).at(7, 9))
    for (const sign of [...safetyNet.goNow.items, ...safetyNet.sameDay.items]) expect(text).toContain(sign)
    expect(text).not.toContain('by day 4 or 5')
    expect(text).toContain('a third better at 2 weeks')
  })
  test('not where it found something', async () => {
    const { heading, text } = await again((await begunOn()).at(7, 9), { F1: 'yes', 'F1.skin': 'no' })
    expect(heading).toBe('Book to be seen')
    expect(text).toContain('by day 4 or 5')
  })
  test('not while an earlier check still counts', async () => {
    const home = await (await begunOn()).check(3, 7, { A1: 'yes', 'A1.when': 'new' })
    expect((await again(home.at(7, 9))).heading).not.toBe('You can carry on')
  })
  test('without a programme it is a first day', async () => {
    expect((await again(device())).heading).toBe('You can start this at home')
  })
})

describe('a danger that the diary was told', () => {
  const told = async (entry: Readonly<Record<string, string>>, home = device()) => {
    await home.post('/diary/entry', { pain: '3', ...entry })
    return home.at(0, 20)
  }
  test.each([
    ['between the legs', { signs: 'saddle' }, 'A1'],
    ['a chest', { signs: 'chest' }, 'C1'],
    ['a fever', { signs: 'fever' }, 'B2'],
  ])('is ticked in a check that is begun anew, wherever it was begun: %s', async (_, entry, question) => {
    const { trail } = fieldsOf((await (await told(entry)).get('/check')).html)
    expect(JSON.parse(trail ?? '{}').was).toEqual({ [question]: 'yes' })
  })
  test.each([
    ['fever', { B2: 'yes' }],
    ['chest', { C1: 'yes' }],
  ])('so is a stop sign that is one question: %s', async (sign, was) => {
    const home = await begunOn()
    await home.at(1, 9).post('/programme/stop', { sign })
    expect(JSON.parse(fieldsOf((await home.at(1, 10).get('/check')).html).trail ?? '{}').was).toEqual(was)
  })
  test.each(newSigns.flatMap(({ id, question }) => (question ? [[id, question]] : [])))(
    'so is each stop button that is one question: %s',
    async (sign, question) => {
      const home = await begunOn()
      await home.at(1, 9).post('/programme/stop', { sign, entry: freshId() })
      expect(carriedBy(await home.at(1, 10).get('/check'))).toEqual({ [question]: 'yes' })
    },
  )
  test('so is what the short check was told, sure or not, and nothing that it was told "no" to', async () => {
    const home = await begunOn()
    const short = { A1: 'yes', A2: 'notSure', A3: 'no', A5: 'no', A6: 'no', B2: 'no', anythingNew: 'no' } as const
    await home.write(momentAt(1, 9), { kind: 'miniCheckDone', answers: short })
    expect(carriedBy(await home.at(1, 10).get('/check'))).toEqual({ A1: 'yes', A2: 'notSure' })
  })
  test('so is what a form told that was sent back, a sign for good and words for a day', async () => {
    const home = await begunOn()
    const sent = await home.at(1, 9).post('/diary/entry', { signs: ['saddle', 'weak'], note: 'I cannot feel my feet' })
    expect(sent.status).toBe(422)
    expect(await home.of('diaryEntry')).toEqual([])
    const told = { A1: 'yes', A6: 'yes', worry: 'I cannot feel my feet' }
    expect(carriedBy(await home.at(1, 10).get('/check'))).toEqual(told)
    // The page leads on with the same.
    const [, check = ''] = /href="(\/check\/[^"]+)"/.exec(sent.html) ?? []
    expect(carriedBy(await home.get(check))).toEqual(told)
    expect(JSON.stringify(await home.notebook.all())).not.toContain('feel my feet')
  })
  test('so is the name of a task', async () => {
    const home = (await begunOn()).at(1, 9)
    await home.post('/diary/tasks', { 'new.1': 'Walk, though I cannot feel my feet' })
    expect(carriedBy(await home.at(1, 10).get('/check'))).toEqual({ worry: 'Walk, though I cannot feel my feet' })
  })
  test('nothing of somebody who hurts the person is in a check after such a form', async () => {
    const home = await begunOn()
    const note = 'My husband hits me. My feet are numb'
    expect((await home.at(1, 9).post('/diary/entry', { note })).status).toBe(422)
    expect(JSON.stringify(carriedBy(await home.at(1, 10).get('/check')))).not.toMatch(/husband|I4/)
    expect(JSON.stringify(await home.notebook.all())).not.toContain('husband')
  })
  test('a check that answers "none" all through asks a second time before it takes that', async () => {
    const home = await told({ signs: 'saddle' })
    const { html } = await home.get('/check')
    expect(html).toMatch(/name="q\.A1"[^>]*checked/)
    const [, none = ''] = /<button[^>]*name="([^"]+)"[^>]*value="none"/.exec(html) ?? []
    expect(none).not.toBe('')
    const sent = await home.post('/check', { ...fieldsOf(html), [none]: 'none' })
    expect(sent.heading).toBe('You have changed an answer. Is that right?')
    expect(sent.text).toContain('You told us: Yes')
  })
  test('words that may mean danger are in the check’s own field, the latest first, and none twice', async () => {
    const first = await told({ note: 'I took 20 paracetamol to end it' })
    const home = await told({ note: 'My feet are numb since noon' }, first)
    const { trail } = fieldsOf((await home.get('/check')).html)
    expect(JSON.parse(trail ?? '{}').was).toEqual({
      worry: 'My feet are numb since noon\nI took 20 paracetamol to end it',
    })
  })
  test.each(['first', 'last'])(
    'of a note that is longer than that field its dangers are, so that the check can be gone on with: %s',
    async (where) => {
      const danger = 'I cannot feel my feet since noon.'
      const garden = 'The garden was cold and I dug a lot. '.repeat(45)
      const home = await told({ note: where === 'first' ? `${danger} ${garden}` : `${garden}${danger}` })
      const { html } = await home.get('/check')
      expect(JSON.parse(fieldsOf(html).trail ?? '{}').was).toEqual({ worry: danger })
      expect((await home.post('/check', { ...fieldsOf(html), 'list.0': 'none' })).heading).not.toBe(
        'We could not read your answers',
      )
    },
  )
  test('of one that is all a single sentence too, with nothing cut off at its end', async () => {
    const note = `${'the garden was cold and I dug a lot and '.repeat(30)}now I cannot feel my feet`
    const { html } = await (await told({ note })).get('/check')
    const { worry } = JSON.parse(fieldsOf(html).trail ?? '{}').was
    expect(worry).toContain('now I cannot feel my feet')
    expect(dangerPhrases(worry).map(({ question }) => question)).toEqual(['A5', 'A8'])
    expect(worry.length).toBeLessThanOrEqual(500)
  })
  test('nothing of it goes into a check about another person, nor comes after a whole check', async () => {
    const home = await told({ signs: 'saddle' })
    const page = await home.get('/check')
    const other = await home.post('/check', { ...fieldsOf(page.html), do: 'apart' })
    expect(JSON.parse(fieldsOf(other.html).trail ?? '{}').was ?? {}).toEqual({})
    await home.check(1, 9, {})
    expect(JSON.parse(fieldsOf((await home.at(1, 10).get('/check')).html).trail ?? '{}').was).toEqual({})
  })
})

/** What the check of this page begins with. */
const carriedBy = ({ html }: { readonly html: string }) => JSON.parse(fieldsOf(html).trail ?? '{}').was

/** The hidden fields of the form of a check. */
const fieldsOf = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  )
