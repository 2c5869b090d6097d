/**
 * The one way into the record: every page that writes goes through `keep` and must look at what it says.
 * Decides nothing. Never: writes a part of what belongs together.
 */
import { lastPlace, placed } from '../../../care/evidence/order.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import type { MiniCheckDone, MiniAsked, NewSymptom, Stopped } from '../../../care/programme/events.ts'
import type { CareHome } from '../home.ts'
import { minutesAhead, momentOf } from '../moment.ts'

/** Why the short check is asked after a pain that was too much, where nothing more is known. */
export const soreBecause = 'Your pain was high, so please do the short check again.'
/** Something new that only the full check can answer: "new or worse" as the person said it, or what another answer told. */
export const stoppedAnew = (told?: NewSymptom) =>
  ({ kind: 'stopped', sign: 'newSymptom', ...(told && { told }) }) as const

/** `nowhere`: this home keeps no record. `refused`: the device did not take it, or did not answer in time. */
export type Kept =
  | { readonly ok: true; readonly events: readonly NotebookEvent[] }
  | { readonly ok: false; readonly why: 'nowhere' | 'refused' }

/**
 * Writes these events, all of them or none, each with its place in the order and the person's own time of day. Ids that
 * are there already change nothing.
 * @returns the events as they are kept; those that were there already are left out
 */
export async function keep(
  home: Pick<CareHome, 'kind' | 'notebook' | 'now'>,
  wanted: readonly NotebookEvent[],
): Promise<Kept> {
  const { notebook } = home
  if (!notebook) return { ok: false, why: 'nowhere' }
  try {
    // Where the record cannot be read it is told all the same, so that what closes something is at least held back.
    const known = await notebook.all().catch(async () => (await notebook.heldBack?.()) ?? [])
    const ids = new Set(known.map(({ id }) => id))
    const fresh = wanted.filter(({ id }) => !ids.has(id))
    const events = placed(
      fresh.map((event) => ({ ...event, offsetMinutes: minutesAhead(event.at, home) })),
      lastPlace(known),
    )
    await notebook.appendAll(events)
    return { ok: true, events }
  } catch {
    return { ok: false, why: 'refused' }
  }
}

type Told<Event> = Event extends unknown ? Omit<Event, 'v' | 'id' | 'at' | 'day' | 'order' | 'offsetMinutes'> : never

/**
 * What a form told of danger where the record cannot be read, so that nobody knows what it means there: handed to the store
 * all the same, which holds it back until it can be written.
 * @returns whether it could be written now
 */
export async function keepUnread(home: CareHome, told: Told<Stopped | MiniAsked | MiniCheckDone>): Promise<boolean> {
  const event = { v: 1, id: home.newId(), ...momentOf(home), ...told } as const
  return (await keep(home, [event])).ok
}
