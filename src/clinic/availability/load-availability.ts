/** What the search for free times is given, put together from what the database holds of one clinic. Decides nothing about times. */
import type { ClinicTransaction, PublicTransaction } from '../db/connection.ts'
import { type AskedRows, type AvailabilityRows, readAvailability, readAvailabilityOfMany } from './availability-rows.ts'
import { dayNumber, isoDay } from './calendar-days.ts'
import type { AvailabilityInput, Busy, Hours, Therapist } from './input.ts'
import { minutesBetween, wayMinutes } from './way-between.ts'

/** Every visit may begin each quarter of an hour from the opening. */
const stepMinutes = 15

export interface AvailabilityQuestion {
  readonly now: Temporal.Instant
  /** Local days, inclusive. */
  readonly firstDay: string
  readonly lastDay: string
  /** Only those who give this service. All their other services come too: the shortest decides what a useless gap is. */
  readonly service?: string
  /** Only these, by id. */
  readonly therapists?: readonly string[]
}

/**
 * What `listSlots` and `acceptSlot` are given, for the clinic of the transaction. A therapist works only as long as the
 * newest look at the register says that the registration is valid; without any look, never. Holds that have ended are not
 * busy. One statement, whatever the size.
 */
export async function loadAvailability(
  trx: ClinicTransaction,
  question: AvailabilityQuestion,
): Promise<AvailabilityInput> {
  return inputOf(question, await readAvailability(trx, rowsFor(question)))
}

/** The same for each of these clinics, from what anybody may read, by clinic. One statement, however many they are. */
export async function loadAvailabilityOfMany(
  trx: PublicTransaction,
  clinics: readonly string[],
  question: AvailabilityQuestion,
): Promise<ReadonlyMap<string, AvailabilityInput>> {
  const rows = await readAvailabilityOfMany(trx, clinics, rowsFor(question))
  return new Map(rows.map((row) => [row.clinic, inputOf(question, row)]))
}

function rowsFor({ now, firstDay, lastDay, service, therapists }: AvailabilityQuestion): AskedRows {
  // The evening before, and the morning after the last night, belong to the answer.
  return { now, from: isoDay(dayNumber(firstDay) - 2), to: isoDay(dayNumber(lastDay) + 3), service, therapists }
}

function inputOf({ now, firstDay, lastDay }: AvailabilityQuestion, rows: AvailabilityRows): AvailabilityInput {
  const { locations, services, rooms, machines, closures, meetings } = rows
  return {
    now: now.epochMilliseconds,
    firstDay,
    lastDay,
    locations: locations.map(({ id, zone }) => ({ id, zone })),
    services: services.map((one) => ({ ...one, stepMinutes })),
    therapists: therapistsOf(rows),
    rooms,
    machines,
    closures,
    busy: busyOf(rows),
    meetings,
    travel: locations.flatMap((one) =>
      locations.map((other) => ({ from: one.id, to: other.id, minutes: minutesBetween(one, other) })),
    ),
    otherwiseTravelMinutes: wayMinutes(10),
  }
}

function therapistsOf({ therapists, hours, absences }: AvailabilityRows): readonly Therapist[] {
  const hoursOf = Map.groupBy(hours, ({ therapist }) => therapist)
  const absencesOf = Map.groupBy(absences, ({ therapist }) => therapist)
  return therapists.map(({ validUntil, ...one }) => ({
    ...one,
    hours: (hoursOf.get(one.id) ?? []).flatMap((row) => whileRegistered(row, validUntil)),
    absences: absencesOf.get(one.id) ?? [],
  }))
}

/** Hours end with the registration, whose last day counts. */
function whileRegistered(hours: Hours, validUntil: string): readonly Hours[] {
  if (validUntil < hours.validFrom) return []
  return [{ ...hours, validTo: hours.validTo !== undefined && hours.validTo < validUntil ? hours.validTo : validUntil }]
}

const busyOf = ({ busy }: AvailabilityRows): readonly Busy[] =>
  busy.flatMap(({ resource, from: starts, to: ends, at }) =>
    starts.map((from, index) => {
      const [to = from, location] = [ends[index], at?.[index]]
      return location ? { resource, from, to, location } : { resource, from, to }
    }),
  )
