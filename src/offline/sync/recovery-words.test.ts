/** The words that open a locked copy, as people type them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecoveryWords, recoveryWords, secretBytes } from './recovery-words.ts'

const words = recoveryWords(new Uint8Array(secretBytes))

test('every secret comes back from its words, also in capitals, numbered and one to a line', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: secretBytes, maxLength: secretBytes }), (secret) => {
      const typed = recoveryWords(secret)
        .split(' ')
        .map((word, at) => `${at + 1}. ${word.toUpperCase()}`)
        .join('\n')
      const read = readRecoveryWords(typed)
      expect(read.ok && [...read.secret]).toEqual([...secret])
    }),
  )
})

test('a word left out is counted, a strange one is named, and two that changed places are noticed', () => {
  expect(readRecoveryWords(words.split(' ').slice(1).join(' '))).toEqual({ ok: false, why: 'count', count: 11 })
  expect(readRecoveryWords(words.replace('about', 'abuot'))).toEqual({ ok: false, why: 'unknown', words: ['abuot'] })
  expect(readRecoveryWords(words.replace('about', 'abandon'))).toEqual({ ok: false, why: 'order' })
})

test('anything typed is read, and nothing throws', () => {
  fc.assert(fc.property(fc.string({ maxLength: 5000 }), (text) => typeof readRecoveryWords(text).ok === 'boolean'))
})
