import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkState } from '../check/check.ts'
import { questionById, questions } from '../check/questions/all.ts'
import { notSure } from '../check/types.ts'
import { answerAs } from '../check/vignettes/answer-as.ts'
import { addDays } from '../evidence/calendar.ts'
import { entry, march } from './diary.fixtures.ts'
import {
  type CountedEntry,
  type DiaryEntry,
  type EntryFields,
  entries,
  legAnswers,
  type Sign,
  signAnswers,
} from './entry.ts'
import { regions } from './body-map.ts'
import { warningOfStop } from '../programme/warnings.ts'
import { forSharing, mayBeEmergency, opensWholeCheck, painJumped, raisedBy, withoutNote } from './entry-dangers.ts'

const raised = (fields: Partial<EntryFields>, earlier: readonly DiaryEntry[] = [], day = 10) =>
  raisedBy(entry(day, { painNow0to10: 2, ...fields }), earlier)
const ids = (fields: Partial<EntryFields>, earlier: readonly DiaryEntry[] = [], day = 10) =>
  raised(fields, earlier, day).raises.map(({ id }) => id)

describe('an entry', () => {
  test('that says nothing new raises nothing and locks nothing', () => {
    expect(raised({ note: 'Walked to the shop. No numbness.', places: ['lowBack-left'], leg: 'none' })).toEqual({
      screen: null,
      locksMovement: false,
      stop: null,
      raises: [],
      answers: {},
      routes: [],
      keepNotePrivate: false,
    })
  })

  test('is red from 6 of 10 on: the short check, and no movement until then', () => {
    expect(raised({ painNow0to10: 5 }).screen).toBeNull()
    expect(raised({ painNow0to10: 6 })).toMatchObject({ screen: 'mini', locksMovement: true, stop: null })
  })

  test('with pain of 10 alone does not open the full check: a score sends no one to A&E', () => {
    expect(raised({ painNow0to10: 10 }).screen).toBe('mini')
  })

  test('about black poo may be an emergency, so that help stands above the first question', () => {
    const told = raised({ note: 'my poo is black and like tar' })
    expect(told.raises.flatMap(({ questions }) => questions)).toContain('D2')
    expect(mayBeEmergency(told)).toBe(true)
  })

  test('with a fever tells the programme of a fever, which asks for 111 first', () => {
    const told = raised({ signs: ['fever'] })
    expect(told.stop).toBe('fever')
    expect(told.stop && warningOfStop({ sign: told.stop }).how).toBe('today')
  })

  test('that is red opens the short check in a programme, and the whole one where there is none', () => {
    const [calm, red, danger] = [{ painNow0to10: 2 }, { painNow0to10: 6 }, { signs: ['fall'] as const }].map((told) =>
      raised(told),
    )
    const opens = (one = calm) => [true, false].map((programme) => one && opensWholeCheck(one, programme))
    expect([opens(calm), opens(red), opens(danger)]).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ])
  })

  test('with several reasons opens the weightiest check', () => {
    const both = raised({ painNow0to10: 9, signs: ['fall', 'bladder'] })
    expect(both.screen).toBe('full')
    expect(both.stop).toBe('dangerSign')
    expect(both.raises.map(({ screen }) => screen)).toEqual(['full', 'full', 'mini'])
  })

  test('that adds a sign never raises less', () => {
    const rank = (screen: string | null) => [null, 'mini', 'full'].indexOf(screen)
    const fields = fc.record({
      painNow0to10: fc.integer({ min: 0, max: 10 }),
      leg: fc.constantFrom(...legAnswers.map(({ value }) => value)),
      places: fc.subarray(regions.map(({ id }) => id)),
      signs: fc.subarray(signAnswers.map(({ value }) => value)),
    })
    fc.assert(
      fc.property(fields, fc.constantFrom(...signAnswers.map(({ value }) => value)), (one, sign) => {
        const before = raised(one)
        const after = raised({ ...one, signs: [...new Set<Sign>([...one.signs, sign])] })
        expect(rank(after.screen)).toBeGreaterThanOrEqual(rank(before.screen))
        expect(after.screen).toBe('full')
        expect(before.locksMovement).toBe(before.screen !== null)
      }),
    )
  })
})

describe('a note with danger words', () => {
  test.each([
    ['cant feel when i pee', 'A2'],
    ['numb down below', 'A1'],
    ['wet myself today', 'A2'],
    ['my foot keeps dragging', 'A6'],
    ['i had a fever last night', 'B2'],
    ['pain in my chest', 'C1'],
  ])('"%s" opens the full check on %s at once', (note, question) => {
    const found = raised({ note })
    expect(found).toMatchObject({ screen: 'full', locksMovement: true, stop: 'dangerSign' })
    expect(found.raises.flatMap(({ questions }) => questions)).toContain(question)
  })

  test('is heard by the check itself: a "no" to the question is asked again', () => {
    const { answers } = raised({ note: 'numb down below' })
    const state = checkState({ ...answers, A1: 'no' })
    expect(state.complete ? [] : state.ask).toContain('said.A1')
  })

  test('about ending it all, or too many pills, shows help before any question', () => {
    expect(raised({ note: 'i want to end it all' }).routes).toEqual(['111-option-2', 'samaritans', '999'])
    expect(raised({ note: 'took 20 paracetamol last night' }).routes).toEqual(['999', '111'])
  })

  test('about someone who hurts shows help, and goes into nothing that is shared', () => {
    const note = 'my husband hit me again'
    const found = raised({ note })
    expect(found.routes).toEqual(['999', 'domestic-abuse'])
    expect(found.keepNotePrivate).toBe(true)
    const made = entry(0, { painNow0to10: 3, note })
    expect(JSON.stringify(forSharing(made))).not.toContain('husband')
    expect(forSharing(made)).toMatchObject({ id: made.id, painNow0to10: 3 })
    expect('note' in withoutNote(made)).toBe(false)
  })

  test('of any other kind is shared as it was written', () => {
    const made = entry(0, { painNow0to10: 3, note: 'i want to end it all' })
    expect(forSharing(made)).toBe(made)
    expect(raised({ note: 'numb down below' }).keepNotePrivate).toBe(false)
  })
})

describe('a ticked sign', () => {
  test.each(signAnswers)('$value opens the full check with its question answered yes', ({ value }) => {
    const found = raised({ signs: [value] })
    expect(found).toMatchObject({ screen: 'full', locksMovement: true })
    const asked = found.raises.flatMap(({ questions }) => questions)
    for (const question of asked) {
      expect(questionById.get(question)?.kind).toBe('yesNo')
      expect(found.answers[question]).toBe('yes')
    }
  })

  test.each([
    ['saddle', 'A1'],
    ['bladder', 'A2'],
    ['bowel', 'A3'],
    ['bothLegs', 'A5'],
  ] as const)('%s goes on at once to the follow-up questions of %s, or to its result', (sign, question) => {
    const state = checkState(raised({ signs: [sign] }).answers)
    if (state.complete) expect(state.level).toBe('emergency')
    else expect(state.ask.some((id) => id.startsWith(`${question}.`))).toBe(true)
  })
})

describe('what may be an emergency', () => {
  test('is chest pain that was ticked: it stops all and goes first', () => {
    const found = raised({ signs: ['other', 'chest'] })
    expect(found).toMatchObject({ screen: 'full', stop: 'chest', answers: { C1: 'yes' } })
    expect(found.raises[0]?.questions).toEqual(['C1'])
  })
  /** Their yes is an emergency only while what softens it is not told, or is none of its own (evidence.md §1, "Alone?"). */
  const onlyBeside = ['A7', 'B5', 'D1', 'D5', 'E7']
  test('is each sign in a note whose yes alone forces an emergency in the check', () => {
    const forces = questions.flatMap(({ id, kind, under }) => {
      if (kind !== 'yesNo' || under !== undefined || onlyBeside.includes(id)) return []
      const unsure = questions
        .filter((one) => one.under === id)
        .map((one) => [one.id, one.kind === 'ticks' ? [] : notSure])
      const told = { sex: 'female', age: 35, injuryWhen: 'last7', ...Object.fromEntries(unsure), [id]: 'yes' }
      return answerAs(told).result.level === 'emergency' ? [id] : []
    })
    expect(forces).toEqual(expect.arrayContaining(['A1', 'A10', 'A11', 'B1', 'C5.collapse', 'D7', 'D8', 'E1']))
    const raise = { id: 'phrase', screen: 'full', stop: 'dangerSign', because: '', sources: [], tag: 'C' } as const
    const calls = (question: string) => mayBeEmergency({ raises: [{ ...raise, questions: [question] }] })
    expect(forces.filter((question) => !calls(question))).toEqual([])
    expect(onlyBeside.filter(calls)).toEqual([])
  })
  test('is a stroke, a faint or a serious accident that a note tells of', () => {
    for (const note of ['my face has dropped on one side', 'i collapsed in the shop', 'hit by a car at 40mph'])
      expect([note, mayBeEmergency(raised({ note }))]).toEqual([note, true])
    expect(mayBeEmergency(raised({ note: 'my calf is swollen' }))).toBe(false)
  })
  test('is a sign, a note or a place of the emergency questions, and nothing milder', () => {
    for (const value of ['chest', 'saddle', 'bladder', 'bowel', 'bothLegs', 'weak'] as const)
      expect(mayBeEmergency(raised({ signs: [value] })), value).toBe(true)
    for (const value of ['numb', 'fever', 'fall', 'other', 'unsteady'] as const)
      expect(mayBeEmergency(raised({ signs: [value] })), value).toBe(false)
    expect(mayBeEmergency(raised({ note: 'numb down below' }))).toBe(true)
    expect(mayBeEmergency(raised({ note: 'pain in my chest' }))).toBe(true)
    expect(mayBeEmergency(raised({ places: ['chest-left'] }))).toBe(true)
    expect(mayBeEmergency(raised({ places: ['chest-right'] }))).toBe(true)
    expect(mayBeEmergency(raised({ places: ['thighBack-left', 'calf-right'] }))).toBe(true)
    expect(mayBeEmergency(raised({ painNow0to10: 10 }))).toBe(false)
    expect(mayBeEmergency(raised({ leg: 'further' }))).toBe(false)
    expect(mayBeEmergency(raised({}))).toBe(false)
  })
})

describe('the body map', () => {
  test('asks about the nerves when the saddle is marked, and about the heart when the chest is', () => {
    expect(raised({ places: ['saddleFront'] }).raises[0]).toMatchObject({ questions: ['A1', 'A2', 'A3'] })
    expect(raised({ places: ['chest-left'] })).toMatchObject({ screen: 'full', stop: 'chest' })
  })

  test('raises both legs when the last map did not show them', () => {
    const both = ['thighBack-left', 'calf-right'] as const
    const one = entry(9, { painNow0to10: 2, places: ['thighBack-left'] })
    const two = entry(9, { painNow0to10: 2, places: [...both] })
    expect(ids({ places: [...both] })).toEqual(['bothLegs'])
    expect(ids({ places: [...both] }, [one])).toContain('bothLegs')
    expect(ids({ places: [...both] }, [two])).toEqual([])
    expect(ids({ places: ['buttock-left', 'buttock-right'] })).toEqual([])
  })

  test('raises pain that has moved further down a leg than on the last map of the 7 days before', () => {
    const thigh = entry(9, { painNow0to10: 2, places: ['thighBack-left'] })
    expect(ids({ places: ['calf-left'] }, [thigh])).toEqual(['legFurther'])
    expect(ids({ places: ['thighFront-left'] }, [thigh])).toEqual([])
    expect(ids({ places: ['lowBack-left'] }, [thigh])).toEqual([])
    expect(ids({ places: ['calf-left'] })).toEqual([])
    // "No leg pain" was told, and now there is some, by word or on the map: that is new.
    const none = entry(9, { painNow0to10: 2, leg: 'none' })
    expect(ids({ places: ['calf-left'] }, [none])).toEqual(['legFurther'])
    expect(ids({ places: ['buttock-left'] }, [none])).toEqual([])
    expect(ids({ leg: 'same' }, [none])).toEqual(['legFurther'])
    expect(ids({ leg: 'none' }, [none])).toEqual([])
    expect(ids({ leg: 'same' }, [none, entry(9, { painNow0to10: 2, leg: 'same' })])).toEqual([])
    expect(ids({ places: ['calf-left'] }, [thigh], 16)).toEqual(['legFurther'])
    expect(ids({ places: ['calf-left'] }, [thigh], 17)).toEqual([])
  })

  test('compares with the last map, though entries without one came after it', () => {
    const thigh = entry(8, { painNow0to10: 2, places: ['thighBack-left'] })
    expect(ids({ places: ['heel-left'] }, [thigh, entry(9, { painNow0to10: 2 })])).toEqual(['legFurther'])
  })
})

describe('leg pain as told', () => {
  test.each([
    ['none', false],
    ['same', false],
    ['nearer', false],
    ['further', true],
    ['notSure', true],
  ] as const)('%s raises the full check: %s', (leg, full) => {
    expect(raised({ leg }).screen === 'full').toBe(full)
  })
})

describe('a jump in pain', () => {
  const yesterday = entry(9, { painNow0to10: 2 })

  test('of 3 points with no clear reason opens the full check; 2 points do not', () => {
    expect(ids({ painNow0to10: 4 }, [yesterday])).toEqual([])
    expect(ids({ painNow0to10: 5 }, [yesterday])).toEqual(['jump'])
    expect(raised({ painNow0to10: 5 }, [yesterday])).toMatchObject({ screen: 'full', stop: 'newSymptom' })
  })

  test('has a cause only when the person says so', () => {
    for (const plainCause of ['no', 'notSure'] as const)
      expect(ids({ painNow0to10: 5, plainCause }, [yesterday])).toEqual(['jump'])
    expect(ids({ painNow0to10: 5, plainCause: 'yes' }, [yesterday])).toEqual([])
  })

  test('is also a rise above the week, though it crept up', () => {
    const week = [2, 2, 2, 3, 4].map((painNow0to10, index) => entry(5 + index, { painNow0to10 }))
    expect(painJumped(5, week.slice(-2))).toBe(false)
    expect(painJumped(6, week)).toBe(true)
    expect(painJumped(5, week)).toBe(false)
  })

  test('is compared with nothing older than 7 days and nothing later', () => {
    expect(ids({ painNow0to10: 5 }, [yesterday], 16)).toEqual(['jump'])
    expect(ids({ painNow0to10: 5 }, [yesterday], 17)).toEqual([])
    expect(ids({ painNow0to10: 5 }, [entry(11, { painNow0to10: 0 })])).toEqual([])
  })

  test('on the first entry is none', () => {
    expect(painJumped(5, [])).toBe(false)
  })
})

describe('an entry that was told late', () => {
  const late = (day: number, about: number, fields: EntryFields): CountedEntry => {
    const [one] = entries([{ ...entry(day, fields, 9), about: march(about) }])
    if (!one) throw new Error('no entry')
    return one
  }
  const ofDay = (fields: Partial<EntryFields>, earlier: readonly CountedEntry[], about?: number) =>
    raisedBy(
      { ...entry(10, { painNow0to10: 2, ...fields }, 10), ...(about !== undefined && { about: march(about) }) },
      earlier,
    ).raises.map(({ id }) => id)

  test('hides no jump: the last number told in time counts as well', () => {
    const before = entry(8, { painNow0to10: 2 })
    expect(ofDay({ painNow0to10: 5 }, [before])).toEqual(['jump'])
    expect(ofDay({ painNow0to10: 5 }, [before, late(10, 9, { painNow0to10: 5 })])).toEqual(['jump'])
    expect(ofDay({ painNow0to10: 5 }, [entry(8, { painNow0to10: 3 }), late(10, 9, { painNow0to10: 2 })])).toEqual([
      'jump',
    ])
    expect(ofDay({ painNow0to10: 5 }, [entry(8, { painNow0to10: 3 }), late(10, 9, { painNow0to10: 3 })])).toEqual([])
  })
  test('is held beside what came before its day, and beside what is known now', () => {
    const known = [entry(6, { painNow0to10: 2, leg: 'none' }), entry(9, { painNow0to10: 4, leg: 'same' })]
    expect(ofDay({ painNow0to10: 5, leg: 'same' }, known)).toEqual([])
    expect(ofDay({ painNow0to10: 5, leg: 'same' }, known, 7)).toEqual(['legFurther', 'jump'])
    const since = [entry(6, { painNow0to10: 4 }), entry(9, { painNow0to10: 2, leg: 'none' })]
    expect(ofDay({ painNow0to10: 5, leg: 'same' }, since, 7)).toEqual(['legFurther', 'jump'])
  })
  test('never takes away what a later entry raises', () => {
    const legs = fc.option(fc.constantFrom(...legAnswers.map(({ value }) => value)), { nil: undefined })
    const places = fc.option(fc.subarray(regions.map(({ id }) => id)), { nil: undefined })
    const fields = fc
      .record({ painNow0to10: fc.integer({ min: 0, max: 10 }), leg: legs, places })
      .map(({ painNow0to10, leg, places: marked }) => ({
        painNow0to10,
        ...(leg && { leg }),
        ...(marked && { places: marked }),
      }))
    const written = fc.array(
      fc.record({ day: fc.integer({ min: 0, max: 9 }), back: fc.integer({ min: 0, max: 5 }), fields }),
    )
    fc.assert(
      fc.property(written, fields, (all, now) => {
        const made = all.map(({ day, back, fields: told }, index): DiaryEntry => {
          const one = { ...entry(day, told, 8 + index / 10), id: `e${index}` }
          return back === 0 ? one : { ...one, about: addDays(one.day, -back) }
        })
        const inTime = ofDay(now, entries(made.filter(({ about }) => about === undefined)))
        expect(ofDay(now, entries(made))).toEqual(expect.arrayContaining(inTime))
      }),
      { numRuns: 500 },
    )
  })
  test('is told in its own words when it is above the rest', () => {
    const { raises } = raisedBy({ ...entry(10, { painNow0to10: 5 }), about: march(7) }, [entry(6, { painNow0to10: 2 })])
    expect(raises[0]?.because).toBe(
      'Your pain was 3 points or more above what you told us before, with no clear reason.',
    )
  })
})

describe('one leg is heard as the other is', () => {
  const other = (place: string) =>
    place.endsWith('-left') ? place.replace(/left$/, 'right') : place.replace(/right$/, 'left')
  const mirrored = (places: readonly (typeof regions)[number]['id'][]) => places.map(other) as typeof places
  test.each(regions.map(({ id }) => id))('%s, with any place before it, and where there was no leg pain', (place) => {
    const at = (where: typeof place) => ({ painNow0to10: 2, places: [where] })
    for (const { id: before } of regions) {
      const [told, turned] = [[before], mirrored([before])].map((places, index) =>
        ids({ places: index === 0 ? [place] : mirrored([place]) }, [entry(9, { painNow0to10: 2, places })]),
      )
      expect(turned, before).toEqual(told)
    }
    const none = [entry(9, { painNow0to10: 2, leg: 'none' })]
    expect(ids({ places: mirrored([place]) }, none)).toEqual(ids(at(place), none))
  })
})

describe('what is told with an entry', () => {
  const also = raised({ signs: ['fever'] }).raises
  test('counts beside what it raises itself, and the full check comes before the short one', () => {
    const both = raisedBy(entry(10, { painNow0to10: 7 }), [], also)
    expect(both.raises.map(({ id }) => id)).toEqual(['sign', 'red'])
    expect(both).toMatchObject({ screen: 'full', stop: 'fever' })
    expect(raisedBy(entry(10, { painNow0to10: 2 }), [], also)).toMatchObject({ screen: 'full', locksMovement: true })
  })
  test('later is nothing that it can be held beside', () => {
    const evening = entry(10, { painNow0to10: 1 }, 20)
    expect(ids({ painNow0to10: 5 }, [evening])).toEqual([])
    expect(ids({ painNow0to10: 5 }, [{ ...evening, at: entry(10, { painNow0to10: 5 }).at }])).toEqual(['jump'])
  })
})

test('each reason says what was told, and asks all of its questions', () => {
  const none = [entry(9, { painNow0to10: 2, leg: 'none' })]
  const said = (fields: Partial<EntryFields>, earlier: readonly DiaryEntry[] = [], about?: number) =>
    raisedBy(
      { ...entry(10, { painNow0to10: 2, ...fields }), ...(about !== undefined && { about: march(about) }) },
      earlier,
    ).raises.map(({ because, questions }) => `${because} ${questions.join(' ')}`.trim())
  expect(said({ leg: 'same' }, none)).toEqual(['There was no leg pain before, and now there is. A5 A6 A8'])
  expect(said({ leg: 'further' }, none)).toEqual(['The pain has moved further down a leg. A5 A6 A8'])
  expect(said({ leg: 'notSure' }, none)).toEqual(['You are not sure if the pain has moved down the leg. A5 A6 A8'])
  const thigh = entry(9, { painNow0to10: 2, places: ['thighBack-right'] })
  expect(said({ places: ['calf-right'] }, [thigh])).toEqual(['The pain has moved further down a leg. A5 A6 A8'])
  expect(said({ places: ['chest-left'] })).toEqual(['You marked your chest. C1 C2 C3'])
  expect(said({ places: ['saddleBack'] })).toEqual(['You marked a place between the legs. A1 A2 A3'])
  expect(said({ painNow0to10: 5 }, [entry(9, { painNow0to10: 2 })])[0]).toContain('has jumped')
  expect(said({ painNow0to10: 5 }, [entry(8, { painNow0to10: 2 })], 9)[0]).toContain('above what you told us before')
})
