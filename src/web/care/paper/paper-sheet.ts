/**
 * What is sent when somebody has their own plan made into a file: ids and numbers, checked here where they come in.
 * Never: a free text. The tables of the plan and of the programme then say whether such a sheet can be (care/booklets).
 */
import { z } from 'zod'
import { type PlanSheet, planPaper } from '../../../care/booklets/own-plan.ts'
import { type ProgrammeSheet, programmePaper } from '../../../care/booklets/own-programme.ts'
import type { OwnPaper } from '../../../care/booklets/types.ts'
import { movementIds } from '../../../care/movement/movements.ts'

const id = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)
const places = z.array(z.int().min(0).max(60)).max(40)
const step = z.strictObject({ slot: id, card: id, how: places, stop: places })
const plan = z.strictObject({
  kind: z.literal('plan'),
  movement: z.enum(['open', 'gentle']),
  time: z.enum(['day', 'night']),
  sections: z
    .array(
      z.strictObject({
        id: z.enum(['firstHour', 'restOfToday', 'tonight', 'tomorrow']),
        steps: z.array(step).min(1).max(12),
      }),
    )
    .max(4),
  tingles: z.boolean(),
  pattern: id.nullable(),
  reviews: z.array(id).max(12),
  bothWays: z.boolean(),
})
const amount = z.int().min(1).max(600)
const movement = z.strictObject({
  movement: z.enum(movementIds),
  dose: z.strictObject({
    reps: amount.exactOptional(),
    holdSeconds: amount.exactOptional(),
    minutes: amount.exactOptional(),
    sets: amount,
    sides: z.array(z.enum(['left', 'right'])).max(2),
    loadKg: z.int().min(0).max(60),
  }),
  range: z.int().min(1).max(100),
  headStill: z.boolean(),
  half: z.boolean(),
  changes: z.array(id).max(20),
})
const programme = z.strictObject({
  kind: z.literal('programme'),
  phase: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  lock: z.enum(['open', 'gentle']),
  movements: z.array(movement).min(1).max(30),
})

/** A sheet of either plan. */
export type OwnSheet = PlanSheet | ProgrammeSheet
/** A sheet as it may come in. */
export const OwnSheet: z.ZodType<OwnSheet> = z.discriminatedUnion('kind', [plan, programme])

/** Largest sheet taken, in bytes. */
export const mostSheetBytes = 20_000

/** The paper of a sheet; `undefined` where nothing of ours can have made it. */
export const paperOf = (sheet: OwnSheet): OwnPaper | undefined =>
  sheet.kind === 'plan' ? planPaper(sheet) : programmePaper(sheet)
