/**
 * What may become of a visit, step by step. Pure.
 * Never: says what a step costs (cancel-terms.ts).
 */
import { isLetterEvent } from './letter-events.ts'

/** Where a visit stands. A hold has no person yet. */
export type VisitState = 'held' | 'confirmed' | 'arrived' | 'finished' | 'cancelled' | 'late-cancelled' | 'no-show'

/** The one table of steps. A step that is not here does not exist. */
const allowedSteps: Readonly<Record<VisitState, readonly VisitState[]>> = {
  held: ['confirmed'],
  confirmed: ['arrived', 'finished', 'cancelled', 'late-cancelled', 'no-show'],
  arrived: ['finished', 'confirmed'],
  // The last step of staff may be taken back; whoever skipped a step skips it on the way back too.
  finished: ['arrived', 'confirmed'],
  // Where staff cancelled it, for a while, and if its time is still free: see `calendar/undo-cancel.ts`.
  cancelled: ['confirmed'],
  'late-cancelled': ['confirmed'],
  // Somebody comes late after all.
  'no-show': ['arrived', 'confirmed'],
}

/** Is this step in the table? */
export const isStep = (from: VisitState, to: VisitState): boolean => allowedSteps[from].includes(to)

/** What staff say of a visit at the door. */
export type DoorStep = 'arrived' | 'finished' | 'no-show'

/**
 * What can be said at the door now, on the clock of the place: that somebody has come, on the day itself and later; that they
 * did not, once the visit should have begun. Steps back are not among them: see `stateBefore`.
 * @param zone IANA zone of the place
 * @param now milliseconds since 1970
 */
export function doorSteps(
  { state, startsAt }: { readonly state: VisitState; readonly startsAt: number },
  zone: string,
  now: number,
): readonly DoorStep[] {
  const day = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(zone).startOfDay().epochMilliseconds
  const opens: readonly (readonly [DoorStep, boolean])[] = [
    ['arrived', state !== 'finished' && now >= day],
    ['finished', now >= (state === 'arrived' ? day : startsAt)],
    ['no-show', now >= startsAt],
  ]
  return opens.flatMap(([step, isOpen]) => (isOpen && isStep(state, step) ? [step] : []))
}

/** What happened to a visit, as far as its state goes. */
export interface StateEvent {
  readonly what: string
  /** It took the one before it back. */
  readonly undoes: boolean
}

/**
 * Where the visit stood before its last step at the door, so that this step can be taken back.
 * @param events all of them, oldest first; a visit without any was confirmed before events were written
 * @returns `undefined` where the last thing that happened was no such step, or is taken back already
 */
export function stateBefore(events: readonly StateEvent[]): VisitState | undefined {
  const stood: VisitState[] = ['confirmed']
  for (const { what, undoes } of events)
    if (undoes) stood.pop()
    else if (isDoorStep(what) || what === 'cancelled' || what === 'late-cancelled') stood.push(what)
  // Mending an address says nothing of where the visit stands, nor does its letter of referral.
  const last = events.findLast((event) => event.what !== 'address' && !isLetterEvent(event))
  return last && !last.undoes && isDoorStep(last.what) ? stood.at(-2) : undefined
}

/** Is this a step at the door? @param text as a form carries it */
export const isDoorStep = (text: string): text is DoorStep => ['arrived', 'finished', 'no-show'].includes(text)

/** States in which the visit still takes its time. */
export const takesTime = (state: VisitState): boolean => state !== 'cancelled' && state !== 'late-cancelled'
