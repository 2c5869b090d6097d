/** Records that go from phone to phone as files: whole, changed by hand, or of somebody else. */
import type { InHand, Person } from './person.ts'
import { formsOf } from './forms.ts'

/** A record as it was saved, and what its owner had told by then. */
export interface Saved {
  readonly text: string
  readonly dangers: InHand['witness']['dangers']
  readonly stopped: boolean
  /** Holds word of a clinician, who may have cleared the person of anything. */
  readonly cleared: boolean
}

/** Saves the record of the phone in hand; null when the phone gives none. */
export async function save(person: Person): Promise<Saved | null> {
  const { html, status } = await person.go('/record/unclench-record.json')
  if (status !== 200) return null
  const { dangers, stopped } = person.hand.witness
  return { text: html, dangers: new Map(dangers), stopped, cleared: html.includes('clinicianCleared') }
}

/** Brings a record to the phone in hand, and says that it is one's own. */
export async function bring(person: Person, saved: Saved): Promise<void> {
  const { witness, phone } = person.hand
  const file = new File([changedByHand(saved.text, person)], 'record.json')
  let seen = await person.send('/record/import', [['file', file]])
  const asked = formsOf(seen.html, seen.path).find(({ action }) => action === '/record/import')
  if (seen.status === 409 && asked) seen = await person.fillIn(asked, { mine: 'yes' })
  if (!/Added \d|was here already/.test(seen.html) || phone.browser !== 'well') return
  if (saved.cleared) witness.forget()
  for (const [check, danger] of saved.dangers) if (!saved.cleared) witness.brought(check, danger)
  // A later full check of this phone may have answered the stop.
  witness.stopped = false
}

/**
 * The file as somebody changes it who wants all doors open: every check says "self-care" and "open", entries in another
 * order. What the checks' own answers say stays.
 */
function changedByHand(text: string, { chance }: Person): string {
  if (chance.is(0.6)) return text
  const better = text
    .replaceAll(/"level":\s*"(?:soon|urgent|emergency)"/g, '"level":"self-care"')
    .replaceAll(/"movement":\s*"(?:gentle|locked)"/g, '"movement":"open"')
  try {
    const data = JSON.parse(better) as { events?: unknown[] }
    if (chance.is(0.5)) data.events?.reverse()
    return JSON.stringify(data)
  } catch {
    return better
  }
}
