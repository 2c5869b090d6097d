/** Every page of the programme can be read at eleven, and none counts days, blames or promises. */
import { expect, test } from 'vitest'
import { measure, sentencesOf } from '../../../../scripts/readability/measure.ts'
import { shownInPage } from '../../../../scripts/readability/shown.ts'
import { newSigns } from '../../../care/programme/warnings.ts'
import { begunOn, device } from './programme.fixtures.ts'

async function pages(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const add = (name: string, { html, status }: { html: string; status: number }) => {
    expect([name, status < 500]).toEqual([name, true])
    found.set(`${name} ${found.size}`, html)
  }
  const home = await begunOn()
  const paths = [
    '',
    '/start',
    '/morning',
    '/mini-check',
    '/check-in',
    '/abilities',
    '/phase',
    '/direction',
    '/feelings',
  ]
  const all = [
    '/',
    '/today',
    ...paths.map((path) => `/programme${path}`),
    '/programme/cleared',
    '/programme/stop',
    '/programme/flare',
  ]
  for (const path of all) {
    add(path, await device().get(path))
    add(path, await home.get(path))
    if (path !== '/' && path !== '/programme/flare') add(`${path} blank`, await home.post(path))
  }
  add('jump', await home.post('/programme/morning', { pain: '9' }))
  add('singly', await home.post('/programme/mini-check', { 'list.mini': 'notSure' }))
  const feelings = {
    'q.worry': '9',
    'q.hope': '1',
    'q.load': 'lot',
    'q.mood': 'mostDays',
    'q.stopped': 'yes',
    screen: '1',
  }
  add('life', await home.post('/programme/feelings', feelings))
  for (const answer of ['thoughts', 'plan', 'notSure'])
    add(answer, await home.post('/programme/feelings', { do: 'life', 'q.I3': answer }))
  for (const { id } of newSigns) add(id, await home.post('/programme/stop', { sign: id }))
  add('today stopped', await home.get('/today'))
  add('stop open', await home.get('/programme/stop'))
  await home.check(1, 7, { F2: 'yes' })
  add('today locked', await home.at(1, 8).get('/today'))
  add('cleared', await home.get('/programme/cleared'))
  for (const day of [2, 4, 14, 28, 45, 90]) {
    const slow = await begunOn()
    await slow.session(0, 14)
    await slow.morning(day, 6)
    slow.at(day, 9)
    add(`today ${day}`, await slow.get('/today'))
    add(`programme ${day}`, await slow.get('/programme'))
    add(
      `check-in ${day}`,
      await slow.post('/programme/check-in', {
        screen: '1',
        'q.trend': 'worse',
        'q.painNow': '9',
        'q.toilet': 'no',
        'q.stand': 'no',
        'q.medicine': 'yes',
      }),
    )
  }
  return found
}

/** A date is read as a date, however long its month. */
const date = /\w+day \d{1,2} \p{L}+/u
const citation = /\[(?:V2?|K|C)\]$/

test('every sentence of every page can be read at eleven', async () => {
  const sentences = new Map<string, string>()
  for (const [name, html] of await pages())
    for (const { text } of shownInPage(name, html))
      if (!citation.test(text)) for (const sentence of sentencesOf(text)) sentences.set(sentence, name)
  expect(sentences.size).toBeGreaterThan(250)
  const hard = [...sentences].flatMap(([sentence, name]) => {
    const { easy, age } = measure(sentence.replace(date, 'Monday'))
    return easy ? [] : [`${name} (${age?.toFixed(1)}): ${sentence}`]
  })
  expect(hard).toEqual([])
})

test('no page counts days in a row, scores, blames or promises', async () => {
  const all = await pages()
  expect(all.size).toBeGreaterThan(60)
  for (const [name, html] of all) {
    const text = shownInPage(name, html)
      .map((one) => one.text)
      .join(' ')
    expect([
      name,
      text.match(/\b(just a|simply|don.t worry|exercises?|streak|scores?|failed|lazy|cure|guarantee)\b/i),
    ]).toEqual([name, null])
    expect([name, text.match(/undefined|NaN|\[object/)]).toEqual([name, null])
  }
})
