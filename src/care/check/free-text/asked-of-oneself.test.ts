/** Who asks "what if" of the own body may have it already: what is asked of oneself raises its question (hazard H-03). */
import { expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)
/** Every frame with every sign that is not heard in it. */
const lostIn = (frames: readonly string[], signs: readonly (readonly [question: string, text: string])[]) =>
  frames.flatMap((frame) =>
    signs
      .map(([question, text]) => [question, frame.replace('*', text)] as const)
      .filter(([question, text]) => !raised(text).includes(question))
      .map((one) => one.join(': ')),
  )

const asking = [
  ...['what if *', 'what should i do if *', 'what do i do if *', 'what happens if *', 'worried if *'],
  ...['what does it mean if *', 'what does it mean that *', 'what does it mean when *', 'how would i know if *'],
  ...['should i worry if *', 'should i be worried if *', 'is it bad if *', 'is it normal that *'],
]

test('what is asked of oneself is heard, whatever asks it', () => {
  const ofOneself = [
    ['A8', 'my leg goes dead'],
    ['A1', 'i cant feel my bum when i wipe'],
    ['A1', 'im numb between my legs'],
    ['A2', 'i lose control of my bladder'],
    ['A2', 'i cant pee'],
    ['A2', 'ive wet myself'],
    ['A3', 'i poo myself'],
    ['A5', 'both my legs are weak'],
    ['A10', 'my face is drooping'],
    ['B2', 'i have a fever'],
    ['C1', 'my chest is tight'],
    ['C3', 'i cant breathe'],
    ['C4', 'my calf is swollen'],
    ['D2', 'my poo is black'],
    ['H1', 'my waters have broken'],
  ] as const
  expect(lostIn(asking, ofOneself)).toEqual([])
})

test('of the nerves to bladder, bowel and legs, “you” is oneself too', () => {
  const causes = ['can a spasm make you *', 'can a slipped disc make you *', 'could sciatica make you *']
  const nerves = [
    ['A2', 'wet yourself'],
    ['A2', 'lose bladder control'],
    ['A1', 'numb between the legs'],
    ['A3', 'poo yourself'],
  ] as const
  expect(lostIn(causes, nerves)).toEqual([])
  const ofYou = [
    ['A2', 'you cant pee'],
    ['A1', 'you cant feel your bum'],
    ['A8', 'your leg goes dead'],
  ] as const
  expect(lostIn(asking, ofYou)).toEqual([])
  expect(lostIn(['can a bad back make *', 'can a spasm make *'], ofYou.slice(2))).toEqual([])
})

test.each([
  'what if i end up paralysed',
  'what if i might lose control of my bladder one day',
  'can a slipped disc cause bladder problems',
  'what are the signs of losing bladder control',
  'what are the symptoms of a fever',
  'what if chest pain',
  'can a bad back make you breathless',
  'worried i might lose control of my bladder',
  'scared of losing the feeling in my legs',
  'will i lose control of my bladder',
  'what if it is my kidneys',
  'what if i cant work again',
])('what is only feared, or asked of anybody, is not: %s', (text) => {
  expect(raised(text)).toEqual([])
})
