/** The net for free text (hazard H-03): what frightened, tired, slangy and misspelling people write raises the right question. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { often } from '../../../../scripts/short-form.ts'
import { anyLetter } from '../../../../scripts/any-letter.ts'
import { dangerousEight } from './dangerous-eight.fixtures.ts'
import { dangerousFive } from './dangerous-five.fixtures.ts'
import { dangerousFour } from './dangerous-four.fixtures.ts'
import { dangerousNine } from './dangerous-nine.fixtures.ts'
import { dangerousOne } from './dangerous-one.fixtures.ts'
import { dangerousPlain } from './dangerous-plain.fixtures.ts'
import { dangerousEleven } from './dangerous-eleven.fixtures.ts'
import { dangerousTen } from './dangerous-ten.fixtures.ts'
import { dangerousFifteen } from './dangerous-fifteen.fixtures.ts'
import { dangerousFourteen } from './dangerous-fourteen.fixtures.ts'
import { dangerousThirteen } from './dangerous-thirteen.fixtures.ts'
import { dangerousThree } from './dangerous-three.fixtures.ts'
import { dangerousSeven } from './dangerous-seven.fixtures.ts'
import { dangerousSixteen } from './dangerous-sixteen.fixtures.ts'
import { dangerousSix } from './dangerous-six.fixtures.ts'
import { dangerousTwelve } from './dangerous-twelve.fixtures.ts'
import { dangerousTwo } from './dangerous-two.fixtures.ts'
import { dangerousFirst, harmlessFirst } from './first.fixtures.ts'
import { dangerousGiven, deniedGiven, harmlessGiven } from './given.fixtures.ts'
import { harmlessEight } from './harmless-eight.fixtures.ts'
import { harmlessFive } from './harmless-five.fixtures.ts'
import { harmlessFour } from './harmless-four.fixtures.ts'
import { harmlessNine } from './harmless-nine.fixtures.ts'
import { harmlessOne } from './harmless-one.fixtures.ts'
import { harmlessPlain } from './harmless-plain.fixtures.ts'
import { harmlessSeven } from './harmless-seven.fixtures.ts'
import { harmlessSix } from './harmless-six.fixtures.ts'
import { harmlessEleven } from './harmless-eleven.fixtures.ts'
import { harmlessTen } from './harmless-ten.fixtures.ts'
import { harmlessFifteen } from './harmless-fifteen.fixtures.ts'
import { harmlessFourteen } from './harmless-fourteen.fixtures.ts'
import { harmlessThirteen } from './harmless-thirteen.fixtures.ts'
import { harmlessThree } from './harmless-three.fixtures.ts'
import { harmlessTwelve } from './harmless-twelve.fixtures.ts'
import { harmlessTwo } from './harmless-two.fixtures.ts'
import { findSigns } from './find-signs.ts'
import { dangerPhrases, raisable } from './danger-phrases.ts'
import { questionById, valuesOf } from '../questions/all.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

type Said = readonly (readonly [question: string, text: string])[]
const flat = (byQuestion: Readonly<Record<string, readonly string[]>>): Said =>
  Object.entries(byQuestion).flatMap(([question, texts]) => texts.map((text) => [question, text] as const))

const isRaised = ([question, text]: Said[number]): boolean =>
  question === '?' ? raised(text).length > 0 : raised(text).includes(question)

describe('dangerous words raise their question', () => {
  test.each([
    ['the first list', flat(dangerousFirst), 230],
    ['the list of a stranger', dangerousGiven, 140],
    ['one list of our own', flat(dangerousOne), 640],
    ['another', flat(dangerousTwo), 360],
    ['a third in longer sentences', flat(dangerousThree), 300],
    ['a fourth in few words', flat(dangerousFour), 260],
    ['a fifth of rare turns of speech', flat(dangerousFive), 340],
    ['a sixth written blind', flat(dangerousSix), 440],
    ['a seventh of odd pictures and plain words', flat(dangerousSeven), 170],
    ['an eighth written blind', flat(dangerousEight), 161],
    ['a ninth in figures of speech, written blind', flat(dangerousNine), 162],
    ['a tenth written blind', flat(dangerousTen), 164],
    ['an eleventh written blind', flat(dangerousEleven), 161],
    ['a twelfth as typed at night, written blind', flat(dangerousTwelve), 128],
    ['what lies beside the misses of two more, each missed before', flat(dangerousThirteen), 81],
    ['what lies beside those of the two after them, each missed before', flat(dangerousFourteen), 105],
    ['what lies beside a list of likenesses and body slang, each missed before', flat(dangerousFifteen), 65],
    ['what lies beside a second such list, each missed before', flat(dangerousSixteen), 88],
    ['a list of plain short ways', flat(dangerousPlain), 1552],
  ])('at least 97 in 100 of %s', (name, said, atLeast) => {
    expect(said.length).toBeGreaterThanOrEqual(atLeast)
    const missed = said.filter((one) => !isRaised(one))
    if (missed.length > 0) console.info(`${name}: not raised\n${missed.map((one) => `  ${one.join(': ')}`).join('\n')}`)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(said.length * 0.03)
  })

  test('every question that can be raised has been tried in at least three ways', () => {
    const tried = [dangerousFirst, dangerousOne, dangerousTwo, dangerousThree, dangerousSix]
      .flatMap(flat)
      .map(([question]) => question)
    for (const id of raisable) expect(tried.filter((one) => one === id).length, id).toBeGreaterThanOrEqual(3)
  })

  test('wherever it stands in a longer note, in capitals, with curly marks and without accents', () => {
    const note = (middle: string) => `Hello, my back went on Monday!!! ${middle} ??? I also want to know about heat.`
    expect(raised(note('CAN’T PEE'))).toContain('A2')
    expect(raised(note('Númb dówn belów'))).toContain('A1')
    expect(raised(note('numb\tdown   below'))).toContain('A1')
  })

  test('misspelt, run together, parted and with letters swapped', () => {
    expect(raised('nubm down bleow')).toContain('A1')
    expect(raised('cantpee')).toContain('A2')
    expect(raised('in continent since monday')).toContain('A2')
    expect(raised('on rivaroxiban')).toContain('I1')
    expect(raised('ive got a feaver')).toContain('B2')
  })

  test('numbers in words and in the units that people use', () => {
    for (const text of ['temp of 101 f', '38.9', 'temperature thirty nine']) expect(raised(text)).toEqual(['B2'])
    for (const text of [
      'fourteen tablets a day',
      '20 paracetamols',
      '5 g of paracetamol',
      '2 paracetamol every 2 hours',
    ])
      expect(raised(text)).toContain('I2')
    expect(raised('lost two stone in 3wks')).toEqual(['F2'])
    for (const text of ['temp of 37.2', 'took 2 paracetamol', 'age 39, 80kg', 'pain for 38 days', 'paracetamol 500mg'])
      expect(raised(text)).toEqual([])
  })

  test('short forms of the clinic, and accidents told sideways', () => {
    expect(raised('reduced anal tone on PR')).toContain('A1')
    expect(raised('dec sensation perineum')).toContain('A1')
    for (const text of ['PVR 650ml', 'post void residual 400', 'bladder scan showed 700 mls'])
      expect(raised(text), text).toEqual(['A2'])
    expect(raised('b/l sciatica since monday')).toEqual(['A5'])
    for (const text of ['power 3/5 dorsiflexion left', 'EHL 4-/5 on R', '4+/5 power L5'])
      expect(raised(text), text).toEqual(['A6'])
    for (const text of ['upgoing plantars', 'clonus both ankles', 'UMN signs'])
      expect(raised(text), text).toContain('A7')
    expect(raised('coffed up some blood')).toContain('C3')
    expect(raised('the tail lift dropped with me on it')).toContain('E1')
    expect(raised('fell off a ladder when i was 12 feet up')).toContain('E1')
    expect(raised('how many tablets it would take')).toEqual(['I3'])
    expect(raised('thinking of driving into a wall')).toContain('I3')
    const nothing = [
      'normal anal tone',
      'no loss of anal tone',
      'power 5/5 throughout',
      'PVR nil',
      'pain 3/5',
      'no clonus',
    ]
    nothing.push('denies urinary retention or incontinence', 'no pins and needles in either leg')
    nothing.push('fell off a horse when i was 12', 'tail lift broken so lots of lifting')
    for (const text of nothing) expect(raised(text), text).toEqual([])
  })

  test('both sides of the border of too many: 8 paracetamol in a day are the limit, 9 are too many', () => {
    expect(raised('took 8 paracetamol today')).toEqual([])
    expect(raised('took 9 paracetamol today')).toEqual(['I2'])
    expect(raised('took 6 ibuprofen today')).toEqual([])
    expect(raised('took 7 ibuprofen today')).toEqual(['I2'])
  })
})

describe('words of a plain spasm, denials, fears and other senses raise nothing', () => {
  test.each([
    ['the first list', harmlessFirst, 70],
    ['the list of a stranger', harmlessGiven, 90],
    ['one list of our own', harmlessOne, 200],
    ['another', harmlessTwo, 200],
    ['a third of other senses', harmlessThree, 300],
    ['a fourth of longer notes', harmlessFour, 200],
    ['a fifth', harmlessFive, 130],
    ['a sixth written blind', harmlessSix, 350],
    ['a seventh', harmlessSeven, 150],
    ['an eighth written blind', harmlessEight, 110],
    ['a ninth written blind', harmlessNine, 111],
    ['a tenth written blind', harmlessTen, 111],
    ['an eleventh written blind', harmlessEleven, 96],
    ['a twelfth as typed at night, written blind', harmlessTwelve, 133],
    ['what lies beside the false alarms of two more', harmlessThirteen, 12],
    ['what lies beside those of the two after them', harmlessFourteen, 13],
    ['what means nothing, in the same voices', harmlessFifteen, 60],
    ['a list of plain short ways', harmlessPlain, 973],
  ])('at most 5 in 100 of %s', (name, texts, atLeast) => {
    expect(texts.length).toBeGreaterThanOrEqual(atLeast)
    const alarms = texts.filter((text) => raised(text).length > 0).map((text) => `${text} -> ${raised(text).join()}`)
    if (alarms.length > 0) console.info(`${name}: raised for nothing\n  ${alarms.join('\n  ')}`)
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(texts.length * 0.05)
  })
})

describe('a no', () => {
  test.each(deniedGiven)('%s: %s', (question, text) => {
    if (question === '?') expect(raised(text)).toEqual([])
    else expect(raised(text)).toContain(question)
  })

  test('silences nothing where it tells of being alone, of how it began, or of a thought behind it', () => {
    expect(raised('nobody with me chest pain')).toContain('C1')
    expect(raised('nobody around chest pain')).toContain('C1')
    expect(raised('went from nothing to numb legs overnight')).toContain('A5')
    expect(raised('no pain just thinking of ending it')).toContain('I3')
    expect(raised('weakness no one leg numb')).toContain('A8')
    expect(raised('no one helps when he hits me')).toContain('I4')
  })

  test('in a story is the person’s own as soon as they speak of themselves', () => {
    expect(raised('film about a man who cant feel his legs')).toEqual([])
    expect(raised('film about a man who cant feel his legs just like me')).toContain('A5')
    expect(raised('film last night man cant feel my legs')).toContain('A5')
    expect(raised('film about a man, cant feel my legs')).toContain('A5')
  })

  test('for one thing does not silence another', () => {
    expect(raised('no fever but numb down below')).toContain('A1')
    expect(raised('no chest pain. wet myself though')).toContain('A2')
    expect(raised('not only numb down below but weak')).toContain('A1')
    expect(raised('no idea why but numb down below')).toContain('A1')
    expect(raised('any fever? no, numb down below though')).toContain('A1')
    expect(raised('no fever, numb down below')).toEqual(['A1'])
    expect(raised('no fever i am numb down below')).toEqual(['A1'])
  })

  test('that means yes after all is heard', () => {
    expect(raised('never had chest pain like this before')).toContain('C1')
    expect(raised('no numbness down below until today')).toContain('A1')
    expect(raised("wasn't numb down below but now is")).toContain('A1')
    expect(raised('no chest pain now but chest pain last night')).toContain('C1')
  })

  test('of what was not so, and is so now, is heard', () => {
    const changed: readonly (readonly [string, string])[] = [
      ['I wasnt numb between my legs now its spreading', 'A1'],
      ['wasnt incontinent now I am', 'A2'],
      ["I wasn't weak in my leg now its giving way", 'A6'],
      ["there wasn't any fever now its 39", 'B2'],
    ]
    for (const [text, question] of changed)
      expect([text, raised(text)]).toEqual([text, expect.arrayContaining([question])])
  })
  test('long past is no report, unless it lasts or has come back', () => {
    expect(raised('chest pain years ago')).toEqual([])
    const back: readonly (readonly [string, string])[] = [
      ['chest pain years ago, still have it now', 'C1'],
      ['numb down below as a teenager, started again today', 'A1'],
      ['wet myself years ago still do', 'A2'],
      ['had a fever years ago and still get it', 'B2'],
    ]
    for (const [text, question] of back)
      expect([text, raised(text)]).toEqual([text, expect.arrayContaining([question])])
  })
  test('before a whole list denies the list', () => {
    expect(raised('no numbness, tingling or weakness in my legs')).toEqual([])
    expect(raised('no fever or chills')).toEqual([])
    expect(raised('no fever or chills, night sweats though')).toEqual(['B2'])
    expect(raised('numbness down below: no')).toEqual([])
  })

  test('to feeling a sign is a denial of the sign; feeling nothing there is the sign', () => {
    expect(raised("I don't feel any numbness between my legs")).toEqual([])
    expect(raised("I don't feel any weakness in my legs")).toEqual([])
    expect(raised("I don't feel anything between my legs")).toContain('A1')
  })
})

test('a “no” behind a sign denies it on its own line only, and not when more words follow', () => {
  for (const no of ['no', 'none', 'nope'])
    for (const [between, denied] of [
      [': ', true],
      [', ', true],
      [' ', true],
      ['\n', false],
      ['\n\n', false],
    ] as const)
      expect(raised(`numb between my legs${between}${no}`).includes('A1'), `${between}${no}`).toBe(!denied)
  expect(raised('chest pain\nno\nfever\nno')).toEqual(['B2', 'C1'])
  expect(raised('fever: no painkiller helps')).toContain('B2')
})

describe('whose it is', () => {
  test("somebody else's illness is not the person's; their danger now is", () => {
    for (const text of [
      'my nan had cancer',
      'mum has a blood clot',
      'my brother is on warfarin',
      'cancer runs in the family',
    ])
      expect(raised(text)).toEqual([])
    expect(raised('my husband cant feel his legs')).toContain('A5')
    expect(raised('shes wet herself')).toContain('A2')
    expect(raised('i had cancer like my mum')).toEqual(['F1'])
    expect(raised('he has had prostate cancer')).toEqual(['F1'])
    expect(raised('my dad had cancer and so have i')).toEqual(['F1'])
  })

  test('a relative who is named before a pause, or behind one, does not take the illness from the person', () => {
    for (const pause of [', ', ' - ', '; ', '. ', '\n'])
      for (const whose of ['i live with my nan', 'moved in with my sister', 'i came with my mum', 'i walk with my dog'])
        for (const [illness, question] of [
          ['cancer two years ago', 'F1'],
          ['blood thinners since may', 'I1'],
        ] as const) {
          expect(raised(`${whose}${pause}${illness}`), `${whose}${pause}${illness}`).toContain(question)
          expect(raised(`${illness}${pause}${whose}`), `${illness}${pause}${whose}`).toContain(question)
        }
    expect(raised('my nan had cancer two years ago')).toEqual([])
    expect(raised('cancer killed my nan')).toEqual([])
  })

  test('a fear or a question is no report, but what goes on is', () => {
    for (const text of ['worried it might be cancer', 'is it cancer?', 'what if lose bladder control'])
      expect(raised(text)).toEqual([])
    expect(raised('worried because i am numb down below')).toContain('A1')
    expect(raised('think im having a heart attack')).toContain('C1')
    expect(raised('why is my bum numb when i wipe?')).toContain('A1')
  })

  test('a fear or a question ends where a comma, a stop, a “but” or a line does: what is told behind it goes on', () => {
    for (const feared of ['what if i fall', 'in case it matters', 'i googled it', 'worried it might be cancer'])
      for (const end of [', ', '; ', '. ', ' - ', ' but ', '\n'])
        expect(raised(`${feared}${end}numb between my legs`), `${feared}${end}`).toContain('A1')
  })

  test('somebody who hurts the person is heard, a thing is not', () => {
    expect(raised('he hit me')).toEqual(['I4'])
    for (const text of ['my husband hit me again', 'he hit my back', 'he knocked me sideways, he hits me'])
      expect(raised(text)).toEqual(['I4'])
    expect(raised('hit the gym')).toEqual([])
    expect(raised('my physio pushed me too hard')).toEqual([])
  })
})

describe('what is shown back', () => {
  test('is what the person typed, cut between words, at most 80 characters, with the words that were heard', () => {
    const note = `It started on Monday after I moved a wardrobe. Now it is NUMB down below when I wipe. ${'More and more. '.repeat(9)}`
    const quote = dangerPhrases(note)[0]?.quote ?? ''
    expect(quote).toContain('NUMB down below')
    expect(quote.length).toBeLessThanOrEqual(80)
    expect(note).toContain(quote)
    expect(` ${note} `.includes(` ${quote} `)).toBe(true)
  })

  test('is never longer than 80 characters and always part of the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...flat(dangerousOne)), fc.string({ maxLength: 200 }), ([, text], around) => {
        for (const { quote } of dangerPhrases(`${around}. ${text}. ${around}`)) {
          expect(quote.length).toBeLessThanOrEqual(80)
          expect(quote).not.toBe('')
          expect(`${around}. ${text}. ${around}`).toContain(quote)
        }
      }),
    )
  })

  test('a plan, a counted amount over the limit, and the options of a list are the answers that the words state', () => {
    expect(dangerPhrases('I am going to kill myself tonight')).toMatchObject([{ question: 'I3', means: 'plan' }])
    expect(dangerPhrases('took 20 paracetamol last night')).toMatchObject([
      { question: 'I2', means: 'overParacetamol' },
    ])
    expect(dangerPhrases('i inject drugs and have hiv')).toMatchObject([
      { question: 'infRisk', means: ['injects', 'immune'] },
    ])
    expect(dangerPhrases('numb down below')[0]).not.toHaveProperty('means')
    expect(dangerPhrases('i think about dying')[0]).not.toHaveProperty('means')
  })

  test('no meaning is an answer that its question does not have', () => {
    for (const [, text] of [...flat(dangerousOne), ...flat(dangerousTwo), ...dangerousGiven]) {
      for (const { question, means } of dangerPhrases(text)) {
        const asked = questionById.get(question)
        if (means === undefined || asked === undefined) continue
        expect(valuesOf(asked)).toEqual(expect.arrayContaining([means].flat()))
      }
    }
  })
})

describe('hearing', () => {
  test('raises only questions that exist, each once', () => {
    expect(new Set(raisable).size).toBe(raisable.length)
    for (const id of raisable) expect(['yesNo', 'choice', 'ticks']).toContain(questionById.get(id)?.kind)
  })

  test.each(['no overdose', 'not too many paracetamol', 'never took 20 tablets'])('ends on: %s', (text) => {
    expect(raised(text)).toEqual([])
  })

  const noes = [
    'no',
    'not',
    'never',
    'without',
    'denies',
    "don't have",
    'no sign of',
    'no, never:',
    'nor',
    'isn’t',
    'no no',
  ]
  const behind = ['', ': no', '? no.', ' - none', ' never', ', not', ' no']

  test('ends on every phrase denied in every way, and takes no more looks for it than the words allow', () => {
    const said = [...flat(dangerousOne), ...flat(dangerousFirst), ...dangerousGiven]
    const whole = said.flatMap(([, text], at) =>
      noes.map((no, which) => `${no} ${text}${behind[(at + which) % behind.length]}`),
    )
    expect(whole.filter((text) => findSigns(text).looks > text.length * looksPerCharacter + 400)).toEqual([])
  })

  /** Far above what any list takes and far below what a square would: 50,000 characters squared are 50,000 for each. */
  const looksPerCharacter = 300

  const word = fc.constantFrom(
    ...[
      'no',
      'not',
      'numb',
      'cant',
      'pee',
      'or',
      'and',
      ',',
      '.',
      'took',
      '20',
      'tablets',
      'my',
      'down below',
      'leg',
      'he',
    ],
    ...[
      'pain',
      'in',
      'the',
      'chest',
      'never',
      'but',
      'now',
      'is',
      'feel',
      'both',
      'cantpee',
      'aaaaaaa',
      'hit',
      'me',
      '\n',
    ],
  )
  const hostile = fc.oneof(
    fc.string({ maxLength: 500, unit: 'grapheme' }),
    fc.string({ maxLength: 500, unit: anyLetter }),
    fc.array(word, { maxLength: 120 }).map((words) => words.join(' ')),
  )

  test('gives an answer to anything typed, and twice the same', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(dangerPhrases(text)).toEqual(dangerPhrases(text))
        expect(findSigns(text).looks).toBeLessThan(text.length * looksPerCharacter + 400)
      }),
      { numRuns: often(1000, 300) },
    )
  })

  test('takes the names that JavaScript itself gives a meaning for words like any other', () => {
    for (const name of Object.getOwnPropertyNames(Object.prototype)) {
      expect(dangerPhrases(name)).toEqual([])
      expect(dangerPhrases(`${name} i cant pee`).map(({ question }) => question)).toContain('A2')
    }
  })

  test('costs in step with the length: a text a hundred times as long takes about a hundred times the looks', () => {
    expect(findSigns("i can't pee").looks).toBeGreaterThan(5)
    fc.assert(
      fc.property(hostile, (text) => {
        const once = findSigns(`${text} `).looks
        const hundred = findSigns(`${text} `.repeat(100)).looks
        // Where copies meet there is something more to look at.
        expect(hundred).toBeLessThanOrEqual(100 * (once + 60 * looksPerCharacter))
        expect(hundred).toBeLessThan(100 * (text.length + 1) * looksPerCharacter + 400)
      }),
      { numRuns: often(40, 15) },
    )
  })

  test('hears a danger whatever is written around it', () => {
    const filler = fc.array(fc.constantFrom('the', 'back', 'since', 'monday', 'hello', 'kitchen', 'sofa', 'heat'), {
      maxLength: 10,
    })
    const said = flat(dangerousFirst).filter(([question]) => question !== 'C5.collapse')
    fc.assert(
      fc.property(filler, filler, fc.constantFrom(...said), (before, after, [question, text]) => {
        expect(raised(`${before.join(' ')}. ${text}. ${after.join(' ')}`)).toContain(question)
      }),
      { numRuns: often(500, 150) },
    )
  })
})

describe('a way of speaking in another sense', () => {
  test.each([
    ['A1', 'it is like sitting on a golf ball and it is numb'],
    ['E1', 'i was hit by a cricket ball'],
    ['E1', 'hurt in a football tackle'],
  ])('is heard where a line of the signs names the whole of it: %s, %s', (question, text) => {
    expect(raised(text)).toContain(question)
  })
  test.each(['a faint ache', 'sitting on a ball helps', 'played football', 'cricket balls', 'golf ball under my back'])(
    'and raises nothing by itself: %s',
    (text) => {
      expect(raised(text)).toEqual([])
    },
  )
})

test.each(['my car was t-boned', 'my car was t boned at the lights', 'car got t-boned'])(
  'a "t" that begins a word ends none: %s',
  (text) => {
    expect(raised(text)).toContain('E1')
  },
)

test.each([
  'nothing eases it at 3am',
  'nothing eases the pain at 4 am',
  'i pace the floor till 3am',
  'i pace the floor at 3am',
  'walking the landing at 2am',
])('an hour of the night is one however it is written: %s', (text) => {
  expect(dangerPhrases(text).map(({ question }) => question)).toContain('F3')
})

test.each(['the doctor found cancer', 'the doctor has just found cancer', 'my doctor recently found a tumour'])(
  'what a doctor found is the person’s own: %s',
  (text) => {
    expect(dangerPhrases(text).map(({ question }) => question)).toContain('F1')
  },
)

test.each([
  'i am a nurse, cancer',
  'my job: nurse, cancer',
  'green green green doctor, cancer',
  'i work in a shop, cancer 2010',
  'i am a nurse with breast cancer',
])('a job that is told first leaves the illness behind it the person’s own: %s', (text) => {
  expect(dangerPhrases(text).map(({ question }) => question)).toContain('F1')
})

test.each(['nurse with cancer patients', 'hospice work, cancer patients', 'i work with stroke, dementia and cancer'])(
  'what a job is about is nobody’s own: %s',
  (text) => {
    expect(dangerPhrases(text)).toEqual([])
  },
)

test.each([
  ['F1', 'bicalutamide, goserelin'],
  ['F1', 'capecitabine'],
  ['I1', 'fondaparinux'],
  ['infRisk', 'gliclazide 80mg'],
  ['infRisk', 'dapagliflozin'],
  ['infRisk', 'secukinumab'],
  ['infRisk', 'dolutegravir'],
  ['steroids', 'methylprednisolone'],
  ['fxRisk', 'raloxifene'],
  ['fxRisk', 'hormone injections for my prostate'],
  ['I12', 'donepezil'],
])('a medicine names the illness that it is for: %s, %s', (question, text) => {
  expect(dangerPhrases(text).map((sign) => sign.question)).toContain(question)
})

test.each([
  ['A2', 'i keep losing my bladder'],
  ['A2', 'lost my bladder on the stairs'],
  ['A2', 'i lose my bladder when i cough'],
  ['A2', 'losing urine'],
  ['A3', 'i am losing my bowels'],
  ['A3', 'i lose my bowels without knowing'],
])('whoever loses it says so without a word of control: %s, %s', (question, text) => {
  expect(raised(text)).toContain(question)
})
