import { describe, expect, test } from 'vitest'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { Answers } from '../../../care/check/types.ts'
import { writeTrail } from '../check/trail.ts'
import { paths } from '../paths.ts'
import { finishedAnswers, noon, trailOf } from '../plan/plan.fixtures.ts'
import { allClear, begunOn, device, freshId, hidden, momentAt } from './programme.fixtures.ts'

const checkInAnswers = {
  'q.trend': 'same',
  'q.painNow': '5',
  'q.toilet': 'yes',
  'q.stand': 'yes',
  'q.medicine': 'yes',
  'q.normal': 'no',
  'q.leg': 'no',
  screen: '2',
}

describe('the check-in', () => {
  test('is asked on day 3, and a plain answer writes it', async () => {
    const home = (await begunOn()).at(2, 9)
    expect((await home.get('/today')).text).toContain('Better, the same or worse?')
    const page = await home.get('/programme/check-in')
    expect(page.text).toContain('1 of 3')
    expect(page.text).toContain('What to watch for')
    const entry = hidden(page.html, 'entry')
    const second = await home.post('/programme/check-in', { entry, screen: '0', 'q.trend': 'same', 'q.painNow': '5' })
    expect(second.heading).toBe('How you get by')
    expect(second.html).toContain('name="q.trend" value="same"')
    const after = await home.post('/programme/check-in', { entry, ...checkInAnswers })
    expect(after.at).toBe('/today')
    expect(await home.of('checkInDone')).toMatchObject([
      { pain0to10: 5, trend: 'same', toiletAndDrink: 'yes', medicineFor24Hours: 'yes', severeLegPain: 'no' },
    ])
    expect(after.text).toContain('You said it is the same as on the first day.')
    expect(after.text).toContain('Ask a pharmacist')
    // The other direction waits for the check that comes first.
    expect(after.html).not.toContain('href="/programme/direction"')
    expect((await (await home.check(2, 9.2)).at(2, 9.5).get('/today')).html).toContain('href="/programme/direction"')
  })
  test('worse and very bad on day 3 puts 111 before everything, with nothing to book', async () => {
    const home = (await begunOn()).at(2, 9)
    const { html, text } = await home.post('/programme/check-in', {
      ...checkInAnswers,
      'q.trend': 'worse',
      'q.painNow': '8',
    })
    expect(text).toContain('Call 111 today.')
    expect(html.indexOf('tel:111')).toBeLessThan(
      html.indexOf('id="next"') < 0 ? html.length : html.indexOf('id="next"'),
    )
    expect(text).not.toContain('Book with a physiotherapist')
  })
  test('beneath a call for help nothing goes on', async () => {
    const home = await begunOn()
    for (const hour of [9, 13, 17]) await home.session(0, hour)
    await home.morning(1, 3)
    expect((await home.at(1, 9).get('/today')).text).toContain('One step more')
    // They cannot reach the toilet, whatever the pain is.
    const { text } = await home.post('/programme/check-in', { ...checkInAnswers, 'q.toilet': 'no', 'q.painNow': '3' })
    expect(text).toContain('Call 111 today.')
    expect(text).not.toContain('One step more')
  })
  test('blank answers are asked again on their own screen and nothing is lost', async () => {
    const home = (await begunOn()).at(2, 9)
    const { 'q.trend': _trend, ...rest } = checkInAnswers
    const page = await home.post('/programme/check-in', rest)
    expect([page.status, page.heading]).toEqual([422, 'Better, the same or worse?'])
    expect(page.html).toContain('href="#q.trend"')
    expect(page.html).toContain('name="q.toilet" value="yes"')
    expect(page.html).toMatch(/name="q.painNow" value="5" checked/)
    expect(await home.of('checkInDone')).toEqual([])
  })
  test.each(['11', '-3', 'x', '5.5'])('a pain of "%s" is refused', async (pain) => {
    const home = (await begunOn()).at(2, 9)
    expect((await home.post('/programme/check-in', { ...checkInAnswers, 'q.painNow': pain })).status).toBe(422)
  })
  test('the pain now must be a number: not sure is none', async () => {
    const home = (await begunOn()).at(2, 9)
    const page = await home.post('/programme/check-in', { ...checkInAnswers, 'q.painNow': 'notSure' })
    expect([page.status, page.html]).toEqual([422, expect.stringContaining('href="#q.painNow"')])
  })
  test('the change since the start is asked from 4 weeks on, not before', async () => {
    const home = (await begunOn()).at(27, 9)
    expect((await home.post('/programme/check-in', { ...checkInAnswers, screen: '1' })).html).not.toContain('q.change')
    const later = home.at(28, 9)
    expect((await later.post('/programme/check-in', { ...checkInAnswers, screen: '1' })).html).toContain('q.change')
    await later.post('/programme/check-in', { ...checkInAnswers, 'q.change': '-2' })
    expect(await home.of('checkInDone')).toMatchObject([{ globalChange: -2 }])
  })
  test('back goes to the screen before with what was answered', async () => {
    const home = (await begunOn()).at(2, 9)
    const page = await home.post('/programme/check-in', { ...checkInAnswers, screen: '1', do: 'back' })
    expect([page.status, page.heading]).toEqual([200, 'Better, the same or worse?'])
    expect(page.html).toMatch(/name="q.trend" value="same" checked/)
  })
})

describe('what I can do, and the next phase', () => {
  const ready = async () => {
    const home = await begunOn()
    for (const hour of [9, 13, 17]) await home.session(0, hour)
    await home.morning(1, 3)
    return home.at(1, 9)
  }
  test('says what is met, what is not, and what is still to tell', async () => {
    const page = await (await ready()).get('/programme/phase')
    expect(page.heading).toBe('Phase 2: Restore')
    expect(page.text).toContain('You can walk for 5 minutes. Not yet, or not told yet.')
    expect(page.text).toContain('No flare now. Met.')
    expect(page.text).toContain('Not yet is fine.')
    expect(page.html).not.toContain('name="to"')
  })
  test('abilities, then a full check, then the phase: asked in that order, changed once', async () => {
    const home = await ready()
    expect((await home.get('/today')).text).toContain('Tell us what you can do now')
    const told = { 'q.walk5': 'yes', 'q.sit15': 'yes', 'q.normalTasks': 'some' }
    const phase = await home.post('/programme/abilities', told)
    expect(phase.at).toBe('/programme/phase')
    expect(phase.text).toContain('Do the full check')
    await home.check(1, 9)
    home.at(1, 9.5)
    expect((await home.get('/today')).text).toContain('Go on to phase 2, Restore')
    const page = await home.get('/programme/phase')
    const form = { entry: hidden(page.html, 'entry'), to: '2' }
    const after = await home.post('/programme/phase', form)
    expect(after.at).toBe('/today')
    expect(after.text).toContain('Phase 2, Restore.')
    expect((await home.post('/programme/phase', form)).at).toBe('/today')
    expect(await home.of('phaseChanged')).toHaveLength(1)
    const back = await home.post('/programme/phase', { to: '1' })
    expect(back.text).toContain('Back to phase 1, Calm, as you asked.')
  })
  test.each(['2', '3', '4', '0', 'x'])(
    'a form for phase %s that the rules refuse changes nothing and says so',
    async (to) => {
      const home = await ready()
      const page = await home.post('/programme/phase', { to })
      expect([page.status, page.text]).toEqual([409, expect.stringContaining('nothing was changed')])
      expect(await home.of('phaseChanged')).toEqual([])
    },
  )
  test('what can wait never bars the way to the session: "not yet" is a way on', async () => {
    const home = await ready()
    await home.mini(1)
    const asked = await home.get('/today')
    expect(asked.text).toContain('Tell us what you can do now')
    expect(asked.html).toContain('href="/session"')
    await home.post('/programme/abilities', { 'q.walk5': 'yes', 'q.sit15': 'yes', 'q.normalTasks': 'some' })
    await home.check(1, 9)
    const offered = await home.at(1, 9.5).get('/today')
    expect(offered.text).toContain('Go on to phase 2, Restore')
    expect(offered.html).toContain('href="/session"')
  })
  test('abilities left blank are asked for', async () => {
    const home = await ready()
    const page = await home.post('/programme/abilities', { 'q.walk5': 'yes' })
    expect(page.status).toBe(422)
    expect(page.html).toContain('href="#q.sit15"')
    expect(page.html).toMatch(/name="q.walk5" value="yes" checked/)
  })
})

describe('which way feels better', () => {
  test.each([
    ['back', 'no', 'back', 'Leaning back helped you'],
    ['forward', 'back', 'forwardOnly', 'Leaning back sent pain down your leg, so it stays out'],
    ['either', 'both', 'stopBoth', 'rest and walk, and book a visit'],
    ['back', 'notSure', 'stopBoth', 'rest and walk, and book a visit'],
  ])('%s, leg: %s → %s', async (better, leg, direction, words) => {
    const home = await begunOn()
    expect((await home.post('/programme/direction', { do: 'felt', 'q.better': better, 'q.leg': leg })).at).toBe(
      '/today',
    )
    expect(await home.of('directionFound')).toMatchObject([{ direction }])
    expect((await home.get('/programme/direction')).text).toContain(words)
  })
  test('a second start takes the plan’s older word on it for no answer: a way that went down the leg stays out', async () => {
    const home = device()
    await home.check(0)
    await home.plan(0, 7.2, { direction: 'back' })
    await home.start(0)
    await home.at(0).post('/programme/direction', { do: 'felt', 'q.better': 'either', 'q.leg': 'back' })
    const page = await home.at(0, 13).post('/programme/start', { 'q.began': '0', 'q.painDayOne': '5' })
    expect(page.at).toBe('/today')
    expect(await home.of('programmeStarted')).toHaveLength(2)
    expect((await home.of('directionFound')).map(({ direction }) => direction)).toEqual(['stopBack'])
  })
  test('both ways down the leg: booking is advised', async () => {
    const home = await begunOn()
    const page = await home.post('/programme/direction', { do: 'felt', 'q.better': 'either', 'q.leg': 'both' })
    expect(page.text).toContain('Both directions sent pain down your leg.')
    expect(page.text).toContain('Book to be seen in the next 1 to 2 weeks.')
  })
  test('the test is offered only on the day’s check and below 6 of 10', async () => {
    const home = await begunOn()
    await home.morning(0, 3)
    expect((await home.get('/programme/direction')).text).toContain('Do the 5-minute test')
    const old = home.at(1, 9)
    const page = await old.get('/programme/direction')
    expect(page.text).toContain('It is not for you now.')
    await home.morning(1, 6)
    expect((await home.get('/programme/direction')).heading).toBe('Something else comes first')
    expect(page.html).not.toContain('data-timer')
    expect((await old.post('/programme/direction', { do: 'test', before: '3' })).status).toBe(409)
  })
  test('half a test says what is missing', async () => {
    const home = await begunOn()
    await home.morning(0, 3)
    const page = await home.post('/programme/direction', { do: 'test', before: '3', 'back.after': '2' })
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('There is a problem')])
    expect(page.html).toMatch(/<details open/)
  })
})

describe('worry, mood and hope', () => {
  const answers = { 'q.worry': '2', 'q.hope': '8', 'q.mood': 'no', 'q.load': 'no', 'q.stopped': 'no', screen: '1' }
  test('easy answers change nothing, and nowhere is a score', async () => {
    const home = await begunOn()
    const page = await home.post('/programme/feelings', answers)
    expect(page.at).toBe('/today')
    expect(page.text).not.toMatch(/score|risk|points? of/i)
    expect(await home.of('helpAnswered')).toMatchObject([{ offerEarlierPhysio: false, askI3: false }])
  })
  test('two difficult ones offer a physio within 1 to 2 weeks, with more comfort', async () => {
    const home = await begunOn()
    const page = await home.post('/programme/feelings', { ...answers, 'q.worry': '6', 'q.load': 'lot' })
    expect(page.text).toContain('Would you like to see a physio in the next 1 to 2 weeks?')
    expect(page.text).toContain('It is fine to be worried')
  })
  test('one difficult one does not', async () => {
    const home = await begunOn()
    const page = await home.post('/programme/feelings', { ...answers, 'q.worry': '6', 'q.load': 'little' })
    expect(page.text).toContain('You can book a physio at any time.')
  })
  test.each(['mostDays', 'notSure'])(
    'a mood of %s asks at once about ending one’s life, with help in sight (H-17)',
    async (mood) => {
      const home = await begunOn()
      await home.morning(0, 3)
      const page = await home.post('/programme/feelings', { ...answers, 'q.mood': mood })
      expect(page.text).toContain('Have things felt so bad that you have thought of ending your life?')
      expect(page.html).toContain('href="tel:116123"')
      expect(page.html).toContain('href="tel:111"')
      expect((await home.get('/today')).text).toContain('One more question')
      expect((await home.get('/programme/feelings')).html).toContain('q.I3')
      const no = await home.post('/programme/feelings', { do: 'life', 'q.I3': 'no' })
      expect(no.at).toBe('/today')
      expect(no.text).not.toContain('One more question')
      expect(no.html).toContain('href="/session"')
    },
  )
  test.each([
    ['thoughts', 'Please talk to someone today', 'tel:111'],
    ['notSure', 'Please talk to someone today', 'tel:111'],
    ['plan', 'Call 999 now', 'tel:999'],
    ['acted', 'Call 999 now', 'tel:999'],
  ])('%s: help first, all movements stop, and the check begins with it', async (answer, heading, call) => {
    const home = await begunOn()
    await home.morning(0, 3)
    await home.post('/programme/feelings', { ...answers, 'q.mood': 'mostDays' })
    const page = await home.post('/programme/feelings', { do: 'life', 'q.I3': answer })
    expect(page.heading).toBe(heading)
    expect(page.html.indexOf(call)).toBeLessThan(page.html.indexOf('/programme/full-check'))
    expect(page.html).toContain('tel:116123')
    expect((await home.get('/today')).html).not.toContain('href="/session"')
    // A&E is not where everybody with this answer belongs: somebody to talk to is in sight too, and says nothing of why.
    const today = (await home.get('/today')).html
    expect(today).toContain('href="tel:116123"')
    // A change in peeing looks the same in the record, so whom to call at once comes first.
    expect(today.indexOf('href="tel:999"')).toBeLessThan(today.indexOf('href="tel:116123"'))
    const check = await home.post('/programme/full-check', { life: answer })
    if (call === 'tel:999') {
      expect(check.heading).toBe('Call 999 now')
      expect(await home.of('checkFinished')).toHaveLength(2)
    } else expect(check.at).toMatch(/^\/check\//)
    for (const path of ['/today', '/programme', '/record'])
      expect((await home.get(path)).text).not.toMatch(/ending (your|one)/i)
  })
  test('a blank answer to it is asked again, help still in sight', async () => {
    const home = await begunOn()
    const page = await home.post('/programme/feelings', { do: 'life' })
    expect([page.status, page.html]).toEqual([422, expect.stringContaining('tel:116123')])
  })
})

describe('being seen', () => {
  const locked = async () => {
    const home = await begunOn()
    await home.check(1, 8, { F2: 'yes' })
    return home.at(2, 9)
  }
  /** The form as it stands now, filled in. The question about the check carries the check's own id. */
  const visit = async (home: ReturnType<typeof device>, part: Record<string, string> = {}) => {
    const after = /name="(q\.after-[0-9a-f-]+)"/.exec((await home.get('/programme/cleared')).html)?.[1]
    const seen = { 'q.who': 'my GP, Dr Shah', 'q.how': 'seen', 'q.seenDaysAgo': '0', 'q.said': 'yes' }
    return home.post('/programme/cleared', { ...seen, ...(after && { [after]: 'yes' }), ...part })
  }
  test('somebody who saw the person after the check opens movements again, behind the day’s check (H-08)', async () => {
    const home = await locked()
    expect((await home.get('/today')).html).not.toContain('href="/session"')
    const after = await visit(home)
    expect(after.at).toBe('/today')
    expect(await home.of('clinicianCleared')).toMatchObject([{ who: 'my GP, Dr Shah', seenOn: '2026-11-25' }])
    expect(after.text).not.toContain('Be seen first')
    await home.morning(2, 3)
    const next = await home.post('/programme/mini-check', allClear)
    expect(next.text).toContain('Better, the same or worse?')
    const page = await home.get('/today')
    expect(page.text).toContain('Your movements: 1 of 3 today')
  })
  test('a visit before the check that closed them opens nothing; on the day of it, only one that came after it', async () => {
    const home = await locked()
    const refused = [422, expect.stringContaining('before you told us about it')]
    const before = await visit(home, { 'q.seenDaysAgo': '2' })
    expect([before.status, before.text]).toEqual(refused)
    const [check] = (await home.of('checkFinished')).slice(-1)
    const sameDay = await visit(home, { 'q.seenDaysAgo': '1', [`q.after-${check?.id}`]: 'no' })
    expect([sameDay.status, sameDay.text]).toEqual(refused)
    // The check was the day before: past midnight a visit of today may have been before it all the same.
    const nextDay = await visit(home, { 'q.seenDaysAgo': '0', [`q.after-${check?.id}`]: 'no' })
    expect([nextDay.status, nextDay.text]).toEqual(refused)
    expect((await home.get('/today')).text).toContain('Be seen first')
    expect((await visit(home, { 'q.seenDaysAgo': '1' })).at).toBe('/today')
    expect(await home.of('clinicianCleared')).toMatchObject([{ seenOn: '2026-11-24', seenAfter: check?.id }])
  })
  test('a check that found danger after the form was opened is asked about before anything opens', async () => {
    const home = await locked()
    const old = /name="(q\.after-[0-9a-f-]+)"/.exec((await home.get('/programme/cleared')).html)?.[1] ?? ''
    await home.check(2, 8.9, { A1: 'yes', 'A1.when': 'new' })
    const fields = { 'q.who': 'GP', 'q.how': 'seen', 'q.seenDaysAgo': '0', 'q.said': 'yes', [old]: 'yes' }
    expect((await home.post('/programme/cleared', fields)).status).toBe(422)
    expect(await home.of('clinicianCleared')).toEqual([])
  })
  test('a talk on the phone opens nothing, unless the person has said twice that it was told by mistake', async () => {
    const home = await locked()
    const spoken = await visit(home, { 'q.how': 'spoken' })
    expect([spoken.status, spoken.text]).toEqual([422, expect.stringContaining('phone is not enough')])
    expect(await home.of('clinicianCleared')).toEqual([])
    const page = await home.get('/programme/mistaken')
    expect(page.text).toContain('lost weight without trying')
    const fields = { about: hidden(page.html, 'about'), entry: hidden(page.html, 'entry'), mistake: 'wrong' }
    const sure = await home.post('/programme/mistaken', fields)
    // Each answer fits the question it stands under.
    expect(page.text).toMatch(/Is this right\?.*I made a mistake/)
    expect(sure.text).toMatch(/Which is true\?.*I never had any of it/)
    // Once is not enough.
    expect(await home.of('dangerMistaken')).toEqual([])
    const logged = await home.post('/programme/mistaken', { ...fields, sure: hidden(sure.html, 'sure') })
    expect(logged.heading).toBe('Speak to someone first')
    expect(logged.html).toContain('href="tel:111"')
    expect(await home.of('dangerMistaken')).toHaveLength(1)
    // It is logged, and opens nothing.
    expect((await home.get('/today')).text).toContain('Be seen first')
    expect((await home.get('/plan')).heading).toBe('Speak to someone today first')
    expect((await visit(home, { 'q.how': 'spoken' })).text).not.toContain('Be seen first')
  })
  test('a mistake that the device cannot keep is not said to be noted', async () => {
    const home = await locked()
    const about = hidden((await home.get('/programme/mistaken')).html, 'about')
    Object.assign(home.notebook, { appendAll: () => Promise.reject(new Error('full')) })
    const page = await home.post('/programme/mistaken', { about, mistake: 'wrong', sure: 'yes' })
    expect([page.status, page.heading]).toEqual([409, 'We could not keep that'])
  })
  test('"it is right", and no answer, log nothing and lead to a person', async () => {
    const home = await locked()
    const about = hidden((await home.get('/programme/mistaken')).html, 'about')
    expect((await home.post('/programme/mistaken', { about })).status).toBe(422)
    const right = await home.post('/programme/mistaken', { about, mistake: 'had' })
    expect([right.heading, right.html]).toEqual(['Be seen first', expect.stringContaining('href="tel:111"')])
    // Nor does a form that was made before another check found danger.
    expect((await home.post('/programme/mistaken', { about: 'old', mistake: 'wrong', sure: 'yes' })).status).toBe(200)
    expect(await home.of('dangerMistaken')).toEqual([])
  })
  test('it exists without a programme too: seen, then the check again, then the plan', async () => {
    const home = device()
    await home.check(0, 7, { A1: 'yes', 'A1.when': 'new' })
    const page = await home.at(0, 9).get('/plan')
    expect(page.heading).toBe('Get help first')
    expect(page.html).toContain('href="/programme/cleared"')
    await visit(home)
    expect(await home.of('clinicianCleared')).toHaveLength(1)
    const again = await home.get('/plan')
    expect([again.heading, again.text]).toEqual(['Check again first', expect.stringContaining('Someone has seen you')])
    await home.check(0, 9.5)
    await home.plan(0, 9.6)
    expect((await home.at(0, 10).get('/plan')).html).toContain('href="/plan/step/')
  })
  test('"not yet" opens nothing', async () => {
    const home = await locked()
    const page = await visit(home, { 'q.said': 'no' })
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('we will not show movements yet')])
    expect(await home.of('clinicianCleared')).toEqual([])
  })
  test('a clear check alone does not open them again', async () => {
    const home = await locked()
    await home.check(2, 8)
    expect((await home.get('/today')).text).toContain('Be seen first')
  })
  test('who, when and what they said are all needed; words that are too long are refused', async () => {
    const home = await locked()
    expect((await home.post('/programme/cleared', {})).html).toContain('href="#q.who"')
    expect((await visit(home, { 'q.who': 'x'.repeat(121) })).status).toBe(422)
    expect((await visit(home, { 'q.seenDaysAgo': '99' })).status).toBe(422)
  })
})

describe('a new check while an earlier one still counts (§2.4, ruling 14)', () => {
  const wanted: Answers = { who: 'me', sex: 'male', age: 30 }
  /** Walks a check on the device to its result, answering as a plain person. */
  const walk = async (home: ReturnType<typeof device>, told: Answers = {}) => {
    const { answers } = finishedAnswers({ ...wanted, ...told })
    const id = freshId()
    await home.notebook.drafts.put(id, writeTrail({ ...trailOf(answers), id }))
    return home.get(`/check/${id}/2`)
  }
  test('its first screen shows what was told before, with the way to say "seen" and "by mistake"', async () => {
    const home = device()
    expect((await home.get('/check')).text).not.toContain('What you told us')
    await home.check(0, 7, { F2: 'yes' })
    for (const day of [0, 6]) {
      const page = await home.at(day, 12).get('/check')
      expect(page.text).toContain('lost weight without trying')
      expect(page.text).toContain('This still counts, whatever you answer now')
      expect(page.html).toContain('href="/programme/cleared"')
      expect(page.html).toContain('href="/programme/mistaken"')
      // The first question is on the same page.
      expect(page.html).toContain('name="q.A1"')
    }
  })
  test('thoughts of ending one’s life are not told again on any page: only that somebody should look (H-17)', async () => {
    const home = device()
    await home.check(0, 7, { I3: 'thoughts' })
    for (const path of ['/check', '/plan', '/today', '/programme/cleared', '/programme/mistaken']) {
      const page = await home.get(path)
      expect([path, page.text]).toEqual([path, expect.not.stringMatching(/ending (your|one)|suicid/i)])
    }
    expect((await home.get('/programme/cleared')).text).toContain(
      'Your check found something that somebody should look at',
    )
  })
  test('a calm result of it does not say "start at home": the earlier one still counts', async () => {
    const home = device()
    await home.check(0, 7, { A1: 'yes', 'A1.when': 'new' })
    const page = await walk(home.at(0, 7.2))
    expect(page.heading).toBe('Your earlier check still counts')
    expect(page.text).not.toContain('You can start this at home')
    expect(page.html).toContain('href="tel:999"')
    expect(page.html).not.toContain('href="/plan"')
  })
  test('nor does one that says "in 1 to 2 weeks"', async () => {
    expect((await walk(device(), { C7: 'yes' })).text).toContain('In 1 to 2 weeks')
    const home = device()
    await home.check(0, 7, { A1: 'yes', 'A1.when': 'new' })
    const page = await walk(home.at(0, 7.2), { C7: 'yes' })
    expect(page.heading).toBe('Your earlier check still counts')
    expect(page.text).not.toContain('In 1 to 2 weeks')
  })
  test('with nothing held its own result is shown; where only the gentle part is left, both are', async () => {
    expect((await walk(device())).heading).toBe('You can start this at home')
    const home = device()
    await home.check(0, 7, { F1: 'yes', 'F1.skin': 'no' })
    const page = await walk(home.at(0, 7.2))
    expect(page.heading).toBe('You can start this at home')
    expect(page.text).toContain('This still counts, whatever you answer now')
  })
})

describe('codeine in the record (H-13)', () => {
  const took = async (home: ReturnType<typeof device>, day: number, hour: number, ingredient = 'codeine') => {
    const at = momentAt(day, hour)
    const dose = { ingredient, milligrams: 16, product: 'Co-codamol', takenAt: at }
    await home.notebook.append({ v: 1, id: freshId(), at, kind: 'doseTaken', ...dose })
    return home
  }
  const asks = async (home: ReturnType<typeof device>, day: number, hour: number) =>
    (await home.at(day, hour).get('/today')).text.includes('It can hide trouble with your bladder')
  /** Where the button under the codeine words leads. */
  const leads = async (home: ReturnType<typeof device>) =>
    (await home.get('/today')).html.match(/It can hide trouble.*?href="([^"]+)"/s)?.[1]
  test('asks bladder, bowel and saddle again each day, from 24 hours after they were last asked', async () => {
    // Asked on day 0 at 7.
    const home = await took(await begunOn(), 1, 6)
    expect([await asks(home, 1, 6.9), await asks(home, 1, 7.1)]).toEqual([false, true])
    expect(await leads(home)).toBe(paths.miniCheck)
    await home.mini(1)
    expect([await asks(home, 1, 9), await asks(home, 2, 8.4), await asks(home, 2, 8.6)]).toEqual([false, false, true])
  })
  test('without a programme by the check; paracetamol alone asks nothing more', async () => {
    const home = device()
    await home.check(0, 7)
    await took(home, 1, 6, 'paracetamol')
    expect(await asks(home, 1, 8)).toBe(false)
    await took(home, 1, 6.5)
    expect(await asks(home, 1, 8)).toBe(true)
    expect(await leads(home)).toBe(paths.check)
  })
})

describe('a result that asks to be seen within days', () => {
  const gentle = async () => {
    const home = await begunOn()
    await home.check(0, 8, { F1: 'yes', 'F1.skin': 'no' })
    await home.morning(0, 3)
    return home
  }
  test('Today says what is left until then, and how to say that one was seen', async () => {
    const page = await (await gentle()).get('/today')
    expect(page.text).toContain('Your check asked you to be seen')
    expect(page.text).toContain('rest positions, slow breathing')
    expect(page.html).toContain('href="/programme/cleared"')
  })
  test('the direction test is not for then', async () => {
    const page = await (await gentle()).get('/programme/direction')
    expect(page.heading).toBe('Something else comes first')
    expect(page.text).not.toContain('5-minute test')
  })
})

describe('nothing to book', () => {
  test('stands on Today while movements are locked or a danger sign waits; else it does', async () => {
    const home = await begunOn()
    const booking = async () => (await home.get('/today')).text.includes('Book with a physiotherapist')
    expect(await booking()).toBe(true)
    await home.post('/programme/stop', { sign: 'other' })
    expect(await booking()).toBe(true)
    await home.post('/programme/stop', { sign: 'fever' })
    expect(await booking()).toBe(false)
    const locked = await begunOn()
    await locked.check(0, 8, { F2: 'yes' })
    expect((await locked.get('/today')).text).not.toContain('Book with a physiotherapist')
  })
})

describe('checks on their days', () => {
  test('the full check is due in week 2, before anything else', async () => {
    const home = await begunOn()
    await home.morning(13, 3)
    await home.mini(13)
    expect((await home.at(13, 9).get('/today')).text).not.toContain('It is time for your week')
    await home.morning(14, 3)
    await home.mini(14)
    const page = await home.at(14, 9).get('/today')
    expect(page.text).toContain('It is time for your week 2 check.')
    expect(page.html).not.toContain('href="/session"')
    await home.check(14, 9)
    expect((await home.at(14, 9.5).get('/today')).text).not.toContain('It is time for your week 2 check.')
  })
  test('a check opens its own day: a minute before midnight yes, a minute after it no (H-04)', async () => {
    const home = await begunOn()
    await home.morning(0, 3)
    const minute = 1 / 60
    expect((await home.at(0, 24 - minute).get('/today')).html).toContain('href="/session"')
    const after = await home.at(0, 24 + minute).get('/today')
    expect(after.html).not.toContain('href="/session"')
    expect(after.text).toContain('Do the short check')
  })
  test('slow at 2 weeks: a visit is advised in words', async () => {
    const home = await begunOn()
    await home.morning(14, 6)
    const { text } = await home.at(14, 9).get('/today')
    expect(text).toContain('Book to be seen in the next 1 to 2 weeks.')
    expect(text).toContain('After 2 weeks it is not about a third better.')
  })
})

describe('my programme', () => {
  test('shows the week in words, the phase, what opens the next, movements, decisions and the rules with sources', async () => {
    const home = await begunOn()
    await home.session(0, 14)
    await home.morning(1, 4)
    const page = await home.at(1, 9).get('/programme')
    expect(page.html.match(/class="week-day"/g)).toHaveLength(7)
    expect(page.text).toContain('Today Morning pain 4')
    expect(page.text).toContain('Before you began')
    expect(page.text).toContain('1 session done')
    expect(page.text).toContain('Phase 1: Calm')
    expect(page.text).toContain('What you need for phase 2, Restore')
    expect(page.text).toContain('8 times, hold for 2 seconds, half the way.')
    expect(page.text).toContain('Same again: this morning was 4, one more than before.')
    expect(page.text).toContain('Or the next morning is 2 points worse or more.')
    expect(page.text).toContain('Source: Clinical consensus and design choice made for Unclench')
    expect(page.text).not.toMatch(/streak|score|missed/i)
  })
  test('the flare plan can be read before a flare, and Today shows it in one', async () => {
    const home = await begunOn()
    for (const day of [1, 2, 3]) await home.morning(day, 2)
    expect((await home.at(3, 9).get('/today')).text).not.toContain('You are in a flare')
    expect((await home.get('/programme/flare')).text).toContain('Do your usual movements at half the dose.')
    await home.morning(4, 4)
    const page = await home.at(4, 9).get('/today')
    expect(page.text).toContain('A flare is worse pain, so the full check comes first.')
    expect(page.text).not.toContain('You are in a flare')
    await home.check(4, 9)
    expect((await home.at(4, 10).get('/today')).text).toContain('You are in a flare: day 1')
  })
})

describe('a store that refuses', () => {
  test('says so, loses nothing, and never says it was kept', async () => {
    const home = await begunOn()
    Object.assign(home.notebook, {
      append: async () => Promise.reject(new Error('full')),
      appendAll: async () => Promise.reject(new Error('full')),
    })
    for (const [path, fields] of [
      ['/programme/morning', { pain: '4', do: 'save', 'list.explain': 'none' }],
      ['/programme/mini-check', allClear],
      ['/programme/check-in', checkInAnswers],
    ] as const) {
      const page = await home.post(path, fields)
      expect([page.status, page.heading]).toEqual([409, 'We could not keep that'])
    }
    const red = await home.post('/programme/mini-check', { 'q.A1': 'yes' })
    expect(red.html).toContain('tel:999')
    expect((await home.post('/programme/stop', { sign: 'chest' })).html).toContain('tel:999')
  })
})

test('an event of tomorrow, from a wrong clock, opens nothing', async () => {
  const home = await begunOn()
  await home.morning(1, 3)
  await home.notebook.append({
    v: 1,
    id: freshId(),
    at: asEpochMs(momentAt(2, 9)),
    day: '2026-11-25',
    kind: 'miniCheckDone',
    answers: Object.fromEntries(['A1', 'A2', 'A3', 'A5', 'A6', 'B2', 'anythingNew'].map((id) => [id, 'no'])),
  })
  expect((await home.at(1, 9).get('/today')).html).not.toContain('href="/session"')
  expect(noon).toBeGreaterThan(0)
})
