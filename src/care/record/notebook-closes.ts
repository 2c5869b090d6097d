/**
 * Which events make things more careful: they close something, ask for a check, or count against a limit. A device that
 * could not write one down holds it back all the same (src/offline/held-back-events.ts). And which can open something. Pure.
 * Never: counts one that could open a door among those that only close.
 */
import type { NotebookEvent } from './notebook.ts'
import { isRedPain, legSpread } from '../programme/pain-lights.ts'
import { miniIsClear } from '../programme/screening.ts'

/** Can this event only make things more careful? */
export function closes(event: NotebookEvent): boolean {
  switch (event.kind) {
    case 'stopped':
    case 'miniAsked':
    case 'doseTaken':
      return true
    case 'tooMuchTold':
      return event.emergency === true || Object.values(event.facts).some((reply) => reply !== 'no')
    case 'checkFinished':
      return event.movement !== 'open'
    case 'miniCheckDone':
      return !miniIsClear(event)
    case 'sessionDone':
      return legSpread(event.leg) || event.movements.some(({ done }) => done === 'tooSore')
    case 'walkDone':
      return event.felt === 'leg' || event.felt === 'tooSore'
    case 'checkInDone':
      return event.trend === 'worse' || isRedPain(event.pain0to10)
    case 'morningNoted':
      return isRedPain(event.pain0to10)
    default:
      return false
  }
}

/**
 * Can this event open something that another has closed, or let somebody do more: a visit, a danger or a dose taken back, a
 * "no" about too much, a further phase? Such a one counts only once it can have happened (notebook-clock.ts). Checks are no
 * such events: of one whose clock was ahead the age is not known.
 */
export function canOpen(event: NotebookEvent): boolean {
  switch (event.kind) {
    case 'clinicianCleared':
    case 'dangerMistaken':
    case 'doseWithdrawn':
    case 'phaseChanged':
    case 'abilitiesNoted':
      return true
    case 'tooMuchTold':
      return !closes(event)
    default:
      return false
  }
}
