/** The front page to somebody whom the record sends for help: that comes before everything else on it (H-08). */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../care/check/types.ts'
import { device, freshId, momentAt } from './programme/programme.fixtures.ts'

const emergency: Answers = { A1: 'yes', 'A1.when': 'new' }

const quietPages = [
  ...['/check', '/medicines', '/medicines/tally'],
  ...['/diary/chart', '/diary/entry', '/diary/tasks', '/diary/triggers'],
]
const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

async function afterOverdose(home: ReturnType<typeof device>) {
  await home.at(0, 9).post('/diary/entry', { form: freshId(), pain: '2', note: overdoseNote })
  expect(await home.of('stopped')).toHaveLength(1)
  return home
}
const overdoseNote = 'I took an overdose of 20 paracetamol'

/** Checked, with a plan; with a programme if wished. */
async function ready(programme: boolean) {
  const home = device()
  await home.check(0, 7)
  await home.plan(0, 7.2)
  if (programme) await home.start(0, 7.5)
  return home.at(0, 9)
}

describe.each([
  ['while a programme runs', true],
  ['with a plan alone', false],
] as const)('the front page %s', (_when, programme) => {
  test.each([
    ['after a check that found an emergency', emergency, 'Go to A&E now, or call 999.', 'tel:999'],
    ['after a check that says to call today', { F2: 'yes' }, 'Speak to someone today.', 'tel:111'],
  ] as const)('%s says so first, with whom to call', async (_after, answers, words, call) => {
    const home = await ready(programme)
    await home.check(0, 9.5, answers)
    const page = await home.at(0, 9.6).get('/')
    expect(page.text).toContain('Be seen first')
    expect(page.text).toContain(words)
    expect(page.text).not.toContain('Today says what comes next')
    expect(page.html.indexOf(call)).toBeGreaterThan(0)
    expect(page.html.indexOf(call)).toBeLessThan(page.html.indexOf('href="/check"'))
    expect(page.html.indexOf(call)).toBeLessThan(page.html.indexOf('href="/programme/cleared"'))
  })
  test('after a danger sign that waits for the full check says so first', async () => {
    const home = await ready(programme)
    await home.at(0, 9.5).post('/programme/stop', { sign: 'saddle' })
    const page = await home.at(0, 9.6).get('/')
    expect(page.text).toContain('This may need help now')
    expect(page.text).toContain('Go to A&E now')
    expect(page.html.indexOf('tel:999')).toBeGreaterThan(0)
    expect(page.html.indexOf('tel:999')).toBeLessThan(page.html.indexOf('action="/programme/full-check"'))
    expect(page.text).not.toContain('Today says what comes next')
  })
  test('and once somebody has seen them, it is as before', async () => {
    const home = await ready(programme)
    await home.check(0, 9.5, emergency)
    await home.write(momentAt(1, 9), { kind: 'clinicianCleared', who: 'GP', how: 'seen' })
    await home.check(1, 10)
    const page = await home.at(1, 10.1).get('/')
    expect(page.text).not.toContain('Be seen first')
  })
  test('nothing of it where nothing is closed', async () => {
    const page = await (await ready(programme)).get('/')
    expect(page.text).not.toMatch(/Be seen first|may need help/)
  })
})

describe('a page that nothing has been begun for, to somebody whom the record sends for help', () => {
  test('the session says to be seen first, and not to start a plan', async () => {
    const home = await ready(false)
    await home.check(0, 9.5, emergency)
    const page = await home.at(0, 9.6).get('/session')
    expect(page.text).toContain('Not seen yet? Go to A&E now, or call 999.')
    expect(page.text).not.toMatch(/Start your (?:day-by-day )?plan first/)
    expect(page.html).not.toContain('Start my plan')
  })
  test.each(['/session', '/prevent/strength'])('%s says that the check comes first after a danger sign', async (at) => {
    const home = await ready(false)
    await home.at(0, 9.5).post('/programme/stop', { sign: 'saddle' })
    const page = await home.at(0, 9.6).get(at)
    expect(page.html).toMatch(/<a class="button go" href="\/check">|action="\/programme\/full-check"/)
    expect(page.text).not.toMatch(/Start your (?:day-by-day )?plan first|Start that first/)
  })
  // Whom to call stands in the page itself, before the way to the check.
  test.each([
    '/',
    '/today',
    '/plan',
    '/plan/step/1-1',
    '/movements',
    '/movements/M04',
    '/session',
    '/programme',
    '/prevent',
    '/prevent/strength',
    '/prevent/walking',
    '/medicines',
    '/relax',
  ])('%s names whom to call after a danger sign, where no check was ever done', async (at) => {
    const home = device().at(0, 9)
    await home.post('/programme/stop', { sign: 'saddle' })
    const { html } = await home.at(0, 9.1).get(at)
    const main = html.slice(html.indexOf('<main'))
    expect(main.indexOf('tel:999')).toBeGreaterThan(0)
    // Less than that sign needs.
    expect(main).not.toContain('worried, call 111')
  })
  test.each([
    '/',
    '/today',
    '/plan',
    '/movements',
    '/movements/M04',
    '/session',
    '/programme',
    '/prevent/strength',
    '/relax',
  ])('%s puts a sign for 999 that was told later before the call of a check that said today', async (at) => {
    const home = device()
    await home.check(0, 7, { F2: 'yes' })
    await home.at(0, 9).post('/programme/stop', { sign: 'saddle' })
    const { html, heading } = await home.at(0, 9.1).get(at)
    const main = html.slice(html.indexOf('<main'))
    expect(heading).not.toContain('Speak to someone today')
    expect(main).toContain('This may need help now')
    expect(main.indexOf('tel:999')).toBeGreaterThan(0)
    expect(`${main}tel:111`.indexOf('tel:111')).toBeGreaterThan(main.indexOf('tel:999'))
  })
  // Pages that say nothing back and open nothing: whoever looks up a dose or a task reads whom to call all the same.
  describe.each(quietPages)('%s', (at) => {
    test.each([
      ['a numb saddle', 'saddle', 'This may need help now', 'tel:999'],
      ['a weak leg', 'weak', 'This may need help now', 'tel:999'],
      ['a fever', 'fever', 'Speak to someone today', 'tel:111'],
    ] as const)('names whom to call after %s that was told in the diary', async (_told, sign, title, call) => {
      const home = device().at(0, 9)
      await home.post('/diary/entry', { form: freshId(), pain: '2', signs: sign })
      const main = mainOf((await home.at(0, 9.1).get(at)).html)
      expect(main).toContain(title)
      expect(main.slice(main.indexOf(title))).toContain(call)
    })
    test('names whom to call after a note of an overdose, and not what was told', async () => {
      const home = await afterOverdose(device())
      const { html, text } = await home.at(0, 9.1).get(at)
      expect(mainOf(html)).toContain('This may need help now')
      expect(text).toContain('New, worse than before, or not safe? Go to A&E now.')
      expect(text).toMatch(/Call 111 ?, option 2, or Samaritans on 116 ?123/)
      expect(text).not.toMatch(/overdose|20 paracetamol/)
    })
    test('puts the 999 of a sign that was told before a check that said today', async () => {
      const home = device()
      await home.check(0, 7, { F2: 'yes' })
      await home.at(0, 9).post('/programme/stop', { form: freshId(), sign: 'saddle' })
      const main = mainOf((await home.at(0, 9.1).get(at)).html)
      expect(main.indexOf('This may need help now')).toBeGreaterThan(0)
      expect(`${main}tel:111`.indexOf('tel:111')).toBeGreaterThan(main.indexOf('tel:999'))
    })
    test('says none of it once a whole check has settled it', async () => {
      const home = device().at(0, 9)
      await home.post('/diary/entry', { form: freshId(), pain: '2', signs: 'saddle' })
      await home.check(0, 9.5)
      expect((await home.at(0, 9.6).get(at)).text).not.toMatch(/may need help now|Be seen first/)
    })
  })
  test('beside a call for 999 Today names no movements for later', async () => {
    const home = await ready(true)
    expect((await home.get('/today')).text).toContain('Your movements')
    await home.at(0, 9.5).post('/programme/stop', { sign: 'chest' })
    const { text } = await home.at(0, 9.6).get('/today')
    expect(text).toContain('Call 999')
    expect(text).not.toContain('Your movements')
  })
  test('Today does not lead to a check that was done', async () => {
    const home = await ready(false)
    await home.check(0, 9.5, { F2: 'yes' })
    const page = await home.at(0, 9.6).get('/today')
    expect(page.text).toContain('Be seen first')
    expect(page.text).not.toMatch(/It begins with the check|Start the check/)
    expect(page.text).toContain('It waits until somebody has seen you')
  })
  test('where nothing is closed both say what to begin', async () => {
    const home = await ready(false)
    const session = await home.get('/session')
    expect(session.text).toContain('Start your day-by-day plan first')
    expect(session.html).toMatch(/<a class="button go" href="\/programme\/start">\s*Start my day-by-day plan/)
    expect((await home.get('/prevent/strength')).text).toContain('Start that first')
  })
})
