/**
 * How events written by earlier builds become the ones of today. Called for every stored or imported event before it is
 * parsed (web/care/record/record-event.ts). Pure. Each step goes up by one version and stays here for ever, with a kept sample in
 * its test. Never: changes what was told, lowers a level, or opens a lock.
 */
import { addDays } from '../evidence/calendar.ts'
import { dayMs } from '../evidence/time.ts'

type Raw = Readonly<Record<string, unknown>>

/** By kind and version: what the next version of it looks like. */
const steps: Readonly<Record<string, (event: Raw) => Raw>> = {
  // Version 1 said neither the day nor what movement was allowed. Its level says what it can have been at most.
  'checkFinished 1': (event) => ({ ...event, v: 2, day: dayInUtc(event.at), movement: lockOf(event.level) }),
  // Version 1 was always about the day on which it was written, and put no other entry right.
  'diaryEntry 1': (event) => ({ ...event, v: 2 }),
}

/** The event in its latest version. Anything else is given back as it came, for the parser to refuse. */
export function upToDate(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data
  // From a file anything may stand here, also what cannot be made into a text.
  if (!('kind' in data && typeof data.kind === 'string' && 'v' in data && typeof data.v === 'number')) return data
  const key = `${data.kind} ${data.v}`
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  return step ? upToDate(step({ ...data })) : data
}

/** Nobody knows the calendar that the person went by then; in Britain it is a day out for one hour of a summer night. */
function dayInUtc(at: unknown): unknown {
  if (typeof at !== 'number' || !Number.isSafeInteger(at)) return undefined
  return addDays('1970-01-01', Math.floor(at / dayMs))
}

const lockOf = (level: unknown) => (level === 'self-care' ? 'open' : level === 'soon' ? 'gentle' : 'locked')
