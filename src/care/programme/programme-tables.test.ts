/**
 * Every number of the programme (evidence.md §3, §5 to §7) and what comes of it on both sides of its border, through the
 * functions that the pages call, as tables that a person reviews: programme-tables.txt beside this test.
 */
import { describe, expect, test } from 'vitest'
import { reviewedOutlines, stretches } from '../../../scripts/outlines/page-outline.ts'
import { addDays } from '../evidence/calendar.ts'
import type { MovementProfile } from '../movement/profile.ts'
import { phaseReadiness } from './advance-phase.ts'
import { hasJumped } from './decide.ts'
import { askDirectionAgain, directionSet, goes } from './direction.ts'
import type { ClinicianCleared, DirectionWord, LegAnswer, MovementDone, Score } from './events.ts'
import { flareDay } from './flare.ts'
import { howItDecides } from './how-it-decides.ts'
import { humanHelp } from './human-help.ts'
import { amountsOf, ladder, levelBelow, nextRung } from './ladder.ts'
import { lightOf, isRedPain } from './pain-lights.ts'
import { doseWords, linesNow } from './lines.ts'
import {
  abilityQuestions,
  checkInQuestions,
  clearedQuestions,
  painNowQuestion,
  startQuestions,
  taskQuestion,
  usualQuestion,
} from './questions.ts'
import type { Question } from '../check/types.ts'
import { clearedFrom, closedBy, type DangerLock, highest, tightest, whyNotCleared } from './locks.ts'
import { isNoticeable } from './noticeable.ts'
import { changesIn, doseAtRung, itemOf, sessionDoseWords } from './session-item.ts'
import { movementAt, phases, programmeCards } from './phases.ts'
import { freshFullCheck, fullCheckWeeks, mayMove, screeningDue, weekDue } from './screening.ts'
import { makeSession, standInsFor } from './session.ts'
import type { SessionDose } from './session-item.ts'
import { strengthAllowed } from './session-lines.ts'
import { checkInDue, slowProgress } from './slow-progress.ts'
import { soreDay } from './sore-day.ts'
import { knownForStart } from './start.ts'
import { inWindow, lockOf, mean, type ProgrammeState, usualPain } from './state.ts'
import { begun, building, moment, restoring, rolls, story, tilt, well } from './story.proof.ts'
import { thresholds } from './thresholds.ts'
import { today } from './today.ts'
import {
  newSigns,
  openWarning,
  type Warning,
  stoppedBy,
  warningOfMini,
  warningOfSign,
  withAllSigns,
} from './warnings.ts'
import { movements } from '../movement/movements.ts'

const reviewed = reviewedOutlines(new URL('./programme-tables.txt', import.meta.url))
const scores: readonly Score[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 'notSure']
const legs: readonly LegAnswer[] = ['none', 'same', 'nearer', 'further', 'lasting', 'notSure']
const each = <Row>(rows: Readonly<Record<string, Row>>, say: (row: Row) => string) =>
  Object.entries(rows).map(([name, row]) => `${name} → ${say(row)}`)

type Story = ReturnType<typeof begun>
/** The state in a line: where it stands, what holds it and what it asks for. */
function stateWords(state: ProgrammeState): string {
  const cards = Object.entries(state.cards).map(
    ([card, progress]) =>
      `${card}:${progress?.rung}${progress?.half ? ' half' : ''}${progress?.offOn ? ` off ${progress.offOn}` : ''}`,
  )
  const parts = [
    `phase ${state.phase} since ${state.phaseSince}`,
    `lock ${lockOf(state)}`,
    state.miniDue && 'short check due',
    state.fullDue && `full check due: ${state.fullDue.because}`,
    state.flare && `flare since ${state.flare.since} from ${state.flare.usualBefore}`,
    state.easeOnlySince && `ease only since ${state.easeOnlySince.day}`,
    state.bookingOffered && `booking: ${state.bookingOffered.because}`,
    state.stepBackDays.length > 0 && `stepped back ${state.stepBackDays.join(' ')}`,
    state.lastAdvance && `went on ${state.lastAdvance.day}`,
    state.clearedBy && `cleared by ${state.clearedBy.who} ${state.clearedBy.on}`,
    `clear ${state.lastClear?.day ?? 'never'}`,
    `readings ${state.readings.map(({ pain }) => pain).join(' ')}`,
    `levels ${JSON.stringify(state.levels)}`,
    cards.join(' '),
  ]
  return parts.filter(Boolean).join('; ')
}
const decisionWords = (state: ProgrammeState): readonly string[] =>
  state.decisions.map(({ day, kind, words }) => `  ${day} ${kind}: ${words}`)

const sore = (peak0to10: Score, part: Partial<MovementDone> = {}): MovementDone => ({ ...tilt, peak0to10, ...part })
/** A session that was too sore on each of these days. */
const redOn = (told: Story, ...days: readonly number[]): Story => {
  for (const day of days) told.session(day, 10, { movements: [sore(7)] })
  return told
}
/** A day in phase 3, after two weeks of it. */
const built = () => {
  const told = building()
  for (const day of [6, 8, 10, 12, 14, 16, 18])
    told
      .session(day, 10, { movements: [{ card: 'M10', movement: 'M10', peak0to10: 2, done: 'all' }] })
      .morning(day + 1, 2)
  return told
}
const kept = () => built().full(19, 8.1).abilities(19).phase(19, 4)
const flaring = () =>
  begun().goodDay(0).morning(1, 2).mini(1).goodDay(1).morning(2, 2).mini(2).goodDay(2).morning(3, 2).morning(4, 4)

const stories: Readonly<Record<string, () => Story>> = {
  begun: begun,
  'not begun, checked': () => story().full(0),
  'a good day and morning': () => begun().goodDay(0).morning(1, 2),
  'four good days': () =>
    begun().goodDay(0).morning(1, 2).goodDay(1).morning(2, 2).goodDay(2).morning(3, 2).goodDay(3).morning(4, 2),
  'twelve good days': () => {
    const told = begun()
    for (let day = 0; day < 12; day += 1) told.goodDay(day).morning(day + 1, 2)
    return told
  },
  'phase 2': restoring,
  'phase 3': building,
  'two weeks of phase 3': built,
  'phase 4': kept,
  'back a phase by wish': () => restoring().phase(2, 1),
  'no phase is jumped': () => restoring().phase(2, 3).phase(2, 4),
  'phase 2 refused without abilities': () => begun().goodDay(0).morning(1, 2).full(1, 8.1).phase(1, 2),
  'a red session': () => redOn(begun(), 0),
  'a red session in phase 2': () => restoring().session(1, 11, { movements: [sore(7), rolls] }),
  'too sore, no number': () => begun().session(0, 10, { movements: [sore('notSure', { done: 'tooSore' })] }),
  'too sore, with a number': () =>
    begun()
      .session(0, 10, { movements: [sore(2, { done: 'tooSore' })] })
      .morning(1, 2),
  'the leg went further': () => begun().session(0, 10, { leg: 'further', movements: [tilt, rolls] }),
  'not sure about the leg': () => begun().session(0, 10, { leg: 'notSure' }),
  'half, green once, whole again': () =>
    begun()
      .session(0, 10, { movements: [sore(7)] })
      .morning(1, 2)
      .mini(1)
      .session(1, 10)
      .session(1, 14),
  'a morning 2 worse': () =>
    begun()
      .session(0, 10, { movements: [tilt, rolls] })
      .morning(1, 4),
  'a morning 1 worse': () => begun().goodDay(0).morning(1, 3),
  'two step-backs in 7 days': () =>
    begun().session(0, 10).morning(1, 4).session(3, 10).morning(4, 4, { poorSleep: 'no' }),
  'two step-backs in 7 days, in phase 3': () =>
    built()
      .session(20, 10, { movements: [{ card: 'M10', movement: 'M10', peak0to10: 7, done: 'all' }] })
      .session(24, 10, { movements: [{ card: 'M10', movement: 'M10', peak0to10: 7, done: 'all' }] }),
  'two step-backs in 8 days': () => redOn(begun(), 0, 7),
  'three step-backs in 7 days': () => redOn(begun(), 0, 2, 5),
  'three step-backs in 7 days, in phase 2': () => redOn(restoring(), 2, 4, 7),
  'ease only, and the way back': () => redOn(begun(), 0, 2, 5).morning(6, 3).full(6, 9).morning(7, 3),
  'ease only, and a worse morning': () => redOn(begun(), 0, 2, 5).morning(6, 3).full(6, 9).morning(7, 4),
  'a jump of 3 without a cause': () => begun().goodDay(0).morning(1, 2).morning(2, 5, { plainCause: 'no' }),
  'a jump of 3 with a cause': () => begun().goodDay(0).morning(1, 2).morning(2, 5, { plainCause: 'yes' }),
  'a flare': flaring,
  'a flare that is over': () => flaring().full(4, 9).morning(5, 3),
  'a flare of a week': () => {
    const told = flaring()
    for (let day = 5; day <= 12; day += 1) told.morning(day, 4)
    return told
  },
  'eight days away': () => begun().goodDay(0).morning(1, 2).session(1, 10).morning(9, 2).morning(10, 2),
  'seven days away': () => begun().goodDay(0).morning(1, 2).morning(7, 2),
  'a stop': () => begun().write(moment(0, 9), { kind: 'stopped', sign: 'fall' }),
  'a short check with a yes': () => begun().write(moment(0, 9), { kind: 'miniCheckDone', answers: { A1: 'yes' } }),
  'a short check of the future': () => begun().mini(3),
  'locked and cleared': () =>
    begun()
      .full(0, 9, { level: 'urgent', lock: 'locked' })
      .write(moment(1, 9), { kind: 'clinicianCleared', who: 'GP' }),
  'locked, and a visit before it': () =>
    begun()
      .full(1, 9, { level: 'urgent', lock: 'locked' })
      .write(moment(1, 10), { kind: 'clinicianCleared', who: 'GP', seenOn: moment(0).day }),
  gentle: () => begun().full(0, 9, { level: 'soon', lock: 'gentle' }),
  young: () => begun().full(0, 9, { young: true }),
  'too much of a medicine, and not': () =>
    begun()
      .write(moment(0, 9), { kind: 'tooMuchFound', level: 'urgent', isNew: true })
      .write(moment(0, 10), { kind: 'tooMuchFound', level: null, isNew: false }),
  'told late that a morning was worse': () =>
    begun()
      .goodDay(0)
      .morning(1, 2)
      .write(moment(1, 12), { kind: 'painToldLate', about: moment(1).day, pain0to10: 5 }),
  'started again': () =>
    restoring()
      .session(1, 11, { movements: [sore(7)] })
      .full(2, 8)
      .start(),
  'check-in the same on day 3': () => begun().checkIn(2, { trend: 'same' }),
  'check-in worse': () => begun().checkIn(1, { trend: 'worse' }),
  'check-in without water, and locked': () =>
    begun().checkIn(1, { toiletAndDrink: 'no' }).full(1, 10, { level: 'urgent', lock: 'locked' }),
  'check-in without water, and a stop': () =>
    begun().checkIn(1, { toiletAndDrink: 'no' }).write(moment(1, 10), { kind: 'stopped', sign: 'fall' }),
  'gentle, and a stop': () =>
    begun().full(0, 9, { level: 'soon', lock: 'gentle' }).write(moment(0, 10), { kind: 'stopped', sign: 'fall' }),
  'locked, and a stop': () =>
    begun().full(0, 9, { level: 'urgent', lock: 'locked' }).write(moment(0, 10), { kind: 'stopped', sign: 'fall' }),
  'a flare, and worse': () => flaring().full(4, 8.5).checkIn(4, { trend: 'worse' }),
  'gentle and locked, one of them cleared': () =>
    begun()
      .full(0, 9, { level: 'soon', lock: 'gentle' })
      .write(moment(1, 9), { kind: 'clinicianCleared', who: 'GP' })
      .full(2, 9, { level: 'urgent', lock: 'locked' }),
  'check-in without water': () => begun().checkIn(1, { toiletAndDrink: 'no' }),
}

/** The story of this name. A name that no story has must not pass for another's. */
function storyOf(name: string): () => Story {
  const found = stories[name]
  if (!found) throw new Error(`there is no story "${name}"`)
  return found
}
/** The day of the last thing that was told. */
const lastDayOf = ({ events }: Story): number =>
  Math.floor((Math.max(...events.map(({ at }) => at)) - moment(0, 0).at) / 86_400_000)
/** The rows of slow progress on that day. */
const slowWords = (told: Story, day: number, hour?: number): string =>
  slowProgress(told.state(day, hour), moment(day))
    .map(({ id }) => id)
    .join(' ')

test('what may be typed or chosen as a number: how long, how much', () => {
  const all = [
    painNowQuestion,
    usualQuestion,
    taskQuestion('task', 'a task'),
    ...Object.values({ ...startQuestions, ...abilityQuestions, ...checkInQuestions, ...clearedQuestions }),
  ]
  reviewed.checkLines(
    'ends',
    all.flatMap((question: Question) =>
      question.kind === 'number'
        ? [`${question.id}: ${question.min} to ${question.max}`]
        : question.kind === 'text'
          ? [`${question.id}: ${question.maxLength} letters`]
          : [],
    ),
  )
})

describe('the numbers of the brief', () => {
  test('each with its section', () => {
    reviewed.checkLines(
      'thresholds',
      each(
        thresholds,
        ({ value, unit, where, tag, sources, means }) =>
          `${value} ${unit}, ${where} [${tag}] ${sources.join(' ')}: ${means}`,
      ),
    )
    reviewed.checkLines('weeks of the full check', [fullCheckWeeks.join(' ')])
  })
  test('each phase and its lines', () => {
    reviewed.checkLines(
      'phases',
      Object.values(phases).flatMap(({ content, sources, ...phase }) => [
        `${JSON.stringify(phase)} ${sources.join(' ')}`,
        ...content.map(
          (line) => `  ${JSON.stringify(line)} ${line.levels.map((level) => movementAt(line.card, level)).join(' ')}`,
        ),
      ]),
    )
  })
  test('each line climbs these steps, and from each to these', () => {
    const lines = ([1, 2, 3, 4] as const).flatMap((phase) =>
      programmeCards.flatMap((card) => {
        const steps = ladder(phase, card)
        if (steps.length === 0) return []
        const to = (smaller: boolean) => steps.map((_, at) => nextRung(steps, at, smaller)).join(' ')
        const below = steps.map((_, at) => levelBelow(steps, at)).join(' ')
        return [
          `phase ${phase} ${card}: next ${to(false)}; in smaller steps ${to(true)}; a level down ${below}`,
          ...steps.map((step) => `  level ${step.level}: ${doseWords(step)}`),
        ]
      }),
    )
    reviewed.checkLines('ladders', lines)
    reviewed.checkLines('windows', [
      `a day so many days ago: ${stretches(-3, 10, (ago) => String(inWindow(addDays(moment(20).day, -ago), moment(20).day)))}`,
      `means: ${mean([])} ${mean([3])} ${mean([1, 2, 6])}`,
    ])
    reviewed.checkLines('amounts', [
      JSON.stringify(amountsOf({ text: '', reps: [5, 8], holdSeconds: [5, 12], minutes: [2, 3], sets: [1, 2] })),
      doseWords({ level: 1, range: 0.5, reps: 1, sets: 1, loadKg: 0 }),
      doseWords({ level: 1, range: 0.75, minutes: 1, sets: 2, loadKg: 1 }),
      doseWords({ level: 1, range: 1, sets: 1, loadKg: 0 }),
    ])
  })
})

describe('what a session and a morning mean', () => {
  test('the light of each start, peak and leg', () => {
    const letter = { green: 'G', amber: 'a', red: 'R' } as const
    reviewed.checkLines('lights: a row for each start, a column for each peak', [
      `      ${scores.join(' ')}`,
      ...scores.map(
        (start) => `${String(start).padEnd(7)} ${scores.map((peak) => letter[lightOf(start, peak, 'none')]).join(' ')}`,
      ),
      ...legs.map((leg) => `leg ${leg}: ${letter[lightOf(2, 2, leg)]}`),
      `red by itself: ${stretches(0, 10, (pain) => String(isRedPain(pain)))}`,
      `no number: ${lightOf(2, Number.NaN, 'none')}`,
    ])
  })
  test('the morning after a session at each pain', () => {
    const kinds = (part: object, before: Score) =>
      stretches(0, 10, (pain) => {
        const { kind, reasons, stepBack, fullCheckBecause } = begun()
          .goodDay(0, { painBefore0to10: before })
          .morning(1, pain, part)
          .last(1)
        return [kind, ...reasons.map(({ id }) => id), stepBack && 'and step back', fullCheckBecause && 'and check']
          .filter(Boolean)
          .join(' ')
      })
    reviewed.checkLines('mornings', [
      ...scores.map((before) => `after ${before}: ${kinds({ plainCause: 'yes' }, before)}`),
      `no cause: ${kinds({ plainCause: 'no' }, 2)}`,
      `cause not sure: ${kinds({ plainCause: 'notSure' }, 2)}`,
      `bad night: ${kinds({ poorSleep: 'yes' }, 2)}`,
      `ill: ${kinds({ ill: 'yes' }, 2)}`,
      `night not sure: ${kinds({ poorSleep: 'notSure' }, 2)}`,
      `ill not sure: ${kinds({ ill: 'notSure', poorSleep: 'no' }, 2)}`,
      `jump asked: ${stretches(0, 10, (pain) => String(hasJumped(begun().morning(0, 3).state(0), pain)))}`,
    ])
  })
  test('the effort in each phase', () => {
    const at: Readonly<Record<string, () => Story>> = { 1: begun, 2: restoring, 3: building, 4: kept }
    reviewed.checkLines(
      'effort',
      each(at, (make) =>
        stretches(0, 10, (effort0to10) =>
          make()
            .session(20, 10, { effort0to10 })
            .last(20)
            .reasons.map(({ id }) => id)
            .join(' '),
        ),
      ),
    )
  })
  test('what is left of each story', () => {
    const lines = Object.entries(stories).flatMap(([name, make]) => {
      const told = make()
      const state = told.state(lastDayOf(told), 23)
      return [`${name}: ${stateWords(state)}`, ...decisionWords(state)]
    })
    reviewed.checkLines('stories', lines)
  })
})

const shortDose = ({ reps, holdSeconds, minutes, sets, sides, restSeconds, loadKg }: SessionDose): string =>
  [
    reps !== undefined && `${reps} times`,
    holdSeconds !== undefined && `${holdSeconds} s`,
    minutes !== undefined && `${minutes} min`,
    `${sets} sets`,
    sides.join(' and '),
    `rest ${restSeconds}`,
    loadKg > 0 && `${loadKg} kg`,
  ]
    .filter(Boolean)
    .join(', ')

/** Pains at which the same comes of it stand together. */
function byPain(say: (painNow0to10: MovementProfile['painNow0to10']) => readonly string[]): readonly string[] {
  const pains = [...Array.from({ length: 11 }, (_, pain) => pain), 'notSure'] as const
  const found = new Map<string, string[]>()
  for (const pain of pains) {
    const said = say(pain as MovementProfile['painNow0to10']).join('\n')
    found.set(said, [...(found.get(said) ?? []), String(pain)])
  }
  return [...found].map(([said, at]) => `pain ${at.join(' ')}: ${said}`)
}
describe('the session of the hour', () => {
  const sessions = (make: () => Story, day: number, part: Partial<MovementProfile>, minutes = 60) => {
    const made = makeSession(make().mini(day, 8.9).state(day), { ...well, ...part }, minutes, moment(day))
    if (made.kind === 'none') return [`none: ${made.why}: ${made.because}`]
    return [
      `${made.sort}, ${made.lock}, ${made.minutes} minutes: ${made.because}`,
      ...[...made.items, ...made.later].map(
        ({ card, movement, dose, range, half, insteadOf, changes, seconds, headStill }, index) =>
          [
            index < made.items.length ? '  ' : '  later ',
            `${card} ${movement} ${shortDose(dose)} range ${range}, ${seconds} s`,
            half && ` half: ${half}`,
            headStill && ' head still',
            insteadOf && ` instead of ${insteadOf.movement}: ${insteadOf.because}`,
            changes.length > 0 && `, ${changes.map(({ rule }) => rule).join(' ')}`,
          ]
            .filter(Boolean)
            .join(''),
      ),
      ...made.leftOut.map(({ card, because }) => `  out ${card}: ${because}`),
    ]
  }
  test('in each phase and at each pain', () => {
    const at: readonly (readonly [string, () => Story, number])[] = [
      ['phase 1', begun, 0],
      ['phase 1 with what has joined', () => storyOf('twelve good days')().full(12, 8.2), 12],
      [
        'phase 2 after two sessions',
        () =>
          restoring()
            .session(1, 10, {
              movements: [sore(2, { card: 'M09', movement: 'M09' }), sore(2, { card: 'M05', movement: 'M05' })],
            })
            .session(1, 11, { movements: [sore(2, { card: 'M10', movement: 'M10-half' })] }),
        1,
      ],
      [
        'phase 3 after a strength day',
        () =>
          building()
            .session(5, 10, {
              movements: [sore(2, { card: 'M10', movement: 'M10' }), sore(2, { card: 'M12', movement: 'M12' })],
            })
            .full(7, 7),
        7,
      ],
      ['phase 2', restoring, 1],
      ['phase 3', building, 5],
      ['phase 4', kept, 19],
      ['a flare', () => flaring().full(4, 9), 4],
      [
        'half',
        () =>
          begun()
            .session(0, 7.6, { movements: [sore(7)] })
            .full(1, 8),
        1,
      ],
      ['ease only', storyOf('ease only, and a worse morning'), 7],
      ['gentle', () => begun().full(0, 9, { level: 'soon', lock: 'gentle' }), 0],
    ]
    reviewed.checkLines(
      'sessions',
      at.flatMap(([name, make, day]) => [name, ...byPain((painNow0to10) => sessions(make, day, { painNow0to10 }))]),
    )
  })
  test('cut to the minutes', () => {
    reviewed.checkLines(
      'minutes',
      [1, 5, 10, 15, 20].flatMap((minutes) => [`${minutes} minutes`, ...sessions(begun, 0, {}, minutes)]),
    )
  })
  test('with each direction', () => {
    const words: readonly DirectionWord[] = [
      'back',
      'forward',
      'either',
      'backOnly',
      'forwardOnly',
      'stopBack',
      'stopForward',
      'stopBoth',
      'notDone',
      'notSure',
    ]
    reviewed.checkLines('directions', [
      ...words.map((word) => `${word}: ${JSON.stringify(directionSet(word, 'PT0'))}`),
      ...(['PT1', 'PT2', 'PT3', 'PT4', 'PT5', 'PT6', 'PT7'] as const).map(
        (pattern) => `${pattern}: ${JSON.stringify(directionSet('notDone', pattern))}`,
      ),
      ...words.map((direction) => {
        const told = begun().write(moment(0, 9), { kind: 'directionFound', direction })
        const again = stretches(0, 5, (day) => String(askDirectionAgain(told.state(day), moment(day))))
        const made = makeSession(told.mini(0, 9.1).state(0), well, 60, moment(0))
        return `${direction}: ask again ${again}; ${made.kind === 'session' ? made.items.map(({ card }) => card).join(' ') : made.why}`
      }),
      ...(['back', 'forward'] as const).map(
        (way) =>
          `${way}: ${Object.values(movements)
            .filter((movement) => goes(movement, way))
            .map(({ id }) => id)
            .join(' ')}`,
      ),
    ])
  })
  test('what may take the place of each movement', () => {
    const state = restoring().mini(1, 9).state(1)
    const lines = phases[2].content.flatMap(({ card, levels }) =>
      levels.map((level) => {
        const movement = movementAt(card, level)
        const found = standInsFor({ card, movement }, state, well, moment(1), new Set(['M09']))
        return `${movement}: ${found.map((one) => `${one.movement} ${shortDose(one.dose)}`).join(', ')}`
      }),
    )
    reviewed.checkLines('stand-ins', lines)
  })
  test('each item of each phase at its first, middle and last step, as it is and halved, and the sides of its stand-ins', () => {
    const contexts = {
      'as it is': {},
      'half last time': { half: true },
      'pain not sure': { pain: 'notSure' },
      'at pain 4': { pain: 4 },
      'at pain 5': { pain: 5 },
    } as const satisfies Readonly<Record<string, { readonly half?: true; readonly pain?: Score }>>
    const now = moment(1)
    const lines = ([1, 2, 3, 4] as const).flatMap((phase) =>
      phases[phase].content.flatMap((content) => {
        const rungs = ladder(phase, content.card)
        const places = [...new Set([0, Math.floor(rungs.length / 2), rungs.length - 1])]
        return places.flatMap((place) => {
          const rung = rungs[place]
          if (!rung) return []
          const id = movementAt(content.card, rung.level)
          const said = Object.entries(contexts).map(([name, context]) => {
            const { half = false, pain = 2 }: { half?: boolean; pain?: Score } = context
            const begunState = begun().state(1)
            const state = {
              ...begunState,
              phase,
              cards: half ? { [content.card]: { rung: place, half, offOn: null } } : {},
            }
            const item = itemOf(content, id, rung, null, {
              ...{
                state: state as ProgrammeState,
                profile: { ...well, painNow0to10: pain },
                now,
                lock: 'open',
                sort: 'whole',
              },
              taken: new Set(),
            })
            return [name, `${shortDose(item.dose)}, range ${item.range}, ${item.half ?? 'whole'}`] as const
          })
          const by = Map.groupBy(said, ([, words]) => words)
          return [
            `phase ${phase} ${content.card} step ${place}: ${[...by].map(([words, names]) => `${names.map(([name]) => name).join(', ')}: ${words}`).join(' | ')}`,
          ]
        })
      }),
    )
    reviewed.checkLines('items', lines)
    const amounts = ([1, 2, 3, 4] as const).flatMap((phase) =>
      phases[phase].content.flatMap((content) => {
        const rungs = ladder(phase, content.card)
        return content.levels.map((level) => {
          const movement = movementAt(content.card, level)
          const at = stretches(0, rungs.length - 1, (place) => {
            const rung = rungs[place]
            const own = rung && doseAtRung(movement, rung, rungs, phase, content)
            return own ? `level ${own.level} range ${own.range} ${doseWords(own)}` : 'none'
          })
          return `phase ${phase} ${content.card}, ${movement} in its place: ${at}`
        })
      }),
    )
    reviewed.checkLines('stand-ins, as far along', amounts)
    reviewed.checkLines(
      'done differently',
      [true, false].map(
        (half) =>
          `${half ? 'halved' : 'whole'}: ${changesIn(
            [
              { rule: 'pain-4', text: 'Do half.' },
              { rule: 'pain-7', text: 'Rest.' },
            ] as never,
            half,
          ).join(' ')}`,
      ),
    )
  })
  test('strength days', () => {
    const worked = (days: readonly number[]) => {
      const told = building()
      for (const day of days)
        told.session(day, 10, { movements: [{ card: 'M10', movement: 'M10', peak0to10: 2, done: 'all' }] })
      return stretches(6, 20, (day) => (strengthAllowed(told.state(day), moment(day)) ? 'strength' : 'rest'))
    }
    reviewed.checkLines(
      'strength days',
      [[], [6], [6, 8], [6, 8, 10], [6, 9, 11], [5, 7, 9]].map((days) => `${days.join(' ')}: ${worked(days)}`),
    )
  })
})

describe('when we look again, and when we point to a person', () => {
  test('the checks', () => {
    const quarter = (quarters: number) => moment(0, 7 + quarters / 4)
    const due = (told: Story, last: number) =>
      stretches(0, last, (at) => {
        const when = quarter(at)
        const state = told.state(0, 7 + at / 4)
        const { due: what } = screeningDue(state, {
          ...when,
          day: addDays(moment(0).day, Math.floor((7 + at / 4) / 24)),
        })
        return `${what} ${freshFullCheck(state, when) ? 'fresh' : 'old'}`
      })
    reviewed.checkLines('checks by quarters of an hour after the full check', [
      due(begun(), 120),
      ...[
        'begun',
        'a red session',
        'a stop',
        'a short check with a yes',
        'locked and cleared',
        'gentle',
        'young',
        'not begun, checked',
        'a short check of the future',
      ].map((name) => {
        const state = storyOf(name)().state(1, 12)
        return `${name}: ${JSON.stringify(screeningDue(state, moment(1)))} ${JSON.stringify(mayMove(state, moment(1)))}`
      }),
      `weeks: ${stretches(0, 100, (day) => String(weekDue(begun().state(day), moment(day))))}`,
      `weeks, checked on day 14: ${stretches(0, 100, (day) => String(weekDue(begun().full(14).state(day), moment(day))))}`,
      `weeks, checked on day 13: ${stretches(0, 30, (day) => String(weekDue(begun().full(13).state(day), moment(day))))}`,
      `check-ins: ${stretches(0, 100, (day) => String(checkInDue(begun().state(day), moment(day))))}`,
      `check-ins, answered on day 2: ${stretches(2, 100, (day) => String(checkInDue(begun().checkIn(2).state(day), moment(day))))}`,
      `check-ins, answered on day 1: ${stretches(1, 30, (day) => String(checkInDue(begun().checkIn(1).state(day), moment(day))))}`,
      `settled: ${stretches(6, 30, (day) => String(checkInDue(begun().morning(1, 1).morning(8, 1).morning(14, 1).morning(20, 1).state(day), moment(day))))}`,
      `not settled at 2: ${stretches(6, 30, (day) => String(checkInDue(begun().morning(1, 2).morning(8, 1).morning(14, 2).state(day), moment(day))))}`,
    ])
  })
  test('the rows of slow progress, by day', () => {
    const rows: Readonly<Record<string, (day: number) => Story>> = {
      'nothing told': begun,
      'told 4 each day': (day) => begun().morning(day, 4),
      'told 2 each day': (day) => begun().morning(day, 2),
      'told 3 each day': (day) => begun().morning(day, 3),
      'told 7, worse than day 1': (day) => begun().morning(day, 7),
      'told 6, as on day 1': (day) => begun().morning(day, 6),
      'check-in better': (day) => begun().checkIn(day),
      'check-in the same': (day) => begun().checkIn(day, { trend: 'same' }),
      'check-in worse and severe': (day) => begun().checkIn(day, { trend: 'worse', pain0to10: 7 }),
      'check-in worse, not severe': (day) => begun().checkIn(day, { trend: 'worse', pain0to10: 6 }),
      'check-in worse, cannot stand': (day) =>
        begun().checkIn(day, { trend: 'worse', pain0to10: 3, canStand10Minutes: 'no' }),
      'check-in worse, standing not sure': (day) =>
        begun().checkIn(day, { trend: 'worse', pain0to10: 3, canStand10Minutes: 'notSure' }),
      'check-in not sure, 7': (day) => begun().checkIn(day, { trend: 'notSure', pain0to10: 7 }),
      'check-in not sure, 6': (day) => begun().checkIn(day, { trend: 'notSure', pain0to10: 6 }),
      'check-in better, 8': (day) => begun().checkIn(day, { trend: 'better', pain0to10: 8 }),
      'check-in better, 7': (day) => begun().checkIn(day, { trend: 'better', pain0to10: 7 }),
      'not easing': (day) => begun().checkIn(day, { trend: 'same', pain0to10: 8 }),
      'not easing, 7': (day) => begun().checkIn(day, { trend: 'same', pain0to10: 7 }),
      'not easing, no medicine yet': (day) =>
        begun().checkIn(day, { trend: 'same', pain0to10: 8, medicineFor24Hours: 'no' }),
      'not easing, none is safe': (day) =>
        begun().checkIn(day, { trend: 'same', pain0to10: 8, medicineFor24Hours: 'noneSafe' }),
      'no water': (day) => begun().checkIn(day, { toiletAndDrink: 'no' }),
      'water not sure': (day) => begun().checkIn(day, { toiletAndDrink: 'notSure' }),
      'no water, told on day 1': () => begun().checkIn(1, { toiletAndDrink: 'no' }),
      'hard to live with': (day) =>
        begun().morning(day, 2).write(moment(0, 9), { kind: 'helpAnswered', offerEarlierPhysio: true, askI3: false }),
      'change of +1': (day) => begun().checkIn(day, { globalChange: 1 }),
      'change of +2': (day) => begun().checkIn(day, { globalChange: 2 }),
      'change of +1 told at 4 weeks, stale': () => begun().checkIn(28, { globalChange: 1 }),
      'change of +1 told on day 27': () => begun().checkIn(27, { globalChange: 1 }),
      'very bad leg': (day) => begun().checkIn(day, { globalChange: 1, severeLegPain: 'yes' }),
      'settled, hard to live with, of 17, in a flare': (day) =>
        story()
          .full(0)
          .start({ ageYears: 17 })
          .write(moment(0, 9), { kind: 'helpAnswered', offerEarlierPhysio: true, askI3: false })
          .morning(Math.max(0, day - 6), 1)
          .morning(Math.max(0, day - 3), 1)
          .morning(day, 1),
      'not easing, and less pain the same day': (day) =>
        begun().morning(day, 5).checkIn(day, { trend: 'same', pain0to10: 8 }),
      'less pain, then not easing, a day apart': (day) =>
        begun()
          .morning(Math.max(0, day - 1), 3)
          .checkIn(day, { trend: 'same', pain0to10: 8 }),
      'first day not known, told 7': (day) => story().full(0).start({ painDayOne0to10: 'notSure' }).morning(day, 7),
      'first day not known, not sure, 7': (day) =>
        story().full(0).start({ painDayOne0to10: 'notSure' }).checkIn(day, { trend: 'notSure', pain0to10: 7 }),
    }
    reviewed.checkLines(
      'slow progress',
      each(rows, (make) => stretches(0, 95, (day) => slowWords(make(day), day, 12) || 'none')),
    )
    const said = new Set<string>()
    const rowsOf = (told: Story, day: number): string => {
      const found = slowProgress(told.state(day), moment(day))
      for (const { id, level, words, because, toldIn, actions, sources, tag } of found)
        said.add(
          `${id}: ${because} | ${level}, ${words} (${actions.join(' ')}) ${toldIn ?? ''} ${sources.join(' ')} [${tag}]`,
        )
      return found.map(({ id }) => id).join(' ') || 'none'
    }
    const sore = () => story().full(0).start({ painDayOne0to10: 8 })
    const checkIns: Readonly<Record<string, Parameters<Story['checkIn']>[1]>> = {
      better: {},
      'cannot get to a drink': { toiletAndDrink: 'no' },
      'not sure of a drink': { toiletAndDrink: 'notSure' },
      'not easing': { pain0to10: 8, trend: 'same' },
      'not easing, none is safe': { pain0to10: 8, trend: 'same', medicineFor24Hours: 'noneSafe' },
      'not easing, medicine not sure': { pain0to10: 8, trend: 'same', medicineFor24Hours: 'notSure' },
      'not easing, told 7': { pain0to10: 7, trend: 'same' },
      'worse and severe': { pain0to10: 7, trend: 'worse' },
      'worse, cannot stand': { trend: 'worse', canStand10Minutes: 'no' },
      'worse, standing not sure': { trend: 'worse', canStand10Minutes: 'notSure' },
      'trend not sure, 7': { pain0to10: 7, trend: 'notSure' },
      'better, but 8': { pain0to10: 8 },
      'hardly changed, a very bad leg': { globalChange: 1, severeLegPain: 'yes' },
      'hardly changed, the leg not sure': { globalChange: 1, severeLegPain: 'notSure' },
    }
    reviewed.checkLines(
      'slow progress, by a check-in of today, of 6 and of 7 days ago; 8 on the first day and now',
      each(checkIns, (part) =>
        [2, 7, 14, 29, 42, 84]
          .map((day) => {
            const told = [0, 6, 7].filter((ago) => ago <= day)
            return `day ${day}: ${told
              .map((ago) =>
                rowsOf(
                  sore()
                    .checkIn(day - ago, part)
                    .morning(day, 8),
                  day,
                ),
              )
              .join(' / ')}`
          })
          .join(' | '),
      ),
    )
    for (const ageYears of [17, 60]) for (const day of [14, 28]) rowsOf(story().full(0).start({ ageYears }), day)
    for (const make of Object.values(stories))
      for (const day of [0, 1, 2, 3, 4, 5]) rowsOf(make(), lastDayOf(make()) + day)
    reviewed.checkLines('slow progress, each row in words', [...said].sort())
    const aged = (firstEver: 'yes' | 'no' | 'notSure', day: number) =>
      stretches(14, 70, (ageYears) => {
        const told = story().full(0).start({ ageYears, firstEver }).morning(day, 2)
        return (
          slowProgress(told.state(day), moment(day))
            .map(({ id, actions }) => `${id} (${actions.join(' ')})`)
            .join(' ') || 'none'
        )
      })
    reviewed.checkLines('slow progress, by age', [
      ...([13, 14, 27, 28, 41, 42] as const).flatMap((day) =>
        (['yes', 'no', 'notSure'] as const).map((first) => `day ${day}, first ever ${first}: ${aged(first, day)}`),
      ),
      `age not known: ${stretches(
        0,
        95,
        (day) => slowWords(story().full(0).start({ ageYears: 'notSure' }).morning(day, 2), day) || 'none',
      )}`,
      `back to normal: ${stretches(
        14,
        22,
        (day) =>
          slowWords(
            story().full(0).start({ ageYears: 17 }).morning(day, 2).checkIn(14, { backToNormal: 'yes' }),
            day,
          ) || 'none',
      )}`,
    ])
    reviewed.checkLines('slow progress, in words', [
      ...new Set(
        Object.values(rows).flatMap((make) =>
          [1, 2, 14, 28, 42, 84].flatMap((day) => {
            const { amount, words, because, actions, toldIn, ...more } = humanHelp(make(day).state(day), moment(day))
            const flags = Object.entries(more).flatMap(([name, on]) => (on === true ? name : []))
            return `${amount} “${words}” ${because.join(' ')} → ${actions.join(' ')} ${toldIn ?? ''} ${flags.join(' ')}`
          }),
        ),
      ),
    ])
  })
  test('a flare, its days and a sore day', () => {
    const after = (pain: number, mornings: number) => {
      const told = begun()
      for (let day = 1; day <= mornings; day += 1) told.morning(day, 3)
      return told.morning(mornings + 1, pain).state(mornings + 1)
    }
    reviewed.checkLines('flares', [
      ...[0, 1, 2, 3, 4, 8].map(
        (mornings) =>
          `${mornings} mornings of 3, then: ${stretches(0, 10, (pain) => (after(pain, mornings).flare ? 'flare' : 'none'))}`,
      ),
      `days: ${stretches(
        4,
        14,
        (day) => `${flareDay(flaring().state(day), moment(day))} ${slowWords(flaring(), day)}`,
      )}`,
      ...[0, 2, 4].map(
        (was) =>
          `sore day after ${was}: ${stretches(0, 10, (pain) => {
            const state = begun().morning(0, was).morning(1, pain, { plainCause: 'yes' }).mini(1, 9).state(1)
            const found = soreDay({ ...state, fullDue: null, flare: null }, well, moment(1))
            return found ? `${JSON.stringify(found.pain)} ${found.position?.movement}` : 'no'
          })}`,
      ),
      `in a flare: ${JSON.stringify(soreDay(flaring().full(4, 9).state(4), well, moment(4)))}`,
      `noticed from 3: ${stretches(0, 10, (now) => String(isNoticeable(3, now)))}`,
      `noticed from 4: ${stretches(0, 10, (now) => String(isNoticeable(4, now)))}`,
      `noticed from 5, by halves: ${stretches(0, 20, (now) => String(isNoticeable(5, now / 2)))}`,
      `usual pain: ${[begun(), begun().morning(0, 4), begun().morning(0, 4, { usual0to10: 2 }), begun().morning(0, 4, { usual0to10: 6 }), begun().morning(0, 4).session(0, 10)].map((told) => usualPain(told.state(0), moment(0))).join(' ')}`,
      `usual pain, by hours since: ${stretches(9, 40, (hour) => String(usualPain(begun().morning(0, 4).state(0, hour), moment(0, hour))))}`,
    ])
  })
  test('what opens the next phase', () => {
    const ready = (told: Story, day: number) => {
      const { next, ready: all, onlyCheckMissing, criteria } = phaseReadiness(told.state(day), moment(day))
      const missing = criteria.flatMap(({ id, met, stillToTell }) =>
        met ? [] : `${id}${stillToTell ? ` (tell ${stillToTell})` : ''}`,
      )
      return `${next} ${all ? 'ready' : `misses ${missing.join(', ')}`}${onlyCheckMissing ? ', only the check' : ''}`
    }
    const one = (part: object = {}, morning = 2) =>
      begun().goodDay(0).morning(1, morning).full(1, 8.1).abilities(1, part)
    const two = (part: object = {}, session: object = {}, morning = 2) =>
      restoring()
        .session(1, 10, session)
        .session(2, 10, session)
        .session(3, 10, session)
        .morning(4, morning, { usual0to10: morning })
        .full(4, 8.1)
        .abilities(4, part)
    const readyBy = (state: ProgrammeState, day: number, sessions: ProgrammeState['sessions']) => {
      const { ready: all, criteria } = phaseReadiness({ ...state, sessions }, moment(day))
      return all ? 'ready' : `misses ${criteria.flatMap(({ id, met }) => (met ? [] : id)).join(' ')}`
    }
    const worse: readonly Partial<ProgrammeState['sessions'][number]>[] = [
      ...[{ light: 'red' as const }, { effort: 9 }, { effort: 'notSure' as const }, { wholeDose: false }],
      ...[{ phase: 1 as const }, { dayNotKnown: true as const }, { nextMorning: 9 }, { nextMorning: null }],
      ...[{ nextMorning: 9, painBefore: 'notSure' as const }],
    ]
    const restored = two().state(4)
    reviewed.checkLines(
      'ready, with one of the last sessions changed',
      worse.flatMap((part) =>
        restored.sessions.map((_, place) => {
          const changed = restored.sessions.map((one, index) => (index === place ? { ...one, ...part } : one))
          return `${JSON.stringify(part)} in session ${place}: ${readyBy(restored, 4, changed)}`
        }),
      ),
    )
    const strong = built().full(19, 8.1).abilities(19).state(19)
    const some = (part: Partial<ProgrammeState['sessions'][number]>) =>
      stretches(0, strong.sessions.length, (many) =>
        readyBy(
          strong,
          19,
          strong.sessions.map((one, index) => (index < many ? { ...one, ...part } : one)),
        ),
      )
    reviewed.checkLines('ready, by how many sessions of the phase were so', [
      `left out: ${stretches(0, strong.sessions.length, (many) => readyBy(strong, 19, strong.sessions.slice(many)))}`,
      `in phase 2: ${some({ phase: 2 })}`,
      `of a day not known: ${some({ dayNotKnown: true })}`,
      `14 days ago: ${some({ day: moment(5).day })}`,
      `15 days ago: ${some({ day: moment(4).day })}`,
    ])
    reviewed.checkLines('ready for the next phase', [
      ready(one(), 1),
      ready(begun().goodDay(0).morning(1, 2).abilities(1), 1),
      `pain, phase 1: ${stretches(0, 10, (pain) => ready(begun().goodDay(0, { painBefore0to10: pain }).morning(1, pain, { plainCause: 'yes' }).full(1, 8.1).abilities(1), 1))}`,
      ...(['no', 'notSure'] as const).flatMap((canWalk5Minutes) => [
        ready(one({ canWalk5Minutes }), 1),
        ready(one({ canSit15Minutes: canWalk5Minutes }), 1),
      ]),
      `told so many days ago: ${stretches(1, 12, (day) =>
        ready(
          begun()
            .goodDay(0)
            .morning(1, 2)
            .abilities(1)
            .goodDay(day)
            .morning(day + 1, 2)
            .full(day + 1, 8.1),
          day + 1,
        ),
      )}`,
      ...(['none', 'some', 'most', 'all', 'notSure'] as const).map((normalTasks) => ready(two({ normalTasks }), 4)),
      `pain, phase 2: ${stretches(0, 6, (pain) => ready(two({}, { painBefore0to10: pain }, pain), 4))}`,
      `effort, phase 2: ${stretches(0, 10, (effort0to10) => ready(two({}, { effort0to10 }), 4))}`,
      ready(two({}, { effort0to10: 'notSure' }), 4),
      ready(two({}, { painBefore0to10: 4 }), 4),
      ready(two({}, { movements: [] }), 4),
      `tasks, phase 3: ${stretches(0, 10, (score) =>
        ready(
          built()
            .full(19, 8.1)
            .abilities(19, { taskScores0to10: [9, score] }),
          19,
        ),
      )}`,
      ready(built().full(19, 8.1).abilities(19, { taskScores0to10: [] }), 19),
      `days in phase 3: ${stretches(17, 22, (day) => ready(built().session(day, 7.6).full(day, 8.1).abilities(day), day))}`,
      ready(kept(), 19),
      ready(flaring(), 4),
      ready(begun(), 0),
      ready(story().full(0), 0),
      `a check so many hours old: ${stretches(8, 34, (hour) => String(phaseReadiness(one().state(1, hour), moment(1, hour)).ready))}`,
      ...[
        'a red session',
        'a morning 1 worse',
        'a morning 2 worse',
        'gentle',
        'eight days away',
        'back a phase by wish',
        'half, green once, whole again',
        'two step-backs in 7 days',
      ].map((name) => `${name}: ${ready(storyOf(name)(), 1)}`),
    ])
  })
})

describe('what is closed, and what opens it', () => {
  test('a visit on each day', () => {
    const lock: DangerLock = {
      event: 'x',
      lock: 'locked',
      level: 'urgent',
      at: moment(5).at,
      day: moment(5).day,
      mistaken: false,
    }
    const visit = (seen: number, told: number, part: Partial<ClinicianCleared>): ClinicianCleared => ({
      v: 1,
      id: 'v',
      ...moment(told),
      kind: 'clinicianCleared',
      who: 'GP',
      seenOn: moment(seen).day,
      ...part,
    })
    const rows: Readonly<Record<string, readonly [Partial<ClinicianCleared>, Partial<DangerLock>]>> = {
      seen: [{}, {}],
      'seen after it': [{ seenAfter: 'x' }, {}],
      'seen after another': [{ seenAfter: 'y' }, {}],
      spoken: [{ how: 'spoken', seenAfter: 'x' }, {}],
      'spoken, of a mistake': [{ how: 'spoken', seenAfter: 'x' }, { mistaken: true }],
      'spoken before, of a mistake': [{ how: 'spoken' }, { mistaken: true }],
    }
    reviewed.checkLines(
      'visits, by the day on which they were',
      each(rows, ([part, of]) =>
        stretches(2, 8, (seen) => {
          const one = { ...lock, ...of }
          return [5, 7]
            .map(
              (told) =>
                `told on ${told}: ${clearedFrom([one], visit(seen, told, part)).length === 0 ? 'opens' : 'stays'} ${whyNotCleared([one], visit(seen, told, part), true)}`,
            )
            .join(', ')
        }),
      ),
    )
    reviewed.checkLines('locks', [
      `may not move: ${whyNotCleared([lock], visit(6, 6, {}), false)}; nothing closed: ${whyNotCleared([], visit(6, 6, {}), true)}`,
      `a clock that was ahead: ${clearedFrom([lock], visit(3, 3, { seenAfter: 'x' })).length}`,
      ...(['self-care', 'soon', 'urgent', 'emergency'] as const).flatMap((level) =>
        (['open', 'gentle', 'locked'] as const).map((of) => `${level}, ${of}: ${closedBy({ level, lock: of })}`),
      ),
      `tightest: ${tightest([])} ${tightest([{ lock: 'gentle' }])} ${tightest([{ lock: 'gentle' }, { lock: 'locked' }])}`,
      `highest: ${highest([])} ${highest([{ level: 'soon' }, { level: 'urgent' }])} ${highest([{ level: 'emergency' }, { level: 'soon' }])}`,
      `too much answered, by hours: ${stretches(9, 36, (hour) => lockOf(begun().write(moment(0, 9), { kind: 'tooMuchFound', level: 'urgent', isNew: true }).write(moment(0, hour), { kind: 'tooMuchFound', level: null, isNew: false }).state(0, 40)))}`,
    ])
  })
  test('what each sign asks for at once', () => {
    reviewed.checkLines('signs', [
      ...newSigns.map((sign) => JSON.stringify({ ...sign, ...warningOfSign(sign) })),
      ...(['A1', 'A2', 'A3', 'A5', 'A6', 'B2', 'anythingNew'] as const).flatMap((id) =>
        (['yes', 'notSure', 'no'] as const).map(
          (answer) =>
            `${id} ${answer}: ${JSON.stringify(warningOfMini({ answers: { A1: 'no', A2: 'no', A3: 'no', A5: 'no', A6: 'no', B2: 'no', anythingNew: 'no', [id]: answer } }))}`,
        ),
      ),
      ...newSigns.map((sign) => `${sign.id} writes ${JSON.stringify(stoppedBy(sign))}`),
      ...['a stop', 'a short check with a yes', 'locked and cleared', 'begun'].map((name) => {
        const told = storyOf(name)()
        return `${name}: ${JSON.stringify(openWarning(told.events, told.state(1), moment(1)))}; after a check ${JSON.stringify(openWarning(told.full(1, 8).events, told.state(1), moment(1)))}`
      }),
    ])
  })
})

test('what two signs ask for together, on the page of either, and what still waits of those told at different times', () => {
  // Its own sentence, which stands above once and whole, by its name.
  const named = new Map(newSigns.map((sign) => [warningOfSign(sign).reasons[0]?.words, `its ${sign.id}`]))
  const words = ({ how, routes, reasons }: Warning) =>
    `${how} ${routes.join(' ')}: ${reasons.map((reason) => named.get(reason.words) ?? reason.words).join(' | ')}`
  const asked = newSigns.filter(({ question }) => question !== null)
  const answersOf = (...signs: typeof newSigns) =>
    Object.fromEntries(signs.map(({ question }) => [question ?? 'none', 'yes']))
  reviewed.checkLines(
    'signs together',
    newSigns.flatMap((one) => [
      ...asked.map(
        (other) =>
          `${one.id}, with ${other.id}: ${words(withAllSigns(warningOfSign(one), answersOf(...(one.question ? [one, other] : [other]))))}`,
      ),
      `${one.id}, with a no to all: ${words(withAllSigns(warningOfSign(one), Object.fromEntries(asked.map(({ question }) => [question ?? 'none', 'no']))))}`,
    ]),
  )
  const stopped = (told: Story, hour: number, sign: (typeof newSigns)[number]) =>
    told.write(moment(0, hour), stoppedBy(sign))
  const waits = (told: Story) => {
    const warning = openWarning(told.events, told.state(0, 20), moment(0, 20))
    return warning ? `${words(warning)}; ${Object.keys(warning.answers).join(' ')}` : 'nothing'
  }
  reviewed.checkLines(
    'signs one after the other',
    newSigns.flatMap((one) =>
      newSigns
        .filter(({ id }) => ['chest', 'saddle', 'weak', 'fever', 'fall'].includes(id))
        .map((other) => {
          const both = waits(stopped(stopped(begun(), 9, one), 10, other))
          const checked = waits(stopped(stopped(begun(), 9, one).full(0, 9.5), 10, other))
          const after = waits(stopped(stopped(begun(), 9, one), 21, other))
          const alone = waits(stopped(begun(), 10, other))
          const first = waits(stopped(begun(), 9, one))
          return `${one.id}, then ${other.id}: ${both}${checked === alone ? '' : ` BEFORE A CHECK ${checked}`}${after === first ? '' : ` YET TO COME ${after}`}`
        }),
    ),
  )
})

describe('today', () => {
  test('the tasks of each story, in their order, and the week', () => {
    const lines = Object.entries(stories).flatMap(([name, make]) => {
      const told = make()
      const on = lastDayOf(told)
      const { next, then, week, welcomeBack, changed } = today(told.state(on, 20), well, moment(on, 20))
      return [
        `${name}, day ${on}: ${[next, ...then].map(({ kind, title, why, minutes }) => `${kind} “${title}” ${why} ${minutes} min`).join(' | ')}`,
        `  ${week.map(({ fromToday, sessionsDone, sessionsPlanned, sort, morningPain, stepBack, decisions, fullCheckDue }) => `${fromToday} ${sort} ${sessionsDone}/${sessionsPlanned} ${morningPain} ${stepBack ? 'back ' : ''}${fullCheckDue ? 'check ' : ''}${decisions.join(' ')}`).join(' | ')}`,
        `  ${changed.map(({ kind, words }) => `${kind}: ${words}`).join(' | ')}${welcomeBack ? ` welcome: ${welcomeBack}` : ''}`,
      ]
    })
    reviewed.checkLines('today', lines)
  })
  test('the lines of each story', () => {
    const lines = [
      'begun',
      'phase 2',
      'phase 3',
      'phase 4',
      'a red session',
      'a flare',
      'half, green once, whole again',
      'locked and cleared',
      'a stop',
    ].flatMap((name) => {
      const told = storyOf(name)()
      const last = told.events.at(-1)
      const on = { ...moment(0), day: last?.day ?? moment(0).day }
      const state = told.state(Math.round(((last?.at ?? 0) - moment(0, 0).at) / 86_400_000), 20)
      return [`${name}:`, ...linesNow(state, on.day).map((line) => `  ${JSON.stringify(line)}`)]
    })
    reviewed.checkLines('lines now', lines)
  })
  test('what the check knows for the start', () => {
    const histories = ['first', 'same', 'checked', 'different', 'notSure']
    const durations = ['days0', 'days1', 'days2', 'days3', 'weeks1', 'weeks3', 'months3', 'notSure']
    reviewed.checkLines('start', [
      ...histories.map((history) => `${history}: ${JSON.stringify(knownForStart({ history, age: 40 }))}`),
      ...durations.map((duration) => `${duration}: ${JSON.stringify(knownForStart({ duration, age: 'notSure' }))}`),
    ])
  })
  test('how much of a movement, in the words of a session', () => {
    const dose = { sets: 1, sides: [] }
    const wishes: readonly Partial<Parameters<typeof sessionDoseWords>[0]>[] = [
      ...[1, 2, 10].map((reps) => ({ reps })),
      ...[1, 2].map((minutes) => ({ minutes })),
      ...[1, 20].map((holdSeconds) => ({ holdSeconds })),
      ...[1, 2, 3].map((sets) => ({ reps: 8, sets })),
      ...([['left'], ['left', 'right']] as const).map((sides) => ({ reps: 8, sides })),
      { reps: 8, holdSeconds: 5, minutes: 2, sets: 2, sides: ['left', 'right'] },
      {},
    ]
    reviewed.checkLines(
      'session doses',
      wishes.map((wish) => `${JSON.stringify(wish)}: ${sessionDoseWords({ ...dose, ...wish })}`),
    )
  })
  test('the rules in words', () => {
    reviewed.checkLines(
      'the rules in words',
      howItDecides.flatMap(({ title, lines, tag }) => [`${title} (${tag})`, ...lines.map((line) => `  ${line}`)]),
    )
  })
  test('and the file has no table that is not looked at', () => {
    reviewed.end()
    expect(Object.keys(stories).length).toBeGreaterThan(40)
  })
})
