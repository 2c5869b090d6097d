/**
 * A check left open on an old page while something new was told elsewhere: sent to its end it answers, says plainly that it is
 * older than what was told, and opens nothing (H-04). Tap by tap on a device in memory.
 */
import { describe, expect, test } from 'vitest'
import { asEpochMs, hourMs } from '../../../care/evidence/time.ts'
import { newSigns } from '../../../care/programme/warnings.ts'
import { begunOn, device, freshId, hidden, type Seen } from '../programme/programme.fixtures.ts'
import { decoded, finishedAnswers, noon } from '../plan/plan.fixtures.ts'
import { newTrail, writeTrail } from './trail.ts'
import { protocolVersion } from './protocol-in-force.ts'

type Home = ReturnType<typeof device>

/** The first page of a check as it was opened, sent to its end with the answers of a plain strain. */
async function sendToEnd(home: Home, page: Seen): Promise<Seen> {
  const trail = JSON.parse(decoded(hidden(page.html, 'trail')))
  const { answers } = finishedAnswers()
  const screens = Object.entries(answers)
  // All but the last answer were told on its screens; the last one is sent now.
  const told = { ...trail, steps: [{ answers: Object.fromEntries(screens.slice(0, -1)), single: [] }] }
  const shown = screens.at(-1) ?? ['', '']
  return home.post(`/check/${trail.id}/2`, {
    ...{ trail: JSON.stringify(told), shown: shown[0] },
    [`q.${shown[0]}`]: String(shown[1]),
  })
}
const fallen = newSigns.find((sign) => sign.stop === 'fall')
const stop = (home: Home, day: number, hour: number) =>
  home.write(asEpochMs(noon - 12 * hourMs + day * 24 * hourMs + hour * hourMs), { kind: 'stopped', sign: 'fall' })

describe('a check that was begun before a stop', () => {
  test('says so at its end, and leaves the day, the plan and the movements closed; a new one opens them', async () => {
    const home = await begunOn(0)
    const page = await home.at(1, 9).get('/check')
    await stop(home, 1, 10)
    const end = await sendToEnd(home.at(1, 11), page)
    expect([end.heading, end.text]).toEqual([
      'Please do the check once more',
      expect.stringContaining('You told us something after you began this check.'),
    ])
    expect(end.html).toContain('action="/programme/full-check"')
    expect(await home.of('checkFinished')).toHaveLength(2)
    expect((await home.at(1, 12).get('/today')).html).not.toContain('href="/session"')
    expect((await home.get('/plan')).text).not.toContain('First hour')
    const again = await home.at(1, 13).get('/check')
    expect((await sendToEnd(home.at(1, 13.2), again)).heading).not.toBe('Please do the check once more')
    expect((await home.at(1, 13.5).get('/today')).html).toContain('href="/programme/morning"')
  })
  test('puts the way to help first, where that is what was told, and begins the new check with it', async () => {
    const home = await begunOn(0)
    const page = await home.at(1, 9).get('/check')
    await home.at(1, 10).post('/programme/mini-check', { 'q.A2': 'yes' })
    const end = await sendToEnd(home.at(1, 11), page)
    expect(end.text).toMatch(/Please do the check once more.*Go to A&E now.*Start the check again/)
    const again = await home.at(1, 12).post('/programme/full-check')
    expect(JSON.parse(decoded(hidden(again.html, 'trail'))).steps).toHaveLength(1)
  })
  test('says so on each screen, beside the way to begin again', async () => {
    const home = await begunOn(0)
    const page = await home.at(1, 9).get('/check')
    const words = 'Start the check again'
    expect(page.text).not.toContain(words)
    await stop(home, 1, 10)
    const next = await home
      .at(1, 11)
      .post('/check', { trail: decoded(hidden(page.html, 'trail')), shown: '', do: 'them' })
    expect(next.text).toContain(words)
    expect((await home.at(1, 11).get('/check')).text).not.toContain(words)
  })
  test('is found by its place: a clock that was put back in between does not make it newer', async () => {
    const home = await begunOn(2)
    const page = await home.at(2, 9).get('/check')
    await home.at(1, 10).post('/programme/stop', { entry: freshId(), sign: fallen?.id ?? '' })
    const end = await sendToEnd(home.at(2, 11), page)
    expect(end.heading).toBe('Please do the check once more')
  })
  test('still answers an emergency first', async () => {
    const home = await begunOn(0)
    const page = await home.at(1, 9).get('/check')
    await stop(home, 1, 10)
    const trail = JSON.parse(decoded(hidden(page.html, 'trail')))
    const { answers } = finishedAnswers({ A1: 'yes' })
    const told = { ...trail, steps: [{ answers, single: [] }] }
    const end = await home.at(1, 11).post('/check', { trail: JSON.stringify(told), do: 'keep' })
    expect(end.text).toMatch(/999|A&E/)
    expect(end.heading).not.toBe('Please do the check once more')
  })
  test('whose first page came from the server knows nothing of the record', async () => {
    const home = await begunOn(0)
    await stop(home, 1, 10)
    const fromServer = {
      html: `name="trail" value="${writeTrail(newTrail(crypto.randomUUID(), protocolVersion)).replaceAll('"', '&quot;')}"`,
    }
    const end = await sendToEnd(home.at(1, 11), fromServer as Seen)
    expect(end.heading).toBe('Please do the check once more')
  })
})

test('a check that the stop button leads to is begun after the stop', async () => {
  const home = await begunOn(0)
  const page = await home.at(1, 10).post('/programme/stop', { entry: freshId(), sign: fallen?.id ?? '' })
  expect((await home.of('stopped')).map(({ sign }) => sign)).toEqual(['fall'])
  const check = await home.post('/programme/full-check', { sign: hidden(page.html, 'sign') })
  expect((await sendToEnd(home.at(1, 10.2), check)).heading).toBe('You can carry on')
})

describe('an emergency told in one tab', () => {
  const words =
    /(?:What you told us counts: .+|You told us about a danger sign\.) Not seen yet\? Go to A&E now, or call 999/
  const next = (home: Home, page: Seen) => {
    const trail = JSON.parse(decoded(hidden(page.html, 'trail')))
    const told = { ...trail, steps: [...trail.steps, { answers: { A1: 'no', A2: 'no' }, single: [] }] }
    return home.post(`/check/${trail.id}/${told.steps.length}`, { trail: JSON.stringify(told), shown: '', do: 'own' })
  }
  /** A first tab that ends in A&E, beside a second one that was opened before it. */
  const twoTabs = async (begin: Home) => {
    const other = await begin.at(1, 9).get('/check')
    const own = await begin.at(1, 9.1).get('/check')
    const trail = JSON.parse(decoded(hidden(own.html, 'trail')))
    const { answers } = finishedAnswers({ A1: 'yes', 'A1.when': 'new' })
    const told = JSON.stringify({ ...trail, steps: [{ answers, single: [] }] })
    const end = await begin.at(1, 9.2).post('/check', { trail: told, do: 'keep' })
    return { other, own: trail.id as string, end }
  }
  test.each([
    ['with a programme', () => begunOn(0)],
    ['in an empty record', async () => device()],
  ])('stands above each screen of a check in another: %s', async (_, make) => {
    const home = await make()
    const { other, end } = await twoTabs(home)
    expect(end.text).toMatch(/A&E|999/)
    const second = await next(home.at(1, 9.3), other)
    expect(second.html).toContain('name="shown"')
    expect(second.text).toMatch(words)
    expect((await next(home.at(1, 9.4), second)).text).toMatch(words)
  })
  test('stands above each screen of a check that is begun after it too', async () => {
    const home = await begunOn(0)
    await twoTabs(home)
    const begun = await home.at(1, 10).get('/check')
    expect(begun.text).toMatch(/Your earlier check still counts|This may need help now/)
    expect((await next(home.at(1, 10.1), begun)).text).toMatch(words)
  })
  test('told to the diary meanwhile, it stands there too, and not where it was told before the check', async () => {
    const home = await begunOn(0)
    const open = await home.at(1, 9).get('/check')
    await home.at(1, 9.1).post('/diary/entry', { pain: '3', signs: 'saddle', form: freshId() })
    expect((await next(home.at(1, 9.2), open)).text).toMatch(words)
    const anew = await home.at(1, 9.3).get('/check')
    expect((await next(home.at(1, 9.4), anew)).text).not.toMatch(words)
  })
  test('is not said by the check that told it, nor by one about somebody else, nor once the person was seen', async () => {
    const home = await begunOn(0)
    const { own, other } = await twoTabs(home)
    expect((await home.at(1, 9.3).get(`/check/${own}/1`)).text).not.toMatch(words)
    const apart = await home.post('/check', { trail: decoded(hidden(other.html, 'trail')), shown: '', do: 'apart' })
    expect((await next(home, apart)).text).not.toMatch(words)
    await home.write(asEpochMs(noon + 48 * hourMs), { kind: 'clinicianCleared', who: 'hospital', how: 'seen' })
    const anew = await home.at(2, 13).get('/check')
    expect((await next(home.at(2, 13.1), anew)).text).not.toMatch(words)
  })
})

/** What the page of a short check carries. */
const carried = ({ html }: Seen) =>
  Object.fromEntries(['entry', 'begunAfter', 'begunWith'].map((name) => [name, hidden(html, name)]))

describe('a check that was begun in a record that was erased since', () => {
  test('is older than a stop that the new record holds, though its clock was put back in between', async () => {
    const home = await begunOn(2)
    const page = await home.at(2, 9).get('/check')
    await home.at(1, 9).post('/record/erase')
    await home.at(1, 10).post('/programme/stop', { entry: freshId(), sign: fallen?.id ?? '' })
    expect((await sendToEnd(home.at(1, 11), page)).heading).toBe('Please do the check once more')
    expect((await home.get('/relax')).html).not.toContain('data-figure')
    const again = await home.at(1, 12).get('/check')
    expect((await sendToEnd(home.at(1, 12.2), again)).heading).not.toBe('Please do the check once more')
  })
  test('the short check too: of another record it knows nothing', async () => {
    const home = await begunOn(0)
    await home.morning(1, 3)
    const page = await home.at(1, 9).get('/programme/mini-check')
    const anew = await begunOn(0)
    await anew.write(asEpochMs(noon - 2 * hourMs), { kind: 'miniAsked', because: 'Very sore.' })
    await anew.at(0, 12.5).post('/programme/mini-check', { ...carried(page), 'list.mini': 'none' })
    expect(await anew.of('miniCheckDone')).toHaveLength(1)
    expect((await anew.get('/today')).html).not.toContain('href="/session"')
  })
})

test('a short check that was opened before a red entry leaves the next one due', async () => {
  const home = await begunOn(0)
  await home.morning(1, 3)
  const page = await home.at(1, 9).get('/programme/mini-check')
  await home.write(asEpochMs(noon + 24 * hourMs - 2 * hourMs), { kind: 'miniAsked', because: 'Very sore.' })
  await home.at(1, 11).post('/programme/mini-check', {
    ...carried(page),
    'list.mini': 'none',
  })
  expect(await home.of('miniCheckDone')).toHaveLength(1)
  expect((await home.get('/today')).html).not.toContain('href="/session"')
  const again = await home.at(1, 11.2).get('/programme/mini-check')
  await home.post('/programme/mini-check', {
    ...carried(again),
    'list.mini': 'none',
  })
  expect((await home.at(1, 11.5).get('/today')).html).toContain('href="/session"')
})
