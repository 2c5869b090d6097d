/**
 * What was told under a clock that was ahead, when more than one day is left for it: no list says that it was on a day, and
 * least of all on each new one (H-28).
 */
import { expect, test } from 'vitest'
import { addDays } from '../../../care/evidence/calendar.ts'
import { hourMs } from '../../../care/evidence/time.ts'
import { correctClocks } from '../../../care/record/notebook-clock.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { diaryEvents, movementProfileAt } from '../../../care/record/person.ts'
import { justTold } from '../../../care/record/pain-told.ts'
import { checkEvent } from '../plan/plan.fixtures.ts'
import { dayOf } from '../moment.ts'
import { device, freshId, momentAt } from '../programme/programme.fixtures.ts'

const day = (number: number, hour = 9) => dayOf(momentAt(number, hour), { kind: 'device' })
const entry = (on: number, painNow0to10: number, hour = 9): NotebookEvent => ({
  ...({ v: 2, id: freshId(), kind: 'diaryEntry', painNow0to10 } as const),
  ...{ at: momentAt(on, hour), day: day(on, hour) },
})
const urgent = (on: number): NotebookEvent => ({
  ...checkEvent({ A1: 'yes' }, momentAt(on, 9)),
  ...{ id: freshId(), painNow: 7 },
})
/** A device whose clock was right on day 0, five days ahead on day 2, and right again from then on. */
async function aheadOnce(...told: readonly NotebookEvent[]) {
  const home = device()
  for (const event of [entry(0, 4), ...told]) await home.notebook.append(event)
  return home
}
const under = (text: string, heading: string, next: string) => text.split(heading)[1]?.split(next)[0] ?? ''

test('stands under no day in the diary, from one day to the next, until the day that its clock said', async () => {
  const home = await aheadOnce(entry(7, 9), urgent(7))
  for (const today of [2, 3, 4]) {
    const { text } = await home.at(today).get('/diary')
    expect(text).toContain(' Today Nothing told today. Add an entry')
    const list = under(text, 'Day not known', 'Monday 23 November')
    expect(list).toMatch(/Pain 9 day not known/)
    expect(list).toContain('Your check said: get help now. day not known')
  }
})

test('has a day where what was told before and after it leaves but one', async () => {
  const home = await aheadOnce(entry(7, 9))
  expect((await home.at(0, 22).get('/diary')).text).not.toContain('Day not known')
  await home.notebook.append({ ...entry(0, 5, 21), order: momentAt(7, 9.1) } as NotebookEvent)
  const { text } = await home.at(3).get('/diary')
  expect(text).not.toContain('Day not known')
  expect(text.split('Monday 23 November').length).toBe(text.split('Pain ').length)
})

test('is no point of the chart, which says so, and no triangle', async () => {
  const home = await aheadOnce(entry(7, 9), urgent(7))
  const { text, html } = await home.at(3).get('/diary/chart')
  expect(text).toMatch(
    /(One number is|2 numbers are) not on the chart\. Your clock was ahead, so we do not know the day\./,
  )
  expect(html).not.toContain('A triangle marks')
  expect(text).toContain('Day not known: Your check said: get help now.')
  expect(text).not.toMatch(/pain 9|out of 10, it was 9/)
})

test('where it is all that was told, the chart does not say that nothing was', async () => {
  const home = device()
  await home.notebook.append(entry(7, 9))
  const { text } = await home.at(3).get('/diary/chart')
  expect(text).toContain('One number is not on the chart.')
  expect(text).not.toContain('You have told us no pain yet')
})

test('has no day and no time in the table for a spreadsheet', async () => {
  const home = await aheadOnce(entry(7, 9))
  const csv = await (await home.at(3).app.request('/record/unclench-diary.csv')).text()
  const [, first, second] = csv.split('\r\n')
  expect(first).toMatch(/^2026-11-23,\d\d:\d\d,4,.*,2026-11-23,\d\d:\d\d$/)
  expect(second).toMatch(/^,,9,.*,,$/)
})

test('is dated by nobody on the page for a doctor', async () => {
  const home = await aheadOnce(urgent(7), entry(7, 9, 9.5))
  const { text } = await home.at(3).get('/report')
  expect(text).toContain('Last told, day not known, clock was ahead')
  expect(text).toMatch(/Worst told, day not known, clock was ahead ?: ?9 of 10/)
  expect(text).toMatch(/day not known, clock was ahead ?: ?Check: emergency/)
  expect(text).not.toMatch(/EMERGENCY[^.]*today/)
})

test('its number is not offered as told just now, and as today’s pain it can only raise', async () => {
  const now = { at: momentAt(3, 12), day: day(3, 12) }
  const seen = correctClocks([entry(0, 4), entry(7, 2)], now)
  expect(justTold(seen, diaryEvents(seen), now)).toBeNull()
  const check = { ...checkEvent({ painNow: 6 }, momentAt(3, 8)), id: freshId() }
  const pain = (events: readonly NotebookEvent[]) => movementProfileAt(correctClocks(events, now), now).painNow0to10
  const mild = { ...entry(7, 2), order: momentAt(3, 8) } as NotebookEvent
  expect(pain([check, mild])).toBe(2)
  expect(pain([{ ...checkEvent({}, momentAt(2, 8)), id: freshId() }, entry(7, 2)])).toBe('notSure')
  expect(addDays(day(0), 3)).toBe(now.day)
  expect(now.at - momentAt(3, 8)).toBe(4 * hourMs)
})

test('a day that was told once it was over says so on the chart and on the page for a doctor', async () => {
  const home = await aheadOnce({ ...entry(2, 6), about: day(1) } as NotebookEvent)
  home.at(2, 20)
  const chart = await home.get('/diary/chart')
  expect(chart.text).toContain('One day was told later, from memory.')
  expect(chart.text).toMatch(/24 Nov 2026 6 ?\(told later\)/)
  expect(chart.html).toContain('pain 6, told later.')
  expect(chart.html).not.toContain('pain 4, told later')
  expect((await home.get('/report')).text).toMatch(/Told after the day ?: ?1 of 2 days/)
})
