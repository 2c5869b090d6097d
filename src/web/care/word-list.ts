/**
 * One word for one thing: the words that people read for what the product is made of, and the words that once stood
 * beside them. `src/words.test.ts` looks for the second on every page. A new name for an old thing is a fault; a new thing gets
 * its row here. Data only. Never: for the words of danger signs, which are as many as people use.
 */
import { checkMinutes } from './check/check-time.ts'

/** A thing, its name, and what it must not be called. */
interface Wording {
  readonly thing: string
  readonly say: string
  readonly never: RegExp
}

/** The list, by what it is about. */
export const wordings: readonly Wording[] = [
  { thing: 'how sure we are', say: 'evidence', never: /\bproof\b/i },
  { thing: 'the course over days and weeks', say: 'day-by-day plan', never: /\b(my|your|the) programme\b/i },
  { thing: 'what is done in the first hour and day', say: 'plan', never: /\b(first[- ]day|one-day) plan\b/i },
  { thing: 'one go at the movements', say: 'session', never: /\b(workouts?|training blocks?|exercise sessions?)\b/i },
  { thing: 'what is done in a session', say: 'movements', never: /\b(my|your|these) exercises\b/i },
  { thing: 'choosing from a long list', say: 'filter', never: /\bshow fewer\b/i },
  { thing: 'how often', say: 'once, 2 times', never: /\b1 times\b/ },
  {
    thing: 'how many',
    say: '1 day, 2 days',
    never: /(?<![.\d])1 (days|minutes|weeks|points|sessions|entries|steps|hours)\b/,
  },
  {
    thing: 'how long the whole check takes',
    say: checkMinutes,
    never: /\bcheck (takes|is) (about |up to )?(?!seven\b)(two|three|five|six|eight|ten|\d+) minutes\b/i,
  },
]
