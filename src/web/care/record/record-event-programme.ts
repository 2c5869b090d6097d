/**
 * The events of the programme and the player, as schemas.
 */
import * as z from 'zod/mini'
import { replyFacts } from '../../../care/medicines/overdose-facts.ts'
import { movementIds } from '../../../care/movement/types.ts'
import { newSymptoms, stopQuestions } from '../../../care/programme/events.ts'
import { programmeCards } from '../../../care/programme/phases.ts'
import { Day, dated, Pain, Place, ReplyShape, ScoreShape, words } from './record-event-parts.ts'

const card = z.enum(programmeCards)
const movement = z.enum(movementIds)
const count = z.int().check(z.gte(0), z.lte(1000))
const amount = z.number().check(z.gte(0), z.lte(10_000))
const Dose = z.object({
  reps: z.optional(count),
  holdSeconds: z.optional(amount),
  minutes: z.optional(amount),
  sets: count,
  sides: z.array(z.enum(['left', 'right'])).check(z.maxLength(2)),
  restSeconds: amount,
  loadKg: amount,
})
const miniAnswers = z.partial(
  z.object({
    A1: ReplyShape,
    A2: ReplyShape,
    A3: ReplyShape,
    A5: ReplyShape,
    A6: ReplyShape,
    B2: ReplyShape,
    anythingNew: ReplyShape,
  }),
)

/** One schema for each kind. */
export const ProgrammeShapes = [
  z.object({
    ...dated,
    kind: z.literal('sessionBegun'),
    painNow0to10: ScoreShape,
    minutes: amount,
    items: z
      .array(
        z.object({
          card,
          movement,
          dose: Dose,
          range: z.number().check(z.gte(0), z.lte(1)),
          headStill: z.boolean(),
          half: z.nullable(words),
          insteadOf: z.optional(z.object({ movement, because: words })),
        }),
      )
      .check(z.maxLength(60)),
  }),
  z.object({
    ...dated,
    kind: z.literal('programmeStarted'),
    episodeDay: Day,
    painDayOne0to10: ScoreShape,
    ageYears: z.union([z.int().check(z.gte(0), z.lte(120)), z.literal('notSure')]),
    firstEver: ReplyShape,
  }),
  z.object({
    ...dated,
    kind: z.literal('sessionDone'),
    session: z.optional(z.uuid()),
    painBefore0to10: ScoreShape,
    effort0to10: ScoreShape,
    leg: z.enum(['none', 'same', 'nearer', 'further', 'lasting', 'notSure']),
    movements: z
      .array(z.object({ card, movement, peak0to10: ScoreShape, done: z.enum(['all', 'part', 'tooSore', 'skipped']) }))
      .check(z.maxLength(60)),
  }),
  z.object({
    ...dated,
    kind: z.literal('morningNoted'),
    pain0to10: Pain,
    usual0to10: z.optional(Pain),
    poorSleep: z.optional(ReplyShape),
    ill: z.optional(ReplyShape),
    plainCause: z.optional(ReplyShape),
  }),
  z.object({ ...dated, kind: z.literal('miniCheckDone'), answers: miniAnswers, begunAfter: z.optional(Place) }),
  z.object({
    ...dated,
    kind: z.literal('clinicianCleared'),
    who: words,
    seenOn: z.optional(Day),
    how: z.optional(z.enum(['seen', 'spoken'])),
    seenAfter: z.optional(z.uuid()),
  }),
  z.object({ ...dated, kind: z.literal('dangerMistaken'), checks: z.array(z.uuid()).check(z.maxLength(100)) }),
  z.object({
    ...dated,
    kind: z.literal('tooMuchTold'),
    facts: z.partialRecord(z.enum(replyFacts), ReplyShape),
    weightKg: z.optional(z.union([z.number().check(z.gt(0), z.lte(500)), z.literal('notSure')])),
    emergency: z.optional(z.literal(true)),
  }),
  z.object({
    ...dated,
    kind: z.literal('stopped'),
    sign: z.enum([
      'dangerSign',
      'weaknessOrNumbness',
      'legNumbnessSpreads',
      'fall',
      'fever',
      'dizziness',
      'chest',
      'sharpBonePain',
      'newSymptom',
    ]),
    told: z.optional(z.enum(newSymptoms)),
    questions: z.optional(z.array(z.enum(stopQuestions)).check(z.maxLength(stopQuestions.length))),
  }),
  z.object({ ...dated, kind: z.literal('miniAsked'), because: words }),
  z.object({
    ...dated,
    kind: z.literal('abilitiesNoted'),
    canWalk5Minutes: ReplyShape,
    canSit15Minutes: ReplyShape,
    normalTasks: z.enum(['none', 'some', 'most', 'all', 'notSure']),
    taskScores0to10: z.array(Pain).check(z.maxLength(10)),
  }),
  z.object({ ...dated, kind: z.literal('phaseChanged'), to: z.union([1, 2, 3, 4].map((one) => z.literal(one))) }),
  z.object({
    ...dated,
    kind: z.literal('checkInDone'),
    pain0to10: Pain,
    trend: z.enum(['better', 'same', 'worse', 'notSure']),
    toiletAndDrink: ReplyShape,
    canStand10Minutes: ReplyShape,
    medicineFor24Hours: z.enum(['yes', 'no', 'notSure', 'noneSafe']),
    globalChange: z.optional(z.int().check(z.gte(-5), z.lte(5))),
    backToNormal: ReplyShape,
    severeLegPain: ReplyShape,
    replaces: z.optional(z.uuid()),
  }),
  z.object({
    ...dated,
    kind: z.literal('directionFound'),
    direction: z.enum([
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
    ]),
  }),
  z.object({ ...dated, kind: z.literal('helpAnswered'), offerEarlierPhysio: z.boolean(), askI3: z.boolean() }),
] as const
