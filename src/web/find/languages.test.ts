import { expect, test } from 'vitest'
import { demoClinics } from '../../clinic/directory/demo-clinics.ts'
import { isLanguage, languageCodes } from '../../clinic/directory/languages.ts'
import { languageWords } from './words.ts'

test('each language that can be set is a code that can be looked for, with a name that no other has', () => {
  const names = languageCodes.map(languageWords)
  expect(new Set(names).size).toBe(languageCodes.length)
  for (const code of languageCodes) {
    expect(isLanguage(code), code).toBe(true)
    expect(languageWords(code), code).not.toBe(code)
  }
})

test('every language that the demonstration is found by can be set', () => {
  const spoken = new Set(demoClinics.flatMap(({ therapists }) => therapists.flatMap(({ languages }) => languages)))
  expect(spoken.size).toBeGreaterThan(5)
  expect([...spoken].filter((code) => !languageCodes.some((each) => each === code))).toEqual([])
})
