import { describe, expect, test } from 'vitest'
import type { CheckInDone, ProgrammeStarted } from './events.ts'
import { humanHelp } from './human-help.ts'
import { painChange } from '../diary/change.ts'
import { checkInDue, meaningfullyLower, slowProgress } from './slow-progress.ts'
import { begun, moment, story } from './story.proof.ts'

const ids = (told: ReturnType<typeof story>, day: number, hour = 12) =>
  slowProgress(told.state(day, hour), moment(day, hour)).map(({ id }) => id)
type Part = Partial<CheckInDone>

describe('call today', () => {
  test('cannot get to the toilet or a drink, at any time; not sure counts', () => {
    for (const toiletAndDrink of ['no', 'notSure'] as const)
      expect(ids(begun().checkIn(0, { toiletAndDrink }), 0)).toContain('cannot-cope')
    expect(ids(begun().checkIn(0), 0)).not.toContain('cannot-cope')
  })
  test('pain 8 that does not ease after 24 hours of safe medicine; 7 does not call', () => {
    const told = (pain0to10: number, part: Part = {}) =>
      ids(
        begun()
          .morning(1, pain0to10)
          .checkIn(1, { pain0to10, trend: 'same', ...part }),
        1,
      )
    expect(told(8)).toContain('not-easing-24h')
    expect(told(7)).not.toContain('not-easing-24h')
    expect(told(8, { medicineFor24Hours: 'noneSafe' })).toContain('not-easing-24h')
    expect(told(8, { medicineFor24Hours: 'no' })).not.toContain('not-easing-24h')
    expect(told(8, { trend: 'better' })).not.toContain('not-easing-24h')
  })
  test('worse than day 1 and severe: from day 3, not on day 2', () => {
    const worse = (day: number, part: Part = {}) =>
      ids(begun().checkIn(day, { pain0to10: 7, trend: 'worse', ...part }), day)
    expect(worse(1)).not.toContain('worse-and-severe')
    expect(worse(2)).toContain('worse-and-severe')
    expect(worse(2, { pain0to10: 6 })).not.toContain('worse-and-severe')
    expect(worse(2, { pain0to10: 6, canStand10Minutes: 'no' })).toContain('worse-and-severe')
    expect(worse(2, { pain0to10: 6, canStand10Minutes: 'no', trend: 'same' })).not.toContain('worse-and-severe')
  })
  test('worse than day 1 and severe is heard in any number, not only in a check-in', () => {
    // Day 1 was 6.
    const morning = (pain: number, dayOne: Partial<ProgrammeStarted> = {}) =>
      ids(story().full(0).start(dayOne).checkIn(2).morning(4, pain), 4)
    expect(morning(7)).toContain('worse-and-severe')
    expect(morning(6)).not.toContain('worse-and-severe')
    expect(morning(7, { painDayOne0to10: 7 })).not.toContain('worse-and-severe')
    expect(ids(begun().morning(1, 7), 1)).not.toContain('worse-and-severe')
    // A check-in after it has the last word.
    expect(ids(begun().morning(4, 7).checkIn(4, { pain0to10: 4 }), 4)).not.toContain('worse-and-severe')
    // A day later it is no longer the pain of now.
    expect(ids(begun().checkIn(2).morning(4, 7), 5)).not.toContain('worse-and-severe')
  })
  test('where the word and the numbers differ the worse of them counts, and not knowing counts as worse', () => {
    const told = (part: Part, dayOne: Partial<ProgrammeStarted> = {}) =>
      ids(
        story()
          .full(0)
          .start(dayOne)
          .checkIn(2, { pain0to10: 8, ...part }),
        2,
      )
    expect(told({ trend: 'same' })).toContain('worse-and-severe')
    expect(told({ trend: 'same' }, { painDayOne0to10: 8 })).not.toContain('worse-and-severe')
    expect(told({ trend: 'notSure' }, { painDayOne0to10: 'notSure' })).toContain('worse-and-severe')
    expect(told({ trend: 'notSure' }, { painDayOne0to10: 9 })).not.toContain('worse-and-severe')
    expect(told({ trend: 'better' }, { painDayOne0to10: 'notSure' })).not.toContain('worse-and-severe')
  })
  test('a call for today comes first', () => {
    const told = begun().checkIn(20, { pain0to10: 9, trend: 'worse', toiletAndDrink: 'no' })
    expect(slowProgress(told.state(20), moment(20))[0]?.level).toBe('urgent')
    expect(humanHelp(told.state(20), moment(20)).amount).toBe('today')
  })
})

describe('the "few days" of the article', () => {
  test('a check-in from day 3, not on day 2, and it stays until it is answered', () => {
    expect(ids(begun(), 1)).toEqual([])
    expect(ids(begun(), 2)).toEqual(['few-days-ask'])
    expect(ids(begun(), 9)).toEqual(['few-days-ask'])
    expect(checkInDue(begun().state(1), moment(1))).toBe(false)
    expect(checkInDue(begun().state(2), moment(2))).toBe(true)
  })
  test('an answer of day 2 is too early to count', () => {
    expect(ids(begun().checkIn(1), 2)).toEqual(['few-days-ask'])
    expect(ids(begun().checkIn(2), 3)).toEqual([])
  })
  test('the same or worse: check, other direction, pharmacist, physio', () => {
    for (const trend of ['same', 'worse', 'notSure'] as const) {
      const told = begun().checkIn(3, { trend, pain0to10: 5 })
      const [found] = slowProgress(told.state(3), moment(3))
      expect(found?.actions, trend).toEqual(['fullCheck', 'changeDirection', 'pharmacist', 'bookPhysio'])
    }
  })
})

describe('2 weeks', () => {
  const at = (day: number, pain: number, part: Partial<ProgrammeStarted> = {}) =>
    ids(
      story()
        .full(0)
        .start(part)
        .checkIn(day - 1, { pain0to10: pain })
        .morning(day, pain),
      day,
    )
  test('pain 5 from 6 at 14 days is slow; at 13 days it is too early', () => {
    expect(at(14, 5)).toContain('two-weeks-slow')
    expect(at(13, 5)).not.toContain('two-weeks-slow')
  })
  test('2 points lower is enough; below 3 is enough', () => {
    expect(at(14, 4)).not.toContain('two-weeks-slow')
    expect(at(14, 2, { painDayOne0to10: 3 })).not.toContain('two-weeks-slow')
    expect(at(14, 3, { painDayOne0to10: 3 })).toContain('two-weeks-slow')
  })
  test('30 % lower is enough: 4 to 3 is not, 10 to 7 is', () => {
    expect(meaningfullyLower(4, 3)).toBe(false)
    expect(meaningfullyLower(10, 7)).toBe(true)
    expect(meaningfullyLower(5, 3.5)).toBe(true)
    expect(meaningfullyLower(5, 3.6)).toBe(false)
    expect(meaningfullyLower(5, 8)).toBe(false)
    expect(meaningfullyLower('notSure', 0)).toBe(false)
    expect(meaningfullyLower(0, 0)).toBe(false)
  })
  test('1 point less is never enough, though 3 to 2 is a third: the diary says the same', () => {
    expect(meaningfullyLower(3, 2)).toBe(false)
    expect(meaningfullyLower(1, 0)).toBe(false)
    for (let then = 0; then <= 10; then += 0.5)
      for (let now = 0; now <= then; now += 0.5)
        expect(meaningfullyLower(then, now)).toBe(painChange(then, now).kind === 'better')
  })
  test('pain that nobody told of for a week counts as slow', () => {
    expect(ids(begun().morning(7, 1), 14)).toContain('two-weeks-slow')
    expect(ids(begun().morning(8, 1), 14)).not.toContain('two-weeks-slow')
  })
  test('two or more difficult answers: help at 2 weeks; before that it is an offer', () => {
    const told = begun().write(moment(1), { kind: 'helpAnswered', offerEarlierPhysio: true, askI3: true })
    expect(humanHelp(told.state(2), moment(2))).toMatchObject({ amount: 'earlier', smallerSteps: true, askI3: true })
    expect(ids(told.morning(14, 2), 14)).toContain('two-weeks-help')
    expect(humanHelp(told.state(14), moment(14)).amount).toBe('soon')
  })
  test('16 to 19 and not back to normal; 20 not; an age not known counts', () => {
    for (const ageYears of [16, 19, 'notSure'] as const) expect(at(14, 2, { ageYears })).toContain('two-weeks-young')
    expect(at(14, 2, { ageYears: 20 })).not.toContain('two-weeks-young')
    const normal = story().full(0).start({ ageYears: 17 }).checkIn(14, { backToNormal: 'yes', pain0to10: 2 })
    expect(ids(normal, 14)).not.toContain('two-weeks-young')
  })
})

describe('4 to 12 weeks', () => {
  const at = (day: number, part: Partial<ProgrammeStarted> = {}, checkIn: Part = { globalChange: 3 }) =>
    ids(
      story()
        .full(0)
        .start(part)
        .checkIn(day, { pain0to10: 2, ...checkIn }),
      day,
    )
  test('50 and a first episode, or 60: GP at 28 days, not at 27', () => {
    expect(at(28, { ageYears: 50, firstEver: 'yes' })).toContain('four-weeks-age')
    expect(at(28, { ageYears: 50, firstEver: 'notSure' })).toContain('four-weeks-age')
    expect(at(28, { ageYears: 49, firstEver: 'yes' })).not.toContain('four-weeks-age')
    expect(at(28, { ageYears: 59, firstEver: 'no' })).not.toContain('four-weeks-age')
    expect(at(28, { ageYears: 60 })).toContain('four-weeks-age')
    // An age that nobody told may be over 60.
    expect(at(28, { ageYears: 'notSure', firstEver: 'no' })).toContain('four-weeks-age')
    expect(at(27, { ageYears: 60 })).not.toContain('four-weeks-age')
  })
  test('a global change of 2 is better, 1 is not, from 28 days', () => {
    expect(at(28, {}, { globalChange: 1 })).toContain('six-weeks-slow')
    expect(at(28, {}, { globalChange: 2 })).not.toContain('six-weeks-slow')
    expect(at(27, {}, { globalChange: -5 })).not.toContain('six-weeks-slow')
  })
  test('told to be clearly better at 4 weeks stands later on; told at 27 days does not', () => {
    const told = (day: number) => ids(begun().checkIn(day, { globalChange: 3, pain0to10: 2 }).morning(50, 2), 50)
    expect(told(28)).not.toContain('six-weeks-slow')
    expect(told(27)).toContain('six-weeks-slow')
  })
  test('never told: help comes at 42 days, not at 41', () => {
    expect(ids(begun().morning(41, 3), 41)).not.toContain('six-weeks-slow')
    expect(ids(begun().morning(42, 3), 42)).toContain('six-weeks-slow')
  })
  test('bad leg pain, or not sure of it, asks about a specialist; none does not', () => {
    const actions = (severeLegPain: CheckInDone['severeLegPain']) => {
      const told = begun().checkIn(30, { globalChange: 0, severeLegPain })
      return slowProgress(told.state(30), moment(30)).find(({ id }) => id === 'six-weeks-slow')?.actions
    }
    for (const reply of ['yes', 'notSure'] as const) expect(actions(reply), reply).toContain('askSpecialist')
    expect(actions('no')).not.toContain('askSpecialist')
  })
  test('12 weeks: the path for long-lasting pain, at 84 days, not at 83', () => {
    expect(at(84)).toContain('twelve-weeks')
    expect(at(83)).not.toContain('twelve-weeks')
  })
  test('a week of 0 or 1 is settled: no help is pressed on anybody; 2 is not', () => {
    const week = (pain: number) => begun().morning(78, pain).morning(81, pain).morning(84, pain)
    expect(ids(week(1), 84)).toEqual([])
    expect(ids(week(2), 84)).toContain('twelve-weeks')
  })
})

test('both directions down the leg: book to be seen', () => {
  const told = begun().write(moment(0, 9), { kind: 'directionFound', direction: 'stopBoth' })
  expect(humanHelp(told.state(0), moment(0)).amount).toBe('soon')
})
test('nothing amiss: booking is there, and nothing is pressed', () => {
  expect(humanHelp(begun().state(0), moment(0))).toMatchObject({ amount: 'usual', actions: [], smallerSteps: false })
})
