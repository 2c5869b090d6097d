/** Whoever speaks to a doctor or a nurse tells of themselves, with or without a pause behind the name. */
import { describe, expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string) => dangerPhrases(text).map(({ question }) => question)
const told = [
  'i have a pe',
  'my bones are crumbly',
  'used a dirty needle',
  'injected heroin',
  'i have a blood clot in my lung',
]

describe.each([
  'doctor',
  'nurse',
  'gp',
  'hello doctor',
  'hi doctor',
  'good morning nurse',
  'please doctor',
  'back pain. doctor',
])('said to somebody: %s', (whom) => {
  test.each(told)('%s', (words) => {
    expect(raised(words)).not.toEqual([])
    expect(raised(`${whom} ${words}`)).toEqual(expect.arrayContaining(raised(words)))
  })
})

test.each([
  'i am a doctor and see cancer all day',
  'nurse on a cancer ward and my back hurts',
  'a doctor in a stroke unit',
  'my wife is a nurse with cancer patients',
  'the doctor treats cancer',
])('of somebody: %s', (text) => {
  expect(raised(text)).toEqual([])
})
