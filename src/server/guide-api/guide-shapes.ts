/** What goes in and out of the guide for machines, as schemas. Nothing is decided here. */
import { z } from '@hono/zod-openapi'
import { dangerBeside } from '../clinic-api/shapes.ts'

const href = z.string().openapi({ description: 'The path of its page here.' })
const sentence = z.object({
  text: z.string(),
  claims: z.array(z.string()).openapi({ description: 'Ids of the claims that it rests on: /api/v1/claims.' }),
})
const named = z.object({ slug: z.string(), title: z.string(), about: z.string(), href })
const grade = z.enum(['strong', 'moderate', 'weak', 'none', 'against'])
const tag = z.enum(['V', 'V2', 'K', 'C'])

const claim = z
  .looseObject({
    ...{ id: z.string(), says: z.string(), kind: z.string(), grade: grade.optional(), tag },
    effect: z.looseObject({ of: z.string(), found: z.number(), unit: z.string() }).optional(),
    sources: z.array(z.object({ id: z.string(), title: z.string(), tag })),
    reviewed: z.object({ on: z.iso.date(), by: z.iso.date() }),
  })
  .openapi('Claim', {
    description: 'Tag K: known to us and not seen in its source yet. No clinician has signed it off.',
  })

/** The words that are looked for. */
export const GuideSearchCall = z.strictObject({ words: z.string().max(10_000) }).openapi('GuideSearchCall')

/** What is answered. */
export const shapes = {
  Guide: z
    .object({
      shelves: z.array(z.object({ shelf: z.string(), title: z.string(), articles: z.array(named) })),
      questions: z.array(z.object({ slug: z.string(), ask: z.string(), href })),
    })
    .openapi('Guide'),
  Article: named
    .extend({
      short: z.array(sentence).openapi({ description: 'The short answer.' }),
      heard: z.array(z.object({ heard: z.string(), known: sentence })),
      sections: z.array(
        z.object({
          ...{ id: z.string(), title: z.string(), kind: z.string(), lines: z.array(sentence) },
          href: href.optional().openapi({ description: 'Of what the page draws from the rules themselves.' }),
        }),
      ),
      whenNot: z.array(sentence),
      leads: z.array(z.object({ href, text: z.string() })),
    })
    .openapi('Article'),
  Questions: z
    .object({
      questions: z.array(
        z.object({ slug: z.string(), ask: z.string(), shelf: z.string(), href, answer: z.array(sentence) }),
      ),
    })
    .openapi('Questions'),
  Treatments: z
    .object({
      treatments: z.array(
        z.looseObject({
          ...{ slug: z.string(), name: z.string(), group: z.string(), href, risk: z.string(), cost: z.string() },
          ...{ what: z.array(sentence), does: sentence, claim },
          guidelines: z.record(z.enum(['nice', 'acp', 'who']), z.looseObject({ says: z.string() }).optional()),
        }),
      ),
    })
    .openapi('Treatments'),
  Claims: z.object({ claims: z.array(claim) }).openapi('Claims'),
  Found: z
    .object({
      ...dangerBeside,
      notInTheGuide: z.string().optional().openapi({ description: 'What the guide says nothing about.' }),
      found: z.array(
        z.object({ kind: z.string(), title: z.string(), about: z.string(), href, grade: grade.optional() }),
      ),
    })
    .openapi('GuideFound'),
}
