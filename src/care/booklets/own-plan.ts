/**
 * Somebody's own plan on paper. What goes to whoever makes the file is a sheet: ids of steps and lines, no words of theirs and
 * no answers. What is read back is held against the plan's own tables, so that no sheet can print what a plan cannot hold.
 * Pure. Never: drops a line that tells when to stop, prints a movement while the check asks to be seen first, or a name.
 */
import { movements } from '../movement/movements.ts'
import { type Pattern, patterns } from '../relief/pattern.ts'
import { bothWaysWorse, type Plan, sectionOrder, sectionTitles } from '../relief/plan.ts'
import { allReviews, bookACheckIf, stopEverything, tingleGrows, whatToExpect } from '../relief/reviews.ts'
import { gentleKinds, type SectionId, slots } from '../relief/slots.ts'
import type { Line, StepCard } from '../relief/step-types.ts'
import { stepById } from '../relief/steps.ts'
import { alarm, drawingOf, onPaper, sourceParts, whenToGetHelp } from './parts.ts'
import type { OwnPaper, Part } from './types.ts'

/** One step: its place in the plan, its card, and which of the card's lines that are for some people only. */
export interface StepOnSheet {
  readonly slot: string
  readonly card: string
  readonly how: readonly number[]
  readonly stop: readonly number[]
}

/** A plan as ids and numbers. */
export interface PlanSheet {
  readonly kind: 'plan'
  readonly movement: 'open' | 'gentle'
  readonly time: 'day' | 'night'
  readonly sections: readonly { readonly id: SectionId; readonly steps: readonly StepOnSheet[] }[]
  /** "The tingling spreads" is one more reason to stop. */
  readonly tingles: boolean
  /** Ids of the pattern and of the moments to look again. */
  readonly pattern: string | null
  readonly reviews: readonly string[]
  /** Both directions sent the pain down the leg. */
  readonly bothWays: boolean
}

/** What of a plan is sent. */
export function planSheet(plan: Plan): PlanSheet {
  const { movement, time, sections, pattern, reviews, profile } = plan
  return {
    kind: 'plan',
    movement,
    time,
    sections: sections.map(({ id, steps }) => ({
      id,
      steps: steps.map(({ slot, card, how, stop }) => ({
        ...{ slot, card },
        how: conditional(stepById.get(card)?.how ?? [], how),
        stop: conditional(stepById.get(card)?.stop ?? [], stop),
      })),
    })),
    tingles: profile.legTingle !== 'no',
    pattern: pattern?.id ?? null,
    reviews: reviews.map(({ id }) => id),
    bothWays: profile.direction === 'stopBoth',
  }
}

/** Places of the lines that are for some people only and that this person has. */
const conditional = (all: readonly Line[], shown: readonly string[]): readonly number[] =>
  all.flatMap((line, place) => (typeof line !== 'string' && shown.includes(line.line) ? [place] : []))

/** The lines of a card: those for everybody always, those for some where the sheet has them. Each once. */
const linesOf = (all: readonly Line[], chosen: readonly number[]): readonly string[] =>
  [
    ...new Set(
      all.flatMap((line, place) => (typeof line === 'string' ? line : chosen.includes(place) ? line.line : [])),
    ),
  ].map(onPaper)

/** The paper; `undefined` for a sheet that no plan of ours can have made. */
export function planPaper(sheet: PlanSheet): OwnPaper | undefined {
  const cards = sheet.sections.map(({ id, steps }) => steps.map((step) => cardOn(step, id, sheet.movement)))
  const isPlan =
    sheet.sections.map(({ id }) => id).join() === sectionOrder[sheet.time].join() &&
    cards.every((own) => own.length > 0 && own.every((card) => card !== undefined)) &&
    eachOnce(sheet.sections.flatMap(({ steps }) => steps.map(({ slot }) => slot))) &&
    sheet.reviews.every((id) => allReviews.some((review) => review.id === id)) &&
    (sheet.pattern === null || (sheet.movement === 'open' && patterns.some(({ id }) => id === sheet.pattern)))
  return isPlan ? paperOf(sheet) : undefined
}

const eachOnce = (all: readonly string[]) => new Set(all).size === all.length

/** The card of a step, where a plan may have it there and its lines are among the card's. */
function cardOn(step: StepOnSheet, section: SectionId, movement: PlanSheet['movement']): StepCard | undefined {
  const slot = slots.find(({ id }) => id === step.slot)
  const card = stepById.get(step.card)
  if (!card || slot?.section !== section || !slot.choices.some((id) => id === card.id)) return undefined
  if (movement === 'gentle' && !(slot.gentle && gentleKinds.includes(card.kind))) return undefined
  const areLines = (chosen: readonly number[], all: readonly Line[]) =>
    chosen.every((place) => all[place] !== undefined && typeof all[place] !== 'string')
  return areLines(step.how, card.how) && areLines(step.stop, card.stop) ? card : undefined
}

function paperOf(sheet: PlanSheet): OwnPaper {
  const cards = sheet.sections.flatMap(({ steps }) => steps.flatMap(({ card }) => stepById.get(card) ?? []))
  const pattern: Pattern | undefined = patterns.find(({ id }) => id === sheet.pattern)
  return {
    title: 'My plan',
    lead: 'What to do now, for the rest of today, tonight and tomorrow.',
    live: 'plan',
    parts: [
      alarm,
      forToday,
      ...(sheet.movement === 'gentle' ? [seenFirst] : []),
      { kind: 'newPage' },
      ...sheet.sections.flatMap(({ id, steps }): readonly Part[] => [
        { kind: 'heading', level: 2, text: sectionTitles[sheet.time][id] },
        ...steps.flatMap(stepParts),
      ]),
      {
        kind: 'box',
        title: 'Stop all of it and check again if',
        items: sheet.tingles ? [...stopEverything, tingleGrows] : stopEverything,
      },
      ...(pattern ? patternParts(pattern) : []),
      ...comingParts(sheet, pattern?.bookFirstTime),
      ...whenToGetHelp,
      ...sourceParts(['girft-ces', ...cards.flatMap(({ sources }) => sources), ...(pattern?.sources ?? [])]),
    ],
  }
}

/** What is left while the check asks to be seen first. */
const seenFirst: Part = {
  kind: 'box',
  title: 'Be seen first',
  items: [
    'Your check asks you to be seen first.',
    'Until then: rest positions, soft breathing and warmth. Walk gently, as on most days. No other movements.',
  ],
}

/** Paper outlives the check that it stands on. */
const forToday: Part = {
  kind: 'box',
  title: 'For today only',
  items: [
    'This plan stands on your check. It counts for 24 hours from then.',
    'Do the check again each day before you start. Do it too when something is new.',
    'Does it tell you to be seen? Then do that, and put this paper away until you have been.',
  ],
}

function stepParts({ card: id, how, stop }: StepOnSheet): readonly Part[] {
  const card = stepById.get(id)
  if (!card) return []
  const long = card.minutes > 0 ? `${card.minutes} min. ${card.often}` : card.often
  const groups = [
    { items: linesOf(card.how, how) },
    { label: 'How long and how often', items: [long] },
    { label: 'When to stop', items: linesOf(card.stop, stop) },
  ].filter(({ items }) => items.length > 0)
  const drawing = card.movement && { drawing: drawingOf(movements[card.movement]) }
  const evidence: Part = { kind: 'evidence', grade: card.grade, text: `${card.why} ${card.evidence}` }
  return [{ kind: 'step', title: card.title, groups, ...drawing }, ...(card.forSafety ? [] : [evidence])]
}

const patternParts = ({ behavesLike, choose, goSlow, evidence, grade }: Pattern): readonly Part[] => [
  { kind: 'heading', level: 2, text: 'What suits this kind of pain' },
  { kind: 'text', text: `Your pain behaves like ${behavesLike}. This is not a diagnosis.` },
  { kind: 'list', look: 'points', items: [...choose, ...goSlow] },
  { kind: 'evidence', grade, text: evidence },
]

/** What comes, when to look again, and when to be seen. */
function comingParts(sheet: PlanSheet, bookFirstTime: string | undefined): readonly Part[] {
  const reviews = allReviews.filter(({ id }) => sheet.reviews.includes(id))
  const book = [...bookACheckIf, ...(bookFirstTime ? [bookFirstTime] : []), ...(sheet.bothWays ? [bothWaysWorse] : [])]
  return [
    { kind: 'heading', level: 2, text: 'What to expect' },
    { kind: 'list', look: 'points', items: whatToExpect },
    { kind: 'heading', level: 2, text: 'When to look again' },
    { kind: 'list', look: 'points', items: reviews.map(({ when, what }) => `${when}: ${what}`) },
    { kind: 'heading', level: 2, text: 'Book to be seen if' },
    { kind: 'list', look: 'points', items: book },
  ]
}
