/**
 * The diary's own events, and what they add up to: entries, tasks (its days: days.ts).
 * Written by the diary page; read by every file of this room, by the pages and the exports. Same base as notebook.ts.
 * Pure. An event never changes once written: a mistake is taken back, or put right, by a later event.
 * Never: fills in what the person left out, and never reads a missing answer as "none".
 */
import type { IsoDate, Moment } from '../evidence/calendar.ts'
import { findLastIndex } from '../evidence/lists.ts'
import { dayNumber } from '../evidence/calendar.ts'
import { byOrder, type Made, onceInOrder } from '../evidence/order.ts'
import type { RegionId } from './body-map.ts'

interface EventBase extends Moment, Made {
  readonly v: 1
}

/** How the person slept in the night before this entry. */
export const sleepAnswers = [
  { value: 'good', text: 'Slept well' },
  { value: 'broken', text: 'Woke up a few times' },
  { value: 'bad', text: 'Slept badly' },
] as const
/** How much stress there was on the day. */
export const stressAnswers = [
  { value: 'none', text: 'No stress' },
  { value: 'some', text: 'Some stress' },
  { value: 'lots', text: 'A lot of stress' },
] as const
/** How much was lifted on the day. */
export const liftingAnswers = [
  { value: 'none', text: 'No lifting' },
  { value: 'light', text: 'Light lifting' },
  { value: 'heavy', text: 'Heavy lifting' },
] as const
/** One answer about sleep. */
export type Sleep = (typeof sleepAnswers)[number]['value']
/** One answer about stress. */
export type Stress = (typeof stressAnswers)[number]['value']
/** One answer about lifting. */
export type Lifting = (typeof liftingAnswers)[number]['value']

/** What leg pain or tingling has done since the last entry (H-10). */
export const legAnswers = [
  { value: 'none', text: 'No leg pain' },
  { value: 'same', text: 'The same' },
  { value: 'nearer', text: 'It has moved up, nearer the back' },
  { value: 'further', text: 'It has moved further down the leg' },
  { value: 'notSure', text: 'Not sure' },
] as const
/** One answer about what leg pain has done. */
export type LegMove = (typeof legAnswers)[number]['value']

/** "Did anything help?" */
export const helpedAnswers = [
  { value: 'warmth', text: 'Heat' },
  { value: 'cold', text: 'Cold' },
  { value: 'walking', text: 'Walking' },
  { value: 'movements', text: 'My movements' },
  { value: 'position', text: 'A position of ease' },
  { value: 'breathing', text: 'Slow breathing' },
  { value: 'massage', text: 'Rubbing or massage' },
  { value: 'medicine', text: 'Medicine' },
  { value: 'rest', text: 'A short rest' },
  { value: 'nothing', text: 'Nothing helped' },
] as const
/** One thing that helped. */
export type Helped = (typeof helpedAnswers)[number]['value']

/**
 * Things that are new or worse, ticked in an entry. Each leads to a question of the check (entry-dangers.ts).
 */
export const signAnswers = [
  { value: 'chest', text: 'Chest pain, or hard to breathe' },
  { value: 'saddle', text: 'Numb or odd between the legs' },
  { value: 'bladder', text: 'A change in how I pee' },
  { value: 'bowel', text: 'I leak poo, or cannot feel it' },
  { value: 'bothLegs', text: 'Pain, numb or weak in both legs' },
  { value: 'weak', text: 'A weak leg or foot' },
  { value: 'numb', text: 'A numb or tingly leg or foot' },
  { value: 'unsteady', text: 'Unsteady on my feet' },
  { value: 'fever', text: 'Hot, cold or shivery' },
  { value: 'fall', text: 'I had a fall or a knock' },
  { value: 'other', text: 'Something else is new or worse' },
] as const
/** One sign that is new or worse. */
export type Sign = (typeof signAnswers)[number]['value']

/** How one of the person's own tasks goes: 0 cannot do it, 10 as well as before the pain. */
export interface TaskScore {
  readonly task: string
  readonly score0to10: number
}

/** What one entry says. Only the pain now is asked of everyone; each other field is missing when it was left out. */
export interface EntryFields {
  readonly painNow0to10: number
  /** Over the last 24 hours. */
  readonly painWorst0to10?: number
  readonly painAverage0to10?: number
  /** Places touched on the body map, each once. */
  readonly places?: readonly RegionId[]
  readonly leg?: LegMove
  readonly signs?: readonly Sign[]
  /** Asked when pain has jumped: is there a clear reason, such as far more lifting than usual? */
  readonly plainCause?: 'yes' | 'no' | 'notSure'
  readonly sleep?: Sleep
  readonly stress?: Stress
  /** Hours sat that day, 0 to 24. */
  readonly sittingHours?: number
  readonly lifting?: Lifting
  /** Any medicine for the pain that day. `doses`: ids of the doseTaken events that feed the tally. */
  readonly medicine?: { readonly taken: boolean; readonly doses: readonly string[] }
  readonly helped?: readonly Helped[]
  /** In the person's own words, at most `noteLimit` characters. */
  readonly note?: string
  readonly taskScores?: readonly TaskScore[]
  /** "How sure are you that you can do what you need to?" 0 not at all, 10 fully. */
  readonly confidence0to10?: number
  /** "Compared with the start?" −5 very much worse, 0 no change, +5 all better. A whole number. */
  readonly globalChange?: number
}

/** One diary entry was made. Version 2: one of version 1 was always about the day it was made, and put nothing right. */
export interface DiaryEntry extends Moment, Made, EntryFields {
  readonly v: 2
  readonly kind: 'diaryEntry'
  /** The day it is about, where that is an earlier one than `day`, on which it was written. */
  readonly about?: IsoDate
  /** Id of the entry that this one puts right. That one stays in the record and counts no more. */
  readonly replaces?: string
}
/** An entry was made by mistake. It stays in the record and no longer counts. What it raised is not taken back. */
export interface EntryWithdrawn extends EventBase {
  readonly kind: 'entryWithdrawn'
  readonly entry: string
}
/** The person named a task that matters to them. `task` is its id. */
export interface TaskChosen extends EventBase {
  readonly kind: 'taskChosen'
  readonly task: string
  readonly name: string
}
/** A task was dropped. Its scores stay. */
export interface TaskDropped extends EventBase {
  readonly kind: 'taskDropped'
  readonly task: string
}
/** Everything that the diary folds. */
export type DiaryEvent = DiaryEntry | EntryWithdrawn | TaskChosen | TaskDropped

/** Most characters of a note. */
export const noteLimit = 2000
/** Most tasks of their own that a person follows at a time. */
export const mostTasks = 3

/** How many days back an entry can be about when it is first written. A design choice [C]: memory of pain fades. */
export const mostDaysBack = 14

/** An entry as it counts: on the day that it is about, in the words that were told last. */
export interface CountedEntry extends Omit<DiaryEntry, 'about'> {
  /** The day it was written, where that is a later one than `day`. `at` is always when it was written. */
  readonly writtenOn?: IsoDate
  /** Its day was told after that day was over; not so where only the words were put right later. */
  readonly toldLate?: true
  /** The making of the entry as it was first written; missing: this is the first. */
  readonly first?: Made
}

/**
 * The entries that count, each on the day it is about, oldest first: all that were made less those put right or taken back.
 * Of an entry that was put right more than once the newest counts, also where two devices did; once that one is taken
 * back, none does.
 */
export function entries(events: readonly DiaryEvent[]): readonly CountedEntry[] {
  const withdrawn = new Set(events.flatMap((event) => (event.kind === 'entryWithdrawn' ? event.entry : [])))
  const made = onceInOrder(events).filter((event): event is DiaryEntry => event.kind === 'diaryEntry')
  if (made.every(({ about, replaces }) => about === undefined && replaces === undefined))
    return made.filter(({ id }) => !withdrawn.has(id))
  return inLivedOrder(
    newest(made)
      .filter(({ entry }) => !withdrawn.has(entry.id))
      .map(counted),
  )
}

/** An entry as it was told last, and as it was first. */
interface Version {
  readonly entry: DiaryEntry
  readonly first: DiaryEntry
}

/** Of each entry its newest version. */
function newest(made: readonly DiaryEntry[]): readonly Version[] {
  const firstIds = firstIdsOf(made)
  const versions = new Map<string, Version>()
  for (const entry of made) {
    const first = firstIds.get(entry.id) ?? entry.id
    versions.set(first, { entry, first: versions.get(first)?.first ?? entry })
  }
  return [...versions.values()]
}

/** For each entry the id of the one that it puts right first of all, or its own. @param made oldest first */
function firstIdsOf(made: readonly DiaryEntry[]): ReadonlyMap<string, string> {
  const firstIds = new Map<string, string>()
  // One that puts right what this record does not hold stands for it.
  for (const { id, replaces } of made)
    firstIds.set(id, replaces === undefined ? id : (firstIds.get(replaces) ?? replaces))
  return firstIds
}

/** Ids of all that was written of the entry with this id: as it was first, and each time that it was put right. */
export function versionsOf(events: readonly DiaryEvent[], id: string): readonly string[] {
  const firstIds = firstIdsOf(onceInOrder(events).filter((event): event is DiaryEntry => event.kind === 'diaryEntry'))
  return [...firstIds].flatMap(([version, first]) => (first === firstIds.get(id) ? version : []))
}

/** What counts now of the entry with this id: itself, or the one that put it right last. Undefined: nothing does. */
export function entryNow(events: readonly DiaryEvent[], id: string): CountedEntry | undefined {
  const made = onceInOrder(events).filter((event): event is DiaryEntry => event.kind === 'diaryEntry')
  const firstIds = firstIdsOf(made)
  const first = firstIds.get(id)
  return first === undefined ? undefined : entries(events).find((entry) => firstIds.get(entry.id) === first)
}

/** What can stand in the story of a person's days: told at some moment, about a day. */
export interface Lived extends Made {
  readonly day: IsoDate
  readonly toldLate?: true
  readonly first?: Made
}

/** Those told in time as they were first written; after the last of each day, those of that day that were told late. */
export function inLivedOrder<Item extends Lived>(items: readonly Item[]): readonly Item[] {
  const all = [...items].sort((a, b) => byOrder(a.first ?? a, b.first ?? b))
  const inTime = all.filter(({ toldLate }) => !toldLate)
  const late = all.filter(({ toldLate }) => toldLate)
  const placeOfDay = (day: IsoDate) => findLastIndex(inTime, (item) => dayNumber(item.day) <= dayNumber(day))
  const places = [
    ...inTime.map((item, place) => ({ item, place })),
    ...[...late]
      .sort((a, b) => dayNumber(a.day) - dayNumber(b.day))
      .map((item) => ({ item, place: placeOfDay(item.day) })),
  ]
  return places.sort((a, b) => a.place - b.place).map(({ item }) => item)
}

function counted({ entry, first }: Version): CountedEntry {
  const { about, ...told } = entry
  const day = about ?? entry.day
  const { id, at, order, offsetMinutes } = first
  return {
    ...told,
    ...(about !== undefined && { day: about, writtenOn: entry.day }),
    ...((first.about !== undefined || first.day !== day) && { toldLate: true as const }),
    ...(first !== entry && { first: { id, at, order, offsetMinutes } }),
  }
}

/** One of the person's tasks, with every score that counts, oldest first. */
export interface Task {
  readonly id: string
  readonly name: string
  readonly scores: readonly (Pick<Lived, 'day' | 'dayNotKnown'> & { readonly score0to10: number })[]
}

/** The tasks chosen now, in the order they were first chosen: at most three. Choosing one again renames it. */
export function tasks(events: readonly DiaryEvent[]): readonly Task[] {
  const names = new Map<string, string>()
  for (const event of onceInOrder(events)) {
    if (event.kind === 'taskDropped') names.delete(event.task)
    if (event.kind !== 'taskChosen') continue
    if (names.size < mostTasks || names.has(event.task)) names.set(event.task, event.name)
  }
  const counted = entries(events)
  return [...names].map(([id, name]) => ({
    id,
    name,
    scores: counted.flatMap(({ day, dayNotKnown, taskScores = [] }) =>
      taskScores
        .filter(({ task }) => task === id)
        .map(({ score0to10 }) => ({ day, score0to10, ...(dayNotKnown && { dayNotKnown }) })),
    ),
  }))
}
