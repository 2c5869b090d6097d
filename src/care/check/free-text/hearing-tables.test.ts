/**
 * Who says what of whom, and when: the ways of denying, taking back, fearing, asking, and telling of others and of years
 * ago, each put around signs of danger, as a table that a person reviews: hearing-tables.txt beside this test. Each line ends
 * with the questions that are asked because of it; "nothing" where none is.
 */
import { describe, expect, test } from 'vitest'
import { reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import { dangerPhrases, phrasesAbout } from './danger-phrases.ts'
import { aboutAnswers } from './danger-signs/about-answers.ts'
import * as denialWords from './denial-words.ts'
import { guessed } from './find-signs.ts'
import { ordinaryWords } from './ordinary-words.ts'
import { emptyWays, read } from './reading.ts'
import { noCount, noCountBehind } from './reading-words.ts'
import * as smallWords from './small-words.ts'
import { vocabularyOf } from './spelling.ts'
import { vitalSlips } from './vital-words.ts'

const reviewed = reviewedOutlines(new URL('./hearing-tables.txt', import.meta.url))

const heard = (text: string): string => {
  const asked = dangerPhrases(text).map(({ question }) => question)
  return `${text}: ${asked.length > 0 ? asked.join(' ') : 'nothing'}`
}
/** What the numbers of a text are taken for, as `danger-signs/` names it. */
const takenFor = (text: string): string => {
  const { spans } = read(text, {
    ways: emptyWays(),
    others: emptyWays(),
    vocabulary: vocabularyOf(new Set(), new Set()),
  })
  const names = spans.flatMap((found) => found.map(({ meaning }) => meaning))
  return `${text}: ${names.length > 0 ? names.join(' ') : 'nothing'}`
}
/** Each way with each sign in the place of the star. */
const each = (signs: readonly string[], ways: readonly string[]): readonly string[] =>
  ways.flatMap((way) => signs.map((sign) => heard(way.replaceAll('*', sign))))

const signs = ['fever', 'chest pain']
const feelings = ['numb between my legs', 'breathless']
const illnesses = ['cancer', 'tb']

describe('signs of danger in free text', () => {
  test('denied, and not', () => {
    reviewed.checkLines('denied', [
      ...each(signs, [
        'no *',
        'not any *',
        'never any *',
        'without *',
        'denies *',
        'nor any *',
        'i have no *',
        'i dont have *',
        'i do not have any *',
        'i have never had any *',
        'no sign of *',
        'no signs of any new *',
        'nothing like *',
        'nobody has *',
        'hasnt got *',
        'aint got *',
        'no back trouble and *',
        'no numbness and *',
        'no numbness or *',
        'no numbness, tingling or *',
        'no numbness, tingling, *',
        'no rash, no cough, *',
        'no numbness, or *, or rash',
        'no rash, cough, or *',
        'no rash, nor *',
        'no rash. *',
        'no rash\n*',
        'no rash but *',
        'no rash though *',
        'no rash i have *',
        'no rash my * is bad',
        'no trouble in my *',
        'i dont think i have *',
        'i dont think my * is bad',
        'not only *',
        'not just *',
        'no idea why i have *',
        'no change in *',
        'not better, *',
        'no better with *',
        'not feeling great, *',
        'not well, *',
        'not feeling right with *',
        'no joke this *',
        'no long walk up that steep green hill gave me *',
        'no hills walks gave *',
        "i can't say i have no *",
        'i cannot say there is no *',
        "it's not true that there is no *",
        'i say i have no *',
        'i would not claim to have no *',
      ]),
      ...each(feelings, [
        'not *',
        'i am not *',
        "i'm not *",
        'never been *',
        'never been this *',
        'never so *',
        'never felt such as this *',
        'isnt *',
        'not at all *',
        'not in the least *',
        'not tired but *',
        'not *, just stiff',
        'not sick or *',
        'not sick and *',
        'not * or tingly',
        'not well *',
        'not myself *',
        'i dont feel *',
        'i dont feel at all *',
        'not * at all',
      ]),
    ])
  })

  test('with the answer behind', () => {
    reviewed.checkLines(
      'answered',
      each(signs, [
        '*: no',
        '*? no',
        '* - no',
        '* - none',
        '* is nil',
        'any *? none',
        'any * at all? never',
        '*, no',
        '*: negative',
        '*: no idea',
        '*: yes',
        '*: not sure',
        '* no more',
        '* answer no',
        '*\nno',
        '* x no',
        '*: no 5',
        '* is there or not',
        'no * problems',
        'no * issues',
        'no problem with *',
      ]),
    )
  })

  test('taken back', () => {
    reviewed.checkLines('taken back', [
      ...each(signs, [
        'no * but now i do',
        'no * and now i do',
        'no * but today i do',
        'no * but now it is',
        'no * but i do now',
        'no * and it is now',
        'no *, now i have',
        'no * so now i rest',
        'no * but now i am fine',
        'no * but now the back is stiff',
        'no * but i do not',
        'no * now',
        'no * today',
        'no * before but there is now',
        'no * yesterday',
        'no * until today',
        'no * till now',
        'no * til monday',
        'no * like this before',
        'no * like that',
        'no * such as this',
        'no * so bad',
        'no * as bad',
        'no * this bad',
        'no * that bad',
        'no * before today',
        'no * before this',
        'no * before now',
        'no * before yesterday',
        'no * before last week',
        'no * before',
        'no * except today',
        'no * apart from at night',
        'no * other than at night',
        'no * unless i walk',
        'no * besides at night',
        'no * barring today',
        'no * aside from nights',
        'no * or anything like that',
        'no * or something like this',
        'no *. Until today',
        'no * in all the years that i have lived here until today',
      ]),
      ...each(
        ['numb'],
        [
          "i wasn't * down below yesterday",
          "i wasn't * yesterday down below",
          "it wasn't * between my legs on monday",
          "i wasn't * between my legs at first",
          "i wasn't * between my legs earlier",
          "i wasn't * between my legs",
          "i wasn't * between my legs last week",
          "i wasn't * between my legs on monday, now it's massive",
          "i wasn't * between my legs, now it is fine",
          "i wasn't * between my legs, now it is all better",
          "i wasn't * between my legs, now im good",
          "i wasn't * between my legs, now i cant walk",
          "i wasn't * between my legs, now what",
          "i'm not * between my legs now",
          "i'm not * anywhere except between my legs",
          "i'm not * except between my legs",
          "i'm not * other than between my legs",
          "i'm not * only between my legs",
          "i'm not * but between my legs",
          "i'm not * other parts between my legs",
          "i didn't feel * between my legs before",
          'not * between my legs yesterday',
          'never * between my legs until last night',
        ],
      ),
    ])
  })

  test('of others, of fear, of a job', () => {
    reviewed.checkLines(
      'of others',
      each(illnesses, [
        'i have *',
        'my nan had *',
        'my mum has *',
        'my nan had * and so have i',
        'my nan had * and so did i',
        'my nan had * and me too',
        'my nan had *, i am fine',
        'my nan says i have *',
        'my nan thinks it is *',
        'my husband reckons that i have *',
        'mum made me ask about *',
        'my dog had *',
        '* killed my aunt',
        '* took my uncle',
        '* in our family',
        'there is * in the family',
        'i had * and there is * in the family',
        'had *, runs in the family',
        '* runs in my family',
        'my aunt died and i have *',
        'i live with my nan, * two years ago',
        'my mum and i had *',
        'my mum, and i had *',
        'my nan had it. *',
        'i am filling this in for my mum, she had *',
        'on behalf of my dad who had *',
        'i am filling this in for my mum. She has been in bed since noon with a hot water bottle and does not eat at all. Her nan had *',
        'me and my mum had *',
        'me, and my mum had *',
        'i and mum had *',
        'my dad and my mum had *',
        'i look after my nan and have *',
        'i visit my nan. i have *',
        '* my nan',
        '*, my nan had it',
        '* then my nan came',
        '* two years ago my nan came to stay',
        'is it *?',
        'could it be *',
        'could this be *?',
        'what if it is *',
        'worried it is *',
        'scared of *',
        'i googled *',
        '* i googled it',
        'what does * feel like',
        'how is * found',
        'do you think it is *',
        'should i ask about *',
        'it might be *',
        'is this *',
        'i wonder if my * is back',
        'worried my * is back',
        'worried because i had *',
        'i think i have *',
        'i read about *',
        'a *?',
        'is it\n*?',
        '*?',
        'no rash. is it *?',
        'so could it be *',
        'maybe *',
        'i work as a * nurse',
        'a * nurse',
        'my * nurse',
        'work in a * ward',
        'had * and work in a shop',
        'the doctor said it is *',
        'the doctor found *',
        'a doctor for *',
        'a nurse on the ward for *',
        'the nurse confirmed *',
        'a nurse. i have *',
      ]),
    )
  })

  test('of years ago', () => {
    reviewed.checkLines(
      'long past',
      each(
        ['a fever', 'my leg was numb'],
        [
          '* years ago',
          '* ten years ago',
          'years ago *',
          'years ago, *',
          'ten years ago i broke my arm and *',
          'as a child *',
          '* as a child',
          '* years ago and still',
          '* years ago and it still is',
          '* years ago, it never came back',
          '* ten years back',
          '* years ago, now again',
          '* years ago and again since',
          '* years ago but not now',
          '* years ago. It is back',
          '* years ago. Now again',
          '* years ago. It never came back',
          '* years ago. My arm is still stiff',
          '* years ago. It was a long and hot summer, still',
          '* years ago\nstill here',
          '* and i broke my arm years ago',
          '* but i fell years ago',
          '*, and years ago too',
          '* last week',
          '* since years ago',
          'today *, as years ago',
          '* yesterday not years ago',
        ],
      ),
    )
  })

  test('of what may come', () => {
    reviewed.checkLines(
      'of what may come',
      each(
        ['numb between my legs', 'losing control of my bladder'],
        [
          'scared of *',
          'worried about *',
          'worried about being *',
          'afraid of ending up *',
          'i might end up *',
          'i might be *',
          'i could wake up *',
          'what if i am *',
          'what do i do if i am *',
          'what happens if i get *',
          'worried if i go *',
          'if i get *',
          'i am * what do i do',
          'worried i am *',
          'scared, *',
          'worried because i am *',
          'it could be serious im *',
          'what are the signs of *',
          'can a spasm make me *',
          'does this cause *',
          'i would not want to be *',
          'i know what * means',
          'how do i know if i am *',
          'until i am *',
          'i am scared and *',
          'i will be * one day',
          'when i sit i am *',
        ],
      ),
    )
  })

  test('beside an answer that they make worse', () => {
    const texts = [
      ...[
        'it is getting worse',
        'it got weaker',
        'worse by the hour',
        'number every day',
        'weaker than yesterday',
        'it is spreading',
        'worse and worse',
        'it creeps higher',
        'it is no worse',
      ],
      ...[
        'my wound is leaking',
        'the scar is yellow',
        'stitches have opened',
        'the dressing is swollen',
        'the wound is fine',
      ],
      ...[
        'tummy pain is nine out of ten',
        'ten out of ten in my stomach',
        'tummy pain at 10',
        'tummy pain is four out of ten',
      ],
      ...['I fell', 'it began when I tripped', 'I sneezed', 'I have a slipped disc'],
      ...[
        'I had an operation',
        'in plaster for weeks',
        'a long flight',
        'I take the pill',
        'on hrt',
        'I had a blood clot',
        'I have cancer',
        'I am pregnant',
        'I had an operation years ago',
      ],
      ...['nothing eases it at night', 'pacing the floor till morning', 'up all night with it'],
      ...['every five minutes', 'every few minutes', 'it comes in waves'],
      ...['ten a day', 'for two weeks', 'for a week', 'every day', 'two a day'],
      ...[
        'I have a plan',
        'I have a plan for dinner',
        'I have picked the bridge',
        'there is a rope',
        'I will do it tonight',
        'I have saved up',
      ],
      ...[
        'suicide tonight',
        'saved up my pills to end it',
        'I cut my wrists last night',
        'I overdosed yesterday',
        'I cut my wrist on a tin today',
      ],
      ...['he is outside', 'he has a knife', 'he choked me', 'he is at work'],
      ...['I take tegretol', 'I have bulimia', 'my brother takes carbamazepine', "I have St John's wort"],
      ...[
        'paracetamol four times a day',
        'on ibuprofen all day',
        'took nurofen this morning',
        'ibuprofen gel every day',
      ],
    ]
    const found = texts.map((text) => [text, phrasesAbout(text, () => true)] as const)
    reviewed.checkLines(
      'beside answers',
      found.map(([text, signs]) => {
        const asked = signs.map(({ question, means }) => question + (means === undefined ? '' : ` (${String(means)})`))
        return `${text}: ${asked.join(', ') || 'nothing'}`
      }),
    )
    const heardOf = new Set(found.flatMap(([, signs]) => signs.map(({ question, says }) => `${question} ${says}`)))
    expect(aboutAnswers.filter(({ question, says }) => !heardOf.has(`${question} ${says}`))).toEqual([])
  })

  test('asked about, word by word', () => {
    const asked = ['losing my bladder', 'lose my bladder', 'numb between my legs', 'chest pain']
    reviewed.checkLines(
      'asked about',
      each(asked, [
        'am i going to *',
        'am i *',
        'i am going to *',
        'am we going to *',
        'will i *',
        'will it *',
        'i will *',
        'when should i worry about *',
        'when i should *',
        'should i worry about *',
        'should we all worry about *',
        'should i be worried about *',
        'should i be fine with *',
        'ill *',
        'worried ill *',
        'in case of *',
        'in that case *',
        'case of *',
        'read that *',
        'heard that *',
        'saw that *',
        'what if *',
        'happens if *',
        'even if *',
        'what are the signs of *',
        'the signs of *',
        'signs of *',
        'can a bad back cause *',
        'a bad back may well cause *',
        'what should i worry about *',
        'what should i worry about i cant walk *',
        'might *',
        'worried i might *',
        'worried my back might *',
        'scared of *',
        'scared of the stairs *',
        'what if but *',
        'what if\n*',
        'what if i fall and then end up with all of the *',
        'what if i fall on the ice again and then i end up with *',
      ]),
    )
  })

  test('over the end of a line, behind each word that ends none', () => {
    const ends = ['a', 'an', 'the', 'my', 'your', 'his', 'her', 'and', 'or', 'nor', 'their', 'some', 'back']
    reviewed.checkLines(
      'over the end of a line',
      ends.flatMap((end) => each(['fever'], [`no ${end}\n*`, `no cough ${end}\n*`, `no cough\n${end} *`])),
    )
  })

  test('with each small word in each place where one can turn what is said', () => {
    // In the order of their names, whoever loads them.
    const named = Object.entries<unknown>({ ...smallWords, ...denialWords }).toSorted(([one], [other]) =>
      one < other ? -1 : 1,
    )
    const lists = named.map(([, list]) => list)
    const words = new Set(lists.flatMap((list) => (list instanceof Set ? ([...list] as string[]) : [])))
    const frames = [
      '* fever',
      'no * fever',
      'no cough * fever',
      'no fever * i do',
      'no fever yesterday * today',
      'no fever but now * is',
      'fever *',
      'fever * me at all',
      '* it is cancer',
      'it * be cancer',
      'i am * about losing my bladder',
      'my mum * cancer',
      'my mum * i had cancer',
      'cancer years ago * back',
    ]
    // Words that do the same in every place stand together: 0 where nothing is asked.
    const same = new Map<string, string[]>()
    for (const word of words) {
      const asked = frames.map((frame) => dangerPhrases(frame.replace('*', word)).map(({ question }) => question))
      const key = asked.map((questions) => questions.join('+') || '0').join(' ')
      same.set(key, [...(same.get(key) ?? []), word])
    }
    reviewed.checkLines('each small word', [
      frames.join(' | '),
      ...[...same].flatMap(([key, group]) => [key, `  ${group.toSorted().join(' ')}`]),
    ])
  })

  test('how far apart two words may stand, over plain words and over small ones', () => {
    const frames = [
      ...[
        'no _ fever',
        'not _ numb between my legs',
        'no rash _ or fever',
        'no rash, _ or fever',
        'no rash, fever _ or cough',
      ],
      ...['i cant say i _ have no fever', 'it is not true that _ no fever', 'cant say _ there is no fever'],
      ...['fever _ no', 'fever: _ no', 'cancer has been _ ruled out', 'cancer is not _ something i have'],
      ...['no fever _ like this', 'no fever _ until today', 'no fever _ but now i do', 'no fever but _ now i do'],
      ...['no fever but now _ i do', 'i didnt have fever _ yesterday', 'wasnt numb between my legs _ now its bad'],
      ...['wasnt numb between my legs now its _ fine', 'no _ trouble with fever', 'no fever _ trouble'],
      ...[
        'what if _ fever',
        'in case _ fever',
        'worried it might _ lose my bladder',
        'worried _ it might lose my bladder',
      ],
      ...[
        'scared of _ losing my bladder',
        'what are the signs of _ losing my bladder',
        'can it _ cause losing my bladder',
      ],
      ...[
        'when should i see somebody for _ fever',
        'should i worry about _ fever',
        'should i be worried about _ fever',
      ],
      ...['scared ill _ lose my bladder', 'i read that you _ lose my bladder', 'i heard that you _ lose my bladder'],
      ...['will i _ lose my bladder', 'am i going to _ lose my bladder', 'what happens if _ i lose my bladder'],
      ...['could it cause _ fever', 'when should i worry about _ fever', 'worried because _ it might be a fever'],
      ...[
        'my mum _ cancer',
        'my mum had cancer _ and so did i',
        'my mum had cancer _ me too',
        'cancer _ killed my mum',
      ],
      ...['cancer killed _ my mum', 'cancer _ in the family', 'in the family _ cancer', 'me and my mum _ cancer'],
      ...[
        'i have cancer _ in the family',
        'my mum said _ cancer',
        'my mum _ said cancer',
        'her back hurts _ my mum has cancer',
      ],
      ...[
        'my mum has cancer _ her back hurts',
        'i am a nurse _ cancer',
        'cancer _ nurse',
        'worried _ cancer',
        'cancer _ googled',
      ],
      ...['_ doctor, cancer', 'hello doctor _ please, cancer'],
      ...['is it _ cancer', 'so could it _ be cancer', 'the doctor _ found cancer', 'the doctor found _ cancer'],
      ...['fever _ years ago', 'years ago _ fever', 'fever years ago _ and still now', 'fever years ago. _ it is back'],
      ...['lost weight _ on a diet', 'on a diet _ lost weight', 'lost weight not _ on a diet', 'my dog _ collapsed'],
      // What is felt behind "cannot feel" is what is not felt: how far off it still is.
      ...['cant feel _ pain between my legs', 'between my legs i cant feel _ dizzy', 'no feeling _ numb in my bum'],
      ...['cant _ pee', 'pee _ cant', 'numb _ legs', 'chest _ pain', 'lost all _ my control', 'between _ my legs numb'],
    ]
    const most = 16
    reviewed.checkLines(
      'how far',
      frames.flatMap((frame) =>
        ['green', 'the', 'green the'].map((between) => {
          const asked = Array.from({ length: most }, (_, count) => {
            const words = between.split(' ')
            const filled = Array.from({ length: count }, (_word, at) => words[at % words.length]).join(' ')
            const found = dangerPhrases(frame.replace('_', filled).replace(/ {2,}/g, ' '))
            return found.map(({ question }) => question).join('+') || 'nothing'
          })
          const turns = asked.flatMap((one, count) => (one === asked[count - 1] ? [] : [`from ${count} ${one}`]))
          return `${frame} (${between}): ${turns.join(', ')}`
        }),
      ),
    )
  })

  test('with each mark between a no and what is behind it', () => {
    const marks = [...'.!?;。\n\r\v\f\u0085\u2028\u2029…⋯,:()[]–—"“”/-+&*~•·‣◦▪●|→', '']
    const frames = ['no fever_numb between my legs', 'no_fever', 'fever_ no', 'pee_blood']
    reviewed.checkLines(
      'marks',
      frames.flatMap((frame) => {
        const asked = marks.map((mark) => {
          const found = dangerPhrases(frame.replace('_', `${mark} `))
          return [found.map(({ question }) => question).join('+') || 'nothing', mark] as const
        })
        const answers = [...new Set(asked.map(([one]) => one))]
        return answers.map((one) => {
          const own = asked.flatMap(([answer, mark]) =>
            answer === one
              ? [JSON.stringify(mark).replace(/[\u0085\u2028\u2029]/, (char) => `U+${char.charCodeAt(0).toString(16)}`)]
              : [],
          )
          return `${frame}: ${one} with ${own.join(' ')}`
        })
      }),
    )
  })

  test('misspelt by a letter, and said as at home', () => {
    reviewed.checkLines(
      'misspelt',
      [
        ...['numb', 'numm', 'numd', 'nubm', 'umb', 'nomb', 'dumb', 'bumb', 'number'].map(
          (word) => `${word} between my legs`,
        ),
        ...['between', 'betwean', 'btween', 'betwixt', 'atween', 'in-between'].map((word) => `numb ${word} my legs`),
        ...['me', 'mi', 'ma', 'mah', 'ym', 'm', 'tha', 'his', 'no'].map((word) => `numb between ${word} legs`),
        ...['legs', 'lges', 'lehs', 'legss', 'lags', 'logs', 'kegs'].map((word) => `numb between my ${word}`),
        ...['feel', 'feal', 'fele', 'fel', 'fell', 'fee', 'fuel'].map((word) => `cant ${word} between me legs`),
        ...['fel', 'fell', 'feal'].map((word) => `i ${word} off a ladder`),
        ...['weak', 'waek', 'week', 'walk'].map((word) => `my legs feel ${word}`),
        ...['pee', 'pwe', 'pie', 'wee', 'wwee', 'we'].map((word) => `cant ${word}`),
        ...['poo', 'opo', 'pop'].map((word) => `cant feel when i ${word}`),
        ...['constipated', 'no bowel movement for 6 days', 'no bowel trouble', 'havent opened me bowels'].flatMap(
          (said) => [said, `${said} and numb`, `${said} and not numb`, `${said} and a numb foot`],
        ),
      ].map(heard),
    )
  })

  test('read as one of the words on which most hangs: no word that means something else', () => {
    const forms = Map.groupBy([...vitalSlips], ([, word]) => word)
    reviewed.checkLines(
      'slips of the words on which most hangs',
      [...forms]
        .map(
          ([word, slips]) =>
            `${word}: ${slips
              .map(([form]) => form)
              .toSorted()
              .join(' ')}`,
        )
        .toSorted(),
    )
  })

  test('ordinary words, by what each would be taken for', () => {
    const byGuess = Map.groupBy(ordinaryWords, guessed)
    reviewed.checkLines(
      'ordinary words',
      [...byGuess].map(([guess, words]) => `${guess}: ${words.toSorted().join(' ')}`).toSorted(),
    )
  })

  test('what each number is taken for, alone, before a measure and behind "in"', () => {
    const numbers = [
      ...[
        0, 0.5, 1, 1.9, 2, 3, 3.5, 4, 5, 6.9, 7, 8, 9, 13, 14, 33, 34, 37, 37.9, 38, 38.5, 42, 42.9, 43, 64, 65, 99,
        100,
      ],
      ...[100.3, 100.4, 110, 111, 199, 200, 999, 1000, 1929, 1930, 2023, 2024, 4000, 4001, 99_999, 100_000],
    ]
    const frames = ['*', '* hours', 'in *']
    reviewed.checkLines(
      'numbers',
      frames.flatMap((frame) => numbers.map((number) => takenFor(frame.replace('*', String(number))))),
    )
    reviewed.checkLines(
      'what is no count',
      [...noCount].map((word) => takenFor(`9 ${word}`)).concat([...noCountBehind].map((word) => takenFor(`${word} 9`))),
    )
  })
  test('and the file has no table that is not looked at', reviewed.end)
})
