import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asksOf, findInsurer, insurerIds, insurers, longestInsurer, takesPayer } from './insurers.ts'

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
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
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

describe('what is asked', () => {
  test('of the insured is a number and, when they have it, the authorisation, which never stops a booking', () => {
    const asks = asksOf({ kind: 'insurer', id: 'bupa' })
    expect(asks?.fields.map(({ field, needed }) => [field, needed])).toEqual([
      ['membershipNumber', true],
      ['authorisationNumber', false],
      ['excess', false],
    ])
    expect(asks?.asksFirst).toBe(true)
  })

  test('of a member of a cash plan is nothing that must be given', () => {
    expect(asksOf({ kind: 'insurer', id: 'paycare' })?.fields.every(({ needed }) => !needed)).toBe(true)
  })

  test('for an insurer that we do not know says so; of who pays, nothing', () => {
    expect(asksOf({ kind: 'otherInsurer', typed: 'Some Mutual' })?.says).toContain('Ask the clinic')
    expect(asksOf({ kind: 'self' })).toBeNull()
  })
})
