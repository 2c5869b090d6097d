/**
 * Which events make things more careful: they close something, ask for a check, or count against a limit. A device that
 * could not write one down holds it back all the same (src/offline/beside-record.ts). Pure.
 * Never: counts one that could open a door.
 */
import type { NotebookEvent } from './notebook.ts'
import { isRedPain, legSpread } from '../programme/lights.ts'
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
