import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionById } from '../check/questions/all.ts'
import { anyProfile } from './arbitrary.proof.ts'
import type { Answers } from '../check/types.ts'
import { clearAnswers, plain } from './people.proof.ts'
import { type ProfileField, profileQuestions } from './profile-questions.ts'
import {
  type PartialProfile,
  fullProfile,
  parseProfile,
  profileFromAnswers,
  questionsToAsk,
  unknownProfile,
} from './profile.ts'

describe('what the check already told', () => {
  test('a clear check fills in all that it asked', () => {
    expect(profileFromAnswers(clearAnswers)).toMatchObject({
      age: 40,
      pregnancy: 'no',
      legTingle: 'no',
      bloodThinner: 'no',
      thinBones: 'no',
      walk: 'can',
      midBack: 'no',
      overThreeMonths: 'no',
      footDrop: 'no',
      illness: [],
      painNow: 5,
    })
  })
  test('an empty check fills in nothing', () => expect(profileFromAnswers({})).toEqual({}))
  test('not sure stays not sure', () => {
    expect(profileFromAnswers({ I1: 'notSure', fxRisk: ['notSure'], A8: 'notSure' })).toMatchObject({
      bloodThinner: 'notSure',
      thinBones: 'notSure',
      legTingle: 'notSure',
    })
  })
  test('steroids of 3 months count as thin bones, other risks do not', () => {
    // As kept before steroid tablets had a question of their own.
    expect(profileFromAnswers({ fxRisk: ['steroids'] }).thinBones).toBe('yes')
    const bones = (answers: Answers) => profileFromAnswers({ fxRisk: [], ...answers }).thinBones
    expect(bones({ steroids: 'yes', 'steroids.long': 'long' })).toBe('yes')
    expect(bones({ steroids: 'yes' })).toBe('yes')
    expect(bones({ steroids: 'notSure' })).toBe('notSure')
    expect(bones({ steroids: 'yes', 'steroids.long': 'short' })).toBe('no')
    expect(profileFromAnswers({ fxRisk: ['parentHip'] }).thinBones).toBe('no')
  })
  describe('what clears a sign is the check’s to say', () => {
    const told = (answers: Answers) => profileFromAnswers({ ...clearAnswers, D7: 'no', steroids: 'no', ...answers })

    test('hot after a bath clears a fever, but of nobody whose defences are weak', () => {
      const bath = { B2: 'yes', 'B2.kind': 'bath', I2: 'within', painNow: 4 }
      expect(told({ ...bath, infRisk: [] }).illness).not.toContain('fever')
      expect(told({ ...bath, infRisk: ['immune'] }).illness).toContain('fever')
      expect(told({ ...bath, infRisk: [], I2: 'overOther' }).illness).toContain('fever')
      expect(told({ ...bath, infRisk: [], steroids: 'yes', 'steroids.long': 'short' }).illness).toContain('fever')
      expect(told({ ...bath, infRisk: [], steroids: 'notSure' }).illness).toContain('fever')
    })

    test('usual flushes clear one only where the check may ask of them', () => {
      const flushes = { B2: 'yes', 'B2.kind': 'hot', 'B2.flushes': 'yes', infRisk: [] }
      expect(told({ ...flushes, sex: 'female', age: 52 }).illness).not.toContain('fever')
      expect(told({ ...flushes, sex: 'female', age: 39 }).illness).toContain('fever')
      expect(told({ ...flushes, sex: 'male', age: 52 }).illness).toContain('fever')
    })

    test('a leg that stands on heels and toes is strong, unless another sign of it is weak', () => {
      const leg = { A6: 'yes', 'A6.test': 'canBoth' }
      expect(told({ ...leg, 'A6.signs': [] }).footDrop).toBe('no')
      expect(told({ ...leg, 'A6.signs': ['cannotStand'] }).footDrop).toBe('yes')
      expect(told({ A6: 'yes', 'A6.test': 'knee', 'A6.chair': 'yes', 'A6.signs': [] }).footDrop).toBe('no')
    })

    test('a pain told only between the shoulder blades is there, whatever else is said of it', () => {
      expect(told({ place: ['midBack'], F6: 'no' }).midBack).toBe('yes')
      expect(told({ place: ['lowBack', 'midBack'], F6: 'no' }).midBack).toBe('no')
    })

    test('a skin cancer that was cut out is no cancer of the bones; one that nobody is sure of may be', () => {
      expect(told({ F1: 'yes', 'F1.skin': 'yes' }).illness).not.toContain('boneCancer')
      expect(told({ F1: 'yes', 'F1.skin': 'notSure' }).illness).toContain('boneCancer')
    })
  })

  describe('the illnesses that close a part of the plan', () => {
    const illness = (answers: Answers) => profileFromAnswers(answers).illness
    const without = (...ids: readonly string[]): Answers =>
      Object.fromEntries(Object.entries(clearAnswers).filter(([id]) => !ids.includes(id)))
    const newFall = (when: string) => ({ startAfter: 'fall', injuryWhen: when })

    test.each<[string, Answers, readonly string[]]>([
      ['fever', { B2: 'yes' }, ['fever']],
      ['not sure of fever', { B2: 'notSure' }, ['fever']],
      ['rash', { G4: 'yes' }, ['rash']],
      ['not sure of a rash', { G4: 'notSure' }, ['rash']],
      ['one hot, swollen calf', { C4: 'yes' }, ['legClot']],
      ['not sure of a swollen calf', { C4: 'notSure' }, ['legClot']],
      ['cancer', { F1: 'yes' }, ['boneCancer']],
      ['not sure of cancer', { F1: 'notSure' }, ['boneCancer']],
      ['sickle cell', { I11: 'yes' }, ['sickle']],
      ['not sure of sickle cell', { I11: 'notSure' }, ['sickle']],
      ['a fall this week', newFall('last7'), ['newInjury']],
      ['a fall, not sure when', newFall('notSure'), ['newInjury']],
      ['a fall before that', newFall('older'), []],
      ['a jolt this week', { startAfter: 'jolt', injuryWhen: 'last7' }, ['newInjury']],
      ['not sure how it began, this week', { startAfter: 'notSure', injuryWhen: 'last7' }, ['newInjury']],
      ['a strain', { startAfter: 'strain', injuryWhen: 'last7' }, []],
      ['a serious accident', { E1: 'yes' }, ['newInjury']],
      ['not sure of an accident', { E1: 'notSure' }, ['newInjury']],
      ['a bruise over the spine', { E5: 'yes' }, ['newInjury']],
      ['not sure of a bruise over the spine', { E5: 'notSure' }, ['newInjury']],
      ['none of them', { E1: 'no', E5: 'no' }, []],
    ])('%s', (_, answers, expected) => expect(illness({ ...clearAnswers, ...answers })).toEqual(expected))

    test.each(['B2', 'G4', 'C4', 'F1', 'startAfter', 'I11'])(
      'a list in which %s was never asked is not known',
      (id) => {
        expect(illness(without(id))).toBeUndefined()
        expect(fullProfile(plain, without(id)).illness).toEqual(['notSure'])
        const other = id === 'G4' ? { B2: 'yes' } : { G4: 'yes' }
        expect(illness({ ...without(id), ...other })).toEqual([id === 'G4' ? 'fever' : 'rash', 'notSure'])
      },
    )
  })

  test.each<[string, Answers, object]>([
    ['a stiff or fused spine', { E7: 'yes' }, { health: ['fusion'] }],
    ['not sure of a fused spine', { E7: 'notSure' }, { health: ['fusion'] }],
    ['a procedure on the spine lately', { B5: 'yes' }, { health: ['surgery'] }],
    ['not sure of one lately', { B5: 'notSure' }, { health: ['surgery'] }],
    ['a procedure among the risks of an older record', { infRisk: ['procedure'] }, { health: ['surgery'] }],
    ['numbness that lasts', { I12: 'yes' }, { skin: ['numb'] }],
    ['not sure of numbness', { I12: 'notSure' }, { skin: ['numb'] }],
    ['a bruise that may be fresh', { E5: 'yes' }, { skin: ['newBruise'] }],
    ['not sure of a bruise', { E5: 'notSure' }, { skin: ['newBruise'] }],
    ['none of these', { E7: 'no', B5: 'no', infRisk: [], I12: 'no', E5: 'no' }, {}],
  ])('what is told of health and skin: %s', (_, answers, expected) => {
    const { health, skin } = profileFromAnswers(answers)
    expect({ ...(health && { health }), ...(skin && { skin }) }).toEqual(expected)
  })

  test.each<[Answers, object]>([
    [{ sex: 'male' }, { pregnancy: 'no' }],
    [{ sex: 'female' }, {}],
    [{ sex: 'notSure' }, {}],
    [{ sex: 'female', pregnancy: 'notSure' }, { pregnancy: 'notSure' }],
    [{ pregnancy: 'maybe' }, { pregnancy: 'maybe' }],
    [{ pregnancy: 'birth6w' }, { pregnancy: 'birth6w' }],
    [{ pregnancy: 'birth6m' }, { pregnancy: 'birth6m' }],
    [{ A8: 'yes' }, { legTingle: 'yes' }],
    [{ I1: 'yes' }, { bloodThinner: 'yes' }],
    [{ A5: 'yes', 'A5.pattern': 'walking' }, { heavyLegs: 'yes' }],
    [{ A5: 'yes', 'A5.pattern': 'notSure' }, {}],
    [{ A5: 'no', 'A5.pattern': 'walking' }, {}],
    [{ walk: 'help' }, { walk: 'help' }],
    [{ walk: 'cannot' }, { walk: 'cannot' }],
    [{ walk: 'notSure' }, { walk: 'notSure' }],
    [{ duration: 'months3' }, { overThreeMonths: 'yes' }],
    [{ duration: 'notSure' }, { overThreeMonths: 'notSure' }],
    [{ duration: 'weeks6' }, { overThreeMonths: 'no' }],
    [{ A6: 'yes' }, { footDrop: 'yes' }],
    [{ A6: 'notSure' }, { footDrop: 'notSure' }],
    [{ F6: 'yes' }, { midBack: 'yes' }],
    [{ F6: 'notSure' }, { midBack: 'notSure' }],
    [{ place: ['lowBack'] }, { midBack: 'no' }],
    [{ place: ['notSure'] }, {}],
    [{ place: ['lowBack', 'notSure'] }, {}],
    [{ fxRisk: ['osteoporosis'] }, { thinBones: 'yes' }],
    [{ fxRisk: ['notSure'] }, { thinBones: 'notSure' }],
    [{ fxRisk: ['parentHip'] }, { thinBones: 'no' }],
    [{ fxRisk: 'notSure' }, {}],
    [{ steroids: 'yes', 'steroids.long': 'past', fxRisk: [] }, { thinBones: 'no' }],
    [{ steroids: 'yes', 'steroids.long': 'notSure', fxRisk: [] }, { thinBones: 'yes' }],
    [
      { painNow: 'notSure', age: 'notSure', weeks: 'notSure' },
      { painNow: 'notSure', age: 'notSure', weeks: 'notSure' },
    ],
    [
      { painNow: 0, age: 60, weeks: 0 },
      { painNow: 0, age: 60, weeks: 0 },
    ],
    [
      { age: 61, sex: 'female' },
      { age: 61, pregnancy: 'no' },
    ],
    [
      { age: 76, sex: 'female', pregnancy: 'maybe' },
      { age: 76, pregnancy: 'maybe' },
    ],
  ])('the check’s %j says %j of the body, and no more', (answers, expected) =>
    expect(profileFromAnswers(answers)).toEqual(expected),
  )

  test('from 61 nobody is asked of a pregnancy or its weeks, as in the check; whose age is not known is asked', () => {
    const asked = (answers: Answers) =>
      questionsToAsk(profileFromAnswers(answers))
        .map(({ id }) => id)
        .filter((id) => ['pregnancy', 'weeks'].includes(id))
    expect([61, 75].map((age) => asked({ sex: 'female', age }))).toEqual([[], []])
    expect(asked({ sex: 'female', age: 60 })).toEqual(['pregnancy', 'weeks'])
    expect(asked({ sex: 'female', age: 'notSure' })).toEqual(['pregnancy', 'weeks'])
    expect(asked({ sex: 'female', age: 75, pregnancy: 'maybe' })).toEqual(['weeks'])
  })

  test('every field it reads is a question of the check', () => {
    for (const id of Object.keys(clearAnswers)) expect(questionById.has(id), id).toBe(true)
  })
})

describe('which questions are left', () => {
  test('after a clear check: at most 13, and none that the check has answered except pain', () => {
    const ids = questionsToAsk(profileFromAnswers(clearAnswers)).map(({ id }) => id)
    expect(ids.length).toBeLessThanOrEqual(13)
    for (const known of [
      'age',
      'pregnancy',
      'weeks',
      'thinBones',
      'bloodThinner',
      'illness',
      'walk',
      'pelvic',
      'direction',
    ])
      expect(ids).not.toContain(known)
    expect(ids[0]).toBe('painNow')
  })
  test.each<[string, string, PartialProfile, boolean]>([
    ['weeks', 'someone pregnant', { pregnancy: 'pregnant' }, true],
    ['weeks', 'someone who may be', { pregnancy: 'maybe' }, true],
    ['weeks', 'someone who is not sure', { pregnancy: 'notSure' }, true],
    ['weeks', 'someone of whom nothing was told', {}, true],
    ['weeks', 'someone who is not', { pregnancy: 'no' }, false],
    ['weeks', 'someone whose week is known', { pregnancy: 'pregnant', weeks: 20 }, false],
    ['birthCheck', 'someone 6 weeks after a birth', { pregnancy: 'birth6m' }, true],
    ['birthCheck', 'someone who is pregnant', { pregnancy: 'pregnant' }, false],
    ['legSide', 'someone with leg pain', { legPain: 'belowKnee' }, true],
    ['legSide', 'someone whose leg pain is still to be asked', {}, true],
    ['legSide', 'someone with none', { legPain: 'none' }, false],
    ['heavyLegs', 'someone whom walking makes worse', { worsens: ['walking'] }, true],
    ['heavyLegs', 'someone whom only sitting makes worse', { worsens: ['sitting'] }, false],
    ['health', 'someone of whom the check knows one illness', { health: ['fusion'] }, true],
    ['skin', 'someone of whom the check knows numb skin', { skin: ['numb'] }, true],
    ['illness', 'someone whose list the check knows', { illness: ['fever'] }, false],
    ['painNow', 'everybody, known or not', { painNow: 5 }, true],
    ['direction', 'nobody', {}, false],
  ])('%s of %s', (id, _, known, isAsked) =>
    expect(
      questionsToAsk(known)
        .map((question) => question.id)
        .includes(id as ProfileField),
    ).toBe(isAsked),
  )
})

describe('a full profile', () => {
  test('nothing answered means everything on the careful side', () => {
    const { direction, have, ...rest } = fullProfile({}, {})
    expect([direction, have]).toEqual(['notDone', []])
    for (const [field, value] of Object.entries(rest)) expect([field, [value].flat()]).toEqual([field, ['notSure']])
  })
  test('the check wins over a stored profile, except for pain now', () => {
    const profile = fullProfile(
      { ...plain, painNow: 8, bloodThinner: 'no', pregnancy: 'no' },
      { ...clearAnswers, I1: 'yes', sex: 'female', pregnancy: 'pregnant', weeks: 20 },
    )
    expect(profile).toMatchObject({ painNow: 8, bloodThinner: 'yes', pregnancy: 'pregnant', weeks: 20 })
  })
  test('a tick that the check knows cannot be un-ticked', () => {
    expect(fullProfile({ health: [] }, { E7: 'yes' }).health).toContain('fusion')
  })
  test('a list never answered is not known, even when the check knows one item of it', () => {
    expect(fullProfile({}, { E7: 'yes' }).health).toEqual(['notSure', 'fusion'])
  })
  test('so is one answered with nothing ticked, unless the check knows something; what it knows is added once', () => {
    expect(fullProfile({ health: [], skin: [] }, {})).toMatchObject({ health: [], skin: [] })
    expect(
      fullProfile({ health: ['fusion', 'knee'], skin: ['numb'] }, { E7: 'yes', E5: 'yes', I12: 'no' }),
    ).toMatchObject({
      health: ['fusion', 'knee'],
      skin: ['numb', 'newBruise'],
    })
  })
  test('a question that would have been asked and was not stays not known', () => {
    expect(fullProfile({ pregnancy: 'maybe', legPain: 'belowKnee', worsens: ['walking'] }, {})).toMatchObject({
      ...{ weeks: 'notSure', legSide: 'notSure', pelvic: 'notSure', heavyLegs: 'notSure' },
    })
    expect(fullProfile({ ...plain, pregnancy: 'pregnant', weeks: 20, pelvic: 'yes' }, {})).toMatchObject({
      ...{ weeks: 20, pelvic: 'yes' },
    })
    // An answer that no longer applies is still an answer.
    expect(fullProfile({ ...plain, heavyLegs: 'yes' }, clearAnswers).heavyLegs).toBe('yes')
    expect(fullProfile(plain, { ...clearAnswers, A5: 'yes', 'A5.pattern': 'walking' }).heavyLegs).toBe('yes')
  })
  test('a question that did not apply counts as no', () => {
    expect(fullProfile(plain, clearAnswers)).toMatchObject({ weeks: 0, pelvic: 'no', heavyLegs: 'no' })
  })
})

describe('a profile from outside', () => {
  test('a profile that went out comes back the same', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        expect(parseProfile(JSON.parse(JSON.stringify(profile)))).toEqual({ ...profile })
      }),
    )
  })
  test('nonsense never throws and never gives a value that no question has', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const known = new Set<string>(profileQuestions.map(({ id }) => id))
        for (const field of Object.keys(parseProfile(data))) expect(known.has(field)).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...profileQuestions.map(({ id }) => id)), fc.anything()), (data) => {
        expect(Object.keys(fullProfile(parseProfile(data), {})).sort()).toEqual(Object.keys(unknownProfile).sort())
      }),
    )
  })
  test('a tick that cannot even be made into a text is not known, and stops nothing', () => {
    expect(parseProfile({ skin: ['numb', { toString: 0 }] })).toEqual({ skin: ['numb', 'notSure'] })
  })
  test('numbers out of range, fractions and texts are dropped; a list with something unreadable is not known', () => {
    expect(parseProfile({ painNow: 11, age: 4.5, weeks: '16' })).toEqual({})
    expect([parseProfile({ painNow: 10, weeks: 45 }), parseProfile({ weeks: 46 })]).toEqual([
      { painNow: 10, weeks: 45 },
      {},
    ])
    expect(parseProfile({ painNow: 10, weeks: 0 })).toEqual({ painNow: 10, weeks: 0 })
    expect(parseProfile({ health: ['knee', 'wings'] })).toEqual({ health: ['knee', 'notSure'] })
  })
})
