/**
 * The desk list: things that make a desk easier to work at. Comfort, not cure.
 * Data and one fold. Never: says that one way of sitting is right, or that a desk prevents a spasm (evidence.md §8).
 */
import { findLast } from '../evidence/lists.ts'
import { type DeskItemId, deskItemIds, type PreventionEvent } from './events.ts'

/** One line of the desk list, with its reason. */
export interface DeskItem {
  readonly id: DeskItemId
  readonly text: string
  readonly why: string
}

/** What matters most comes first. Every line is our own design choice [C]: see `prevent-topics` for how sure we are. */
export const deskItems: readonly DeskItem[] = [
  { id: 'move', text: 'I change position every 20 to 30 minutes.', why: 'Your best posture is your next one.' },
  { id: 'stand', text: 'I can do part of my work standing up.', why: 'It is an easy way to change position.' },
  { id: 'calls', text: 'I stand or walk for calls.', why: 'The day has more moves in it without losing time.' },
  { id: 'reach', text: 'What I use most is in easy reach.', why: 'You do not have to hold a stretch for long.' },
  { id: 'feet', text: 'My feet rest on the floor or on a box.', why: 'It is easier to shift about.' },
  { id: 'seat', text: 'My seat lets me lean back, too.', why: 'One more position to go to.' },
  { id: 'screen', text: 'I can see the screen without leaning in.', why: 'You can sit however you like.' },
  { id: 'arms', text: 'My arms can rest while I type.', why: 'It is less tiring.' },
]

/** The items that are done, as the person last said. */
export function deskDone(events: readonly PreventionEvent[]): readonly DeskItemId[] {
  const last = findLast(events, (event) => event.kind === 'deskNoted')
  return last?.kind === 'deskNoted' ? deskItemIds.filter((id) => last.done.includes(id)) : []
}
