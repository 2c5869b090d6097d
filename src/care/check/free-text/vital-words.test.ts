/**
 * The few words on which most hangs, misspelt by one letter or said as people say them at home (hazard H-03). The slips are
 * made here anew, so that the table is not held against itself.
 */
import { describe, expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const sides = (letter: string): readonly string[] =>
  rows.flatMap((row) => [...row].filter((_, at) => row[at - 1] === letter || row[at + 1] === letter))

/** Two letters swapped, one dropped, one doubled, a wrong vowel, the key beside. */
function misspelt(word: string): readonly string[] {
  const forms = [...word].flatMap((letter, at) => {
    const [head, tail] = [word.slice(0, at), word.slice(at + 1)]
    const others = [...('aeiou'.includes(letter) ? 'aeiou' : ''), ...sides(letter)]
    return [
      head + tail,
      head + letter + letter + tail,
      head + (tail[0] ?? '') + letter + tail.slice(1),
      ...others.map((other) => head + other + tail),
    ]
  })
  return [...new Set(forms)].filter((form) => form !== word)
}

/** What one slip makes of the words, and is a word or a short form of its own: nobody can tell. */
const ownWords = new Set(
  `bumb mo mm egs kegs logs les lees leg fee eel fuel feul deeling ant can cann cat cent cont cunt
   ee epe pe pei peo pew pey pie poe pea per pre pye ppe ewe eee we wei weo wew wey wie woe wre wwe wye wer
   oo ooo peo poa poe poi pop pou poy ppo wak wea week wek`
    .trim()
    .split(/\s+/),
)

describe('one letter wrong', () => {
  test.each([
    ['A1', 'numb between my legs', 'numb between my legs'],
    ['A1', 'i cant feel between my legs', 'cant feel between my legs'],
    ['A1', 'no feeling between my legs', 'feeling between my legs'],
    ['A2', 'cant pee', 'cant pee'],
    ['A2', 'cant wee', 'cant wee'],
    ['A3', 'cant feel when i poo', 'cant feel poo'],
    ['A6', 'my legs are weak', 'legs weak'],
    ['A5', 'cant feel both my legs', 'cant feel legs'],
  ])('in any word still raises %s: %s', (question, phrase, misspeltIn) => {
    const words = phrase.split(' ')
    expect(raised(phrase)).toContain(question)
    const slips = misspeltIn.split(' ').flatMap((word) =>
      misspelt(word)
        .filter((form) => !ownWords.has(form))
        .map((form) => words.with(words.indexOf(word), form).join(' ')),
    )
    expect(slips.length).toBeGreaterThan(15)
    expect(slips.filter((said) => !raised(said).includes(question))).toEqual([])
  })

  test.each([
    'Since today I am numb between me legs',
    'numb betwean my legs',
    'num b btween my legs',
    'I cant feal between my legs since this morning',
    'I cant fel between me legs',
    "can't fell anything, can't fell between my legs",
    'numm between my legs',
    'numd between my legs',
    'between my legs numm',
    'numb between mi legs',
    'numb between ma legs',
    'numb betwixt me legs',
    'numb inbetween me legs',
    'numb in-between my legs',
    'numb atween ma thighs',
    'numb between tha legs',
    'numb between m legs',
    'cant feel me bits',
    'numb round me privates',
    'me johnson is numb',
    'no bowel movement for 6 days and numb',
    'constipated and numb',
    'havent opened me bowels all week and I feel numb',
  ])('or said as at home raises the saddle: %s', (text) => {
    expect(raised(text)).toContain('A1')
  })

  test('is no slip where it is a word of its own', () => {
    const plain = `number dumb comb thumb bumb fear fell fuel fee eel heel reel feed free pie pea per pew ppe ewe woe week walk weal
     logs lags kegs lugs pop poi ant cat cent can nub mum numbers`
    for (const word of plain.trim().split(/\s+/)) {
      expect(raised(`my back hurts, ${word}`), word).toEqual([])
      expect(raised(`i ${word} and my back hurts`), word).toEqual([])
    }
  })

  test.each([
    'no numbness between me legs',
    'I am not numb between me legs',
    'no numb or tingly feeling in me legs',
    'gave me leg pain',
    'call me back',
    'me wee dog',
    'legs feel week by week better',
    'constipated but not numb',
    'constipated, no numbness',
    'no bowel or bladder problems, no numbness',
  ])('raises nothing in: %s', (text) => {
    expect(raised(text)).toEqual([])
  })
})
