import { describe, expect, test } from 'vitest'
import { newSigns } from '../../../care/programme/warnings.ts'
import { createCareApp } from '../app.tsx'
import { checkFields, noon } from '../plan/plan.fixtures.ts'
import { allClear, begunOn, device, freshId, hidden, momentAt } from './programme.fixtures.ts'

const movementShown = /data-figure|data-timer|step-card/

describe('where no record can be kept', () => {
  const server = createCareApp({
    kind: 'server',
    notebook: null,
    now: () => noon,
    newId: () => crypto.randomUUID(),
    assets: { css: '/site.css', islands: {} },
    buildId: 'test',
  })
  const pages = [
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
  test.each(['/today', ...pages.map((page) => `/programme${page}`), '/programme/cleared', '/programme/stop'])(
    '%s says so, and keeps the check and the emergency signs in reach',
    async (path) => {
      const answer = await server.request(path)
      const html = await answer.text()
      expect(answer.status).toBe(200)
      expect(html).toContain('kept on your own device')
      expect(html).toContain('href="/check"')
      expect(html).toContain('href="/emergency"')
    },
  )
  test('the rules, the flare plan and the stop signs are shown all the same', async () => {
    const text = async (path: string) => (await server.request(path)).text()
    expect(await text('/programme')).toContain('Step back')
    expect(await text('/programme/flare')).toContain('Do not stay in bed')
    expect(await text('/programme/stop')).toContain('Numb or odd between my legs')
    expect(await text('/today')).not.toMatch(movementShown)
  })
  test('a stop sign that is posted still says what to do at once', async () => {
    const answer = await server.request('/programme/stop', {
      method: 'POST',
      body: new URLSearchParams({ sign: 'chest' }),
    })
    expect(await answer.text()).toContain('href="tel:999"')
  })
  test.each(['/programme/morning', '/programme/start', '/programme/phase'])(
    'a post to %s is no fault',
    async (path) => {
      const answer = await server.request(path, {
        method: 'POST',
        body: new URLSearchParams({ pain: '5', do: 'save' }),
      })
      expect([200, 409]).toContain(answer.status)
    },
  )
})

describe('beginning', () => {
  test('before a check, today says what the programme is and leads to the check', async () => {
    const page = await device().get('/today')
    expect(page.heading).toBe('Your day-by-day plan')
    expect(page.html).toContain('href="/check"')
    expect(page.html).not.toMatch(movementShown)
  })
  test('every other page of the programme leads there too', async () => {
    for (const path of ['/programme', '/programme/morning', '/programme/mini-check', '/programme/phase'])
      expect((await device().get(path)).at).toBe('/today')
  })
  test('with a check and a plan it asks when it began and how bad it was; age and first time come from the check', async () => {
    const home = await device().check(0, 12)
    expect((await home.get('/programme/start')).at).toBe('/plan')
    const check = (await home.of('checkFinished'))[0]?.check ?? ''
    await home.notebook.append({
      v: 1,
      id: crypto.randomUUID(),
      at: noon,
      kind: 'planMade',
      check,
      profile: { direction: 'back' },
    })
    const form = await home.get('/programme/start')
    expect(form.text).toContain('When did it begin this time?')
    expect(form.text).toContain('Age, from your check: 30')
    expect(form.text).not.toContain('first back pain ever')
    const blank = await home.post('/programme/start', { entry: hidden(form.html, 'entry') })
    expect(blank.status).toBe(422)
    expect(blank.text).toContain('There is a problem')
    const half = await home.post('/programme/start', { 'q.began': 'longer', 'q.painDayOne': '7' })
    expect([half.status, half.html]).toEqual([422, expect.stringContaining('href="#q.daysAgo"')])
    const entry = hidden(form.html, 'entry')
    const answers = { entry, 'q.began': '1', 'q.painDayOne': '7' }
    expect((await home.post('/programme/start', answers)).at).toBe('/today')
    await home.post('/programme/start', answers)
    expect(await home.of('programmeStarted')).toMatchObject([
      { episodeDay: '2026-11-22', painDayOne0to10: 7, ageYears: 30, firstEver: 'no' },
    ])
    expect(await home.of('directionFound')).toMatchObject([{ direction: 'back' }])
    const plan = await home.get('/plan')
    expect(plan.html).toContain('href="/today"')
  })
  test('what the check said of when it began stands chosen, until the form says otherwise', async () => {
    const chosen = ({ html }: { html: string }) =>
      [...html.matchAll(/<input[^>]*name="q\.began"[^>]*>/g)].flatMap(([input]) =>
        / checked/.test(input) ? (/value="([^"]*)"/.exec(input)?.[1] ?? []) : [],
      )
    const home = await device().check(0, 7, { duration: 'weeks2' })
    await home.plan(0, 7.5)
    const form = await home.get('/programme/start')
    expect(chosen(form)).toEqual(['longer'])
    const again = await home.post('/programme/start', { entry: hidden(form.html, 'entry'), 'q.began': '1' })
    expect([again.status, chosen(again)]).toEqual([422, ['1']])
  })
  test('an old check, or one that closes movements, cannot start it', async () => {
    const old = (await device().check(0, 7)).at(1, 7)
    expect((await old.get('/programme/start')).html).toContain('href="/check"')
    const ill = await device().check(0, 12, { F2: 'yes' })
    expect((await ill.get('/programme/start')).html).not.toContain('q.began')
    expect(await ill.of('programmeStarted')).toEqual([])
  })
})

describe('starting again', () => {
  test('after a new check and plan begins at phase 1, keeps the record, and sent twice counts once', async () => {
    const home = await begunOn()
    await home.session(0, 14)
    await home.check(20, 8)
    await home.plan(20, 8.1)
    const form = await home.at(20, 9).get('/programme/start')
    expect(form.heading).toBe('Start again from the first phase')
    expect(form.text).toContain('Start again only if your back has gone again.')
    const answers = { entry: hidden(form.html, 'entry'), 'q.began': '0', 'q.painDayOne': '8' }
    const page = await home.post('/programme/start', answers)
    expect(page.text).toContain('Day 1. Phase 1, Calm.')
    await home.post('/programme/start', answers)
    expect(await home.of('programmeStarted')).toHaveLength(2)
    expect(await home.of('sessionDone')).toHaveLength(1)
  })
  test('needs a check of its own: the one of the first time is too old', async () => {
    const home = await begunOn()
    const page = await home.at(20, 9).post('/programme/start', { 'q.began': '0', 'q.painDayOne': '8' })
    expect(page.html).toContain('href="/check"')
    expect(await home.of('programmeStarted')).toHaveLength(1)
  })
})

describe('after a check', () => {
  test('the result leads back to today while a programme runs, and not before', async () => {
    const result = async (home: Awaited<ReturnType<typeof begunOn>>) => {
      const [trail, at] = checkFields({}, momentAt(0, 12)) as [[string, string], [string, string]]
      return home.post('/check', { [trail[0]]: trail[1], [at[0]]: at[1], do: 'keep' })
    }
    const main = ({ html }: { html: string }) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
    expect(main(await result(device()))).not.toContain('href="/today"')
    const page = await result(await begunOn())
    expect(page.heading).toBe('You can carry on')
    expect(main(page)).toContain('href="/today"')
    expect(page.html.match(/class="button go"/g)).toHaveLength(1)
  })
})

describe('today', () => {
  test('asks first for the pain now, says why and how long, and what comes after', async () => {
    const page = await (await begunOn()).get('/today')
    expect(page.text).toContain('Tell us your pain now')
    expect(page.text).toContain('About 1 minute')
    expect(page.html).toContain('href="/programme/morning"')
    expect(page.text).toContain('After that')
    expect(page.html).toContain('href="/programme/stop"')
    expect(page.html).toContain('href="/diary/entry"')
    expect(page.text).not.toMatch(/streak|score|missed/i)
  })
  test('with morning and check done, leads to the session', async () => {
    const home = await begunOn()
    await home.morning(0, 3)
    const page = await home.get('/today')
    expect(page.html).toContain('href="/session"')
    expect(page.text).toContain('1 of 3 today')
  })
  test('says a hold in words with its reason', async () => {
    const home = await begunOn()
    await home.session(0, 14)
    await home.morning(1, 4)
    expect((await home.at(1, 9).get('/today')).text).toContain('Same again: this morning was 4, one more than before.')
  })
  test('says a step back in words with its reason', async () => {
    const home = await begunOn()
    await home.session(0, 14)
    await home.morning(1, 5)
    expect((await home.at(1, 9).get('/today')).text).toContain(
      'Stepping back: this morning was 5, two more than before.',
    )
  })
  test('says a step up in words, and what changed', async () => {
    const home = await begunOn()
    for (const hour of [9, 13, 17]) await home.session(0, hour)
    await home.morning(1, 3)
    const { text } = await home.at(1, 9).get('/today')
    expect(text).toMatch(/Going on One step more: .+\. Why: your last three sessions and mornings went well\./)
  })
  /** The part of the page that holds the week. */
  const weekOf = (html: string) => /<ol class="week-strip">.*?<\/ol>/s.exec(html)?.[0] ?? ''
  const wordsOf = (html: string) =>
    weekOf(html)
      .replaceAll(/<svg.*?<\/svg>/gs, '')
      .replaceAll(/<[^>]+>/g, ' ')
  test('shows the week beside the task: the pain that was told, what is done, what is ahead', async () => {
    const home = await begunOn()
    await home.morning(0, 6)
    for (const hour of [9, 13]) await home.session(0, hour)
    await home.morning(1, 3)
    const { html } = await home.mini(1).then(() => home.at(1, 9).get('/today'))
    expect(weekOf(html).match(/<li/g)).toHaveLength(7)
    expect(wordsOf(html)).toMatch(/Morning pain 6 · 2 sessions done/)
    expect(wordsOf(html)).toMatch(/Morning pain 3 · 3 sessions ahead/)
    expect(weekOf(html).match(/class="on"/g)).toHaveLength(2)
  })
  test('marks no day of the week as missed: a past day has cells only for what was done', async () => {
    const home = await begunOn()
    await home.morning(3, 4)
    const [past = ''] = weekOf((await home.at(3, 9).get('/today')).html).split('aria-current')
    expect(past).toContain('Nothing noted')
    expect(past).not.toContain('<rect')
  })
  test('with danger standing, neither the programme nor the flare plan tells anybody to go on moving', async () => {
    const locked = await begunOn()
    await locked.check(1, 7, { A1: 'yes' })
    expect((await locked.at(1, 9).get('/programme')).text).not.toMatch(/sessions? ahead/)
    const { html, text } = await locked.at(1, 9).get('/programme/flare')
    expect(text).toContain('Go to A&E now, or call 999')
    expect(html.indexOf('tel:999')).toBeLessThan(html.indexOf('Do not stay in bed'))
    expect(html).not.toMatch(/<details open[^>]*><summary>Read the plan/)
  })
  test('speaks of no session ahead while the movements are closed or a check comes first', async () => {
    const open = await begunOn()
    await open.morning(1, 3)
    expect(wordsOf((await open.at(1, 9).get('/today')).html)).toContain('ahead')
    const locked = await begunOn()
    await locked.check(1, 7, { F2: 'yes' })
    const jumped = await begunOn()
    await jumped.morning(0, 2)
    await jumped.morning(1, 6, { plainCause: 'no' })
    await jumped.mini(1)
    for (const home of [locked, jumped]) {
      const { html } = await home.at(1, 9).get('/today')
      expect(weekOf(html)).not.toBe('')
      expect(wordsOf(html)).not.toMatch(/ahead|to do/)
    }
  })
  test('shows the chart with its words that it is no promise, and no chart beside a call for help', async () => {
    const home = await begunOn()
    for (const day of [0, 1])
      await home.write(momentAt(day, 20), { kind: 'diaryEntry', painNow0to10: 5 - day } as never)
    const calm = await home.at(2, 9).get('/today')
    expect(calm.html).toContain('class="chart"')
    // The words that it is no promise comes before the picture.
    const before = calm.html.slice(calm.html.indexOf('<main'), calm.html.indexOf('class="chart"'))
    expect(before).toContain('not a promise')
    expect(calm.text).not.toContain('More help is worth having')
    expect(calm.html).toContain('href="/diary/chart"')
    await home.check(2, 7, { F2: 'yes' })
    expect((await home.at(2, 9).get('/today')).html).not.toContain('class="chart"')
  })
  test('offers help beside the chart when the pain is above that of most people, and blames nobody', async () => {
    const home = await begunOn()
    for (let day = 0; day <= 15; day += 1)
      await home.write(momentAt(day, 20), { kind: 'diaryEntry', painNow0to10: 9 } as never)
    const { text } = await home.at(15, 21).get('/today')
    expect(text).toContain('More help is worth having')
    expect(text).not.toMatch(/should have|your fault|failed/i)
  })
  test('a jump without a cause stops everything until the full check', async () => {
    const home = await begunOn()
    await home.morning(0, 2)
    await home.morning(1, 6, { plainCause: 'no' })
    await home.mini(1)
    const page = await home.at(1, 9).get('/today')
    expect(page.text).toContain('pain went from 2 to 6 with no clear reason')
    expect(page.text).toContain('Do the full check')
    expect(page.html).not.toContain('href="/session"')
  })
  test('welcomes back after ten days away, without blame, one step lower', async () => {
    const home = await begunOn()
    await home.session(0, 14)
    const { text } = await home.at(10, 9).get('/today')
    expect(text).toContain('Welcome back. It has been 10 days. That is fine. We start one step lower.')
    expect(text).not.toMatch(/missed|fail|should have/i)
  })
  test('a locked person is told to be seen, with the call first and no way to a session', async () => {
    const home = await begunOn()
    await home.check(1, 7, { F2: 'yes' })
    const page = await home.at(1, 9).get('/today')
    expect(page.text).toContain('Be seen first')
    expect(page.html).toContain('href="tel:111"')
    expect(page.html).toContain('href="/programme/cleared"')
    expect(page.html).not.toContain('href="/session"')
  })
  test('the way to a person is always there; urgent stands first', async () => {
    const home = await begunOn()
    expect((await home.get('/today')).text).toContain('You can book a physio at any time.')
    await home.write(noon, {
      kind: 'checkInDone',
      pain0to10: 8,
      trend: 'worse',
      toiletAndDrink: 'no',
      canStand10Minutes: 'no',
      medicineFor24Hours: 'yes',
      backToNormal: 'no',
      severeLegPain: 'no',
    })
    const { html, text } = await home.get('/today')
    expect(text).toContain('You said you cannot get to the toilet or a drink.')
    expect(html.indexOf('tel:111')).toBeLessThan(html.indexOf('After that'))
    expect(html.match(/href="tel:111"/g)).toHaveLength(1)
  })
  test('a session under way is offered first; after its end, or a danger sign, it is not', async () => {
    const home = await begunOn()
    await home.morning(0, 3)
    const id = freshId()
    await home.notebook.append({
      v: 1,
      id,
      at: momentAt(0, 12),
      day: '2026-11-23',
      kind: 'sessionBegun',
      painNow0to10: 3,
      minutes: 10,
      items: [],
    })
    const page = await home.get('/today')
    expect(page.text).toContain('Carry on with your session')
    expect(page.html).toContain(`href="/session/${id}"`)
    await home.post('/programme/stop', { sign: 'dizzy' })
    expect((await home.get('/today')).html).not.toContain(`href="/session/${id}"`)
  })
  test('the front page leads to today first, and keeps the check and the emergency signs', async () => {
    const { html } = await (await begunOn()).get('/')
    const places = ['href="/today"', 'href="/check"', 'href="/emergency"'].map((link) => html.indexOf(link))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places[0]).toBeLessThan(places[1] ?? 0)
  })
})

describe('the morning', () => {
  test('is one tap for the pain and one for the rest; sent twice it counts once', async () => {
    const home = await begunOn()
    const first = await home.get('/programme/morning')
    expect(first.html.match(/name="pain"/g)).toHaveLength(11)
    const entry = hidden(first.html, 'entry')
    const second = await home.post('/programme/morning', { entry, pain: '4' })
    expect(second.heading).toBe('Last night and today')
    expect(await home.of('morningNoted')).toEqual([])
    const fields = { entry, pain: '4', do: 'save', 'list.explain': 'none' }
    expect((await home.post('/programme/morning', fields)).at).toBe('/today')
    await home.post('/programme/morning', fields)
    expect(await home.of('morningNoted')).toMatchObject([{ pain0to10: 4, poorSleep: 'no', ill: 'no' }])
  })
  test('the same form sent again with another answer is written anew, so nothing is lost', async () => {
    const home = await begunOn()
    const fields = { entry: crypto.randomUUID(), pain: '4', do: 'save', 'list.explain': 'none' }
    await home.post('/programme/morning', fields)
    await home.post('/programme/morning', { ...fields, pain: '6' })
    expect((await home.of('morningNoted')).map(({ pain0to10 }) => pain0to10)).toEqual([4, 6])
  })
  test('a tick is yes and leaves the other at no; "not sure" leaves it open', async () => {
    const home = await begunOn()
    await home.post('/programme/morning', { pain: '4', do: 'save', poorSleep: 'yes' })
    await home.post('/programme/morning', { pain: '3', do: 'save', ill: 'yes', 'list.explain': 'notSure' })
    await home.post('/programme/morning', { pain: '3', do: 'save', 'list.explain': 'none', 'q.usual': '5' })
    expect(await home.of('morningNoted')).toMatchObject([
      { poorSleep: 'yes', ill: 'no' },
      { poorSleep: 'notSure', ill: 'yes' },
      { poorSleep: 'no', ill: 'no', usual0to10: 5 },
    ])
  })
  test('a list left blank is asked again: what is not told never counts as good', async () => {
    const home = await begunOn()
    const page = await home.post('/programme/morning', { pain: '4', do: 'save' })
    expect([page.status, page.html]).toEqual([422, expect.stringContaining('href="#list.explain"')])
    expect(page.html).toContain('name="pain" value="4"')
    expect(await home.of('morningNoted')).toEqual([])
  })
  test.each(['', '11', '-1', '4.5', 'much', '1e1'])(
    'pain of "%s" is asked again and nothing is written',
    async (pain) => {
      const home = await begunOn()
      const page = await home.post('/programme/morning', { pain, do: 'save' })
      expect([page.status, page.text]).toEqual([422, expect.stringContaining('Choose a number from 0 to 10')])
      expect(await home.of('morningNoted')).toEqual([])
    },
  )
  test('a jump of three asks for a clear reason; a rise of two does not', async () => {
    const home = await begunOn()
    await home.morning(0, 3)
    home.at(1, 8)
    expect((await home.post('/programme/morning', { pain: '5' })).text).not.toContain('clear reason')
    const page = await home.post('/programme/morning', { pain: '6' })
    expect(page.text).toContain('Is there a clear reason for more pain?')
    expect(page.text).toContain('The last time you told us it was 3.')
    const blank = await home.post('/programme/morning', { pain: '6', do: 'save', 'list.explain': 'none' })
    expect([blank.status, blank.html]).toEqual([422, expect.stringContaining('href="#q.plainCause"')])
    const yes = await home.post('/programme/morning', {
      pain: '6',
      do: 'save',
      'q.plainCause': 'yes',
      'list.explain': 'none',
    })
    expect(yes.text).not.toContain('with no clear reason')
    expect((await home.of('morningNoted')).at(-1)).toMatchObject({ pain0to10: 6, plainCause: 'yes' })
  })
  test('a tick together with "None of these" is a contradiction, not an answer', async () => {
    const home = await begunOn()
    const page = await home.post('/programme/morning', { pain: '4', do: 'save', ill: 'yes', 'list.explain': 'none' })
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('Choose one or the other')])
  })
  test('told already today, it says so and still takes a new number', async () => {
    const home = await begunOn()
    await home.morning(0, 4)
    expect((await home.get('/programme/morning')).text).toContain('You told us 4 today')
  })
})

describe('the short check', () => {
  const nextDay = async () => {
    const home = await begunOn()
    await home.session(0, 14)
    await home.morning(1, 3)
    return home.at(1, 9)
  }
  test('asks in the words of the check, and none of these opens the day', async () => {
    const home = await nextDay()
    expect((await home.get('/today')).html).not.toContain('href="/session"')
    const page = await home.get('/programme/mini-check')
    expect(page.html.match(/type="checkbox"/g)).toHaveLength(7)
    expect(page.html).not.toContain('checked')
    const after = await home.post('/programme/mini-check', { entry: hidden(page.html, 'entry'), ...allClear })
    expect(after.at).toBe('/today')
    expect(after.html).toContain('href="/session"')
  })
  test.each(['A1', 'A2', 'A3', 'A5', 'A6'])(
    'a yes to %s shows 999 and A&E at once and closes movements',
    async (sign) => {
      const home = await nextDay()
      const page = await home.post('/programme/mini-check', { [`q.${sign}`]: 'yes' })
      expect(page.heading).toBe('Stop. This may need help now')
      expect(page.html).toContain('class="alarm"')
      expect(page.html).toContain('href="tel:999"')
      expect(page.text).toContain('Go to A&E now')
      expect(page.html.indexOf('tel:999')).toBeLessThan(page.html.indexOf('Do the full check now'))
      const today = await home.get('/today')
      expect(today.text).toContain('Your short check found something to look at.')
      expect(today.html).not.toContain('href="/session"')
      expect((await home.post('/programme/mini-check', allClear)).html).not.toContain('href="/session"')
    },
  )
  test('a fever points to 111 first', async () => {
    const page = await (await nextDay()).post('/programme/mini-check', { 'q.B2': 'yes' })
    expect(page.heading).toBe('Stop. Speak to someone today')
    expect(page.html.indexOf('tel:111')).toBeGreaterThan(0)
    expect(page.html).not.toContain('class="alarm"')
  })
  test('anything else that is new leads to the full check', async () => {
    const page = await (await nextDay()).post('/programme/mini-check', { 'q.anythingNew': 'yes' })
    expect(page.heading).toBe('Stop. Let us check again')
    expect(page.html).toContain('action="/programme/full-check"')
  })
  test('"not sure" asks each one alone with its help; still not sure closes movements', async () => {
    const home = await nextDay()
    const singly = await home.post('/programme/mini-check', { 'list.mini': 'notSure' })
    expect(singly.html.match(/type="radio"/g)).toHaveLength(21)
    expect(await home.of('miniCheckDone')).toEqual([])
    const no = Object.fromEntries(['A1', 'A2', 'A3', 'A5', 'A6', 'B2', 'anythingNew'].map((id) => [`q.${id}`, 'no']))
    const half = await home.post('/programme/mini-check', { singly: 'yes', 'q.A1': 'no' })
    expect(half.status).toBe(422)
    const page = await home.post('/programme/mini-check', { singly: 'yes', ...no, 'q.A1': 'notSure' })
    expect(page.heading).toBe('Stop. Let us check again')
    expect((await home.get('/today')).html).not.toContain('href="/session"')
    const clear = await (await nextDay()).post('/programme/mini-check', { singly: 'yes', ...no })
    expect(clear.html).toContain('href="/session"')
  })
  test('blank, or none together with a tick, is asked again', async () => {
    const home = await nextDay()
    expect((await home.post('/programme/mini-check', {})).status).toBe(422)
    const both = await home.post('/programme/mini-check', { 'q.A1': 'yes', ...allClear })
    expect([both.status, both.text]).toEqual([422, expect.stringContaining('Choose one or the other')])
    expect(both.html).toMatch(/name="q.A1" value="yes" checked/)
    expect(await home.of('miniCheckDone')).toEqual([])
  })
  test('the full check then begins with what was told: its clarifier comes first', async () => {
    const home = await nextDay()
    await home.post('/programme/mini-check', { 'q.A2': 'yes' })
    const check = await home.post('/programme/full-check')
    expect(check.at).toMatch(/^\/check\/[0-9a-f-]{36}\/2$/)
    expect(check.html).toContain('q.A2.kind')
  })
})

describe('something new or worse', () => {
  test.each(newSigns.map(({ id, how }) => [id, how] as const))(
    '%s stops everything, and help comes first (%s)',
    async (id, how) => {
      const home = await begunOn()
      await home.morning(0, 3)
      expect((await home.get('/today')).html).toContain('href="/session"')
      const page = await home.post('/programme/stop', { sign: id })
      const call = how === 'now' ? 'tel:999' : how === 'today' ? 'tel:111' : 'See them all'
      expect(page.html.toLowerCase()).toContain(call.toLowerCase())
      expect(page.html).toContain('action="/programme/full-check"')
      expect(page.html).not.toMatch(movementShown)
      const today = await home.get('/today')
      expect(today.text).toContain('Stop for now')
      expect(today.html).not.toContain('href="/session"')
      expect((await home.get('/programme/stop')).text).toContain('The full check is still to do')
    },
  )
  test('the check starts with the sign that was pressed, and twice pressed starts a new check each time', async () => {
    const home = await begunOn()
    await home.post('/programme/stop', { sign: 'saddle' })
    const first = await home.post('/programme/full-check', { sign: 'saddle' })
    const second = await home.post('/programme/full-check', { sign: 'saddle' })
    expect(first.html).toContain('q.A1.when')
    expect(first.at).not.toBe(second.at)
  })
  test('a post without a sign says what to do and stops nothing', async () => {
    const home = await begunOn()
    const page = await home.post('/programme/stop', { sign: 'nonsense' })
    expect(page.status).toBe(422)
    expect(await home.of('stopped')).toEqual([])
  })
  test('works before a programme has begun', async () => {
    const home = device()
    expect((await home.get('/programme/stop')).heading).toBe('What is new or worse?')
    expect((await home.post('/programme/stop', { sign: 'bladder' })).text).toContain('Go to A&E now')
  })
})

test('the plan can be printed on the device, and its paper says what cannot wait', async () => {
  const { html } = await (await begunOn()).get('/programme')
  expect(html).toMatch(/<button[^>]*data-print[^>]*>[^<]*save it as a PDF/)
  const [, onPaper = ''] = /<div class="print-only">(.*?)<\/div>/s.exec(html) ?? []
  expect(onPaper).toContain('Go to A&amp;E or call 999 if')
  expect(onPaper).toContain('Both legs are painful, numb or weak.')
})
