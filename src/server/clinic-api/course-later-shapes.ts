/** What goes in and out of changing a course from one visit on, as schemas (as in shapes.ts). Nothing is decided here. */
import { z } from '@hono/zod-openapi'
import { courseVisits } from '../../clinic/booking/courses.ts'
import { Cost, FreeTime, givenMoment, Token } from './shapes.ts'

const version = z.int().min(0)
const seen = z.strictObject({ visit: z.string().max(80), version })

export const Later = z
  .object({
    visits: z.array(
      z.object({
        visit: Token,
        version,
        time: FreeTime,
        pricePence: z.int(),
        onceMovedPence: z.int().openapi({ description: 'What it costs once it is moved.' }),
        cancelling: Cost,
      }),
    ),
    cancelling: Cost.openapi({ description: 'What cancelling all of them costs now.' }),
    onceMovedPence: z.int().openapi({ description: 'What all of them cost once they are moved.' }),
  })
  .openapi('Later', {
    description: 'This visit and those of its course after it that stand and are ahead. All are changed, or none.',
  })

export const CancelLaterCall = z
  .strictObject({
    visits: z.array(seen).min(1).max(courseVisits.most),
    cancelling: z.strictObject(Cost.shape).openapi({ description: 'What you were told that it costs. It is held to.' }),
  })
  .openapi('CancelLaterCall')

export const LaterQuoteCall = z.strictObject({ start: givenMoment }).openapi('LaterQuoteCall', {
  description: 'Where this visit is to go; the others go as far, on the clock of their place.',
})

export const LaterQuote = z
  .object({
    dates: z.array(
      z.object({
        ...{ visit: Token, version, time: FreeTime },
        why: z.string().nullable().openapi({ description: 'Why it cannot be had; null where it can.' }),
        near: z.array(FreeTime),
      }),
    ),
    onceMovedPence: z.int(),
  })
  .openapi('LaterQuote')

export const MoveLaterCall = z
  .strictObject({
    dates: z
      .array(seen.extend({ start: givenMoment }))
      .min(1)
      .max(courseVisits.most),
    onceMovedPence: z.int().openapi({ description: 'What you were told that they cost once moved. It is held to.' }),
  })
  .openapi('MoveLaterCall', { description: 'Each visit with its new start, or its own where it stays.' })
