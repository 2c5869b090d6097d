/** Guided sessions through the app itself: begin, play, too sore, how it went, what was decided. No port, no mock. */
import { describe, expect, test } from 'vitest'
import { type MovementId, movements } from '../../../care/movement/movements.ts'
import { createCareApp } from '../app.tsx'
import { decoded, noon } from '../plan/plan.fixtures.ts'
import { begunOn, device, freshId } from '../programme/programme.fixtures.ts'

const fine = { pain: '2', minutes: '30' } as const
type Home = Awaited<ReturnType<typeof begunOn>>

/** A home with a session just begun, and its page. */
async function playing(home?: Home) {
  const here = home ?? (await begunOn())
  const page = await here.post('/session', fine)
  const [begun] = (await here.of('sessionBegun')).slice(-1)
  if (!begun) throw new Error(`no session: ${page.heading} ${page.text.slice(0, 400)}`)
  return { home: here, page, begun, at: `/session/${begun.id}` }
}
/** What a person says at the end when all went well. */
const wentWell = (count: number, part: Record<string, string> = {}) => ({
  worst: '2',
  leg: 'none',
  effort: '2',
  ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`done.${index}`, 'all'])),
  ...part,
})

describe('before a session', () => {
  test('the page asks for the pain and the minutes, and says what it may be, why, and what is left out', async () => {
    const page = await (await begunOn()).get('/session')
    expect(page.heading).toBe('Your session')
    expect(page.text).toContain('How sore is your back now?')
    expect(page.text).toContain('It joins later, when the first ones go well.')
    expect(page.text).toContain(movements.M08.title)
  })
  test.each([
    ['before the programme', async () => device().get('/session'), 'Start your day-by-day plan first.', '/today'],
    [
      'the next day',
      async () => (await begunOn()).at(1).get('/session'),
      'The short check comes before the first session of each day.',
      '/programme/mini-check',
    ],
  ])('%s there is none, and it says why and where to go', async (_when, open, because, way) => {
    const page = await open()
    expect(page.heading).toBe('No session now')
    expect(page.text).toMatch(because.includes('short check') ? /short/ : because)
    expect(page.html).toContain(`href="${way}"`)
    expect(page.html).not.toContain('data-figure')
  })
  test('after a check that said to be seen first there is none, and whom to call comes before "I have been seen"', async () => {
    const home = await begunOn()
    await home.check(1, 8, { F2: 'yes' })
    const { heading, html } = await home.at(1).get('/session')
    expect(heading).toBe('No session now')
    expect(html).toContain('href="tel:111"')
    expect(html.indexOf('tel:111')).toBeLessThan(html.indexOf('/programme/cleared'))
  })
  test('after a stop there is none, and the full check is one tap away (H-08)', async () => {
    const home = await begunOn()
    await home.write(noon, { kind: 'stopped', sign: 'fever' })
    const page = await home.get('/session')
    expect(page.html).toContain('action="/programme/full-check"')
    expect((await home.post('/session', fine)).heading).toBe('No session now')
    expect(await home.of('sessionBegun')).toEqual([])
  })
  test('after a danger sign whom to call stands above the full check, and the sign is told once (H-08)', async () => {
    const home = await begunOn()
    await home.post('/programme/stop', { sign: 'saddle' })
    const { html, text } = await home.get('/session')
    expect(html.indexOf('tel:999')).toBeGreaterThan(0)
    expect(html.indexOf('tel:999')).toBeLessThan(html.indexOf('action="/programme/full-check"'))
    expect(text).toContain('Go to A&E now')
    expect(text).toContain('You told us about a danger sign.')
    expect(text).not.toContain('You told us: you told us')
  })
  test('nothing chosen is told at the top and loses nothing', async () => {
    const page = await (await begunOn()).post('/session', { minutes: '10' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Your pain: choose a number, or Not sure')
    expect(page.html).toMatch(/value="10" checked/)
  })
  test('a jump of three points asks for a clear reason; without one everything stops (§6.2)', async () => {
    const home = await begunOn()
    await home.morning(0, 2)
    const asked = await home.post('/session', { pain: '5', minutes: '10' })
    expect(asked.text).toContain('Is there a clear reason?')
    expect((await home.post('/session', { pain: '4', minutes: '10' })).heading).toBe('Your session')
    const after = await home.post('/session', { pain: '5', minutes: '10', cause: 'notSure' })
    expect((await home.of('stopped')).map(({ told }) => told)).toEqual(['painJump'])
    expect(after.heading).toBe('No session now')
    expect(after.text).toContain('Do the full check')
  })
  test('what pain at the start asks of every movement is said once, above them all', async () => {
    const home = await begunOn()
    await home.morning(0, 5)
    const { text } = await home.get('/session')
    expect(text.match(/Go smaller and slower/g)).toHaveLength(1)
    expect(text.indexOf('Go smaller and slower')).toBeLessThan(
      text.indexOf('It follows the pain and the minutes above.'),
    )
  })
  test('a jump with a clear reason goes on, halved', async () => {
    const home = await begunOn()
    await home.morning(0, 2)
    await home.post('/session', { pain: '5', minutes: '10', cause: 'yes' })
    const [begun] = await home.of('sessionBegun')
    expect(begun?.items.find(({ card }) => card === 'M08')?.half).toBe('You start sore, so this is half.')
    const { text } = await home.get(`/session/${begun?.id}`)
    expect(text).toContain('Go smaller and slower.')
    // The dose is half already: nobody may read that they should halve it again.
    expect(text).not.toContain('do half the number')
  })
})

describe('a session under way', () => {
  test('is written down as it is, and its page shows every movement with figure, dose and steps', async () => {
    const { page, begun, at } = await playing()
    expect(page.at).toBe(at)
    expect(begun).toMatchObject({ painNow0to10: 2, minutes: 30 })
    expect(begun.items.length).toBeGreaterThan(3)
    for (const { movement } of begun.items) {
      expect(page.text).toContain(movements[movement].title)
      for (const step of movements[movement].steps) expect(page.text).toContain(step)
    }
    expect(page.html.match(/value="tooSore"/g)?.length).toBeGreaterThanOrEqual(begun.items.length)
  })
  test('is the same after a reload and an hour later, though more has been learnt', async () => {
    const { home, at, page } = await playing()
    const list = (html: string) => /class="session-list".*?<\/ol><p/s.exec(html)?.[0]
    home.at(0, 13.5)
    expect(list((await home.get(at)).html)).toBe(list(page.html))
    expect((await home.get('/session')).text).toContain('You have already started one')
  })
  test('ends with a stop, and then shows no movement (H-04, H-08)', async () => {
    const { home, at } = await playing()
    await home.write(noon, { kind: 'stopped', sign: 'weaknessOrNumbness' })
    const page = await home.at(0, 13).get(at)
    expect(page.heading).toBe('No session now')
    expect(page.html).not.toContain('data-figure')
  })
  test('is over after six hours', async () => {
    const { home, at } = await playing()
    expect((await home.at(0, 18.4).get(at)).heading).toBe('Your session')
    expect((await home.at(0, 18.6).get(at)).heading).toBe('That session is over')
  })
  test('one that is not in the record is not made up', async () => {
    const page = await (await begunOn()).get(`/session/${freshId()}`)
    expect([page.status, page.heading]).toEqual([404, 'We cannot find that session'])
    const end = await (await begunOn()).get(`/session/${freshId()}/done`)
    expect([end.status, end.heading]).toEqual([404, 'We cannot find that session'])
  })
  test('brings no movement that is blocked, not even to swap: nothing on the floor for anyone who cannot get up (H-09)', async () => {
    const home = device()
    await home.check(0)
    await home.plan(0, 7.2, { floor: 'no' })
    await home.start(0)
    const { page, begun } = await playing(home)
    const data: string = decoded(/data-player="([^"]*)"/.exec(page.html)?.[1] ?? '[]')
    const slots: readonly (readonly { readonly movement: MovementId }[])[] = JSON.parse(data)
    expect(slots).toHaveLength(begun.items.length)
    expect(slots.flat().length).toBeGreaterThan(begun.items.length)
    for (const { movement } of slots.flat()) expect([movement, movements[movement].place]).not.toContain('floor')
  })
})

test('what is told with a stop is kept, and then comes what is new or worse', async () => {
  const { home, at, begun } = await playing()
  const form = {
    ...Object.fromEntries(begun.items.map((_, index) => [`done.${index}`, index === 0 ? 'tooSore' : 'skipped'])),
    ...{ worst: 'notSure', leg: 'same', effort: 'notSure', next: 'stop' },
  }
  expect((await home.post(at, form)).at).toBe('/programme/stop')
  const [done] = await home.of('sessionDone')
  expect(done).toMatchObject({ leg: 'same', movements: [{ done: 'tooSore' }, ...begun.items.slice(1).map(() => ({}))] })
  // Sent again, it is kept once.
  expect((await home.post(at, form)).at).toBe('/programme/stop')
  expect(await home.of('sessionDone')).toHaveLength(1)
})

describe('too sore, without the player', () => {
  test('stops the one and asks for the leg first', async () => {
    const { home, at } = await playing()
    const page = await home.post(at, { do: 'tooSore', item: '1' })
    expect(page.heading).toBe('Stop this one')
    expect(page.text).toContain('How is your leg?')
    expect((await home.post(at, { do: 'soreLeg', item: '1' })).status).toBe(422)
  })
  test.each(['further', 'lasting', 'notSure'])(
    'a leg that is “%s” ends the session and leads to the full check (H-10)',
    async (leg) => {
      const { home, at } = await playing()
      const page = await home.post(at, { do: 'soreLeg', item: '1', leg })
      expect(page.at).toBe(`${at}/done`)
      expect(page.heading).toBe('Stop here for now')
      expect(page.html).toContain('action="/programme/full-check"')
      const [done] = await home.of('sessionDone')
      expect(done).toMatchObject({ leg, session: at.slice('/session/'.length) })
      expect(done?.movements[1]).toMatchObject({ done: 'tooSore', peak0to10: 'notSure' })
      expect((await home.get('/session')).heading).toBe('No session now')
    },
  )
  test.each(['none', 'same', 'nearer'])('a leg that is “%s” leaves that one out and offers another', async (leg) => {
    const { home, at } = await playing()
    const page = await home.post(at, { do: 'soreLeg', item: '1', leg })
    expect(page.heading).toBe('Leave that one out today')
    expect(page.text).toContain('This may be easier for you.')
    expect(await home.of('sessionDone')).toEqual([])
  })
})

describe('how it went', () => {
  test('all well: saved as it was told, and the decision is shown in words', async () => {
    const { home, at, begun } = await playing()
    const page = await home.post(at, wentWell(begun.items.length, { 'peak.1': '3', 'told.1': 'M08-bed part' }))
    expect(page.heading).toBe('Saved')
    expect(page.text).toContain('Same again: that went well. The next morning shows if it is time for more.')
    const [done] = await home.of('sessionDone')
    expect(done).toMatchObject({ session: begun.id, painBefore0to10: 2, effort0to10: 2, leg: 'none' })
    expect(done?.movements.filter(({ card }) => card === 'M08')).toEqual([
      { card: 'M08', movement: 'M08', done: 'all', peak0to10: 3 },
      { card: 'M08', movement: 'M08-bed', done: 'part', peak0to10: 3 },
    ])
  })
  test.each([
    ['at noon', 12, 0, 12.5],
    ['begun before midnight and ended at 00:06', 23.8, 1, 0.1],
  ])('%s: the morning that is meant is the next one there is, whatever the calendar says', async (_, from, day, to) => {
    const { home, at, begun } = await playing((await begunOn()).at(0, from))
    const { heading, text } = await home.at(day, to).post(at, wentWell(begun.items.length))
    expect(heading).toBe('Saved')
    expect(text).toContain('When you get up in the morning, tell us how sore you are.')
    expect(text).not.toMatch(/tomorrow/i)
  })
  test('a movement without a number of its own gets the worst one, never a better one', async () => {
    const { home, at, begun } = await playing()
    const page = await home.post(at, wentWell(begun.items.length, { worst: '6', 'peak.0': '1' }))
    expect(page.text).toContain('Stepping back:')
    const [done] = await home.of('sessionDone')
    expect(done?.movements.map(({ peak0to10 }) => peak0to10)).toEqual([1, ...begun.items.slice(1).map(() => 6)])
  })
  test('the leg question cannot be left out: it is asked again and nothing is lost (H-10)', async () => {
    const { home, at, begun } = await playing()
    const { leg: _, ...without } = wentWell(begun.items.length, { worst: '4', 'told.1': 'M08-bed all' })
    const page = await home.post(at, without)
    expect([page.status, page.heading]).toEqual([422, 'Your session'])
    expect(page.text).toContain('Your leg: choose an answer, or Not sure')
    expect(page.html).toContain('name="told.1" value="M08-bed all"')
    expect(page.html).toMatch(/value="4" checked/)
    expect(await home.of('sessionDone')).toEqual([])
  })
  test('sent twice it counts once', async () => {
    const { home, at, begun } = await playing()
    await home.post(at, wentWell(begun.items.length))
    expect((await home.post(at, wentWell(begun.items.length, { effort: '5' }))).at).toBe(`${at}/done`)
    expect(await home.of('sessionDone')).toHaveLength(1)
    expect(await home.of('stopped')).toEqual([])
    expect((await home.get(at)).at).toBe(`${at}/done`)
  })
  test.each([
    ['the leg further', wentWell(1, { leg: 'further' }), 'stopped'],
    ['the leg not sure, of one alone', { do: 'soreLeg', item: '0', leg: 'notSure' }, 'stopped'],
    ['one too sore', wentWell(1, { 'done.0': 'tooSore' }), 'miniAsked'],
  ] as const)('told again, worse, it stops all the same: %s', async (_what, fields, kind) => {
    const { home, at, begun } = await playing()
    await home.post(at, wentWell(begun.items.length))
    expect((await home.post(at, fields)).heading).toBe('Stop here for now')
    expect(await home.of('sessionDone')).toHaveLength(1)
    expect(await home.of(kind)).toHaveLength(1)
    expect((await home.get('/session')).heading).toBe('No session now')
  })
  test.each([
    ['an emergency that a check found', { A1: 'yes', 'A1.when': 'new' }, 'tel:999'],
    ['a call for today that a check found', { F2: 'yes' }, 'tel:111'],
    ['chest pain told to the stop page', 'chest', 'tel:999'],
    ['a fall told to the stop page', 'fall', 'action="/programme/full-check"'],
  ] as const)('after %s since, its end says that first and praises nothing', async (_what, told, call) => {
    const { home, at, begun } = await playing()
    await home.post(at, wentWell(begun.items.length))
    expect((await home.get(`${at}/done`)).text).toContain('that went well')
    if (typeof told === 'string') await home.post('/programme/stop', { sign: told })
    else await home.check(0, 12.55, told)
    const { heading, html, text } = await home.at(0, 12.6).get(`${at}/done`)
    expect(heading).toBe('Stop here for now')
    expect(html.indexOf(call)).toBeGreaterThan(0)
    expect(html.indexOf(call)).toBeLessThan(html.indexOf('Your session is saved'))
    expect(text).not.toMatch(/went well|Relax for|When you get up|Sessions today/)
  })
  test('what was told of the leg is kept even when movements were closed meanwhile', async () => {
    const { home, at, begun } = await playing()
    await home.write(noon, { kind: 'stopped', sign: 'dizziness' })
    await home.at(0, 13).post(at, wentWell(begun.items.length, { leg: 'further' }))
    expect((await home.of('sessionDone'))[0]?.leg).toBe('further')
  })
  test('a session in which nothing was done is not counted as one', async () => {
    const { home, at, begun } = await playing()
    const nothing = Object.fromEntries(begun.items.map((_, index) => [`done.${index}`, 'skipped']))
    expect((await home.post(at, wentWell(0, nothing))).at).toBe('/today')
    expect(await home.of('sessionDone')).toEqual([])
  })
  test.each([
    ['the leg got worse', { leg: 'further' }],
    ['one was too sore', { 'done.0': 'tooSore' }],
    ['one was done in part', { 'done.0': 'part' }],
  ])('but it is where %s, though all else was left out', async (_, told) => {
    const { home, at, begun } = await playing()
    const nothing = Object.fromEntries(begun.items.map((_, index) => [`done.${index}`, 'skipped']))
    await home.post(at, wentWell(0, { ...nothing, ...told }))
    expect(await home.of('sessionDone')).toHaveLength(1)
  })
  test('one that goes on over midnight is of the day on which it began', async () => {
    const { home, at, begun } = await playing((await begunOn()).at(0, 23.8))
    await home.at(1, 0.1).post(at, wentWell(begun.items.length))
    const [done] = await home.of('sessionDone')
    expect(done?.day).toBe(begun.day)
  })
  test('a store that refuses is told, not hidden', async () => {
    const { home, at, begun } = await playing()
    const append = async () => {
      throw new Error('full')
    }
    Object.assign(home.notebook, { appendAll: append })
    const page = await home.post(at, wentWell(begun.items.length))
    expect([page.status, page.heading]).toEqual([409, 'We could not keep that'])
  })
})

describe('where no record can be kept', () => {
  test('a session says so, and relaxing is offered', async () => {
    const server = createCareApp({
      kind: 'server',
      notebook: null,
      now: () => noon,
      newId: () => freshId(),
      assets: { css: '/site.css', islands: {} },
      buildId: 'test',
    })
    for (const path of ['/session', `/session/${freshId()}`, `/session/${freshId()}/done`]) {
      const html = await (await server.request(path)).text()
      expect(html).toContain('kept on your own device')
      expect(html).toContain('href="/relax"')
    }
    expect((await server.request('/session', { method: 'POST', body: new URLSearchParams(fine) })).status).toBe(409)
  })
})

describe('what is said and asked around a session', () => {
  const ready = async (pain: number) => {
    const home = (await begunOn()).at(0, 8.1)
    await home.morning(0, pain)
    return home
  }
  test('a number told a few minutes ago is taken, and not asked again', async () => {
    const { text, html } = await (await ready(4)).get('/session')
    expect(text).toContain('Pain now: 4 of 10, as you said at 08:00. It has changed')
    expect(text).not.toContain('Still so?')
    expect(html).toMatch(/<details><summary>It has changed<.*name="pain" value="4"[^>]*checked/)
  })
  test('another number, once chosen, stands open', async () => {
    const home = await ready(4)
    const { html } = await home.post('/session', { pain: '3', minutes: '10', do: 'look' })
    expect(html).not.toContain('It has changed')
    expect(html).toMatch(/name="pain" value="3"[^>]*checked/)
  })
  test('after an hour it is asked, with the number told then a press away', async () => {
    const { text } = await (await ready(4)).at(0, 9.2).get('/session')
    expect(text).toContain('You said 4 at 08:00. Still so? Then press 4.')
  })
  test('why it is half is said once, above the list', async () => {
    const { text } = await (await ready(5)).get('/session')
    expect(text.match(/You start sore, so this is half\./g)).toHaveLength(1)
  })
  test('nobody who is not sure how sore they are is told that they start sore', async () => {
    const home = await ready(2)
    const unsure = { pain: 'notSure', minutes: '10' }
    const look = await home.post('/session', { ...unsure, do: 'look' })
    for (const { text } of [look, await home.post('/session', unsure)]) {
      expect(text).toContain('We do not know how sore you are now, so this is half.')
      expect(text).not.toContain('You start sore')
    }
  })
  test('the list follows the pain and the minutes chosen, and a look begins nothing', async () => {
    const home = await ready(2)
    const long = await home.post('/session', { pain: '2', minutes: '30', do: 'look' })
    const short = await home.post('/session', { pain: '2', minutes: '5', do: 'look' })
    const cards = ({ html }: { html: string }) => html.match(/id="may-[^"]*-title"/g)?.length ?? 0
    expect(cards(short)).toBeLessThan(cards(long))
    const sore = await home.post('/session', { pain: '4', minutes: '30', do: 'look' })
    expect(sore.text).toContain('You start sore, so this is half.')
    expect(await home.of('sessionBegun')).toEqual([])
  })
  test('a jump is asked about at once, also at a look', async () => {
    const page = await (await ready(2)).post('/session', { pain: '7', minutes: '10', do: 'look' })
    expect(page.text).toContain('Is there a clear reason?')
  })
  test('at the end the pictures of what was done, the sessions of today, and what the morning asks', async () => {
    const home = await ready(2)
    const begun = await home.post('/session', { pain: '2', minutes: '10' })
    const items = (await home.of('sessionBegun'))[0]?.items.length ?? 0
    const done = Object.fromEntries(
      Array.from({ length: items }, (_, index) => [`done.${index}`, index === 0 ? 'tooSore' : 'all']),
    )
    const end = await home.post(begun.at, { worst: '2', leg: 'none', effort: '2', ...done })
    expect(end.html).toContain('class="done-list"')
    expect(end.text).toContain('Sessions today: 1 of 3.')
    expect(end.text).toContain('You stopped in time. We left it out.')
  })
  test('what may take the place is shown by its picture, before the way past it', async () => {
    const home = await ready(2)
    const { html } = await home.post('/session', { pain: '2', minutes: '10' })
    const panel = html.slice(html.indexOf('data-panel="swap"'), html.indexOf('data-panel="stop"'))
    expect(panel).toMatch(/data-take="[^"]*"><span aria-hidden="true"><svg class="figure"/)
    expect(panel).toContain('class="ghost"')
    expect(panel.indexOf('data-take')).toBeLessThan(panel.indexOf('data-none'))
    expect(panel).not.toMatch(/class="button go"[^>]*data-none/)
  })
})
