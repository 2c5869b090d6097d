/**
 * The events of the diary, as schemas. What an entry may say is decided by `checkedEntry`;
 * here only its shape is read.
 */
import * as z from 'zod/mini'
import { isRegionId, type RegionId } from '../../../care/diary/body-map.ts'
import {
  type DiaryEntry,
  type EntryFields,
  helpedAnswers,
  legAnswers,
  liftingAnswers,
  mostTasks,
  noteLimit,
  signAnswers,
  sleepAnswers,
  stressAnswers,
} from '../../../care/diary/entry.ts'
import { checkedEntry, isAboutAnEarlierDay } from '../../../care/diary/entry-sound.ts'
import { dated, Day, Pain, words } from './record-event-parts.ts'

const oneOf = <Value extends string>(list: readonly { readonly value: Value }[]) =>
  z.enum(list.map(({ value }) => value))
const place = z.custom<RegionId>((id) => typeof id === 'string' && isRegionId(id))

/** One schema for each kind. */
export const DiaryShapes = [
  z
    .object({
      ...dated,
      v: z.literal(2),
      kind: z.literal('diaryEntry'),
      about: z.optional(Day),
      replaces: z.optional(z.uuid()),
      painNow0to10: Pain,
      painWorst0to10: z.optional(Pain),
      painAverage0to10: z.optional(Pain),
      places: z.optional(z.array(place).check(z.maxLength(100))),
      leg: z.optional(oneOf(legAnswers)),
      signs: z.optional(z.array(oneOf(signAnswers)).check(z.maxLength(20))),
      plainCause: z.optional(z.enum(['yes', 'no', 'notSure'])),
      sleep: z.optional(oneOf(sleepAnswers)),
      stress: z.optional(oneOf(stressAnswers)),
      sittingHours: z.optional(z.number()),
      lifting: z.optional(oneOf(liftingAnswers)),
      medicine: z.optional(z.object({ taken: z.boolean(), doses: z.array(z.uuid()).check(z.maxLength(50)) })),
      helped: z.optional(z.array(oneOf(helpedAnswers)).check(z.maxLength(20))),
      note: z.optional(z.string().check(z.maxLength(noteLimit))),
      taskScores: z.optional(z.array(z.object({ task: z.uuid(), score0to10: Pain })).check(z.maxLength(mostTasks))),
      confidence0to10: z.optional(Pain),
      globalChange: z.optional(z.int()),
    })
    // Its shape is parsed above; zod says "or undefined" of the parts that may be missing.
    .check(z.refine((entry) => checkedEntry(entry as EntryFields).ok && isAboutAnEarlierDay(entry as DiaryEntry))),
  z.object({ ...dated, kind: z.literal('entryWithdrawn'), entry: z.uuid() }),
  z.object({ ...dated, kind: z.literal('taskChosen'), task: z.uuid(), name: words }),
  z.object({ ...dated, kind: z.literal('taskDropped'), task: z.uuid() }),
] as const
