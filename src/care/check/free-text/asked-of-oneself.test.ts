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

test('an illness of oneself is told behind a doubt', () => {
  const doubting = [
    ...['dont know if it matters but *', 'not sure if this counts but *', 'might be nothing but *', 'bit worried *'],
    ...['is it normal *', 'is this normal as *', 'could it be serious *', 'worried about my back *', 'what if *'],
    ...['wondering if it matters that *', 'googled it and *', 'should i be worried *', 'does it matter that *'],
  ]
  const illnesses = [
    ['infRisk', 'im diabetic'],
    ['infRisk', 'i am diabetic'],
    ['fxRisk', 'i have osteoporosis'],
    ['F1', 'i had a melanoma'],
    ['F1', 'my cancer is back'],
    ['F1', 'i was treated for cancer'],
    ['pregnancy', 'im pregnant'],
    ['A10', 'ive had a stroke'],
  ] as const
  expect(lostIn(doubting, illnesses)).toEqual([])
  expect(lostIn(['not sure if it matters but *', 'might be nothing but *'], [['infRisk', 'diabetic']])).toEqual([])
  expect(lostIn(['can a spasm make you *', 'could sciatica make you *'], [['A2', 'incontinent']])).toEqual([])
})

test.each([
  'worried it might be cancer',
  'but is it cancer',
  'sore all week but could it be cancer',
  'im worried about cancer',
  'im scared of a stroke',
  'i read about cancer and back pain',
  'do you think it could be a stroke',
  'do i get cancer from this',
])('an illness that is only feared is not: %s', (text) => {
  expect(raised(text)).toEqual([])
})
