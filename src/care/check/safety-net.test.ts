/** The safety-net holds every line of the clinical brief (evidence.md §2.2 and ruling 11 of §2.4), and comes with every result. */
import { describe, expect, test } from 'vitest'
import { checkState } from './check.ts'
import { calmNetOn, safetyNet } from './safety-net.ts'
import { answerAs } from './vignettes/answer-as.ts'

const lines: readonly (readonly [part: 'goNow' | 'sameDay' | 'expect' | 'bookIf', sign: string, words: RegExp])[] = [
  ['goNow', 'numb between the legs', /numb or tingly.*between the legs, private parts, bottom or back passage/],
  ['goNow', 'peeing', /Peeing changes: you can’t start, can’t feel it, or leak/],
  ['goNow', 'poo', /leak poo, or can’t feel it/],
  ['goNow', 'sex', /Sex feels numb/],
  ['goNow', 'both legs', /Both legs are painful, numb or weak/],
  ['goNow', 'a weak leg', /leg or foot is getting weak/],
  ['goNow', 'chest and breath', /chest hurts, or it is hard to breathe/],
  ['goNow', 'tearing pain', /sudden tearing or terrible pain in the tummy or back/],
  ['goNow', 'collapse', /collapse/],
  ['goNow', 'very unwell', /very unwell, confused, or can’t stop shaking/],
  ['sameDay', 'fever', /38 °C or more, or feel shivery/],
  ['sameDay', 'weight', /lose weight without trying/],
  ['sameDay', 'lump or shape', /new lump or change of shape/],
  ['sameDay', 'rash', /burning rash on one side/],
  ['sameDay', 'kidney', /side hurts and you feel sick or see blood in your pee/],
  ['sameDay', 'calf', /One calf is swollen or hot/],
  ['sameDay', 'steady pain, from day 3', /From day 3.*steady day and night, and no position eases it.*after a day/],
  ['sameDay', 'fall with thin bones', /fall or knock.*thin bones or take blood thinners or steroids/],
  ['sameDay', 'pregnant', /pregnant and get new pain/],
  ['sameDay', 'ending your life', /thoughts of ending your life.*111.*option 2/],
  ['expect', 'catching pain', /Sharp, catching pain when you move, for a few days/],
  ['expect', 'two and six weeks', /clearly better in 2 weeks.*ache at 6 weeks/],
  ['bookIf', 'no easing', /not easing at all by day 4 or 5/],
  ['bookIf', 'a third', /less than about a third better at 2 weeks/],
  ['bookIf', 'not settled', /not settled by 4 to 6 weeks/],
  ['bookIf', 'down a leg', /further down a leg/],
]

describe('the safety-net says', () => {
  test.each(lines)('%s: %s', (part, _, words) => {
    expect(safetyNet[part].items.filter((item) => words.test(item))).toHaveLength(1)
  })

  test('that nobody wastes anyone’s time', () => {
    expect(safetyNet.closing).toMatch(/worried, ask.*not be wasting/)
  })
})

describe('in the middle of an episode the calm lines are those still ahead', () => {
  const booked = (day: number) => calmNetOn(day).bookIf.items
  const expected = (day: number) => calmNetOn(day).expect?.items ?? []

  test('on the first day all of them', () => {
    expect(calmNetOn(0)).toEqual({ expect: safetyNet.expect, bookIf: safetyNet.bookIf })
  })
  test.each([
    [5, 'not easing at all by day 4 or 5'],
    [14, 'less than about a third better at 2 weeks'],
    [42, 'not settled by 4 to 6 weeks'],
  ])('on day %i it still says "%s", on the next it does not', (day, words) => {
    expect(booked(day).filter((item) => item.includes(words))).toHaveLength(1)
    expect(booked(day + 1).filter((item) => item.includes(words))).toHaveLength(0)
  })
  test('catching pain is expected for the first week, and an ache up to six', () => {
    expect(expected(6)).toHaveLength(2)
    expect(expected(7)).toEqual([safetyNet.expect.items[1]])
    expect(expected(41)).toEqual([safetyNet.expect.items[1]])
    expect(calmNetOn(42).expect).toBeNull()
  })
  test('pain that moves down a leg is to be seen on every day', () => {
    for (const day of [0, 6, 15, 43, 400]) expect(booked(day)).toContain('The pain moves further down a leg.')
  })
})

test.each(['yes', 'notSure'])(
  'a blood thinner answered “%s” says at home care: no ibuprofen, naproxen or aspirin',
  (answer) => {
    const { result } = answerAs({ sex: 'male', age: 35, startHow: 'gradual', I1: answer, 'I1.signs': [] })
    expect(result.level).toBe('self-care')
    expect(result.notes.map(({ id }) => id)).toContain('no-nsaid-blood-thinner')
  },
)

test('no blood thinner, no such remark', () => {
  const { result } = answerAs({ sex: 'male', age: 35 })
  expect(result.notes.map(({ id }) => id)).not.toContain('no-nsaid-blood-thinner')
})

test('a remark comes with an emergency too', () => {
  const state = checkState({ A1: 'notSure', 'A1.seat': 'notSure', 'A1.when': 'new' })
  expect(state.complete && state.notes.map(({ id }) => id)).toContain('fetch-the-person')
})
