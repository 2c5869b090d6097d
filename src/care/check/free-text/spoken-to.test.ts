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
  'doctor please',
  'hello doctor please',
  'sorry nurse please',
  'i told the receptionist',
  'told the nurse',
  'the gp wasnt bothered when i said',
  'rang the doctor and said',
])('said to somebody: %s', (whom) => {
  test.each(told)('%s', (words) => {
    expect(raised(words)).not.toEqual([])
    expect(raised(`${whom} ${words}`)).toEqual(expect.arrayContaining(raised(words)))
  })
})

test('said to somebody whose name stands behind', () => {
  const all = told.flatMap((words) =>
    ['doctor', 'nurse', 'doctor please', 'nurse what do i do', 'doc help'].map((whom) => `${words} ${whom}`),
  )
  const illnesses = ['cancer', 'osteoporosis', 'sickle cell', 'a tumour', 'dementia'].flatMap((illness) =>
    ['i have', 'ive got', 'i had', 'got'].map((own) => `${own} ${illness} doctor`),
  )
  expect([...all, ...illnesses].filter((text) => raised(text).length === 0)).toEqual([])
})

test.each([
  'i am a doctor and see cancer all day',
  'nurse on a cancer ward and my back hurts',
  'a doctor in a stroke unit',
  'my wife is a nurse with cancer patients',
  'the doctor treats cancer',
  'i was a cancer nurse',
  'im a dementia nurse',
  'saw the stroke doctor',
  'i told the cancer nurse about my job',
  'have been a diabetic nurse for years',
])('of somebody: %s', (text) => {
  expect(raised(text)).toEqual([])
})
