/**
 * One word for one thing: the words that people read for what the product is made of, and the words that once stood
 * beside them. `src/words.test.ts` looks for the second on every page. A new name for an old thing is a fault; a new thing gets
 * its row here. Data only. Never: for the words of danger signs, which are as many as people use.
 */
import { checkMinutes } from '../../care/check/check-minutes.ts'

/** A thing, its name, and what it must not be called. */
interface Wording {
  readonly thing: string
  readonly say: string
  readonly never: RegExp
}

/** The list, by what it is about. */
export const wordings: readonly Wording[] = [
  { thing: 'how sure we are', say: 'evidence', never: /\bproofs?\b(?! of a yes\b)/i },
  { thing: 'the course over days and weeks', say: 'day-by-day plan', never: /\b(my|your|the) programme\b/i },
  { thing: 'what is done in the first hour and day', say: 'plan', never: /\b(first[- ]day|one-day) plan\b/i },
  { thing: 'one go at the movements', say: 'session', never: /\b(workouts?|training blocks?|exercise sessions?)\b/i },
  { thing: 'what is done in a session', say: 'movements', never: /\b(my|your|these) exercises\b/i },
  // Old turns of ours that no English reader says.
  { thing: 'a rule that comes first', say: 'comes before', never: /\bbeats all\b/i },
  { thing: 'whatever it is', say: 'anything', never: /\ball that (upsets|hurts|worries|we|you)\b/i },
  { thing: 'a time that somebody else has', say: 'not free', never: /\b(?:cannot|can) be had\b/i },
  { thing: 'people of a kind', say: 'anyone who', never: /\b(for|to|of) who (cannot|can|is|has|wants|needs)\b/i },
  { thing: 'whom to ring', say: 'your result says', never: /\bthat your result names\b|\bnor was what\b/i },
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
    never: new RegExp(
      [
        '\\bcheck (?:takes|is) (?:about |up to )?(?!seven\\b)(?:two|three|five|six|eight|ten|\\d+) minutes\\b',
        '\\bcheck\\b.{0,40}\\btakes (?:only )?a few minutes\\b',
      ].join('|'),
      'i',
    ),
  },
]
