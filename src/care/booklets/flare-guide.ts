/** "My flare plan": the plan for a day that is worse, with room to write one's own. From the programme's own flare plan. */
import type { SourceId } from '../evidence/sources.ts'
import { willItComeBack } from '../guide/articles/will-it-come-back.ts'
import { movements } from '../movement/movements.ts'
import { flarePlan } from '../programme/flare.ts'
import { articleParts, claimParts, claimsBehind, type OfArticle, sourcesBehind } from './from-guide.ts'
import { alarm, checkFirst, sourceParts, whenToGetHelp } from './parts.ts'
import type { Booklet } from './types.ts'

const article: OfArticle = { article: willItComeBack, sections: ['what-cuts-the-chance'], noHearsay: true }
const claims = claimsBehind([article])
const usedSources: readonly SourceId[] = [
  ...flarePlan.steps.flatMap(({ sources }) => sources),
  ...sourcesBehind(claims),
]

/** The guide. */
export const flareGuide: Booklet = {
  name: 'flare-plan',
  title: 'My flare plan',
  about: 'To fill in before you need it.',
  lead: flarePlan.kind,
  cover: { movement: 'M15', pose: movements.M15.motion.stills[0]?.pose ?? '' },
  live: { to: 'flarePlan' },
  parts: [
    alarm,
    checkFirst,
    { kind: 'newPage' },
    { kind: 'heading', level: 2, text: 'What a flare is' },
    { kind: 'text', text: flarePlan.means },
    { kind: 'room', label: 'My pain in a usual week, from 0 to 10:', lines: 1 },
    { kind: 'heading', level: 2, text: 'What I do' },
    { kind: 'list', look: 'numbered', items: flarePlan.steps.map(({ text }) => text) },
    { kind: 'room', label: 'My usual movements, and half of each:', lines: 4 },
    { kind: 'room', label: 'What calms me down:', lines: 2 },
    { kind: 'room', label: 'Jobs that can wait, and who can help:', lines: 3 },
    { kind: 'heading', level: 2, text: 'The way back' },
    { kind: 'text', text: flarePlan.back },
    { kind: 'text', text: flarePlan.helpIf },
    { kind: 'room', label: 'Whom I ring:', lines: 2 },
    ...articleParts(article),
    ...whenToGetHelp,
    ...claimParts(claims),
    ...sourceParts(['girft-ces', ...usedSources]),
  ],
  claims,
  sources: usedSources,
}
