/**
 * What gets harder next, where something may (evidence.md §6.2). Pure.
 * Never: two things at once, or a movement that was not done whole.
 */
import { backHelps, directionOf, directionSet } from './direction.ts'
import { harderIn, ladder, nextRung } from './ladder.ts'
import { cardNamed, type Content, type ProgrammeCard, phases } from './phases.ts'
import type { Change, ProgrammeState } from './state.ts'
import { limit } from './thresholds.ts'

/** A change that could be made: how far the line has come (0–1), and its place in the phase. */
interface Candidate extends Change {
  readonly far: number
  readonly order: number
}

/** The one thing to make harder: the line that has come least far, of those done whole in the last sessions. */
export function nextChange(state: ProgrammeState): Change | null {
  const recent = state.sessions.slice(-limit('sessionsToAdvance'))
  const effort = recent.at(-1)?.effort
  const doneWhole = (card: ProgrammeCard) =>
    recent.some(({ movements }) => movements.some((one) => one.card === card && one.done === 'all'))
  const steps = phases[state.phase].content.flatMap((content, order): readonly Candidate[] => {
    const { card } = content
    const rungs = ladder(state.phase, card)
    const from = state.cards[card]?.rung ?? -1
    if (rungs.length === 0) return []
    if (from < 0) return mayJoin(state, content) ? [{ card, what: 'join', from, to: 0, far: 0, order }] : []
    const to = nextRung(rungs, from, state.help?.offerEarlierPhysio ?? false)
    const [now, next] = [rungs[from], rungs[to]]
    if (to === from || !now || !next || !doneWhole(card)) return []
    const harderPlank = card === cardNamed.plank && harderIn(now, next)[0] === 'level'
    if (harderPlank && !(effort !== 'notSure' && effort !== undefined && effort <= limit('effortPlankLevel'))) return []
    return [{ card, what: 'step', from, to, far: (from + 1) / rungs.length, order }]
  })
  // A new movement and a step of an old one take turns.
  const lastWasJoin = state.decisions.filter(({ kind }) => kind === 'advance').at(-1)?.change?.what === 'join'
  const turn = (one: Candidate) => ((one.what === 'join') === lastWasJoin ? 1 : 0)
  const [best] = [...steps].sort((a, b) => turn(a) - turn(b) || a.far - b.far || a.order - b.order)
  return best ? { card: best.card, what: best.what, from: best.from, to: best.to } : null
}

function mayJoin(state: ProgrammeState, content: Content): boolean {
  const direction = directionOf(state)
  if (content.card === cardNamed.pressUp) return backHelps(direction)
  return !content.direction || !directionSet(direction, 'PT0').leaveOut.includes(content.direction)
}
