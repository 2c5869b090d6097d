/** "Desk and lifting": the desk list to tick, and the lifting ladder from a chair to weights. From prevention's own words. */
import type { SourceId } from '../evidence/sources.ts'
import { isMyPostureToBlame } from '../guide/articles/is-my-posture-to-blame.ts'
import { lifting } from '../guide/articles/lifting.ts'
import { movements } from '../movement/movements.ts'
import { deskItems } from '../prevention/desk.ts'
import { liftingMovements, liftingRules } from '../prevention/lifting.ts'
import { topics } from '../prevention/topics.ts'
import { movementParts } from './movement-guide.ts'
import { articleParts, claimParts, claimsBehind, type OfArticle, sourcesBehind } from './from-guide.ts'
import { alarm, checkFirst, sourceParts, stopBox, whenToGetHelp } from './parts.ts'
import type { Booklet, Part } from './types.ts'

const points = (items: readonly string[]): Part => ({ kind: 'list', look: 'points', items })

const desk: OfArticle = { article: isMyPostureToBlame, sections: ['sit-for-comfort', 'how-to-move-more'] }
const lift: OfArticle = { article: lifting, sections: ['in-daily-life'] }
const claims = claimsBehind([desk, lift])
const usedSources: readonly SourceId[] = [
  ...sourcesBehind(claims),
  ...topics.desk.sources,
  ...topics.breaks.sources,
  ...topics.lifting.sources,
  ...liftingMovements.flatMap((id) => movements[id].sources),
]

/** The guide. */
export const deskAndLifting: Booklet = {
  name: 'desk-and-lifting',
  title: 'Desk and lifting',
  about: 'Set up, sit, lift.',
  lead: 'A list for your desk, and four steps back to lifting.',
  cover: { movement: 'M16-loaded', pose: movements['M16-loaded'].motion.stills.at(-1)?.pose ?? '' },
  live: { to: 'article', article: 'lifting' },
  parts: [
    alarm,
    { kind: 'newPage' },
    ...articleParts(desk),
    { kind: 'heading', level: 2, text: topics.desk.title },
    {
      kind: 'text',
      text: 'There is no one right way to sit. Your best posture is your next one. This list is for comfort.',
    },
    { kind: 'list', look: 'ticks', items: deskItems.map(({ text, why }) => `${text} ${why}`) },
    { kind: 'evidence', grade: topics.desk.grade, text: topics.desk.proof.join(' ') },
    { kind: 'heading', level: 2, text: topics.breaks.title },
    points(topics.breaks.proof),
    ...articleParts(lift),
    { kind: 'heading', level: 2, text: topics.lifting.title },
    checkFirst,
    points(liftingRules.everyDay),
    stopBox,
    ...liftingMovements.flatMap((id): readonly Part[] => [{ kind: 'newPage' }, ...movementParts(movements[id])]),
    { kind: 'newPage' },
    { kind: 'heading', level: 3, text: 'Go a step up when' },
    points(liftingRules.up),
    { kind: 'heading', level: 3, text: 'Do not go up when' },
    points(liftingRules.notUp),
    { kind: 'evidence', grade: topics.lifting.grade, text: topics.lifting.proof.join(' ') },
    ...whenToGetHelp,
    ...claimParts(claims),
    ...sourceParts(['girft-ces', ...usedSources]),
  ],
  claims,
  sources: usedSources,
}
