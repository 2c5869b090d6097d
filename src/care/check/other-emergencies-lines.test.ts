/**
 * One way of each line by which an emergency that is not of the back is heard, kept in other-emergencies-lines.txt beside this test:
 * it stays when a line is taken out.
 */
import { afterAll, test } from 'vitest'
import { reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import { inOwnWords } from './own-words.ts'
import { otherEmergencyIn, otherEmergencyLines } from './other-emergencies.ts'

const reviewed = reviewedOutlines(new URL('./other-emergencies-lines.txt', import.meta.url))
afterAll(() => reviewed.end())

/** The first and the last way of a line, said by somebody. */
const waysOf = (line: string): readonly string[] =>
  [0, -1].map((place) =>
    line
      .split(' ')
      .map((word) => word.replace('+', '').split('|').at(place)?.replace('*', ''))
      .join(' '),
  )

test('each line is heard in its first and its last way', () => {
  reviewed.checkLines(
    'heard',
    Object.values(otherEmergencyLines).flatMap((lines) =>
      lines.flatMap((line) =>
        [...new Set(waysOf(line))].map(
          (way) => `he was ${way} today: ${otherEmergencyIn(`he was ${way} today`) ?? 'nothing'}`,
        ),
      ),
    ),
  )
})

test('of two parts or times in a sentence of ours the one that can be theirs is said', () => {
  const sentences = [
    'low on one side or in a testicle',
    'A fever, and discharge or pain at the back of a testicle',
    'twisted ovary or testicle',
    'pelvic infection or prostatitis',
    'a leak or prostate trouble',
    'in pregnancy or soon after birth',
    'in pregnancy or after birth',
  ]
  const people = {
    'a woman': { sex: 'female' },
    'a man': { sex: 'male' },
    'whoever is pregnant': { sex: 'female', pregnancy: 'pregnant' },
    'whoever gave birth': { sex: 'female', pregnancy: 'birth6w' },
    'not known': {},
  } as const
  reviewed.checkLines(
    'own parts and times',
    Object.entries(people).flatMap(([who, answers]) =>
      sentences.map((text) => `${who}, ${text}: ${inOwnWords(text, { place: ['lowBack'], ...answers })}`),
    ),
  )
})
