/**
 * How people type must not hide what they say (hazard H-03): a break of line, dots, an exception to a denial. Held over every
 * phrase of our own lists, so that no turn of writing is mended for one input alone.
 */
import { describe, expect, test } from 'vitest'
import { often, someOf } from '../../../../scripts/short-form.ts'
import { dangerPhrases } from './danger-phrases.ts'
import { dangerousHeard, harmlessQuiet } from './heard.fixtures.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)
const isRaised = (question: string, text: string): boolean =>
  question === '?' ? raised(text).length > 0 : raised(text).includes(question)

/** The text with this between two of its words, at each place in turn. */
const broken = (text: string, between: string): readonly string[] => {
  const words = text.split(' ')
  return words.slice(1).map((_, at) => words.slice(0, at + 1).join(' ') + between + words.slice(at + 1).join(' '))
}

describe('a breath in the middle of a phrase', () => {
  const breaths = ['\n', '\r\n', '...', ' … ', '\n\n', ' . . . ', '..', '\u2028']
  test.each(breaths)('%j hides nothing', (breath) => {
    // Each phrase is broken at each of its spaces; the kinds of breath take turns among the phrases.
    const turns = often(4, 32)
    const mine = dangerousHeard.filter((_, at) => at % turns === breaths.indexOf(breath) % turns)
    const hidden = mine.flatMap(([question, text]) => broken(text, breath).filter((one) => !isRaised(question, one)))
    expect(mine.length).toBeGreaterThan(often(1000, 100))
    expect(hidden).toEqual([])
  })

  test.each([
    ["i can't\npee", 'A2'],
    ['I want to\ndie', 'I3'],
    ['took 30\nparacetamol', 'I2'],
    ["I can't feel... when I pee", 'A2'],
    ['I want to. die', 'I3'],
    ['I. want. to. die.', 'I3'],
    ['i cant. pee', 'A2'],
    ['num\u00adb down be\u200blow', 'A1'],
  ])('%j is heard', (text, question) => {
    expect(raised(text)).toContain(question)
  })

  test('ends a denial: a list has one thing in a line', () => {
    for (const breath of ['\n', '...']) {
      expect(raised(['no fever', 'numb down below'].join(breath))).toEqual(['A1'])
      expect(raised(['no weight loss', 'wet myself last night', 'no fever'].join(breath))).toEqual(['A2'])
      expect(raised(['my dog had cancer', 'cant pee'].join(breath))).toEqual(['A2'])
    }
    const hidden = someOf(dangerousHeard, 6, 1).filter(
      ([question, text], at) => !isRaised(question, `${harmlessQuiet[(at * 7) % harmlessQuiet.length]}\n${text}`),
    )
    expect(hidden.length, hidden.join('\n')).toBeLessThanOrEqual(5)
  })

  test('does not end a denial where no line can end', () => {
    expect(raised('no fever or\nchills')).toEqual([])
    expect(raised('no fever\nor chills')).toEqual([])
    expect(raised('no pain in my\nchest')).toEqual([])
  })

  test('raises little of two harmless lines', () => {
    const alarms = harmlessQuiet.filter(
      (text, at) => raised(`${text}\n${harmlessQuiet[(at * 7 + 3) % harmlessQuiet.length]}`).length > 0,
    )
    expect(alarms.length).toBeLessThanOrEqual(harmlessQuiet.length * 0.05)
  })
})

describe('an exception to a denial', () => {
  const before = [
    'no problems except ',
    'no numbness anywhere except ',
    'nothing wrong apart from ',
    'no symptoms other than ',
    'nothing before today ',
    'no fever aside from ',
    'no issues but ',
    'not that I am fine, ',
  ]
  test('is heard behind every kind of denial', () => {
    const looked = someOf(dangerousHeard, 6)
    const hidden = looked
      .map(([question, text], at) => [question, `${before[at % before.length]}${text}`] as const)
      .filter(([question, text]) => !isRaised(question, text))
    expect(hidden.length, hidden.join('\n')).toBeLessThanOrEqual(looked.length * 0.005)
  })

  test.each([
    ['no ', ' except '],
    ['never ', ' apart from '],
    ['not ', ' until '],
    ['without ', ' other than '],
  ])('“%s…%s…” inside a phrase lets the rest of it be heard', (no, exception) => {
    const said = dangerousHeard
      .filter((_, at) => at % often(3, 18) === 0)
      .flatMap(([question, text]) =>
        broken(text, exception).flatMap((one) => (isRaised(question, one) ? [[question, one] as const] : [])),
      )
    const hidden = said.filter(([question, one]) => !isRaised(question, no + one))
    expect(said.length).toBeGreaterThan(often(3000, 500))
    expect(hidden.length, hidden.slice(0, 20).join('\n')).toBeLessThanOrEqual(said.length * 0.01)
  })

  test.each([
    ['A1', 'no numbness anywhere except my private parts'],
    ['A1', "I'm not numb but I am between the legs"],
    ['A1', 'No weakness. No numbness. Except when I wipe'],
    ['A1', 'no numbness anywhere! Apart from my private parts.'],
    ['A2', 'not a single drop of wee since 6am'],
    ['A2', 'never leaked until today'],
    ['A2', 'never leaked before today'],
    ['A6', 'no weakness until this morning'],
    ['I3', 'not suicidal but I have a plan'],
    ['A2', "I don't think I can feel when I pee"],
    ['I3', 'there is no way I want to live like this'],
    ['C3', 'never been this breathless'],
    ['A2', "can't say I have no trouble weeing"],
    ['A2', "not that I can pee fine, I can't"],
  ])('%s is heard in: %s', (question, text) => {
    expect(raised(text)).toContain(question)
  })

  test.each([
    'no numbness in my private parts',
    "I'm not numb between the legs",
    'never leaked pee',
    'no weakness in my leg',
    'not suicidal',
    'never been breathless',
    'I have no trouble weeing',
    'I do not have Marfans',
    'my wife is 20 weeks pregnant',
    'I was pregnant in 2019',
    'had my first baby 2 years ago',
    'worried I might be pregnant',
    'I teach pregnancy yoga',
  ])('a plain no stays a no: %s', (text) => {
    expect(raised(text)).toEqual([])
  })
})

describe('what strangers wrote', () => {
  test.each([
    ['I5', 'I am stuck on the floor and nobody is here'],
    ['I5', 'cant get up off the floor and im alone'],
    ['F3', 'it never lets up whatever position I am in'],
    ['C2', 'the pain between my shoulder blades hit its worst in a second'],
    ['C3', 'coughed up some red stuff'],
    ['I2', 'ODd last night'],
    ['I2', "OD'd on paracetamol"],
    ['H1', '38 weeks and leaking'],
    ['A6', 'it gets weaker by the hour'],
    ['D1', 'my stomach pain is ten out of ten'],
    ['B5', 'the wound is oozing yellow stuff'],
    ['E1', 'my husband pushed me down the stairs'],
    ['I4', 'my husband pushed me down the stairs'],
    ['I4', 'my son lashes out at me'],
    ['I4', 'forced marriage'],
    ['I4', 'he made me fall'],
    ['I4', 'it happened when he came home angry again'],
    ['I4', 'he is outside my door now with a knife'],
    ['I4', "he said if I leave he'll find me"],
    ['I4', "my husband doesn't know I'm doing this"],
    ['I4', 'delete this before he gets home'],
    ['I4', 'my dad makes me marry my cousin'],
    ['I4', 'he twisted my arm up my back'],
    ['I4', 'he takes my benefits'],
    ['I5', 'I have been on the kitchen floor for six hours'],
    ['I5', 'nobody can lift me off the floor'],
    ['A2', 'i could pee fine till yesterday'],
    ['I3', 'im not saying i dont want to die'],
    ['I3', 'there is a rope in the garage'],
    ['I3', 'I have picked the bridge'],
  ])('%s is heard in: %s', (question, text) => {
    expect(raised(text)).toContain(question)
  })

  test.each(['kms tonight', 'I have saved up my tablets and I will do it on Friday', 'not suicidal but I have a plan'])(
    'a means and a time are a plan: %s',
    (text) => {
      expect(dangerPhrases(text)).toMatchObject([{ question: 'I3', means: 'plan' }])
    },
  )

  test.each([
    ['maybe', 'my period is late'],
    ['pregnant', '6 wks preg'],
    ['pregnant', 'my baby is due next week'],
    ['birth6w', "I've got a 5 week old baby"],
    ['birth6w', 'five weeks post partum'],
  ])('pregnancy and birth are named: %s in %s', (means, text) => {
    expect(dangerPhrases(text)).toMatchObject([{ question: 'pregnancy', means }])
  })

  test.each(['drank bleach', 'I cut my wrists last night'])('harm already done is named as done: %s', (text) => {
    expect(dangerPhrases(text)).toMatchObject([{ question: 'I3', means: 'acted' }])
  })

  test('a body that will not wake up or rise is no wish to die', () => {
    expect(raised('my bits have gone to sleep and wont wake up')).not.toContain('I3')
    expect(raised('cant go up on my toes')).toEqual(['A6'])
    for (const text of ['i hope i wont wake up', 'cant go on', 'just want to go to sleep and wont wake up'])
      expect(raised(text)).toContain('I3')
  })

  test.each(['bike crash not on it', 'chest pain in 2015', 'brother died in crash', 'felt odd last night'])(
    'nothing is heard in: %s',
    (text) => {
      expect(raised(text)).toEqual([])
    },
  )
})
