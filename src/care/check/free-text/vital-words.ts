/**
 * The few short words on which most hangs: "numb between my legs", "can't feel", "can't pee", "legs are weak". Guessing by
 * distance leaves them alone, being short or small; so every form that one slip of the finger gives is written out and
 * read as the word, unless it is a word of its own.
 */

const vitalWords: readonly string[] =
  'numb between my legs leg feel feels feeling feelings cant pee wee poo weak pain'.split(' ')

/** English words, usual short forms, and slips likelier of another word ("feell" is "fell"): never taken for a vital word. */
const wordsOfTheirOwn: ReadonlySet<string> = new Set(
  `bumb
   ma me mi mm mo
   eg egs keg kegs lag lags lee lees lef les lge lig log logs lrg lug lugs
   deeling deelings eel eels fee feeld feell fees fel fels feul feuls fuel fueling fuels
   ant can cann cat cent cont cunt
   ee epe oo ooo pe pea pei peo per pew pey pie poa poe poi pop pou poy ppe ppo pre pye
   eee ewe we wei weo wer wew wey wie woe wre wwe wye
   ain gain lain main nain pad paid pail pair pai pan pans pane pant paon pin pina pion plain paine panic pein rain
   waak wak week wek weka weal wrak`
    .trim()
    .split(/\s+/),
)

const vowels = 'aeiouy'
const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
/** Letters that look or sound like another, and are written for it: "numd", "numn". */
const mirrored: Readonly<Record<string, string>> = { b: 'd', d: 'b', p: 'q', q: 'p', m: 'n', n: 'm' }

/** Are these two side by side in one row of the keyboard? */
export const areKeysSide = (one: string, other: string): boolean =>
  keyRows.some(
    (row) => row.includes(one) && row.includes(other) && Math.abs(row.indexOf(one) - row.indexOf(other)) === 1,
  )

/** The letters that a finger, an ear or an eye puts for this one. */
const mistakenFor = (letter: string, before: string): readonly string[] => [
  ...(vowels.includes(letter) ? vowels : ''),
  ...keyRows.flatMap((row) => [...row].filter((key) => areKeysSide(key, letter))),
  mirrored[letter] ?? '',
  before,
]

/** Every form of a word with one slip in it: a letter dropped, doubled, swapped with the next, or put for another. */
function slipsOf(word: string): readonly string[] {
  const forms = [...word].flatMap((letter, at) => {
    const head = word.slice(0, at)
    const tail = word.slice(at + 1)
    const swapped = tail === '' ? word : `${head}${tail[0]}${letter}${tail.slice(1)}`
    return [
      `${head}${tail}`,
      `${head}${letter}${letter}${tail}`,
      swapped,
      ...mistakenFor(letter, word[at - 1] ?? '').map((other) => `${head}${other}${tail}`),
    ]
  })
  return [...new Set(forms)].filter((form) => form.length > 1 && form !== word)
}

/** What each misspelt form stands for, the word named first where it is near two; words of their own are left out. */
export const vitalSlips: ReadonlyMap<string, string> = new Map(
  vitalWords
    .flatMap((word) => slipsOf(word).map((form) => [form, word] as const))
    .filter(([form]) => !wordsOfTheirOwn.has(form))
    .reverse(),
)
