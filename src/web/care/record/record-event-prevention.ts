/**
 * The events of prevention, as schemas.
 * Only the shape is read here; what follows from an event is decided by care/prevention.
 */
import * as z from 'zod/mini'
import {
  type ClockTime,
  deskItemIds,
  reminderKinds,
  walkFeelings,
  type Weekday,
  weekdays,
} from '../../../care/prevention/events.ts'
import { isClockTime } from '../../../care/prevention/reminders.ts'
import { dated } from './record-event-parts.ts'

/** `09:30`. */
const Time = z.custom<ClockTime>((text) => typeof text === 'string' && isClockTime(text))
const Day = z.custom<Weekday>((number) => weekdays.some((day) => day === number))
const What = z.enum(reminderKinds)
const whole = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most))

/** One schema for each kind. */
export const PreventionShapes = [
  z.object({ ...dated, kind: z.literal('walkingStarted'), minutesNow: whole(0, 180), daysNow: whole(0, 7) }),
  z.object({ ...dated, kind: z.literal('walkingEnded') }),
  z.object({ ...dated, kind: z.literal('walkDone'), minutes: whole(1, 600), felt: z.enum(walkFeelings) }),
  z.object({ ...dated, kind: z.literal('strengthDaysChosen'), weekdays: z.tuple([Day, Day]) }),
  z.object({
    ...dated,
    kind: z.literal('deskNoted'),
    done: z.array(z.enum(deskItemIds)).check(z.maxLength(deskItemIds.length)),
  }),
  z.object({
    ...dated,
    kind: z.literal('reminderSet'),
    what: What,
    times: z.union([
      z.array(Time).check(z.minLength(1), z.maxLength(24)),
      z.object({ everyMinutes: whole(5, 720), from: Time, to: Time }),
    ]),
    days: z.array(Day).check(z.minLength(1), z.maxLength(7)),
  }),
  z.object({ ...dated, kind: z.literal('reminderCancelled'), what: z.enum([...reminderKinds, 'all']) }),
  z.object({ ...dated, kind: z.literal('reminderWording'), wording: z.enum(['hidden', 'move']) }),
] as const
