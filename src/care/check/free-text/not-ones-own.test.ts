/** What is told of a series, a match, the weather or the dead raises nothing, and hides no danger of one’s own beside it (hazard H-03). */
import { expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

const series = ['casualty', 'holby', 'eastenders', 'emmerdale', 'hollyoaks']
const harmless: Readonly<Record<string, readonly string[]>> = {
  'a series or a film': [
    ...series.flatMap((name) => [
      `watched ${name} last night and the bloke had a heart attack`,
      `watching ${name}, a man had a heart attack`,
      `saw ${name} and the woman fell off a roof`,
    ]),
    ...series
      .slice(1)
      .flatMap((name) => [
        `there was a car crash on ${name}`,
        `in ${name} a bloke took an overdose`,
        `the man in ${name} had chest pain`,
      ]),
    'the man in the film had chest pain',
    'the woman from that drama fell off a ladder',
    'coronation street bloke fell off a ladder',
    'that film nearly gave me a heart attack',
  ],
  'a match': [
    'our batting collapsed at Lord’s',
    'england collapsed again',
    'arsenal have collapsed in the second half and i jumped up',
    'the team collapsed',
    'another batting collapse',
    'arsenal got battered',
    'spurs were battered at home',
    'he hit me for six',
    'heart attack stuff that match',
    'the match gave me a heart attack',
  ],
  'the weather': [
    'its boiling in this heatwave',
    'roasting in this heatwave',
    'baking in the heat and digging',
    'its boiling outside',
    'boiling hot weather',
    'the kitchen is boiling',
    'my house is roasting in summer',
    'the office was baking',
    'shivering cos the heatings broken',
  ],
  'the dead': ['my nan', 'my dad', 'me mum'].flatMap((who) => [
    `${who}, cancer, she died`,
    `${who} (cancer) he died last year`,
    `${who} died, cancer`,
    `${who} passed away - cancer`,
    `lost ${who} - cancer`,
  ]),
  'how it feels': ['like', 'as if', 'as though'].flatMap((like) => [
    `feels ${like} its been hit by a bus`,
    `feels ${like} ive been run over`,
    `back feels ${like} i got hit by a truck`,
    `${like} it was run over by a train`,
    `feel ${like} i got run over`,
    `${like} a bus hit me`,
  ]),
  'a list of noes': ['no h/o cancer', 'nil hx of cancer', 'no fhx of cancer'],
  'years ago': [
    'i was in an accident in nineteen ninety five nothing since',
    'had a car crash in 1998, nothing since',
    'had a car crash in 2001 fine since',
    'fell off a ladder in twenty fifteen',
  ],
  'what one can do': ['i can stand on my toes on both sides', 'on my toes on both sides its easy'],
  'the same ground': ['run over the same ground with physio', 'we ran over the same stretches'],
}
const own = [
  ['E1', 'i was in a car crash'],
  ['A1', 'my bum is numb'],
  ['A2', 'i cant pee'],
  ['C1', 'i have chest pain'],
  ['C5.collapse', 'i collapsed'],
  ['B2', 'i have a fever'],
  ['fxRisk', 'i have osteoporosis'],
  ['A6', 'cant lift my foot'],
] as const

test.each(Object.entries(harmless))('raises nothing: %s', (_, texts) => {
  expect(texts.filter((text) => raised(text).length > 0)).toEqual([])
})

test.each(Object.entries(harmless))('a danger of one’s own beside it is heard, before or behind: %s', (_, texts) => {
  const all = texts.flatMap((said) =>
    own.flatMap(([question, danger]) =>
      [', ', '. ', ' and ', ' but '].flatMap((link) =>
        [`${said}${link}${danger}`, `${danger}${link}${said}`].map((text) => [question, text] as const),
      ),
    ),
  )
  expect(all.filter(([question, text]) => !raised(text).includes(question)).map(String)).toEqual([])
})

test.each([
  ['C1', 'watching casualty and chest pain came on'],
  ['C1', 'went to casualty and the man said heart attack'],
  ['C1', 'was in a film queue and had chest pain'],
  ['I4', 'watched a film last night and a man attacked me'],
  ['C5.collapse', 'my husband collapsed watching arsenal'],
  ['C5.collapse', 'collapsed at lords'],
  ['B2', 'boiling and shivering in this heatwave'],
  ['B2', 'i have been boiling all night'],
  ['F1', 'my dad died, cancer, and i have cancer'],
  ['F1', 'my nan, cancer, she died, i have cancer'],
  ['F1', 'my dad died, cancer in my spine'],
  ['F1', 'my nan, cancer, she has numb legs'],
  ['E1', 'was hit by a bus'],
  ['E1', 'so like i got hit by a bus on my bike'],
  ['E1', 'hit by a bus and it feels like it'],
  ['E1', 'was in a crash in nineteen ninety five and again yesterday'],
  ['A6', 'cant stand on my toes on both sides'],
  ['F1', 'no h/o tb but had cancer'],
  ['B5', 'my mate had this and he was fine but had back surgery 3 weeks ago'],
  ['C5.known', 'dont tell my wife but known AAA'],
  ['infRisk', 'my mum had this but on humira'],
])('%s is heard: %s', (question, text) => {
  expect(raised(text)).toContain(question)
})
