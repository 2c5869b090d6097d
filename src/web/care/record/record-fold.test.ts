/** The kept fold gives what folding everything gives; folds do not care about order or repeats. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diaryDays, tasks } from '../../../care/diary/entry.ts'
import { dayMs } from '../../../care/evidence/time.ts'
import { doses, lastCheck, type NotebookEvent } from '../../../care/record/notebook.ts'
import { diaryEvents, movementProfileAt, programmeEvents } from '../../../care/record/person.ts'
import { preventionEvents } from '../../../care/prevention/events.ts'
import { stateAt } from '../../../care/programme/fold.ts'
import { reportOf } from '../../../care/record/report.ts'
import { courseAt } from './record-fold.ts'
import { yearEnds, yearOfUse } from './year-of-use.fixtures.ts'

const now = { at: yearEnds, day: '2026-11-23' } as const
const year = yearOfUse()
/** The first weeks hold every kind of event; folding a whole year again and again would prove no more. */
const weeks = year.filter(({ at }) => at < yearEnds - 340 * dayMs)

describe('the programme, folded bit by bit', () => {
  test('is the programme folded at once, however a record grows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(weeks.length), { minLength: 1, maxLength: 8 }), (cuts) => {
        for (const cut of [...cuts.sort((a, b) => a - b), weeks.length]) {
          const events = weeks.slice(0, cut)
          expect(courseAt(events, now).state).toEqual(stateAt(programmeEvents(events), now))
        }
      }),
      { numRuns: 10 },
    )
  })
  test('forgets a record that another one takes the place of', () => {
    courseAt(weeks, now)
    const other = yearOfUse(2).filter(({ at }) => at < yearEnds - 350 * dayMs)
    expect(courseAt(other, now).state).toEqual(stateAt(programmeEvents(other), now))
    expect(courseAt([], now).state).toEqual(stateAt([], now))
  })
  test('takes an entry that a file put between the others', () => {
    const without = weeks.filter(({ kind }) => kind !== 'morningNoted')
    courseAt(without, now)
    expect(courseAt(weeks, now).state).toEqual(stateAt(programmeEvents(weeks), now))
  })
  test('counts nothing that opens doors before its time, when the clock was wrong', () => {
    const early = { at: weeks[40]?.at ?? yearEnds, day: weeks[0] && 'day' in weeks[0] ? weeks[0].day : now.day }
    expect(courseAt(weeks, early).state).toEqual(stateAt(programmeEvents(weeks), early))
  })
  test('of a whole year is the same too', () => {
    expect(courseAt(year, now).state).toEqual(stateAt(programmeEvents(year), now))
  })
})

describe('a record shuffled and with entries twice', () => {
  const shuffled = fc.shuffledSubarray([...weeks, ...weeks.slice(0, 60)], { minLength: weeks.length + 60 })
  /** Everything that pages show of a record. */
  const shown = (events: readonly NotebookEvent[]) => {
    const diary = diaryEvents(events)
    const { state, phases } = courseAt(events, now)
    return {
      state,
      profile: movementProfileAt(events, now),
      last: lastCheck(events, now.at),
      doses: doses(events),
      days: diaryDays(diary),
      tasks: tasks(diary),
      prevention: preventionEvents(events),
      report: reportOf({ events, diary, state, phases, now }),
    }
  }
  test('gives the same programme, diary, doses and report', () => {
    const once = shown(weeks)
    fc.assert(
      fc.property(shuffled, (events) => {
        expect(shown(events)).toEqual(once)
      }),
      { numRuns: 8 },
    )
  })
})
