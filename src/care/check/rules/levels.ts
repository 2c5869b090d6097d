/** What a person sees under each level, and where to go when no rule names a route of its own. Data only. */
import type { Level, RouteId } from '../types.ts'

/** How soon to act. */
export const actWithinWords: Readonly<Record<Level, string>> = {
  emergency: 'Now',
  urgent: 'Today, within 24 hours at most',
  soon: 'In 1 to 2 weeks',
  'self-care': 'Start today. Check again in 24 to 48 hours, on day 4, and after 1 and 2 weeks',
}

/** Where to go when a rule names no route of its own (evidence.md §2.1). */
export const levelRoutes: Readonly<Record<Level, readonly RouteId[]>> = {
  emergency: ['999', 'ae'],
  urgent: ['111', 'gp-urgent'],
  soon: ['gp', 'physio'],
  'self-care': ['pharmacist'],
}
