import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionById } from '../check/questions/all.ts'
import { anyProfile } from './arbitrary.proof.ts'
import type { Answers } from '../check/types.ts'
import { clearAnswers, plain } from './people.proof.ts'
import { profileQuestions } from './profile-questions.ts'
import { fullProfile, parseProfile, profileFromAnswers, questionsToAsk, unknownProfile } from './profile.ts'

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
    const told = (answers: Answers) => profileFromAnswers({ ...clearAnswers, ...answers })

    test('hot after a bath clears a fever, but of nobody whose defences are weak', () => {
      const bath = { B2: 'yes', 'B2.kind': 'bath' }
      expect(told({ ...bath, infRisk: [] }).illness).not.toContain('fever')
      expect(told({ ...bath, infRisk: ['immune'] }).illness).toContain('fever')
      expect(told({ ...bath, infRisk: [], steroids: 'yes', 'steroids.long': 'short' }).illness).toContain('fever')
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
  test('weeks are asked of someone pregnant whose week is not known', () => {
    expect(questionsToAsk({ pregnancy: 'pregnant' }).map(({ id }) => id)).toContain('weeks')
    expect(questionsToAsk({ pregnancy: 'no' }).map(({ id }) => id)).not.toContain('weeks')
  })
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
