/**
 * What people write against what they tick (evidence.md §2.3; hazards H-03, H-05): the worse counts, nobody is asked a
 * question whose yes can mean the opposite, and no follow-up answer clears what was plainly written.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { measure, sentencesOf } from '../../../scripts/readability/measure.ts'
import { checkState } from './check.ts'
import { reconcileFreeText } from './reconcile-free-text.ts'
import { raisable } from './free-text/danger-phrases.ts'
import { allQuestions } from './protocol.ts'
import { questionById, questions, valuesOf } from './questions/all.ts'
import { wordedFor } from './questions/third-person.ts'
import { saidQuestions } from './recheck-questions.ts'
import { saidWords } from './recheck-words.ts'
import { type Answer, type Answers, type CheckState, notSure, type Question } from './types.ts'
import { answerIfSaid } from './vignettes/answer-as.ts'
import { saysMore } from './answer-severity.ts'

/** Answers screen by screen as this person, and stops at the first question asked again that the story does not answer. */
function told(said: Answers): CheckState {
  const answers: Record<string, Answer> = {}
  for (let screens = 0; screens < 60; screens += 1) {
    const state = checkState(answers)
    if (state.complete) return state
    for (const id of state.ask) {
      const answer = id.startsWith('said.') ? said[id] : answerIfSaid(id, said)
      if (answer === undefined && id.startsWith('said.')) return state
      if (answer === undefined) throw new Error(`the story does not say ${id}`)
      answers[id] = answer
    }
  }
  throw new Error('the walk does not end')
}
const asked = (state: CheckState): readonly string[] => (state.complete ? [] : state.ask)
const level = (state: CheckState): string => (state.complete ? state.level : `still asks ${state.ask.join()}`)
const man = (more: Answers): Answers => ({ sex: 'male', age: 35, ...more })
const woman = (more: Answers): Answers => ({ sex: 'female', age: 30, ...more })

test('what is asked only in pregnancy is asked of a woman who ticked no pregnancy and wrote of one', () => {
  const worry = 'im 8 weeks pregnant and bleeding heavily'
  expect(asked(told(woman({ worry })))).toEqual(['said.pregnancy'])
  const denied = { worry, 'said.pregnancy': 'no', 'said.pregnancy.sure': 'no' }
  expect(asked(told(woman(denied))).join()).toMatch(/said\.(D6|H1)/)
})

test('a pregnancy or a birth that is written and not ticked is asked again, and then counts as if ticked', () => {
  for (const [worry, pregnancy] of [
    ['I am 20 weeks pregnant', 'pregnant'],
    ['I had my baby ten days ago', 'birth6w'],
  ] as const) {
    expect(asked(told(woman({ worry })))).toEqual(['said.pregnancy'])
    expect(reconcileFreeText({ pregnancy: 'no', worry, 'said.pregnancy': pregnancy }).answers.pregnancy).toBe(pregnancy)
    expect(reconcileFreeText({ pregnancy, worry }).ask).toEqual([])
  }
})

test.each(['I take carbamazepine', 'on tegretol and rifampicin', 'St Johns wort', 'I have bulimia'])(
  'what makes too much paracetamol worse is asked about where it was not ticked: “%s”',
  (worry) => {
    const over = man({ I2: 'overParacetamol', 'I2.perKg': 'no', 'I2.risk': [], worry })
    expect(asked(told(over))).toEqual(['said.I2.plain'])
    expect(level(told({ ...over, 'said.I2.plain': 'yes' }))).toBe('emergency')
    expect(level(told({ ...over, 'said.I2.plain': 'no', 'said.I2.plain.sure': 'no' }))).toBe('urgent')
    expect(level(told(man({ worry })))).toBe('self-care')
  },
)

test.each(['been taking paracetamol 4 times a day', 'on ibuprofen all day', 'took nurofen this morning'])(
  'a medicine that hides a fever is asked about where a bath explains the heat: “%s”',
  (worry) => {
    const bath = man({ B2: 'yes', 'B2.kind': 'bath', worry })
    expect(asked(told(bath))).toEqual(['said.B2.plain'])
    expect(level(told({ ...bath, 'said.B2.plain': 'yes' }))).toBe('urgent')
  },
)

describe('a sore head with a sore jaw or scalp, from 50 on', () => {
  test.each([
    ['My scalp is tender to comb and my jaw aches when I chew', 'urgent'],
    ['scalp hurts', 'urgent'],
    ['temples throb and are sore to touch', 'urgent'],
    ['my sight has gone blurry', 'emergency'],
  ])('is asked about: “%s”', (worry, worst) => {
    const old = { sex: 'female', age: 71, worry } as const
    expect(asked(told(old))).toEqual(['said.G3'])
    expect(level(told({ ...old, 'said.G3': 'yes' }))).toBe(worst)
    expect(level(told({ ...woman({ worry }) }))).not.toContain('said.G3')
  })
})

describe('a danger that only pregnancy or a birth brings is asked about, whatever sex was ticked', () => {
  test.each([
    ['D6', '6 weeks pregnant and bleeding, sharp pain in my shoulder tip'],
    ['H1', 'my waters have broken'],
    ['H1', 'baby is moving less'],
  ])('%s: “%s”', (id, worry) => {
    for (const who of [man, woman, (more: Answers): Answers => ({ ...woman(more), sex: 'notSure' })]) {
      const heard = reconcileFreeText(
        who({ worry, pregnancy: 'no', 'said.pregnancy': 'no', 'said.pregnancy.sure': 'no' }),
      )
      expect([...heard.ask, ...heard.late].map(({ question }) => question)).toContain(`said.${id}`)
      const story = who({ worry, 'said.pregnancy': 'no', 'said.pregnancy.sure': 'no', weeks: notSure })
      const others = { 'said.D6': 'yes', 'said.H1': 'yes' }
      expect(['urgent', 'emergency']).toContain(level(told({ ...story, ...others })))
    }
  })
})

describe('one mild word against one’s own writing is asked about once more; the second is believed', () => {
  const clear = Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = answerIfSaid(id, { age: 35 })
      return answer === undefined ? [] : [[id, answer]]
    }),
  )
  const words = {
    A1: 'went numb down below when i wipe',
    I2: 'I took 20 paracetamol today',
    I3: 'I want to die',
    I4: 'my husband hit me',
    I5: 'I am stuck on the floor and nobody is here',
    infRisk: 'I inject heroin',
    pregnancy: 'I am 20 weeks pregnant',
  } as const

  // The question, the mild tick, the mild word; then each second word, and what counts.
  test.each<[keyof typeof words, Answer, string, Readonly<Record<string, Answer>>]>([
    ['A1', 'no', 'no', { no: 'no', yes: 'yes', notSure }],
    ['I2', 'within', 'within', { within: 'within', overOther: 'overOther', notSure: 'overParacetamol' }],
    [
      'I2',
      'within',
      'overOther',
      { within: 'overOther', overParacetamol: 'overParacetamol', notSure: 'overParacetamol' },
    ],
    ['I3', 'no', 'no', { no: 'no', thoughts: 'thoughts', plan: 'plan', notSure: 'plan' }],
    ['I4', 'no', 'no', { no: 'no', private: 'private', hurt: 'hurt', danger: 'danger', notSure }],
    ['I5', 'yes', 'no', { no: 'yes', yes: 'no', notSure }],
    ['infRisk', [], 'no', { no: [], yes: ['injects'], notSure: ['injects'] }],
    ['pregnancy', 'no', 'no', { no: 'no', maybe: 'maybe', pregnant: 'pregnant', birth6w: 'birth6w', notSure }],
  ])('%s', (id, tick, mild, second) => {
    const said = { ...clear, sex: 'female', worry: words[id], [id]: tick, [`said.${id}`]: mild }
    const asks = (answers: Answers) =>
      [...reconcileFreeText(answers).ask, ...reconcileFreeText(answers).late].map(({ question }) => question)
    expect(asks(said)).toContain(`said.${id}.sure`)
    for (const [word, counts] of Object.entries(second)) {
      const twice = { ...said, [`said.${id}.sure`]: word }
      expect(asks(twice)).not.toContain(`said.${id}.sure`)
      expect(reconcileFreeText(twice).answers[id], word).toEqual(counts)
    }
  })
})

test.each(['no', 'thoughts', 'acted', notSure])(
  'of two things that the text says of one question the worse counts, in whatever order, with %s ticked',
  (I3) => {
    const both = ['I have a plan to kill myself tonight', 'I cut my wrists last night']
    for (const worry of [both.join('. '), both.toReversed().join('. ')])
      expect(reconcileFreeText({ I3, worry }).answers.I3, worry).toBe('acted')
  },
)

test('an illness of the main blood vessel that is written beside a no is asked again', () => {
  const story = man({ startHow: 'sudden', painNow: 8, aortic: 'no', worry: 'I have Marfans' })
  expect(asked(told(story))).toEqual(['said.aortic'])
})

test('alone and stuck on the floor is never sent home on a milder tick', () => {
  const story = man({ worry: 'I am stuck on the floor and nobody is here' })
  expect(asked(told(story))).toEqual(['said.I5'])
  expect(level(told({ ...story, 'said.I5': 'yes', 'I5.stuck': 'yes' }))).toBe('emergency')
  expect(level(told({ ...story, 'said.I5': 'no', 'said.I5.sure': 'no' }))).toBe('self-care')
})

test('a risk that the text adds to a list leaves the risks that were ticked', () => {
  const worry = 'I inject heroin'
  expect(reconcileFreeText({ worry, infRisk: ['diabetes'] }).ask.map(({ question }) => question)).toEqual([
    'said.infRisk',
  ])
  expect(reconcileFreeText({ worry, infRisk: ['diabetes'], 'said.infRisk': 'yes' }).answers.infRisk).toEqual([
    'diabetes',
    'injects',
  ])
})

describe('a tick says no and the text says yes', () => {
  const numb = man({ worry: 'went numb down below when i wipe on Tuesday' })

  test('the person’s own words are shown back, and the result is held', () => {
    const state = told(numb)
    expect(asked(state)).toEqual(['said.A1'])
    expect(state.complete ? [] : state.heard).toEqual([
      { question: 'said.A1', quote: expect.stringContaining('numb down below'), says: expect.any(String) },
    ])
  })

  test('“I do have this” counts as yes, and its follow-ups are asked', () => {
    expect(() => told({ ...numb, 'said.A1': 'yes' })).toThrow('the story does not say A1.')
    expect(level(told({ ...numb, 'said.A1': 'yes', 'A1.seat': 'no', 'A1.when': 'new' }))).toBe('emergency')
  })

  test('“I do not have this” is asked once more, and yes then means that it is so', () => {
    const once = { ...numb, 'said.A1': 'no', 'A1.seat': 'no', 'A1.when': 'new' }
    expect(asked(told(once))).toEqual(['said.A1.sure'])
    expect(level(told({ ...once, 'said.A1.sure': 'yes' }))).toBe('emergency')
    expect(level(told({ ...once, 'said.A1.sure': 'notSure' }))).toBe('emergency')
    expect(level(told({ ...once, 'said.A1.sure': 'no' }))).toBe('self-care')
  })

  test('not sure, or skipped, counts as the worse answer', () => {
    const unsure = { ...man({ worry: 'black poo since sunday' }), 'said.D2': 'notSure' }
    expect(level(told(unsure))).toBe('emergency')
  })

  test('not sure of a text that plainly says yes is no milder than yes: weight loss stays urgent', () => {
    const lost = man({ worry: 'lost two stone in weight', 'said.F2': 'notSure' })
    expect(asked(told(lost))).toEqual(['said.F2.plain'])
    expect(level(told({ ...lost, 'said.F2.plain': 'notSure' }))).toBe('urgent')
  })
})

describe('no question asked again can be answered by its opposite', () => {
  test('there are some for every question that free text raises, each with words of its own', () => {
    for (const id of raisable) {
      expect(saidWords[id], id).toBeDefined()
      expect(saidQuestions.map((question) => question.id)).toEqual(
        expect.arrayContaining([`said.${id}`, `said.${id}.sure`]),
      )
    }
  })

  test.each(saidQuestions.map((question) => [question.id, question] as const))(
    '%s is one question, never asks for a “no”, and is answered in whole sentences',
    (id, question) => {
      expect(question.ask.match(/\?/g)).toHaveLength(1)
      expect(question.ask).not.toMatch(/\b(?:not|no|never|certain)\b.*\?$/)
      if (question.kind === 'yesNo') {
        const { yes = '', no = '' } = question.words ?? {}
        expect(yes.split(' ').length, id).toBeGreaterThan(4)
        expect(no.split(' ').length, id).toBeGreaterThan(4)
        expect(yes).not.toMatch(/^(?:No\b|I do not|That is not)/)
        expect(no).toMatch(/^(?:No,|I do not|I did not|That is not|The ticks are)/)
      } else {
        const options = question.kind === 'choice' ? question.options : []
        expect(options.map(({ value, short }) => [value, short])).toEqual(optionsOf(id))
        for (const { text } of options) expect(text).toMatch(/^(?:I|It|Nobody|Someone) /)
      }
    },
  )

  const optionsOf = (id: string) => {
    const own = questionById.get(id.split('.')[1] ?? '')
    return own?.kind === 'choice' && own.options.map(({ value, short }) => [value, short])
  }

  test('the second is worded otherwise than the first', () => {
    const byId = new Map(saidQuestions.map((question) => [question.id, question.ask]))
    for (const [id, ask] of byId) if (byId.has(`${id}.sure`)) expect(byId.get(`${id}.sure`)).not.toBe(ask)
  })

  test('all of it can be asked of somebody else', () => {
    for (const question of saidQuestions) {
      const asked = wordedFor('they', question)
      const options = asked.kind === 'choice' ? asked.options.map(({ text }) => text) : []
      const words = asked.kind === 'yesNo' ? [asked.words?.yes, asked.words?.no] : options
      expect([asked.ask, asked.why, ...words].join(' '), question.id).not.toMatch(/\b(?:I|me|my|you|your)\b/i)
    }
  })

  test('all of it can be read at eleven', () => {
    const texts = saidQuestions.flatMap((question) => [
      question.ask,
      ...(question.kind === 'yesNo' ? [question.words?.yes ?? '', question.words?.no ?? ''] : []),
      ...(question.kind === 'choice' ? question.options.map(({ text }) => text) : []),
    ])
    const hard = texts
      .flatMap(sentencesOf)
      .map(measure)
      .filter(({ easy }) => !easy)
    expect([...new Set(hard.map(({ sentence }) => sentence))]).toEqual([])
  })
})

/** Ticked yes, then cleared by a follow-up, while the text says it plainly. What it must come to at least. */
const cleared: readonly (readonly [id: string, said: Answers, least: string])[] = [
  [
    'A2',
    woman({
      A2: 'yes',
      'A2.kind': 'stinging',
      'A2.when': 'new',
      'D4.catheter': 'no',
      worry: 'I cant feel when I pee',
    }),
    'emergency',
  ],
  [
    'A2',
    man({
      A2: 'yes',
      'A2.kind': 'usual',
      'A2.when': 'old',
      'A2.checked': 'yes',
      worry: 'I keep wetting myself since Tuesday and cant feel it',
    }),
    'emergency',
  ],
  [
    'A1',
    man({
      A1: 'yes',
      'A1.seat': 'yes',
      'A1.when': 'new',
      worry: 'numb down below all day now, cant feel my bum when I wipe',
    }),
    'emergency',
  ],
  [
    'A3',
    man({
      A3: 'yes',
      'A3.kind': 'constipated',
      'A3.again': 'no',
      'A3.when': 'new',
      worry: 'poo leaking out and I never feel it',
    }),
    'emergency',
  ],
  [
    'A6',
    man({
      A6: 'yes',
      'A6.test': 'canBoth',
      'A6.signs': [],
      'A6.when': 'new',
      worry: 'my foot is dragging and I cant lift my toes',
    }),
    'emergency',
  ],
  ['A4', man({ A4: 'preferNot', 'A4.again': 'no', worry: 'cant get an erection since my back went' }), 'emergency'],
  [
    'B2',
    woman({
      age: 52,
      B2: 'yes',
      'B2.kind': 'hot',
      'B2.flushes': 'yes',
      worry: 'temp of 39 and shivering',
    }),
    'urgent',
  ],
  ['F1', man({ F1: 'yes', 'F1.skin': 'yes', worry: 'had breast cancer in 2012' }), 'soon'],
  ['E1', man({ E1: 'yes', 'E1.kind': 'slow', injuryWhen: 'last7', worry: 'fell off the roof' }), 'emergency'],
  [
    'C5.collapse',
    man({ 'C5.collapse': 'yes', 'C5.kind': 'moment', worry: 'fainted twice, still clammy' }),
    'emergency',
  ],
  ['A4', man({ A4: 'doesNotApply', worry: 'sex feels numb' }), 'emergency'],
  [
    'A7',
    man({ A7: 'yes', 'A7.kind': 'painOnly', 'A7.when': 'new', worry: 'keep dropping things, my hands are clumsy' }),
    'emergency',
  ],
  [
    'C1',
    man({ C1: 'yes', 'C1.kind': 'breath', 'C3.press': 'yes', clotRisk: [], worry: 'tight chest pain' }),
    'emergency',
  ],
]

describe('a follow-up never clears what the text says plainly', () => {
  test.each(cleared)('%s: %o is asked again, and the worse wins', (id, said, least) => {
    const question = said[id] === 'doesNotApply' ? `said.${id}` : `said.${id}.plain`
    const more = { 'A4.when': 'new', 'said.A4.plain': 'notSure' }
    expect(asked(told(said))).toContain(question)
    for (const word of ['yes', 'notSure']) expect(level(told({ ...more, ...said, [question]: word })), word).toBe(least)
    expect(asked(told({ ...said, [question]: 'no' }))).toContain(`${question}.sure`)
    for (const word of ['yes', 'notSure'])
      expect(level(told({ ...more, ...said, [question]: 'no', [`${question}.sure`]: word })), word).toBe(least)
  })

  test.each(cleared)('%s: only two plain noes leave it as ticked', (id, said) => {
    const question = said[id] === 'doesNotApply' ? `said.${id}` : `said.${id}.plain`
    const { worry: _, ...silent } = said
    const denied = told({ ...said, [question]: 'no', [`${question}.sure`]: 'no' })
    expect(level(denied)).toBe(level(told(silent)))
  })

  test('confirmed once, it cannot be cleared by the follow-ups asked then', () => {
    const said = woman({
      worry: 'I cant feel when I pee',
      'said.A2': 'yes',
      'A2.kind': 'stinging',
      'A2.when': 'new',
      'D4.catheter': 'no',
    })
    expect(asked(told(said))).toEqual(['said.A2.plain'])
    expect(level(told({ ...said, 'said.A2.plain': 'notSure' }))).toBe('emergency')
  })

  test('text that says no more than the ticks asks nothing again', () => {
    expect(level(told(man({ F1: 'yes', 'F1.skin': 'no', worry: 'had bowel cancer in 2012' })))).toBe('soon')
  })
})

describe('wanting to die (ruling 13)', () => {
  const plan = man({ worry: 'I am going to kill myself tonight' })

  test.each(['no', 'thoughts', 'notSure'])('a plan in words is an emergency whatever is ticked: %s', (ticked) => {
    expect(level(told({ ...plan, I3: ticked }))).toBe('emergency')
  })

  test('other words of it are asked again with the answers of the question itself', () => {
    const die = man({ worry: 'i just want to die' })
    expect(asked(told(die))).toEqual(['said.I3'])
    expect(level(told({ ...die, 'said.I3': 'plan' }))).toBe('emergency')
    expect(level(told({ ...die, 'said.I3': 'thoughts' }))).toBe('urgent')
    expect(asked(told({ ...die, 'said.I3': 'no' }))).toEqual(['said.I3.sure'])
    expect(level(told({ ...die, 'said.I3': 'no', 'said.I3.sure': 'no' }))).toBe('self-care')
    expect(level(told({ ...die, 'said.I3': 'no', 'said.I3.sure': 'thoughts' }))).toBe('urgent')
    expect(level(told({ ...die, 'said.I3': 'no', 'said.I3.sure': 'notSure' }))).toBe('emergency')
  })

  test('not sure which is the higher: an emergency', () => {
    expect(level(told(man({ worry: 'i just want to die', 'said.I3': 'notSure' })))).toBe('emergency')
  })
})

describe('too many painkillers', () => {
  test('within the packet ticked, and a number written that is over it: asked again with all answers', () => {
    const said = man({ worry: 'took 40 paracetamol' })
    expect(asked(told(said))).toEqual(['said.I2'])
    expect(asked(told({ ...said, 'said.I2': 'within' }))).toEqual(['said.I2.sure'])
    expect(level(told({ ...said, 'said.I2': 'within', 'said.I2.sure': 'within' }))).toBe('self-care')
    expect(level(told({ ...said, 'said.I2': 'onPurpose' }))).toBe('emergency')
    expect(level(told({ ...said, 'said.I2': 'notSure', 'I2.perKg': 'notSure', 'I2.risk': [] }))).toBe('emergency')
  })

  test('too much of another one ticked, and paracetamol written', () => {
    const said = man({ I2: 'overOther', 'I2.risk': [], worry: 'took 40 paracetamol' })
    expect(asked(told(said))).toEqual(['said.I2'])
    expect(level(told({ ...said, 'said.I2': 'overParacetamol', 'I2.perKg': 'yes' }))).toBe('emergency')
    expect(level(told({ ...said, 'said.I2': 'overOther', 'said.I2.sure': 'overOther' }))).toMatch('said.I2.plain')
  })

  test('“could it be too much?” answered no does not clear what was written', () => {
    const said = man({ I2: 'notSure', 'I2.maybe': 'no', worry: 'took too many tablets' })
    expect(asked(told(said))).toEqual(['said.I2'])
  })
})

describe('someone who hurts', () => {
  const hit = man({ worry: 'my husband hit me last night' })

  test('is asked about with the question’s own answers: in danger now?', () => {
    expect(asked(told(hit))).toEqual(['said.I4'])
    expect(level(told({ ...hit, 'said.I4': 'danger' }))).toBe('emergency')
    const safe = told({ ...hit, 'said.I4': 'hurt' })
    expect(safe.complete && safe.notes.map(({ id }) => id)).toContain('safety-at-home')
    expect(asked(told({ ...hit, 'said.I4': 'no' }))).toEqual(['said.I4.sure'])
    expect(level(told({ ...hit, 'said.I4': 'private', 'I4.now': 'no' }))).toBe('self-care')
    for (const now of ['yes', 'notSure'])
      expect(level(told({ ...hit, 'said.I4': 'private', 'I4.now': now }))).toBe('emergency')
  })
})

/** Ticked, and mildly; what was written says more. What asks it again, and what it comes to. */
const worseThanTicked: readonly (readonly [worry: string, ticked: Answers, again: string, least: string])[] = [
  [
    'it gets weaker by the hour',
    man({ A6: 'yes', 'A6.test': 'weaker', 'A6.signs': [], 'A6.when': 'new' }),
    'A6.plain',
    'emergency',
  ],
  [
    'the numb bit is spreading up my leg every day',
    man({ A8: 'yes', 'A8.trend': 'same', 'A8.when': 'new' }),
    'A8.plain',
    'urgent',
  ],
  [
    'it started when I slipped in the shower yesterday',
    man({ E7: 'yes', 'E7.what': 'usual' }),
    'E7.plain',
    'emergency',
  ],
  ['my stomach pain is ten out of ten', man({ D1: 'yes', 'D1.kind': ['mild'] }), 'D1.plain', 'emergency'],
  [
    'the wound is oozing yellow stuff',
    man({ B5: 'yes', 'B5.when': 'weeks6', 'B5.how': 'asExpected' }),
    'B5.plain',
    'emergency',
  ],
  [
    'about thirty paracetamol since yesterday',
    man({ I2: 'overParacetamol', 'I2.perKg': 'no', 'I2.risk': [] }),
    'I2.plain',
    'emergency',
  ],
  ['a hard lump appeared on my spine last week', man({ E6: 'yes', 'E6.kind': 'slow' }), 'E6.plain', 'urgent'],
  ...[
    'my knee was operated on two weeks ago and I am in plaster',
    'I take microgynon',
    'I flew back from Australia',
  ].map(
    (worry) =>
      [
        worry,
        man({ C3: 'yes', 'C3.kind': ['sharp'], 'C3.press': 'yes', clotRisk: [] }),
        'clotRisk',
        'emergency',
      ] as const,
  ),
  [
    'it comes every four minutes in waves',
    woman({ pregnancy: 'pregnant', weeks: 33, H2: 'discussedSame', 'H2.waves': 'no' }),
    'H1',
    'urgent',
  ],
  ['nothing eases it at night', man({ age: 55, I10: 'no', F3: 'rolling', 'F3.weekly': 'no' }), 'F3', 'urgent'],
  ['my husband hit me last night', man({ I4: 'hurt' }), 'I4', 'emergency'],
  ['he is outside my door now with a knife', woman({ I4: 'hurt' }), 'I4', 'emergency'],
  ['he is in the next room', woman({ I4: 'private', 'I4.now': 'no' }), 'I4', 'emergency'],
  ['i just want to die', man({ I3: 'thoughts' }), 'I3', 'emergency'],
]

describe('a yes that was ticked mildly is asked again where the words say more', () => {
  test.each(worseThanTicked)('“%s” with %o', (worry, ticked, again, least) => {
    const said = { ...ticked, worry }
    const worst: Answer = { I4: 'danger', I3: 'plan', F3: 'nothing' }[again] ?? 'yes'
    expect(asked(told(said))).toEqual([`said.${again}`])
    expect(level(told({ ...said, [`said.${again}`]: worst }))).toBe(least)
  })

  test('the same words beside no such answer ask nothing: they say nothing by themselves', () => {
    for (const worry of ['it comes every four minutes in waves', 'I take microgynon', 'ten a day for a week'])
      expect(level(told(man({ worry })))).toBe('self-care')
  })

  test('“thoughts” said once more is believed, as the words say no more than that', () => {
    expect(level(told(man({ I3: 'thoughts', 'said.I3': 'thoughts', worry: 'i just want to die' })))).toBe('urgent')
  })
})

describe('words of a plan, a time or a means are an emergency whatever is ticked before or after (ruling 13)', () => {
  test.each([
    'I cut my wrists last night',
    'I have saved up my tablets and I will do it on Friday',
    'kms tonight',
    'going to hang myself at the weekend',
  ])('“%s”', (worry) => {
    for (const I3 of ['no', 'thoughts', 'notSure'])
      for (const after of ['no', 'thoughts'])
        expect(level(told(man({ I3, 'said.I3': after, 'said.I3.sure': after, worry })))).toBe('emergency')
  })

  test.each(['I have a plan', 'I have picked the bridge', 'there is a rope in the garage'])(
    'beside thoughts that were ticked, “%s” too; beside a no it may be any plan, bridge or rope, and is at most asked',
    (worry) => {
      expect(level(told(man({ I3: 'thoughts', worry })))).toBe('emergency')
      expect(level(told(man({ I3: 'no', worry })))).not.toBe('emergency')
    },
  )
})

test('whatever was ticked, asked again and written together: hearing ends, and never says less than the ticks', () => {
  const texts = [
    ...worseThanTicked.map(([worry]) => worry),
    'took 40 paracetamol',
    'I am 20 weeks pregnant',
    'I have Marfans',
  ]
  const answer = (question: Question) =>
    question.kind === 'number'
      ? fc.integer({ min: question.min, max: question.max })
      : question.kind === 'ticks'
        ? fc.subarray(question.options.map(({ value }) => value))
        : fc.constantFrom(...valuesOf(question))
  const answered = Object.fromEntries(
    allQuestions.filter(({ kind }) => kind !== 'text').map((question) => [question.id, answer(question)]),
  )
  fc.assert(
    fc.property(fc.record(answered, { requiredKeys: [] }), fc.subarray(texts, { minLength: 1 }), (given, written) => {
      const answers = { ...given, worry: written.join('. ') } as Answers
      expect(saysMore(answers, reconcileFreeText(answers).answers)).toBe(false)
    }),
    { numRuns: often(400, 40) },
  )
})
