/** Who cares for somebody writes of them, and in few words: an emergency that they have now is asked about (hazard H-03). */
import { expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

const whose = ['my husband', 'my mum', 'mum', 'our son', 'my partner', 'my nan']
const emergencies = [
  ['A2', 'incontinent'],
  ['A10', 'stroke'],
  ['B1', 'sepsis'],
  ['C1', 'heart attack'],
  ['A11', 'meningitis'],
] as const

test('an emergency of somebody in one’s care is heard, with or without a verb', () => {
  const lost = whose.flatMap((who) =>
    ['', 'is ', 'has ', 'is having a ', 'has got '].flatMap((link) =>
      emergencies
        .map(([question, illness]) => [question, `${who} ${link}${illness}`] as const)
        .filter(([question, text]) => !raised(text).includes(question))
        .map(([question, text]) => `${question}: ${text}`),
    ),
  )
  expect(lost).toEqual([])
})

test.each([
  'my nan had cancer',
  'my nan has cancer',
  'my mum has osteoporosis',
  'my dad had a stroke',
  'my mum died of sepsis',
  'my husband was incontinent',
  'my mum is a stroke nurse',
  'my sister has shingles',
  'my dad had meningitis as a baby',
])('an illness that was, or that lasts, is theirs: %s', (text) => {
  expect(raised(text)).toEqual([])
})

test.each([
  'slow to start peeing',
  'im slow to start weeing',
  'slow starting to pee',
  'really slow to get going when i pee',
])('pee that is slow to come is heard: %s', (text) => {
  expect(raised(text)).toContain('A2')
})

test.each([
  'hot sore breast after birth',
  'my boob is red hot and sore',
  'breasts are hot and hard',
  'i have mastitis',
])('a hot breast asks about fever: %s', (text) => {
  expect(raised(text)).toContain('B2')
})
