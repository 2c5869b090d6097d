/**
 * Every number, limit and choice of the plan for right now (evidence.md §3, §4.1, §5.0) and what comes of it on both sides
 * of its border, through the functions that the pages call, as tables that a person reviews: relief-tables.txt.
 */
import { describe, test } from 'vitest'
import { reviewedOutlines, stretches } from '../../../scripts/outlines/page-outline.ts'
import { questions, valuesOf as valuesToCheck } from '../check/questions/all.ts'
import type { Answer, Answers, Question } from '../check/types.ts'
import {
  type AfterDirection,
  directionFelt,
  directionLeavingOut,
  directionResult,
  directionTestSteps,
} from './direction-test.ts'
import { limits } from './limits.ts'
import { lockedPlan } from './locked.ts'
import { movementProfileOf } from './movement-facts.ts'
import { clearAnswers, clearCheck, clock, planFor, plain, stepsOf } from './people.proof.ts'
import { type Plan, makePlan } from './plan.ts'
import { profileQuestions } from './profile-questions.ts'
import { fullProfile, type PartialProfile, parseProfile, profileFromAnswers, questionsToAsk } from './profile.ts'
import { gentleKinds, slots } from './slots.ts'
import { stepById } from './steps.ts'
import { yellowFlagQuestions, yellowFlags } from './yellow-flags.ts'

const reviewed = reviewedOutlines(new URL('./relief-tables.txt', import.meta.url))

/** Every answer that one question of the check can have; of a list each item by itself, of numbers both sides of the borders. */
const answersTo = (question: Question): readonly Answer[] => {
  if (question.kind === 'number') return [0, 3, 4, 5, 6, 7, 10, 16, 17, 49, 50, 64, 65, 74, 75, 76, 'notSure']
  const values = valuesToCheck(question)
  return question.kind === 'ticks' ? values.map((value) => [value]) : values
}

/** The cards of a plan in its order, what stands for what, and the timers. */
const planWords = (plan: Plan): readonly string[] => [
  `${plan.movement}; ${plan.pattern?.id ?? 'no pattern'}; test ${plan.directionTest.offered ? 'offered' : plan.directionTest.because}`,
  ...plan.sections.map(
    ({ title, steps: list }) =>
      `  ${title}: ${list.map(({ slot, card, timer }) => `${slot} ${card}${timer?.kind === 'reps' ? ` ×${timer.reps}` : ''}`).join(', ')}`,
  ),
  ...[
    ...new Set(
      stepsOf(plan).flatMap(({ insteadOf }) =>
        insteadOf.map(({ limit, of }) => `  ${limit} rules out ${of.join(', ')}`),
      ),
    ),
  ],
]
/** What one change makes different from the plain person's plan. */
const base = new Set(planWords(planFor({})))
const differs = (plan: Plan): string =>
  planWords(plan)
    .filter((line) => !base.has(line))
    .map((line) => line.trim())
    .join('; ') || 'the same plan'

/** Every value that a question of the profile can have. */
function valuesOf(question: Question): readonly Answer[] {
  switch (question.kind) {
    case 'ticks':
      return [...question.options.map(({ value }) => [value]), ['notSure'], []]
    case 'choice':
      return [...question.options.map(({ value }) => value), 'notSure']
    case 'yesNo':
      return ['yes', 'no', 'notSure']
    default:
      return ['notSure']
  }
}

describe('the tables of the plan', () => {
  test('limits: for whom, what they rule out, and why', () => {
    reviewed.checkLines(
      'limits',
      limits.map(
        ({ id, who, rulesOut, movements = [], because, sources, tag }) =>
          `${id} [${tag}] ${sources.join(' ')}: ${id.startsWith('movement-') ? '' : JSON.stringify(who)} → ${[...rulesOut, ...movements].join(' ')}: ${because}`,
      ),
    )
  })
  test('slots and what may fill them', () => {
    reviewed.checkLines('slots', [
      ...slots.map(
        ({ id, section, gentle, choices }) =>
          `${id}, ${section}, ${gentle ? 'gentle too' : 'open only'}: ${choices.join(' ')}`,
      ),
      gentleKinds.join(' '),
    ])
  })
  test('steps: minutes, how often, timers and what they ask of a body', () => {
    reviewed.checkLines(
      'steps',
      [...stepById.values()].map(
        ({
          id,
          kind,
          minutes,
          often,
          timer,
          traits,
          grade,
          tag,
          sources,
          forSafety,
          movement,
          offeredWhen,
          how,
          stop,
        }) =>
          [
            id,
            kind,
            `${minutes} min`,
            often,
            timer && JSON.stringify(timer),
            `traits ${traits.join(' ')}`,
            movement,
            `${grade} [${tag}] ${sources.join(' ')}`,
            forSafety && 'for safety',
            offeredWhen && `offered when ${JSON.stringify(offeredWhen)}`,
            `${how.length} lines, ${stop.length} stops`,
          ]
            .filter(Boolean)
            .join('; '),
      ),
    )
  })
  test('the questions before the plan', () => {
    reviewed.checkLines(
      'questions',
      profileQuestions.map((question) => JSON.stringify({ ...question, ask: undefined })),
    )
    const asked = (known: Answers) =>
      questionsToAsk(profileFromAnswers({ ...clearAnswers, ...known }))
        .map(({ id }) => id)
        .join(' ')
    reviewed.checkLines('asked', [
      asked({}),
      asked({ sex: 'female', pregnancy: 'pregnant' }),
      asked({ sex: 'female', pregnancy: 'birth6m' }),
      asked({ age: 60 }),
      asked({ A8: 'yes' }),
      asked({ duration: 'months3' }),
      questionsToAsk({})
        .map(({ id }) => id)
        .join(' '),
      questionsToAsk({ legPain: 'belowKnee', worsens: ['walking'] })
        .map(({ id }) => id)
        .join(' '),
    ])
  })
})

describe('the plan of a plain person, with one thing changed', () => {
  test('as it is, by day and by night, open and gentle', () => {
    const gentle = makePlan({ ...clearCheck, level: 'soon', movement: 'gentle' }, plain, clock)
    const nothing = makePlan(clearCheck, {}, clock)
    reviewed.checkLines('plans', [
      ...planWords(planFor({})),
      ...planWords(planFor({}, {}, 23)),
      ...[gentle, nothing].flatMap((plan) => (plan.kind === 'plan' ? planWords(plan) : [plan.why])),
      `hours: ${stretches(0, 23, (hour) =>
        planFor({}, {}, hour)
          .sections.map(({ title }) => title)
          .join(', '),
      )}`,
      `words: ${JSON.stringify({ ...planFor({}), sections: 0, profile: 0 })}`,
    ])
  })
  test('every answer to every question', () => {
    reviewed.checkLines(
      'one answer changed',
      profileQuestions.flatMap((question) =>
        question.kind === 'number'
          ? []
          : valuesOf(question).map(
              (value) =>
                `${question.id} ${String(value) || 'none'}: ${differs(planFor({ [question.id]: value } as PartialProfile))}`,
            ),
      ),
    )
  })
  test('every number', () => {
    reviewed.checkLines('numbers', [
      `pain: ${stretches(0, 10, (painNow) => differs(planFor({ painNow })))}`,
      `stops at each pain: ${stretches(
        0,
        10,
        (painNow) =>
          stepsOf(planFor({ painNow }))
            .find(({ kind }) => kind === 'move')
            ?.stop.join(' ') ?? 'none',
      )}`,
      `age: ${stretches(10, 100, (age) => differs(planFor({}, { age })))}`,
      `weeks of pregnancy: ${stretches(1, 42, (weeks) => differs(planFor({ weeks, pelvic: 'no' }, { sex: 'female', pregnancy: 'pregnant', weeks })))}`,
      ...['birth6w', 'birth6m', 'maybe', 'notSure'].map(
        (pregnancy) => `${pregnancy}: ${differs(planFor({ pelvic: 'no' }, { sex: 'female', pregnancy }))}`,
      ),
      ...['yes', 'no', 'notSure'].map(
        (birthCheck) =>
          `birth6m, checked ${birthCheck}: ${differs(planFor({ birthCheck, pelvic: 'no' } as PartialProfile, { sex: 'female', pregnancy: 'birth6m' }))}`,
      ),
      `pelvic: ${differs(planFor({ pelvic: 'yes' }, { sex: 'female', pregnancy: 'birth6m' }))}`,
    ])
  })
  test('what the check was told', () => {
    const told: readonly Answers[] = [
      ...['A6', 'A8', 'B2', 'C4', 'F1', 'G4', 'I1', 'I11', 'I12', 'E7', 'B5', 'E1', 'E5', 'steroids'].flatMap((id) => [
        { [id]: 'yes' },
        { [id]: 'notSure' },
      ]),
      { B2: 'yes', 'B2.kind': 'hot', 'B2.flushes': 'yes' },
      { B2: 'yes', 'B2.kind': 'bath' },
      { F1: 'yes', 'F1.skin': 'yes' },
      { startAfter: 'fall', injuryWhen: 'last7' },
      { startAfter: 'fall', injuryWhen: 'older' },
      { startAfter: 'jolt', injuryWhen: 'notSure' },
      { place: ['midBack'] },
      { duration: 'months3' },
      { duration: 'months6' },
      { walk: 'help' },
      { walk: 'cannot' },
      { walk: 'notSure' },
      ...['thin', 'fracture', 'steroids', 'parentHip'].map((item) => ({ fxRisk: [item] })),
      { infRisk: ['procedure'] },
    ]
    reviewed.checkLines(
      'told in the check',
      told.map(
        (answers) =>
          `${JSON.stringify(answers)}: ${JSON.stringify(profileFromAnswers({ ...clearAnswers, ...answers }))}; ${differs(planFor({}, answers))}`,
      ),
    )
  })
  test('two answers together: the patterns', () => {
    const pairs: readonly PartialProfile[] = ['bending', 'sitting', 'standing', 'walking', 'arching'].flatMap((worse) =>
      ['standing', 'walking', 'sitting', 'curling', 'lyingBack'].map(
        (eases): PartialProfile => ({ worsens: [worse], eases: [eases] }) as PartialProfile,
      ),
    )
    reviewed.checkLines('patterns', [
      ...pairs.map((given) => `${JSON.stringify(given)}: ${planFor(given).pattern?.id}`),
      ...['left', 'right', 'both', 'notSure'].map(
        (legSide) =>
          `below the knee, ${legSide}: ${planFor({ legPain: 'belowKnee', legSide } as PartialProfile).pattern?.id}`,
      ),
      ...(['PT0'] as const).map(() => JSON.stringify(planFor({}).pattern)),
      ...[
        { legPain: 'belowKnee', legSide: 'left' },
        { heavyLegs: 'yes' },
        { health: ['stenosis'] },
        { worsens: ['bending'], eases: ['walking'] },
        { worsens: ['arching'], eases: ['curling'] },
      ].map((given) => JSON.stringify({ ...planFor(given as PartialProfile), sections: 0, profile: 0 })),
      JSON.stringify(planFor({}, { place: ['midBack'] }).pattern),
      JSON.stringify(planFor({}, { duration: 'months6' }).pattern),
    ])
  })
})

describe('beside the plan', () => {
  test('the test of the direction', () => {
    const leaned = (part: Partial<AfterDirection>): AfterDirection =>
      ({
        painBefore0to10: 4,
        painAfter0to10: 4,
        place: 'same',
        moreNumb: 'no',
        movingEasier: 'no',
        lasted: 'no',
        ...part,
      }) as AfterDirection
    const places = ['nearer', 'same', 'further', 'notSure'] as const
    reviewed.checkLines('direction test', [
      JSON.stringify(directionTestSteps),
      ...places.flatMap((back) =>
        places.map(
          (forward) =>
            `back ${back}, forward ${forward}: ${JSON.stringify(directionResult(leaned({ place: back } as Partial<AfterDirection>), leaned({ place: forward } as Partial<AfterDirection>)))}`,
        ),
      ),
      `pain after back: ${stretches(0, 10, (painAfter0to10) => directionResult(leaned({ painAfter0to10 }), leaned({})).direction)}`,
      `pain after forward: ${stretches(0, 10, (painAfter0to10) => directionResult(leaned({}), leaned({ painAfter0to10 })).direction)}`,
      ...(['yes', 'no', 'notSure'] as const).flatMap((answer) =>
        (['moreNumb', 'movingEasier', 'lasted'] as const).map(
          (name) =>
            `${name} ${answer}: ${directionResult(leaned({ [name]: answer } as Partial<AfterDirection>), leaned({})).direction}`,
        ),
      ),
      ...(['back', 'forward', 'either', 'notSure'] as const).flatMap((better) =>
        (['no', 'back', 'forward', 'both', 'notSure'] as const).map(
          (leg) => `felt ${better}, leg ${leg}: ${directionFelt(better, leg)}`,
        ),
      ),
    ])
  })
  test('what is left of the direction where a way sent pain down a leg, by what was known and what a test says', () => {
    const known = ['notDone', 'back', 'forward', 'either', 'backOnly', 'forwardOnly'] as const
    const left = ['stopBack', 'stopForward', 'stopBoth', 'notSure'] as const
    const all = [...known, ...left]
    reviewed.checkLines(
      'direction left out',
      ([['back'], ['forward'], ['back', 'forward']] as const).flatMap((ways) =>
        all.map((before) => {
          const by = (told: (typeof all)[number]) => directionLeavingOut(ways, before, told)
          return `${ways.join(' and ')}, known ${before}: ${directionLeavingOut(ways, before)}; told ${all.map((told) => `${told} → ${by(told)}`).join(', ')}`
        }),
      ),
    )
  })
  test('what stands in place of a plan', () => {
    const whys = ['emergency', 'urgent', 'unfinished', 'expired', 'seen', 'due', 'red', 'unread'] as const
    reviewed.checkLines('locked', [
      ...whys.map((why) => JSON.stringify(lockedPlan(why))),
      ...(['due', 'unread'] as const).map(
        (why) => `told why, ${why}: ${lockedPlan(why, 'You told us of a fever.').because}`,
      ),
      ...(['emergency', 'urgent'] as const).map(
        (why) => `too much of a medicine, ${why}: ${JSON.stringify(lockedPlan(why, undefined, true))}`,
      ),
    ])
  })
  test('the five questions of worry and hope', () => {
    const calm = { worry: 0, hope: 10, mood: 'no', load: 'no', stopped: 'no' }
    const ids = yellowFlagQuestions.map(({ id }) => id)
    reviewed.checkLines('yellow flags', [
      ids.join(' '),
      ...yellowFlagQuestions.map((question) => JSON.stringify(question)),
      ...ids.flatMap((id, index) => {
        const other = ids[(index + 1) % ids.length] ?? id
        const question = yellowFlagQuestions[index]
        const values =
          question?.kind === 'number' ? Array.from({ length: 11 }, (_, at) => at) : question ? valuesOf(question) : []
        return values.map(
          (value) =>
            `${id} ${value}: ${JSON.stringify(yellowFlags({ ...calm, [id]: value }))} and ${other} not sure ${JSON.stringify(yellowFlags({ ...calm, [id]: value, [other]: 'notSure' }))}`,
        )
      }),
    ])
  })
  test('a profile from a file, and the facts that the block list sees', () => {
    const odd = [
      null,
      {},
      { painNow: 11 },
      { painNow: -1 },
      { painNow: 10 },
      { painNow: 2.5 },
      { painNow: 'notSure' },
      { eases: ['sitting', 'none-such'] },
      { eases: ['sitting', 'sitting'] },
      { legPain: 'none-such' },
      { weeks: 45 },
      { weeks: 0 },
    ]
    reviewed.checkLines(
      'profiles read',
      odd.map((data) => `${JSON.stringify(data)}: ${JSON.stringify(parseProfile(data))}`),
    )
    const facts = (given: PartialProfile, answers: Answers = {}) =>
      JSON.stringify(movementProfileOf(fullProfile({ ...plain, ...given }, { ...clearAnswers, ...answers })))
    const plainFacts = facts({})
    reviewed.checkLines('movement facts', [
      plainFacts,
      ...profileQuestions.flatMap((question) =>
        valuesOf(question).map((value) => {
          const now = JSON.parse(facts({ [question.id]: value } as PartialProfile)) as Record<string, unknown>
          const was = JSON.parse(plainFacts) as Record<string, unknown>
          const changed = Object.entries(now).filter(([name, of]) => JSON.stringify(was[name]) !== JSON.stringify(of))
          return `${question.id} ${String(value) || 'none'}: ${JSON.stringify(Object.fromEntries(changed))}`
        }),
      ),
      // What the check knows decides some of them: of each of its answers, what changes.
      ...questions.flatMap((question) =>
        answersTo(question).flatMap((answer) => {
          const now = JSON.parse(facts({}, { [question.id]: answer })) as Record<string, unknown>
          const was = JSON.parse(plainFacts) as Record<string, unknown>
          const changed = Object.entries(now).filter(([name, of]) => JSON.stringify(was[name]) !== JSON.stringify(of))
          return changed.length === 0
            ? []
            : [`check, ${question.id} ${String(answer)}: ${JSON.stringify(Object.fromEntries(changed))}`]
        }),
      ),
    ])
  })
  test('and the file has no table that is not looked at', reviewed.end)
})
