import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dangerPhrases } from '../../check/free-text/danger-phrases.ts'
import { type OtherEmergency, otherEmergencyIn } from './other-emergencies.ts'

describe('emergencies that are not of the back', () => {
  test.each<readonly [string, OtherEmergency]>([
    ['throat closing', 'notOurs'],
    ['my throat is closing up', 'notOurs'],
    ['Swollen throat after a bee sting', 'notOurs'],
    ['lips swelling', 'notOurs'],
    ['my lips and tongue are swollen', 'notOurs'],
    ['face has swollen up', 'notOurs'],
    ['anaphylaxis', 'notOurs'],
    ['ANAPHYLACTIC', 'notOurs'],
    ['anaphilaxis', 'notOurs'],
    ['allergic reaction to ibuprofen', 'notOurs'],
    ['seizure', 'notOurs'],
    ['I had seizures today', 'notOurs'],
    ['having a fit', 'notOurs'],
    ['he is fitting', 'notOurs'],
    ['epileptic fit', 'notOurs'],
    ['fits', 'notOurs'],
    ['fit', 'notOurs'],
    ['palpitations', 'notOurs'],
    ['my heart is racing', 'notOurs'],
    ['the bleeding will not stop', 'notOurs'],
    ['heavy bleeding', 'notOurs'],
    ['his lips are turning blue', 'notOurs'],
    ['I think I was poisoned', 'notOurs'],
    ['stabbed in the side', 'notOurs'],
    ['I got stabbed', 'notOurs'],
    ['hit my head', 'injury'],
    ['I fell and banged my head', 'injury'],
    ['head injury', 'injury'],
    ['concussion', 'injury'],
    ['broken back', 'injury'],
    ['I think I broke my back', 'injury'],
    ['is my neck broken? my back may be broken', 'injury'],
  ])('are heard: %s', (text, what) => {
    expect(otherEmergencyIn(text)).toBe(what)
  })

  test.each([
    'fit and well',
    'keep fit',
    'bleeding has stopped',
    'the bruise is turning blue',
    'bruise turning blue',
    'food poisoning last week',
    'a stabbing pain when I stand up',
    'it stabs when I bend',
    'getting fit again with a bad back',
    'fit note for work',
    'am I fit for work?',
    'fit to fly',
    'I have a fit note',
    'a chair that fits',
    'will a roller fit in my bag',
    'fitting a kitchen',
    'fitbit',
    'fitted sheet',
    'my mattress has palpitations',
    'my car had a seizure',
    'the bed broke',
    'broken chair, sore back',
    'I broke my back trying to please them',
    'broken sleep and back pain',
    'my doctor said the neck is fine, the broken chair hurt my back',
    'close to my throat',
    'headache',
    'head of the bed',
    'hit the gym',
    'hit my back on a door',
    'lip balm',
    'throat sweets',
    'tight back, sore throat',
    'swollen ankle',
    'heart rate when walking',
    'back broke me',
    'no palpitations, no seizures',
    'I have never had a fit',
    'I did not hit my head',
    'heat or ice',
    '',
    '🙂',
  ])('are not heard in: %s', (text) => {
    expect(otherEmergencyIn(text)).toBeUndefined()
  })

  test('a denial ends with its sentence, and a sentence does not run into the next', () => {
    expect(otherEmergencyIn('I am not well. Seizure just now')).toBe('notOurs')
    expect(otherEmergencyIn('It hurts my throat. Closing the door is hard')).toBeUndefined()
  })

  test('are no question of the check: nothing is raised there for them', () => {
    for (const text of ['anaphylaxis', 'lips swelling', 'palpitations', 'throat closing'])
      expect(dangerPhrases(text)).toEqual([])
  })

  test('give an answer to anything typed, and take a long text in their stride', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        expect([undefined, 'notOurs', 'injury']).toContain(otherEmergencyIn(text))
      }),
    )
    const begun = performance.now()
    otherEmergencyIn('head throat fit '.repeat(7000))
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})
