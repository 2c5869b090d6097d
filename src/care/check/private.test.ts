import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkState } from './check.ts'
import { maySpeakOfHome } from './free-text/home-words.ts'
import {
  holdsPrivate,
  homeTold,
  isForThemAlone,
  isPrivate,
  saidOfBody,
  speaksOfHome,
  withoutPrivate,
} from './private.ts'
import { rules } from './rules/all.ts'
import { clinicianSummary } from './summary.ts'
import { type Answer, type Answers, levels } from './types.ts'
import { answerAs } from './vignettes/answer-as.ts'

const calm = answerAs({ sex: 'male', age: 35 }).answers
const hitMe = 'my husband hit me last night'

describe('private', () => {
  test.each(['I4', 'I4.now', 'said.I4', 'said.I4.sure', 'I4-emergency'])('is %s', (id) => {
    expect(isPrivate(id)).toBe(true)
  })
  test.each(['I3', 'I40', 'said.A4', 'A4', 'said.I5', 'I5-emergency'])('is not %s', (id) => {
    expect(isPrivate(id)).toBe(false)
  })

  test('are words about home, and not other words, unless it was told beside them', () => {
    expect(speaksOfHome(hitMe)).toBe(true)
    expect(speaksOfHome('I hit my back on the door')).toBe(false)
    const others = 'we do not get on at home'
    expect(withoutPrivate({ ...calm, worry: others }).worry).toBe(others)
    for (const I4 of ['hurt', 'danger', 'private', 'notSure'])
      expect(withoutPrivate({ ...calm, I4, worry: others }).worry).toBeUndefined()
  })
})

describe('words of somebody at home that the net cannot place', () => {
  const unplaced = [
    'it happened when he came home late',
    'i fell when he was in one of his moods',
    'my husband would go spare if i stopped working',
    'dont let my wife see this',
    'my dad did it',
    'she gets like that and i end up on the floor',
    'I am staying at my brothers since the row',
  ]
  test.each(unplaced)('are for the person alone, and do not change what is asked: %s', (worry) => {
    expect(isForThemAlone(worry)).toBe(true)
    const kept = withoutPrivate({ ...calm, worry })
    expect(kept.worry).toBeUndefined()
    expect(answerAs(kept).result.level).toBe(answerAs(calm).result.level)
    expect(clinicianSummary({ ...calm, worry }, answerAs(calm).result).ownWords).toBeUndefined()
  })

  test.each([
    'my husband says I should rest',
    'my wife helped me up the stairs',
    'I was lifting my son',
    'my mum had a slipped disc',
    'my husband cant feel his legs',
    'she hurt her back and cant pee',
    'the physio was no use',
    'we do not get on at home',
  ])('plain words of others stay: %s', (worry) => {
    expect(isForThemAlone(worry)).toBe(false)
  })

  test.each([
    "he said he'd kill me",
    'please dont tell my husband I did this check',
    'my partner did this',
    'my son lashes out at me',
    'it happened when he came home angry again',
    'forced marriage',
    'he made me fall',
  ])('what names it is told, and kept from all others: %s', (worry) => {
    expect(speaksOfHome(worry)).toBe(true)
    expect(withoutPrivate({ ...calm, I4: 'no', worry }).worry).toBeUndefined()
  })
})

describe('what was told of home', () => {
  test.each<[Answers, ReturnType<typeof homeTold>]>([
    [{ I4: 'no' }, null],
    [{ I4: 'danger' }, 'danger'],
    [{ I4: 'hurt' }, 'hurt'],
    [{ I4: 'private' }, 'unsaid'],
    [{ I4: 'notSure' }, 'unsaid'],
    [{ I4: 'notSure', 'I4.now': 'no' }, 'unsaid'],
    [{ I4: 'notSure', 'I4.now': 'yes' }, 'danger'],
    [{ I4: 'notSure', 'I4.now': 'notSure' }, 'danger'],
    [{ I4: 'private', 'I4.now': 'notSure' }, 'danger'],
    [{}, null],
    [{ medicines: hitMe }, 'unsaid'],
  ])('%j is %s', (answers, told) => {
    const { I4: _, worry: _worry, ...others } = calm
    expect(homeTold({ ...others, ...answers })).toBe(told)
  })

  test('waits for the question that asks about the words', () => {
    expect(homeTold({ ...calm, worry: hitMe })).toBeNull()
    expect(holdsPrivate({ ...calm, worry: hitMe })).toBe(true)
    expect(holdsPrivate(calm)).toBe(false)
  })
})

describe('without it', () => {
  test('a sign of the body in the same words is kept as not sure where it was answered no', () => {
    const kept = withoutPrivate({ ...calm, worry: `${hitMe} and I cant feel when I pee` })
    expect(kept.A2).toBe('notSure')
    expect(JSON.stringify(kept)).not.toMatch(/hit me|said\./)
  })

  test('one that was not asked yet is handed on as not sure, to be held against a no', () => {
    expect(saidOfBody({ worry: `${hitMe} and I cant feel when I pee` })).toEqual({ A2: 'notSure' })
    expect(saidOfBody({ worry: 'I cant feel when I pee' })).toEqual({})
  })

  const told = fc.record<Record<string, Answer>>(
    {
      I4: fc.constantFrom('no', 'hurt', 'danger', 'private', 'notSure'),
      'I4.now': fc.constantFrom('yes', 'no', 'notSure'),
      'said.I4': fc.constantFrom('no', 'hurt', 'danger', 'notSure'),
      'said.A2': fc.constantFrom('yes', 'no', 'notSure'),
      'said.A2.sure': fc.constantFrom('yes', 'no', 'notSure'),
      worry: fc.constantFrom(
        '',
        hitMe,
        'numb down below',
        `${hitMe}. numb down below`,
        `${hitMe} i cant pee`,
        'a bit sore',
      ),
      A2: fc.constantFrom('no', 'yes', 'notSure'),
      D2: fc.constantFrom('no', 'notSure'),
    },
    { requiredKeys: ['I4', 'worry'] },
  ) as fc.Arbitrary<Answers>
  const privateRules = new Set(rules.filter(({ id }) => isPrivate(id)).map(({ id }) => id))

  test('nothing of it is left, and doing it twice is the same', () => {
    fc.assert(
      fc.property(told, (more) => {
        const kept = withoutPrivate({ ...calm, ...more })
        expect(Object.keys(kept).filter(isPrivate)).toEqual([])
        expect(JSON.stringify(kept)).not.toContain('hit me')
        expect(withoutPrivate(kept)).toEqual(kept)
      }),
    )
  })

  test('the body’s own result never becomes milder by it', () => {
    fc.assert(
      fc.property(told, (more) => {
        const before = checkState({ ...calm, ...more })
        if (!before.complete) return
        const own = before.reasons.filter(({ id }) => !privateRules.has(id))
        const least = Math.max(0, ...own.map(({ level }) => levels.indexOf(level)))
        const after = checkState({ ...withoutPrivate({ ...calm, ...more }), I4: 'no' })
        const level = after.complete ? after.level : after.atLeast
        if (after.complete) expect(levels.indexOf(level)).toBeGreaterThanOrEqual(least)
        else expect(levels.indexOf(after.atMost)).toBeGreaterThanOrEqual(least)
      }),
      { numRuns: 300 },
    )
  })
})

test('a sentence that names somebody at home is judged whole, from its first word to its last', () => {
  const judged: string[] = []
  const judge = (sentence: string) => judged.push(sentence) > 0
  maySpeakOfHome('Numbness since my husband came home. Collapsed, my husband', judge)
  expect(judged).toEqual(['Numbness since my husband came home', 'Collapsed, my husband'])
})
