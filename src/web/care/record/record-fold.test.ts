/** The kept fold gives what folding everything gives; folds do not care about order or repeats. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diaryDays } from '../../../care/diary/days.ts'
import { tasks } from '../../../care/diary/entry.ts'
import { addDays } from '../../../care/evidence/calendar.ts'
import { asEpochMs, dayMs } from '../../../care/evidence/time.ts'
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
    const { day } = weeks.find((event) => 'day' in event) ?? now
    for (const at of [weeks[40]?.at ?? yearEnds, asEpochMs(0)]) {
      courseAt([], now)
      expect(courseAt(weeks, { at, day }).state).toEqual(stateAt(programmeEvents(weeks), { at, day }))
    }
  })
  test('of a check that is not what it was in one thing is folded anew', () => {
    const at = asEpochMs(yearEnds - dayMs)
    const day = addDays(now.day, -1)
    const check: NotebookEvent = {
      ...{ v: 2, id: '0193aaaa-0000-7000-8000-000000000001', at, day, kind: 'checkFinished', answers: {} },
      ...{ check: '0193aaaa-0000-7000-8000-000000000002', level: 'urgent', movement: 'locked', protocolVersion: 'p' },
      changed: [],
    }
    const others: readonly Partial<Extract<NotebookEvent, { kind: 'checkFinished' }>>[] = [
      ...([{ level: 'emergency' }, { level: 'soon', movement: 'gentle' }, { protocolVersion: 'q' }] as const),
      ...([{ at: asEpochMs(at - 1) }, { day: addDays(day, -1) }, { unknownAge: true }] as const),
      ...([{ movement: 'open', level: 'self-care' }, { id: '0193aaaa-0000-7000-8000-000000000003' }] as const),
    ]
    for (const other of others) {
      const changed = { ...check, ...other }
      courseAt([check], now)
      expect([other, courseAt([changed], now).state]).toEqual([other, stateAt(programmeEvents([changed]), now)])
    }
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

describe('doses and answers about too much, of which a file brings one later', () => {
  const noes = {
    ...{ liverDisease: 'no', heavyDrinking: 'no', eatingDisorder: 'no', pregnant: 'no', liverMedicine: 'no' },
    ...{ sickOrTummyPain: 'no', drowsyOrSlowBreathing: 'no', moreThanOneDay: 'no', onPurpose: 'no' },
  }
  const start = yearEnds - 9 * dayMs
  const act = fc.record({
    grams: fc.constantFrom(0.5, 1, 2, 2.5, 4, 4.5),
    what: fc.constantFrom('dose', 'dose', 'dose', 'calm', 'button'),
    hours: fc.constantFrom(1, 5, 13, 30),
  })
  const events = fc.array(act, { minLength: 3, maxLength: 7 }).map((acts) => {
    let at = start
    return acts.map(({ grams, what, hours }, index): NotebookEvent => {
      at += hours * (dayMs / 24)
      const base = { v: 1, id: `0193aaaa-0000-7000-8000-00000000000${index}`, at: asEpochMs(at) } as const
      const day = addDays('1970-01-01', Math.floor(at / dayMs))
      const dose = { ingredient: 'paracetamol', milligrams: grams * 1000, product: 'p', takenAt: asEpochMs(at) }
      if (what === 'dose') return { ...base, kind: 'doseTaken', ...dose }
      const facts = what === 'calm' ? noes : { overPacketLimit: 'yes' as const }
      return { ...base, day, kind: 'tooMuchTold', facts, ...(what === 'calm' && { weightKg: 70 }) } as NotebookEvent
    })
  })
  test('are folded as they are at once', () => {
    fc.assert(
      fc.property(events, fc.nat(6), (all, place) => {
        courseAt(
          all.filter((_event, index) => index !== place % all.length),
          now,
        )
        expect(courseAt(all, now).state).toEqual(stateAt(programmeEvents(all), now))
      }),
      { numRuns: 400 },
    )
  })
})
