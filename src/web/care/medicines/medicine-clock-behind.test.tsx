/**
 * A dose written down under a clock that was behind, as the record itself shows: it counts as just taken until the person says
 * when it was, and is asked about first of all (H-28). Silence opens nothing.
 */
import { expect, test } from 'vitest'
import { lastPlace, placed } from '../../../care/evidence/order.ts'
import { asEpochMs, hourMs } from '../../../care/evidence/time.ts'
import type { ClockJump } from '../../../care/record/notebook-clock.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { readEvent } from '../record/record-event.ts'
import { checkEvent, hiddenFields, memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { freshId } from '../programme/programme.fixtures.ts'
import { homeWith, portion, press, take, throughGate } from './medicine.fixtures.ts'

const question = 'When did you take it?'
const fits = 'Yes, this fits now'

/** A check at noon; ten minutes later a dose by a clock that stands nine hours behind; then that clock is right again. */
async function behind() {
  const notebook = memoryNotebook([checkEvent()])
  const store = {
    ...notebook,
    append: async (...events: readonly NotebookEvent[]) => {
      for (const event of placed(events, lastPlace(notebook.events))) notebook.events.push(event)
    },
  }
  const home = homeWith(store)
  const result = await throughGate(home, await home.get('/medicines'))
  home.later(10 * 60_000 - 9 * hourMs)
  const opened = await press(home, result, [['do', 'open']])
  const when = await press(home, opened, [...portion('ibuprofen200', '1'), ['do', 'took']])
  await press(home, when, [
    ['do', 'record'],
    ['when', 'now'],
  ])
  home.later(9 * hourMs + 60_000)
  const tally = () => home.get('/medicines/tally')
  const may = async () => {
    const page = await tally()
    return home.post('/medicines/tally', [
      ...hiddenFields(page.html, '/medicines/tally'),
      ...portion('ibuprofen200', '1'),
      ['do', 'may'],
    ])
  }
  const say = async (meant: string) => {
    const page = await tally()
    const [dose] = notebook.events.filter(({ kind }) => kind === 'doseTaken')
    return home.post('/medicines/tally', [
      ...hiddenFields(page.html, '/medicines/tally'),
      ...([
        ['do', 'meant'],
        ['dose', dose?.id ?? ''],
        ['meant', meant],
      ] as const),
    ])
  }
  /** The check again, and the gate: what the one from before the clock fell says has no age. */
  const checkAgain = async (at: number) => {
    const again = { ...checkEvent({}, asEpochMs(at)), id: freshId(), check: freshId() } as NotebookEvent
    await store.append(again)
    await throughGate(home, await home.get('/medicines'))
  }
  const doses = () => notebook.events.filter((event) => event.kind === 'doseTaken')
  return { home, tally, may, say, checkAgain, notebook, doses }
}

test('is asked about before all else, and counts as just now whenever the page is looked at', async () => {
  const { home, tally, doses } = await behind()
  expect(doses()[0]?.at).toBe(noon + 600_000 - 9 * hourMs)
  for (const hours of [0, 3, 7]) {
    home.later(hours * hourMs)
    const { text } = await tally()
    expect(text.indexOf(question)).toBeGreaterThan(0)
    expect(text.indexOf(question)).toBeLessThan(text.indexOf('In the last 24 hours'))
    expect(text).toContain('it counts as just now')
    expect(text).toMatch(/I took it at 0?3:10 today/)
  }
})

test('told as just now, or as not sure, it counts from there, and is not asked about again', async () => {
  const { home, tally, may, say, checkAgain, notebook } = await behind()
  const answered = await say('now')
  expect(answered.text).toContain('It counts as just now.')
  expect(answered.text).not.toContain(question)
  await checkAgain(noon + 12 * 60_000)
  expect((await may()).text).toContain('too soon')
  expect(notebook.events.filter(({ kind }) => kind === 'doseWithdrawn')).toHaveLength(1)
  home.later(7 * hourMs)
  expect((await tally()).text).not.toContain(question)
  expect((await may()).text).toContain(fits)
})

test('told as the time that the clock had, it counts from there', async () => {
  const { may, say, doses, tally, checkAgain } = await behind()
  await checkAgain(noon + 11 * 60_000)
  expect((await may()).text).toContain('too soon')
  expect((await say('earlier')).text).toMatch(/It counts from 0?3:10 today\./)
  expect(doses().at(-1)?.takenAt).toBe(noon + 600_000 - 9 * hourMs)
  expect((await tally()).text).not.toContain(question)
  expect((await may()).text).toContain(fits)
})

test('the mark of it is never written down', async () => {
  const { say, doses } = await behind()
  await say('now')
  expect(doses().some((dose) => 'clockSaid' in dose)).toBe(false)
  const [dose] = doses()
  expect(readEvent({ ...dose, clockSaid: asEpochMs(noon) })).not.toHaveProperty('clockSaid')
})

test('a dose from before the clock was put forward, or the device slept, counts as late as it can have been, and is asked about', async () => {
  const notebook = memoryNotebook([checkEvent()])
  const jump = { from: noon, before: asEpochMs(noon + 60_000), byMs: 7 * hourMs }
  const jumps: ClockJump[] = []
  const home = homeWith(notebook, { clockJumps: async () => jumps })
  const result = await throughGate(home, await home.get('/medicines'))
  await take(home, await press(home, result, [['do', 'open']]), portion('ibuprofen200', '1'))
  home.later(7 * hourMs + 60_000)
  const page = () => home.get('/medicines/tally')
  const may = async () =>
    home.post('/medicines/tally', [
      ...hiddenFields((await page()).html, '/medicines/tally'),
      ...portion('ibuprofen200', '1'),
      ['do', 'may'],
    ])
  expect((await page()).text).not.toContain(question)
  expect((await may()).text).toContain(fits)
  jumps.push(jump)
  const asked = await page()
  expect(asked.text).toContain(question)
  expect(asked.text).toContain('it counts as just now')
  expect(asked.text).toMatch(/I took it at 12:00 today/)
  expect((await may()).text).toContain('too soon')
  const [dose] = notebook.events.filter(({ kind }) => kind === 'doseTaken')
  const said = [
    ['do', 'meant'],
    ['dose', dose?.id ?? ''],
    ['meant', 'earlier'],
  ] as const
  const answered = await home.post('/medicines/tally', [...hiddenFields(asked.html, '/medicines/tally'), ...said])
  expect(answered.text).toContain('It counts from 12:00 today.')
  expect((await page()).text).not.toContain(question)
  expect((await may()).text).toContain(fits)
})
