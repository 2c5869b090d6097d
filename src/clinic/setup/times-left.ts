/**
 * How many times of the next two weeks a change leaves, before it is kept. The change is made in its transaction, the times are
 * listed by the function that lists them to people, before and after, and all of it is undone where fewer are left that nobody
 * has seen.
 */
import { isoDay, dayNumber } from '../availability/calendar-days.ts'
import { loadAvailability } from '../availability/load-availability.ts'
import { listSlots } from '../availability/slots.ts'
import type { ClinicTransaction } from '../db/connection.ts'
import type { Picture } from './picture.ts'

/** So many days are looked at, today the first. */
export const daysLookedAt = 14

/** How many times people can book now, and how many would be left. */
export interface TimesLeft {
  readonly now: number
  readonly then: number
}

/** The change was not kept: it leaves fewer times, and nobody has said that this is meant. */
export interface Fewer {
  readonly ok: false
  readonly why: 'fewer'
  readonly times: TimesLeft
}

/** Starts with a therapist that somebody could book, of whatever service. */
async function countTimes(trx: ClinicTransaction, today: string, now: Temporal.Instant): Promise<number> {
  const lastDay = isoDay(dayNumber(today) + daysLookedAt - 1)
  const input = await loadAvailability(trx, { now, firstDay: today, lastDay })
  const starts = input.services.flatMap(({ id: service }) =>
    listSlots(input, { service }).slots.map(({ therapist, start }) => `${therapist} ${start}`),
  )
  return new Set(starts).size
}

/**
 * Makes a change of an open clinic, unless it leaves fewer times than there are.
 * @param isMeant they have seen how many it leaves
 */
export async function keepTimes<T extends { readonly ok: boolean }>(
  trx: ClinicTransaction,
  { picture, now, isMeant }: { readonly picture: Picture; readonly now: Temporal.Instant; readonly isMeant: boolean },
  work: () => Promise<T>,
): Promise<T | Fewer> {
  if (isMeant || !picture.isOpen) return work()
  const before = await countTimes(trx, picture.today, now)
  const outcome = await work()
  if (!outcome.ok) return outcome
  const then = await countTimes(trx, picture.today, now)
  return then < before ? { ok: false, why: 'fewer', times: { now: before, then } } : outcome
}
