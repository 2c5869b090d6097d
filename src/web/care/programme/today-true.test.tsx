/** Every card of Today is true at the moment it is read. */
import { describe, expect, test } from 'vitest'
import { checkMinutes, fullCheckMinutes } from '../../../care/check/check-minutes.ts'
import { allClear, begunOn } from './programme.fixtures.ts'

/** Four mornings that get better, then one of 5. @param plainCause told beside the last one */
async function sorerDay(plainCause: 'yes' | 'no') {
  const home = (await begunOn()).at(4, 10)
  for (const [day, pain] of [6, 5, 3, 2].entries()) await home.morning(day, pain)
  await home.morning(4, 5, { plainCause })
  return home
}

describe('a stop that a full check has answered', () => {
  test('asks for the check until it is done', async () => {
    const { text } = await (await sorerDay('no')).get('/today')
    expect(text).toContain(
      'Stop for now: pain went from 2 to 5 with no clear reason. Do the full check before you go on.',
    )
  })
  test('and then says that it is clear, and asks no more', async () => {
    const home = await sorerDay('no')
    await home.check(4, 9)
    const { text } = await home.get('/today')
    expect(text).not.toContain('before you go on')
    expect(text).toContain('Check clear. It came first because: pain went from 2 to 5 with no clear reason.')
  })
  test('a check that found danger clears nothing', async () => {
    const home = await sorerDay('no')
    await home.check(4, 9, { A1: 'yes' })
    expect((await home.get('/today')).text).not.toContain('Check clear')
  })
})

describe('a much sorer day', () => {
  test('has a card of its own: a position with its picture, heat, breathing and half a session', async () => {
    const home = await sorerDay('yes')
    await home.post('/programme/mini-check', allClear)
    const { html, text } = await home.get('/today')
    const card = html.slice(html.indexOf('A sorer day'), html.indexOf('Open your flare plan'))
    expect(card).toContain('Your pain went from 2 to 5.')
    expect(card).toContain('<svg')
    expect(card).toMatch(/Use heat if it is safe.*Breathe slowly.*Then half a session/s)
    expect(text).toContain('It is set to half already.')
  })
  test('not for one point, nor while the full check is due', async () => {
    const home = (await begunOn()).at(4, 10)
    for (const [day, pain] of [6, 5, 3, 4].entries()) await home.morning(day, pain)
    await home.morning(4, 5)
    expect((await home.get('/today')).text).not.toContain('A sorer day')
    expect((await (await sorerDay('no')).get('/today')).text).not.toContain('A sorer day')
  })
  test('before the short check it shows no movement', async () => {
    const { html } = await (await sorerDay('yes')).get('/today')
    const card = html.slice(html.indexOf('A sorer day'), html.indexOf('Open your flare plan'))
    expect(card).not.toContain('<svg')
    expect(card).toContain('once the check is clear')
  })
})

describe('what nothing asks for today', () => {
  const folds = (html: string) =>
    [...html.matchAll(/<details>(.*?)<\/details>/gs)].find(([, inside]) => inside?.includes('today-more'))?.[1] ?? ''

  test('is one closed line, with the way to a person in it; the chart and the next task stand free', async () => {
    const { html } = await (await begunOn()).get('/today')
    expect(folds(html)).toContain('My flare plan')
    expect(folds(html)).toContain('You can book a physio at any time.')
    expect(html.match(/Someone to help you/g)).toHaveLength(1)
    // The programme's own page is linked once, beside the week.
    expect(html.match(/href="\/programme"/g)).toHaveLength(1)
  })
  test('advice to see somebody stands free as soon as it is due', async () => {
    const home = await begunOn()
    await home.session(0, 14)
    const { html } = await home.at(29, 9).get('/today')
    expect(html).toContain('id="help-title"')
    expect(folds(html)).not.toContain('id="help-title"')
  })
})

describe('what changed', () => {
  test('leads with what the pain has done, then says what is next', async () => {
    const home = (await begunOn()).at(4, 10)
    for (const [day, pain] of [7, 5, 4, 3, 2].entries()) await home.morning(day, pain)
    const { text } = await home.get('/today')
    expect(text).toMatch(/What changed since last time Your pain: \d(\.\d)? to 2 in 4 days\. .*Same again/)
    expect(text).not.toContain('Holding')
  })
  test('on the first day nothing has changed since "last time"', async () => {
    const home = (await begunOn()).at(0, 12)
    await home.session(0, 10)
    const { text } = await home.get('/today')
    expect(text).toContain('What is next, and why')
    expect(text).not.toContain('since last time')
  })
})

describe('the same thing is said in the same words', () => {
  test('the full check takes as long on Today as everywhere else', () => {
    expect(checkMinutes).toBe(
      `${['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'][fullCheckMinutes]} minutes`,
    )
  })
  test('the week of the programme has a dot for each session, and no bar that is longer on a worse day', async () => {
    const home = (await begunOn()).at(1, 12)
    await home.session(0, 10)
    await home.session(0, 15)
    await home.morning(1, 8)
    const { html } = await home.get('/programme')
    const week = html.slice(html.indexOf('<ol class="week"'), html.indexOf('</ol>', html.indexOf('<ol class="week"')))
    expect(week.match(/<circle/g)).toHaveLength(2)
    expect(week).not.toMatch(/<rect/)
    expect(week).toContain('Morning pain 8')
  })
})

describe('the morning is one flow', () => {
  test('from the pain to the short check to Today and its Start, with how much is to come', async () => {
    const home = (await begunOn()).at(1, 8)
    const saved = { do: 'save', pain: '3', 'list.explain': 'none' }
    const mini = await home.post('/programme/morning', saved)
    expect(mini.at).toBe('/programme/mini-check')
    expect(mini.text).toContain('Morning: the last part')
    const end = await home.post('/programme/mini-check', allClear)
    expect(end.at).toBe('/today')
    expect(end.text).toMatch(/Next Your movements: 1 of 3 today .* Start /)
  })
  test('with the look back of day 3 between them', async () => {
    const home = (await begunOn()).at(2, 8)
    const mini = await home.post('/programme/morning', { do: 'save', pain: '3', 'list.explain': 'none' })
    expect(mini.text).toContain('Morning: 2 short parts to go')
    expect((await home.post('/programme/mini-check', allClear)).at).toBe('/programme/check-in')
  })
  test('a danger sign leaves the flow for the way to help', async () => {
    const home = (await begunOn()).at(2, 8)
    await home.morning(2, 3)
    const warned = await home.post('/programme/mini-check', { 'q.A1': 'yes' })
    expect(warned.heading).toBe('Stop. This may need help now')
  })
  test('a second telling of the pain leads back to Today when all is asked', async () => {
    const home = (await begunOn()).at(1, 8)
    await home.morning(1, 3)
    await home.mini(1)
    const again = await home.at(1, 9).post('/programme/morning', { do: 'save', pain: '3', 'list.explain': 'none' })
    expect(again.at).toBe('/today')
  })
})
