/** Many people who all want one time, or times that overlap, over HTTP and over as many servers as are given. */
import type pg from 'pg'
import { makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import {
  type Booked,
  bookUntilThere,
  type FilledForm,
  hold,
  holdAndBook,
  type Person,
  personOf,
  type WantedTime,
} from './person.ts'
import { endHolds, faultsOfBookings, holdsLeft } from './what-must-hold.ts'

/** Where to book, and how to look at what really happened. */
export interface Ground {
  /** Servers over one database, such as "http://localhost:3000". */
  readonly origins: readonly string[]
  readonly admin: pg.Pool
}

/** What a race came to. `wrong` says each thing that must not be. */
export interface RaceReport {
  readonly rounds: number
  readonly people: number
  readonly booked: number
  readonly lost: number
  /** How often somebody was told that booking does not work just now, and pressed again. */
  readonly again: number
  readonly seconds: number
  readonly wrong: readonly string[]
}

const slotsADay = 16
const visitMinutes = 45
/** Everybody who ever books here has a number of their own. */
let lastPerson = 0
const newPeople = (count: number): readonly Person[] =>
  Array.from({ length: count }, () => {
    lastPerson += 1
    return personOf(lastPerson)
  })

/** A time of its own for each round, on days that follow each other. */
function timeOf(clinic: TestClinic, round: number, therapist = 0): WantedTime {
  const start = Temporal.Now.zonedDateTimeISO('Europe/London')
    .add({ days: 2 + Math.floor(round / slotsADay) })
    .withPlainTime('08:00')
    .add({ minutes: (round % slotsADay) * visitMinutes }).epochMilliseconds
  return { slug: `therapist-${clinic.therapists[therapist]}`, service: clinic.serviceId, start }
}

/** The servers, another one first for each person. */
const serversFor = ({ origins }: Ground, at: number): readonly string[] =>
  origins.map((_, offset) => origins[(at + offset) % origins.length] ?? '')

/**
 * Rounds of so many people on one time. In each fifth round all have had the time held until their hold ended, and press Book
 * at once; in the others they press the time at once.
 */
export async function raceForOneTime(ground: Ground, people: number, rounds: number): Promise<RaceReport> {
  const began = performance.now()
  const clinic = await makeTestClinic(ground)
  const outcomes: Booked[] = []
  const wrong: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const time = timeOf(clinic, round)
    const racers = newPeople(people)
    const said =
      round % 5 === 4 ? await pressBookAtOnce(ground, racers, time) : await pressTimeAtOnce(ground, racers, time)
    const winners = said.filter(({ outcome: { what } }) => what === 'booked').length
    if (winners !== 1) wrong.push(`round ${round}: ${winners} of ${people} have the time`)
    outcomes.push(...said)
  }
  return report({ began, rounds, people, outcomes, wrong }, ground, clinic)
}

const pressTimeAtOnce = (ground: Ground, racers: readonly Person[], time: WantedTime) =>
  Promise.all(racers.map((person, at) => holdAndBook(person, serversFor(ground, at), time)))

async function pressBookAtOnce(
  ground: Ground,
  racers: readonly Person[],
  time: WantedTime,
): Promise<readonly Booked[]> {
  const forms: { readonly person: Person; readonly form: FilledForm }[] = []
  for (const [at, person] of racers.entries()) {
    const held = await hold(person, serversFor(ground, at)[0] ?? '', time)
    if (held.what !== 'held') return [{ outcome: held, again: 0 }]
    forms.push({ person, form: held.form })
    await endHolds(ground.admin)
  }
  return Promise.all(forms.map(({ person, form }, at) => bookUntilThere(person, serversFor(ground, at)[0] ?? '', form)))
}

/** Rounds of 64 people over four therapists, two rooms and three machines, at times that overlap, with pauses. */
export async function raceForOverlappingTimes(ground: Ground, rounds: number): Promise<RaceReport> {
  const began = performance.now()
  const clinic = await makeTestClinic(ground, { therapists: 4, rooms: 2, machines: 3, pauseAfter: 10 })
  const outcomes: Booked[] = []
  const wrong: string[] = []
  const quarter = 15 * 60_000
  for (let round = 0; round < rounds; round += 1) {
    const said = await Promise.all(
      newPeople(64).map((person, at) => {
        const time = timeOf(clinic, (round % 50) * slotsADay, at % 4)
        return holdAndBook(person, serversFor(ground, at), { ...time, start: time.start + (at >> 2) * quarter })
      }),
    )
    const winners = said.filter(({ outcome: { what } }) => what === 'booked').length
    // Two rooms from 8:00, one visit of 55 minutes after another, over starts of four hours.
    if (winners < 4 || winners > 10) wrong.push(`round ${round}: ${winners} of 64 have a time`)
    outcomes.push(...said)
  }
  return report({ began, rounds, people: 64, outcomes, wrong }, ground, clinic)
}

interface Raced {
  readonly began: number
  readonly rounds: number
  readonly people: number
  readonly outcomes: readonly Booked[]
  readonly wrong: readonly string[]
}

async function report(
  { began, rounds, people, outcomes, wrong }: Raced,
  ground: Ground,
  clinic: TestClinic,
): Promise<RaceReport> {
  const booked = outcomes.filter(({ outcome: { what } }) => what === 'booked').length
  const faults = outcomes.flatMap(({ outcome }) => {
    if (outcome.what === 'lost' && outcome.near === 0) return ['somebody who lost was shown no other time']
    if (outcome.what === 'fault') return [`somebody was answered: ${outcome.said}`]
    if (outcome.what === 'away') return ['somebody pressed six times, and booking did not work']
    return outcome.what === 'unanswered' ? ['somebody had no answer'] : []
  })
  const { rows } = await ground.admin.query<{ n: number }>(
    `select count(*)::int as n from clinic.appointments where clinic_id = $1 and state = 'confirmed'`,
    [clinic.clinicId],
  )
  const left = await holdsLeft(ground.admin)
  return {
    rounds,
    people,
    booked,
    lost: outcomes.filter(({ outcome: { what } }) => what === 'lost').length,
    again: outcomes.reduce((sum, { again }) => sum + again, 0),
    seconds: (performance.now() - began) / 1000,
    wrong: [
      ...wrong,
      ...new Set(faults),
      ...(rows[0]?.n === booked ? [] : [`${booked} were told that they have a visit, and there are ${rows[0]?.n}`]),
      ...(left === 0 ? [] : [`${left} holds are left that nobody has`]),
      ...(await faultsOfBookings(ground.admin)),
    ],
  }
}
