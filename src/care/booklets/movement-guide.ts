/**
 * "The movements": one version of each card, drawn, with its doses and whom it is not for. From the cards alone.
 * Never: says that somebody may do one; the check and the block list do that, and the guide says so.
 */
import type { SourceId } from '../evidence/sources.ts'
import { strength } from '../guide/articles/strength.ts'
import { stretches } from '../guide/articles/stretches.ts'
import { movementIds, type Movement, movements } from '../movement/movements.ts'
import { articleParts, claimParts, claimsBehind, type OfArticle, sourcesBehind } from './from-guide.ts'
import { alarm, checkFirst, drawingsOf, sourceParts, stopBox, whenToGetHelp } from './parts.ts'
import type { Booklet, Part } from './types.ts'

/** The first version of each card, in the order of the cards. */
export const printedMovements: readonly Movement[] = movementIds
  .map((id) => movements[id])
  .filter(({ card }, index, all) => all.findIndex((other) => other.card === card) === index)

/** The parts of the guide: where somebody stands now decides what is for them. */
const shelves: readonly { readonly title: string; readonly holds: (movement: Movement) => boolean }[] = [
  { title: 'To rest and ease', holds: ({ kind }) => kind === 'ease' || kind === 'breathing' },
  { title: 'From the first days', holds: ({ kind, dose }) => isActive(kind) && dose.calm !== null },
  { title: 'As it settles', holds: ({ kind, dose }) => isActive(kind) && dose.calm === null && dose.restore !== null },
  { title: 'To get strong', holds: ({ kind, dose }) => isActive(kind) && dose.calm === null && dose.restore === null },
]
const isActive = (kind: Movement['kind']) => kind === 'move' || kind === 'walk'

/** The phases of the programme as a person reads them, with the dose letter of the card. */
const phaseRows = [
  { name: 'Calm', dose: 'calm' },
  { name: 'Restore', dose: 'restore' },
  { name: 'Build', dose: 'strength' },
] as const

const newPage: Part = { kind: 'newPage' }

/** One movement on paper. */
export function movementParts(movement: Movement): readonly Part[] {
  const { title, start, steps, breathe, mistakes, care, easier, grade, why } = movement
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'drawings', drawings: drawingsOf(movement) },
    { kind: 'list', look: 'numbered', items: [start, ...steps, breathe] },
    doseOf(movement),
    {
      kind: 'groups',
      groups: [
        { label: 'Take care', items: care },
        { label: 'Easier', items: [easier] },
        { label: 'Not like this', items: [mistakes.join(' ')] },
      ],
    },
    { kind: 'evidence', grade, text: why },
  ]
}

/** How much in each part of the programme; in one line where it is the same in all. */
function doseOf({ dose }: Movement): Part {
  const rows = phaseRows.flatMap(({ name, dose: letter }) => {
    const now = dose[letter]
    return now ? [[name, now.text] as const] : []
  })
  const [first, ...others] = rows
  if (first && others.every(([, text]) => text === first[1]))
    return { kind: 'groups', groups: [{ label: 'How much', items: [first[1]] }] }
  return { kind: 'table', head: ['When', 'How much'], rows }
}

const articles: readonly OfArticle[] = [{ article: stretches }, { article: strength, sections: ['when-to-begin'] }]
const claims = claimsBehind(articles)
const usedSources: readonly SourceId[] = [
  ...printedMovements.flatMap(({ sources }) => sources),
  ...sourcesBehind(claims),
]

/** The guide. */
export const movementGuide: Booklet = {
  name: 'movements',
  title: 'The movements',
  about: `${printedMovements.length}, drawn, with how much.`,
  lead: 'Each movement in pictures, with how much of it, and whom it is not for.',
  cover: { movement: 'M10', pose: movements.M10.motion.stills[1]?.pose ?? '' },
  live: { to: 'movements' },
  parts: [
    alarm,
    checkFirst,
    stopBox,
    {
      kind: 'text',
      text: 'Calm, Restore and Build are the parts of the day-by-day plan. Not sure which is yours? Then yours is Calm.',
    },
    ...articles.flatMap(articleParts),
    newPage,
    ...shelves.flatMap(({ title, holds }): readonly Part[] => [
      { kind: 'heading', level: 2, text: title },
      ...printedMovements.filter(holds).flatMap((movement) => [...movementParts(movement), newPage]),
    ]),
    ...whenToGetHelp,
    ...claimParts(claims),
    ...sourceParts(['girft-ces', ...usedSources]),
  ],
  claims,
  sources: usedSources,
}
