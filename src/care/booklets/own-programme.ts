/**
 * Today's movements of somebody's day-by-day plan on paper: what a session of today would hold, and nothing that is out for
 * them. The sheet that is sent has ids and numbers alone, and is held against the cards when it is read back. Pure.
 * Never: prints a movement that the phase has no dose of, more than its dose, or one that the lock does not allow.
 */
import { changeRules } from '../movement/block-rules.ts'
import { selects, withinLock } from '../movement/block-list.ts'
import { type MovementId, movementIds, movements } from '../movement/movements.ts'
import { changesIn, type SessionDose, sessionDoseWords } from '../programme/session-item.ts'
import { type PhaseNumber, phases } from '../programme/phases.ts'
import type { Session } from '../programme/session.ts'
import { alarm, drawingOf, drawingsOf, sourceParts, stopBox, whenToGetHelp } from './parts.ts'
import type { OwnPaper, Part } from './types.ts'

/** The dose as it is printed. */
type DoseOnSheet = Omit<SessionDose, 'restSeconds'>

/** One movement of today. */
export interface MovementOnSheet {
  readonly movement: MovementId
  readonly dose: DoseOnSheet
  /** How far it goes, in hundredths of the whole way. */
  readonly range: number
  readonly headStill: boolean
  readonly half: boolean
  /** Ids of the rules that change it for this person. */
  readonly changes: readonly string[]
}

/** Today's movements as ids and numbers. */
export interface ProgrammeSheet {
  readonly kind: 'programme'
  readonly phase: PhaseNumber
  readonly lock: 'open' | 'gentle'
  readonly movements: readonly MovementOnSheet[]
}

/** What of today's session is sent: all that it holds, and what may be later in the day. */
export function programmeSheet({ phase, lock, items, later }: Session): ProgrammeSheet {
  return {
    kind: 'programme',
    ...{ phase, lock },
    movements: [...items, ...later].map(({ movement, dose, range, headStill, half, changes }) => {
      const { restSeconds: _, ...printed } = dose
      return {
        ...{ movement, headStill },
        dose: printed,
        range: Math.round(range * 100),
        half: half !== null,
        changes: changes.map(({ rule }) => rule),
      }
    }),
  }
}

/** The paper; `undefined` for a sheet that no session of ours can have made. */
export function programmePaper(sheet: ProgrammeSheet): OwnPaper | undefined {
  const { movements: own, phase, lock } = sheet
  const isSession =
    own.length > 0 &&
    new Set(own.map(({ movement }) => movement)).size === own.length &&
    own.every((one) => movementIds.includes(one.movement) && withinLock(one.movement, lock) && isWithin(one, phase))
  return isSession ? paperOf(sheet) : undefined
}

/** Is it no more than the phase gives of this movement, changed only by rules that speak of it? */
function isWithin({ movement: id, dose, changes }: MovementOnSheet, phase: PhaseNumber): boolean {
  const movement = movements[id]
  const most = movement.dose[phases[phase].dose]
  if (!most) return false
  const content = phases[phase].content.filter(({ card }) => card === movement.card || card === id)
  const minutes = Math.max(most.minutes?.[1] ?? 0, ...phases[phase].content.map((line) => line.minutes?.[1] ?? 0))
  const loadKg = Math.max(0, ...content.map((line) => line.loadKg ?? 0))
  const upTo = (value: number | undefined, limit: number | undefined) =>
    value === undefined || (limit !== undefined && value >= 1 && value <= limit)
  return (
    upTo(dose.reps, most.reps?.[1]) &&
    upTo(dose.holdSeconds, most.holdSeconds?.[1]) &&
    upTo(dose.minutes, movement.kind === 'walk' || most.minutes ? minutes : undefined) &&
    upTo(dose.sets, most.sets?.[1] ?? 1) &&
    dose.loadKg <= loadKg &&
    changes.every((rule) => changeRules.some((one) => one.id === rule && selects(one.changes, movement)))
  )
}

function paperOf({ phase: number, lock, movements: own }: ProgrammeSheet): OwnPaper {
  const phase = phases[number]
  return {
    title: 'My day-by-day plan',
    lead: `Your movements for today. Phase ${phase.number}, ${phase.name}.`,
    live: 'programme',
    parts: [
      alarm,
      forToday,
      stopBox,
      ...(lock === 'gentle' ? [untilSeen] : []),
      { kind: 'newPage' },
      { kind: 'heading', level: 2, text: `Phase ${phase.number}: ${phase.name}` },
      { kind: 'list', look: 'points', items: [phase.aim, phase.frequency, phase.typicalTime] },
      { kind: 'heading', level: 2, text: 'Your movements for today' },
      ...own.flatMap(movementParts),
      ...whenToGetHelp,
      ...sourceParts(['girft-ces', ...phase.sources, ...own.flatMap(({ movement }) => movements[movement].sources)]),
    ],
  }
}

/** The plan changes with each day; paper does not. */
const forToday: Part = {
  kind: 'box',
  title: 'For today only',
  items: [
    'Your plan changes with how each day felt. Open it each day, and answer what it asks, before you start.',
    'Does it tell you to be seen? Then do that, and put this paper away until you have been.',
    'What is out for you today is not on this paper.',
  ],
}

const untilSeen: Part = {
  kind: 'box',
  title: 'Your check asked you to be seen',
  items: ['Until then: rest positions and slow breathing. Heat, if it is safe. Walk gently, as on most days.'],
}

function movementParts(onSheet: MovementOnSheet): readonly Part[] {
  const movement = movements[onSheet.movement]
  const { title, start, steps, breathe, grade, why } = movement
  // Drawn to its full way it would show more than this person does: then only how it begins.
  const isWhole = onSheet.range === 100 && !onSheet.headStill
  const drawings = isWhole ? drawingsOf(movement) : [{ ...drawingOf(movement), caption: 'How it begins' }]
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'drawings', drawings },
    { kind: 'list', look: 'numbered', items: [start, ...steps, breathe] },
    { kind: 'groups', groups: groupsOf(onSheet) },
    { kind: 'evidence', grade, text: why },
  ]
}

/** How much of it, how this person does it otherwise than it stands, and what to take care of. */
function groupsOf({ movement, dose, range, half, changes }: MovementOnSheet) {
  const { care, easier } = movements[movement]
  const rules = changeRules.flatMap(({ id: rule, text }) => (changes.includes(rule) ? [{ rule, text }] : []))
  const differently = [
    ...(half ? ['This is half for now.'] : []),
    ...(dose.loadKg > 0 ? [`With ${dose.loadKg} kg.`] : []),
    ...wayWords(range),
    ...changesIn(rules, half),
  ]
  return [
    { label: 'How much', items: [sessionDoseWords(dose)] },
    { label: 'For you', items: [...new Set(differently)] },
    { label: 'Take care', items: care },
    { label: 'Easier', items: [easier] },
  ].filter(({ items }) => items.length > 0)
}

function wayWords(range: number): readonly string[] {
  if (range >= 100) return []
  if (range < 50) return ['Go only a little of the way.']
  return range < 75 ? ['Go about half the way.'] : ['Go most of the way.']
}
