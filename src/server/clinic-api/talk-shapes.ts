/** What goes in and out of reviews and questions, as schemas (as in shapes.ts). Nothing is decided here. */
import { z } from '@hono/zod-openapi'
import { longestReview } from '../../clinic/reviews/write-review.ts'
import { longestQuestion } from '../../clinic/talk/ask-question.ts'
import { dangerBeside, moment, Token } from './shapes.ts'

const clinic = z.object({ name: z.string(), phone: z.string() })

export const Reviews = z
  .object({
    rating: z.object({
      count: z.int(),
      mean: z.number().nullable().openapi({ description: 'Of the marks that are shown; null without any.' }),
      marks: z.array(z.int()).length(5).openapi({ description: 'How many gave each mark, 1 first.' }),
      notShown: z
        .record(z.string(), z.int())
        .openapi({ description: 'How many are kept back, by why; waits: the clinic reads it first.' }),
    }),
    page: z.int(),
    reviews: z.array(
      z.object({
        ...{ id: z.uuid(), mark: z.int(), words: z.string() },
        name: z.string().nullable().openapi({ description: 'As the writer chose to be called; null: a patient.' }),
        ...{ writtenAt: moment, editedAt: moment.nullable() },
        reply: z.string().nullable().openapi({ description: 'What the clinic answered.' }),
      }),
    ),
  })
  .openapi('Reviews', { description: 'Newest first. None is picked out.' })

export const ReviewCall = z
  .strictObject({
    mark: z.int().min(1).max(5),
    words: z
      .string()
      .max(10_000)
      .optional()
      .openapi({ description: `At most ${longestReview} characters.` }),
    name: z.enum(['nobody', 'short']).optional().openapi({ description: 'short: by shortName; else as a patient.' }),
  })
  .openapi('ReviewCall', { description: 'Sent again it changes the review; each wording is kept.' })
export const OwnReview = z
  .object({
    clinic,
    therapist: z.string(),
    shortName: z.string().nullable(),
    mayReview: z.boolean().openapi({ description: 'Only a visit that took place can be reviewed.' }),
    review: z
      .object({
        ...{ mark: z.int(), words: z.string(), name: z.string().nullable() },
        hidden: z.string().nullable().openapi({ description: 'Kept back by the clinic, and why.' }),
        waits: z.boolean().openapi({ description: 'The clinic reads it before anybody else can.' }),
        reply: z.string().nullable(),
      })
      .nullable(),
    ...dangerBeside,
  })
  .openapi('OwnReview')

export const QuestionCall = z
  .strictObject({
    key: z.uuid().openapi({ description: 'One for one question, however often it is sent.' }),
    words: z
      .string()
      .max(100_000)
      .openapi({ description: `At most ${longestQuestion} characters.` }),
    who: z.enum(['all', 'me']).openapi({ description: 'Who may read the answer.' }),
    email: z.string().max(500).optional().openapi({ description: 'To be told of the answer.' }),
    clinic: z.uuid().optional().openapi({ description: 'Or whichever has fewest questions.' }),
    told: z.literal('yes').optional().openapi({ description: 'They were told that 999 or 111 comes first.' }),
    aboutNote: z.record(z.string().max(60), z.enum(['no', 'yes', 'notSure'])).optional(),
  })
  .openapi('QuestionCall', {
    description:
      'Where the words may mean danger the answer asks; send again with each question answered in aboutNote.',
  })
const signed = z.object({ name: z.string(), profession: z.string(), body: z.string(), number: z.string() })
export const OwnQuestion = z
  .object({
    question: Token,
    state: z.enum(['open', 'answered', 'closed', 'erased']),
    words: z.string().nullable().openapi({ description: 'null once erased.' }),
    isPublic: z.boolean(),
    isPublished: z.boolean(),
    askedAt: moment,
    clinic,
    answer: z.object({ words: z.string(), guidePages: z.array(z.string()), signed, at: moment }).nullable(),
    closed: z.string().nullable().openapi({ description: 'Why, where it was closed without an answer.' }),
    readBy: z.array(z.string()).openapi({ description: 'Who of the clinic opened it.' }),
  })
  .openapi('OwnQuestion')
export const Answers = z
  .object({
    ...{ count: z.int(), page: z.int() },
    answers: z.array(
      z.object({
        ...{ id: z.uuid(), question: z.string(), answer: z.string(), guidePages: z.array(z.string()) },
        ...{ clinic: z.string(), therapist: z.string(), signed, at: moment },
      }),
    ),
  })
  .openapi('Answers', { description: 'Newest first, while whoever signed is on a register.' })
