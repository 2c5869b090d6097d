/** "My pain has changed" tells of the pain as the diary does: counted everywhere, and answered first. */
import { describe, expect, test } from 'vitest'
import { begunOn, device } from '../programme/programme.fixtures.ts'
import { hiddenFields } from './plan.fixtures.ts'

type Device = ReturnType<typeof device>
type Said = Readonly<Record<string, string>>

/** Checked with 5, with a plan and the day-by-day plan, and a morning of 4. */
async function aMorningOn(): Promise<Device> {
  const told = await begunOn()
  await told.plan(0, 7.6, { painNow: 5 })
  await told.morning(0, 4)
  return told.at(0, 12.5)
}

const usual: Said = { 'q.painNow': '5', 'q.walk': 'can', 'q.legPain': 'none' }

/** Presses "My pain has changed" and answers its first screen. */
async function changed(told: Device, said: Said) {
  const page = await told.post('/plan', { do: 'again' })
  const carried = Object.fromEntries(hiddenFields(page.html, '/plan'))
  return told.post('/plan', { ...carried, ...usual, 'list.eases': 'none', 'list.worsens': 'none', ...said, do: 'next' })
}

describe('“My pain has changed”', () => {
  test('asks the first screen again', async () => {
    const page = await (await aMorningOn()).post('/plan', { do: 'again' })
    expect(page.heading).toBe('How is the pain right now?')
  })
  test('a red number asks for the short check, and is the number of every page', async () => {
    const told = await aMorningOn()
    expect((await changed(told, { 'q.painNow': '6' })).at).toBe('/programme/mini-check')
    expect((await told.get('/session')).heading).toBe('No session now')
    expect((await told.get('/report')).text).toContain('Pain today, told last: 6 of 10')
    expect((await told.get('/diary')).text).toMatch(/Pain 6/)
  })
  test('a jump begins the full check at once, and closes the plan and the session', async () => {
    const told = await aMorningOn()
    await told.post('/diary/entry', { form: '0f5c1d4e-5b7a-4f3e-8d1c-aaaaaaaaaaaa', pain: '3' })
    const page = await changed(told, { 'q.painNow': '8', asked: 'cause', plainCause: 'no' })
    expect(page.text).toContain('Your pain has jumped by 3 points or more')
    expect((await told.get('/plan')).heading).not.toContain('Your plan')
    expect((await told.get('/session')).heading).toBe('No session now')
  })
  test('a jump is asked for a clear reason first, as in the diary, and with one only the short check comes', async () => {
    const told = await aMorningOn()
    await told.post('/diary/entry', { form: '0f5c1d4e-5b7a-4f3e-8d1c-aaaaaaaaaaaa', pain: '3' })
    const before = (await told.notebook.all()).length
    const page = await changed(told, { 'q.painNow': '8' })
    expect([page.heading, page.text]).toEqual(['One question first', expect.stringContaining('not saved yet')])
    expect((await told.notebook.all()).length).toBe(before)
    const carried = Object.fromEntries(hiddenFields(page.html, '/plan'))
    const said = { ...carried, ...usual, 'list.eases': 'none', 'list.worsens': 'none', 'q.painNow': '8', do: 'next' }
    expect((await told.post('/plan', { ...said, plainCause: 'yes' })).at).toBe('/programme/mini-check')
    expect((await told.of('diaryEntry')).at(-1)).toMatchObject({ painNow0to10: 8, plainCause: 'yes' })
    const once = (await told.notebook.all()).length
    await told.post('/plan', { ...said, plainCause: 'yes' })
    expect((await told.notebook.all()).length).toBe(once)
    expect(await told.of('stopped')).toHaveLength(0)
  })
  test('a jump to a number that is not red leaves the plan open where there is a clear reason, and closes it where there is none', async () => {
    const of = async (plainCause: string) => {
      const told = await aMorningOn()
      await told.post('/diary/entry', { form: '0f5c1d4e-5b7a-4f3e-8d1c-aaaaaaaaaaaa', pain: '1' })
      expect((await changed(told, { 'q.painNow': '5' })).heading).toBe('One question first')
      await changed(told, { 'q.painNow': '5', asked: 'cause', plainCause })
      return [(await told.get('/plan')).heading, (await told.get('/diary')).text.includes('jumped')]
    }
    expect(await of('yes')).toEqual(['Your plan', false])
    expect((await of('no'))[0]).not.toBe('Your plan')
  })
  test.each([
    ['further down the leg', { 'q.legPain': 'belowKnee', 'q.legSide': 'left' }, 'moved further down a leg'],
    ['both legs', { 'q.legPain': 'aboveKnee', 'q.legSide': 'both' }, 'both legs'],
    ['not sure about the leg', { 'q.legPain': 'notSure', 'q.legSide': 'left' }, 'not sure if the pain has moved'],
  ])('%s begins the full check, though the number is the same', async (_, said, words) => {
    const told = await aMorningOn()
    const page = await changed(told, said)
    expect(page.text).toContain(words)
    expect(await told.of('stopped')).toHaveLength(1)
    expect((await told.get('/session')).heading).toBe('No session now')
  })
  test('somebody who cannot walk is asked as the check would have it', async () => {
    const told = await aMorningOn()
    const page = await changed(told, { 'q.walk': 'cannot' })
    expect(page.text).toContain('You told us that you cannot stand and take a few steps.')
    expect((await told.get('/session')).heading).toBe('No session now')
  })
  test('a number that is milder is counted, and the plan goes on', async () => {
    const told = await aMorningOn()
    const page = await changed(told, { 'q.painNow': '2' })
    expect(page.heading).toBe('What do you have near you?')
    expect((await told.get('/report')).text).toContain('Pain today, told last: 2 of 10')
    expect((await told.get('/session')).text).toContain('2')
  })
  test('a number below the check’s own begins no second check, though the day before was far less', async () => {
    const told = device()
    await told.at(0, 20).post('/diary/entry', { pain: '3' })
    await told.check(1, 7, { painNow: 8 })
    const page = await told.at(1, 7.1).get('/plan')
    const form = {
      ...Object.fromEntries(hiddenFields(page.html, '/plan')),
      ...usual,
      'list.eases': 'none',
      'list.worsens': 'none',
    }
    const milder = await told.post('/plan', { ...form, do: 'next', 'q.painNow': '7' })
    expect(milder.heading).toBe('What do you have near you?')
    expect(await told.of('stopped')).toEqual([])
    expect((await told.get('/movements')).heading).toBe('Movements for you now')
    const worse = await told.post('/plan', { ...form, do: 'next', 'q.painNow': '9' })
    expect(worse.heading).not.toBe('What do you have near you?')
  })
  test('the same form sent twice tells it once; the number told last is not told again', async () => {
    const told = await aMorningOn()
    const page = await told.post('/plan', { do: 'again' })
    const form = { ...Object.fromEntries(hiddenFields(page.html, '/plan')), ...usual, 'q.painNow': '2' }
    const sent = { ...form, 'list.eases': 'none', 'list.worsens': 'none', do: 'next' }
    await told.post('/plan', sent)
    await told.post('/plan', sent)
    await changed(told, { 'q.painNow': '2' })
    expect(await told.of('diaryEntry')).toHaveLength(1)
  })
  test('the same form changed and sent again is not compared with what it said before', async () => {
    const told = await aMorningOn()
    const page = await told.post('/plan', { do: 'again' })
    const form = { ...Object.fromEntries(hiddenFields(page.html, '/plan')), ...usual }
    const sent = { ...form, 'list.eases': 'none', 'list.worsens': 'none', do: 'next' }
    await told.post('/plan', { ...sent, 'q.painNow': '2' })
    expect((await told.post('/plan', { ...sent, 'q.painNow': '5' })).heading).toBe('What do you have near you?')
    expect((await told.of('diaryEntry')).at(-1)).toMatchObject({ painNow0to10: 5, replaces: expect.any(String) })
  })
  test('the first plan after a check repeats its number, and tells nothing anew', async () => {
    const told = device()
    await told.check(0)
    await told.at(0).get('/plan')
    await changed(told, { 'q.painNow': '5' })
    expect(await told.of('diaryEntry')).toHaveLength(0)
    expect(await told.of('miniAsked')).toHaveLength(0)
  })
  test('without a programme a red number begins the whole check', async () => {
    const told = device()
    await told.check(0)
    await told.plan(0)
    const page = await changed(told.at(0), { 'q.painNow': '9' })
    expect(page.text).toContain('Your pain is 6 or more')
    expect(await told.of('diaryEntry')).toHaveLength(1)
  })
  test('where nothing can be kept it is answered all the same', async () => {
    const told = await aMorningOn()
    Object.assign(told.notebook, { appendAll: () => Promise.reject(new Error('full')) })
    const page = await changed(told, { 'q.painNow': '9', 'q.legPain': 'belowKnee', 'q.legSide': 'left' })
    expect(page.text).toContain('Leave your movements for now')
    expect(page.text).toContain('It may be full')
  })
})
