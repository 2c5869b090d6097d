/**
 * What of a therapist's free time can be offered to somebody who waits: what suits them, is free, was not offered to them before,
 * and leaves them time to answer. Asked alike where a time came free and where staff offer one.
 * Never: offers it (make-offer.ts).
 */
import type { AvailabilityInput, Slot } from '../../availability/input.ts'
import { loadAvailability } from '../../availability/load-availability.ts'
import { listSlots } from '../../availability/slots.ts'
import type { ClinicTransaction } from '../../db/connection.ts'
import { type AnswerTime, answerTime } from './answer-time.ts'
import { busyBeside } from '../beside-visit.ts'
import { withLength } from '../slot-claims.ts'
import { minutesOf } from '../visit-row.ts'
import type { FreedTime } from './freed-times.ts'
import { ownTimes } from './own-times.ts'
import { type WaitingRow, wishOf } from './waiting-rows.ts'
import { pairsOf, suits } from './wish.ts'

/** The stretch of a therapist's time of which something is to be offered. */
export interface Asked extends FreedTime {
  readonly now: number
}

/** One time, or two one after the other, and how long there would be to answer. */
export interface PossibleOffer {
  readonly entry: WaitingRow
  readonly times: readonly Slot[]
  readonly answer: AnswerTime
}

/** What the rule is asked with, of one service. */
export function availabilityOf(trx: ClinicTransaction, { from, to, now, therapistId }: Asked, service: string) {
  const day = (ms: number, more: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDate().add({ days: more }).toString()
  return loadAvailability(trx, {
    now: Temporal.Instant.fromEpochMilliseconds(now),
    firstDay: day(Math.max(from, now), -1),
    lastDay: day(to, 1),
    service,
    therapists: [therapistId],
  })
}

/** Everything that can be offered, the nearest to the beginning of the stretch first. */
export async function possibleOffers(
  trx: ClinicTransaction,
  asked: Asked,
  entry: WaitingRow,
  input: AvailabilityInput,
): Promise<Iterable<PossibleOffer>> {
  return choose(asked, entry, await besideVisit(trx, entry, input), await ownTimes(trx, entry, asked.therapistId))
}

/** For a visit that would be moved: as long as it is, and free of what it has itself. */
async function besideVisit(
  trx: ClinicTransaction,
  { moves_appointment_id: visit, moves_from, moves_to, moves_class, service_id }: WaitingRow,
  input: AvailabilityInput,
): Promise<AvailabilityInput> {
  if (visit === null || moves_class !== null || !moves_from || !moves_to) return input
  const minutes = minutesOf({ starts_at: moves_from, ends_at: moves_to })
  return withLength({ ...input, busy: await busyBeside(trx, visit, input.busy) }, service_id, minutes)
}

function* choose(
  asked: Asked,
  entry: WaitingRow,
  input: AvailabilityInput,
  before: Awaited<ReturnType<typeof ownTimes>>,
): Iterable<PossibleOffer> {
  const notice = input.services.find(({ id }) => id === entry.service_id)?.noticeMinutes ?? 0
  // A visit can be moved by its person until then: a time that it could not move to is kept from nobody.
  const movesUntil = entry.moves_until?.getTime() ?? Number.POSITIVE_INFINITY
  for (const times of choicesOf(asked, entry, input)) {
    const [first] = times
    if (!first || times.some(({ start, end }) => before.some((offered) => start < offered.to && end > offered.from)))
      continue
    const latest = Math.min(first.start - notice * 60_000, movesUntil)
    const answer = answerTime(asked.now, zoneOf(input, first), latest)
    if (!answer) continue
    if (entry.moves_from !== null && first.start >= entry.moves_from.getTime()) continue
    yield { entry, times, answer }
  }
}

/** Times that suit, each alone or as a pair, the nearest to the beginning of what became free first. */
function choicesOf(asked: Asked, entry: WaitingRow, input: AvailabilityInput): readonly (readonly Slot[])[] {
  const { slots, hidden } = listSlots(input, { service: entry.service_id, therapist: asked.therapistId })
  const wish = wishOf(entry)
  const suiting = [...slots, ...hidden].filter((slot) => suits(wish, slot, zoneOf(input, slot)))
  const choices: readonly (readonly Slot[])[] = entry.people === 2 ? pairsOf(suiting) : suiting.map((slot) => [slot])
  const isFreed = ({ claimFrom, claimTo }: Slot) => claimFrom < asked.to && claimTo > asked.from
  const far = ([first]: readonly Slot[]) => Math.abs((first?.claimFrom ?? 0) - asked.from)
  return choices.filter((times) => times.some(isFreed)).toSorted((one, other) => far(one) - far(other))
}

const zoneOf = ({ locations }: AvailabilityInput, { location }: Slot) =>
  locations.find(({ id }) => id === location)?.zone ?? 'UTC'
