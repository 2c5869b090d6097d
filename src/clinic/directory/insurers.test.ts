import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLetter } from '../../../scripts/any-letter.ts'
import {
  findInsurer,
  insurerAdvice,
  insurerIds,
  insurers,
  longestInsurer,
  notListedWords,
  paysBack,
  takesPayer,
} from './insurers.ts'

const idOf = (text: string) => {
  const answer = findInsurer(text)
  if (!answer.ok) return answer.why
  return answer.payer.kind === 'insurer' ? answer.payer.id : answer.payer.kind
}

describe('an insurer', () => {
  test('is one of 26, and is found by its id’s words, its name and each of its other names', () => {
    expect(insurerIds).toHaveLength(26)
    for (const id of insurerIds)
      for (const name of [insurers[id].name, ...insurers[id].otherNames]) {
        expect(idOf(name), name).toBe(id)
        expect(idOf(name.toUpperCase()), name).toBe(id)
        expect(idOf(` ${name.toLowerCase()} `), name).toBe(id)
      }
  })

  test('has names that no other has', () => {
    const names = insurerIds.flatMap((id) => [insurers[id].name, ...insurers[id].otherNames])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  })

  test.each([
    ['pru health', 'vitality'],
    ['PruHealth', 'vitality'],
    ['axa', 'axa-ppp'],
    ['AXA Health', 'axa-ppp'],
    ['Bupa Global', 'bupa-international'],
    ['Vitalty', 'vitality'],
    ['Simply-Health', 'simplyhealth'],
    ['allianz care', 'allianz-worldwide-care'],
    ['Exeter', 'the-exeter'],
    ['phc', 'the-phc'],
    ['w p a', 'wpa'],
    ['Self-pay', 'self'],
    ['I pay', 'self'],
    ['none', 'self'],
    ['Denplan', 'otherInsurer'],
    ['Health', 'otherInsurer'],
    ['', 'empty'],
    ['  ', 'empty'],
  ])('%j is %s', (text, id) => {
    expect(idOf(text)).toBe(id)
  })

  test('that is not listed is kept as it was typed, no longer than the database keeps', () => {
    expect(findInsurer(' Société Générale ')).toMatchObject({
      payer: { kind: 'otherInsurer', typed: 'Société Générale' },
    })
    fc.assert(
      fc.property(fc.string({ unit: anyLetter, maxLength: 500 }), (text) => {
        const answer = findInsurer(text)
        if (answer.ok && answer.payer.kind === 'otherInsurer') {
          expect(text).toContain(answer.payer.typed)
          expect(answer.payer.typed.length).toBeLessThanOrEqual(longestInsurer)
        }
      }),
    )
  })
})

describe('a clinic', () => {
  test('that lists an insurer takes it, by its id and by every name of it', () => {
    for (const id of insurerIds)
      for (const listed of [id, insurers[id].name, ...insurers[id].otherNames])
        expect(takesPayer(['saga', listed], { kind: 'insurer', id }), listed).toBe('yes')
  })

  test('that lists another arm of the group is not left out, and is to be asked', () => {
    for (const id of insurerIds)
      for (const other of insurerIds)
        if (other !== id)
          expect(takesPayer([other], { kind: 'insurer', id })).toBe(
            insurers[other].group === insurers[id].group ? 'askTheClinic' : 'no',
          )
  })

  test('that lists a name nobody knows is never left out', () => {
    expect(takesPayer(['Axa ?'], { kind: 'insurer', id: 'axa-ppp' })).not.toBe('no')
    expect(takesPayer(['Some Mutual'], { kind: 'insurer', id: 'bupa' })).toBe('askTheClinic')
  })

  test('is never left out for an insurer that we do not know, nor for somebody who pays', () => {
    const payer = { kind: 'otherInsurer', typed: 'Some Mutual' } as const
    expect(takesPayer([], payer)).toBe('askTheClinic')
    expect(takesPayer(['bupa'], payer)).toBe('askTheClinic')
    expect(takesPayer(['SOME MUTUAL'], payer)).toBe('yes')
    expect(takesPayer([], { kind: 'self' })).toBe('yes')
  })

  test('that lists nobody takes no insurer', () => {
    expect(takesPayer([], { kind: 'insurer', id: 'bupa' })).toBe('no')
  })
})

describe('what to know before a visit', () => {
  const says = (name: string) =>
    insurerAdvice(name)
      .flatMap((advice) => advice.says)
      .join(' ')

  test('is of the kind of insurer: to ring first and the excess, or to pay and claim', () => {
    expect(says('bupa')).toMatch(/Ring them before.*excess/)
    expect(says('bupa')).not.toContain('receipt')
    expect(says('Simply Health')).toContain('send the receipt')
    expect(says('Simply Health')).not.toContain('Ring them')
    for (const id of insurerIds) expect(paysBack(id), id).toBe(insurers[id].kind === 'cashPlan')
  })

  test('is of both kinds for a name that we do not know or is not typed yet, and none for who pays', () => {
    for (const name of ['', 'Blorb Mutual']) expect(says(name)).toMatch(/Ring them.*send the receipt/)
    expect(insurerAdvice('').at(-1)?.of).toContain('Simplyhealth')
    expect(insurerAdvice('I pay')).toEqual([])
    expect(paysBack('Blorb Mutual')).toBe(false)
  })

  test('is that the clinic may not take it, unless the clinic lists it', () => {
    expect(notListedWords(['bupa'], 'Blorb Mutual')).toContain('We do not know this insurer')
    expect(notListedWords([], 'Bupa')).toContain('does not list Bupa')
    expect(notListedWords(['bupa'], 'Blorb Mutual')).not.toContain('Did you mean')
    expect(notListedWords([], 'Health')).toContain('Did you mean')
    expect(notListedWords(['bupa'], 'Bupa UK')).toBeUndefined()
    expect(notListedWords(['Blorb Mutual'], 'blorb mutual')).toBeUndefined()
    expect(notListedWords([], 'self-pay')).toBeUndefined()
    expect(notListedWords([], '')).toBeUndefined()
  })
})
