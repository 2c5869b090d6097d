/**
 * Which entries raise a check, and which: danger words in the note, ticked signs, the body map, a jump in pain, pain that
 * moves down a leg, and a red entry (evidence.md, sections 2.3, 6.2 and 6.3; hazards H-03, H-10, H-17).
 * What is raised opens the check; the check alone decides. While it is open no movement is shown.
 * Never: lowers anything, answers a question with "no" for the person, or waits for the next session.
 */
import { dangerPhrases, type HeardSign } from '../check/free-text/danger-phrases.ts'
import { isPrivate, isForThemAlone } from '../check/private.ts'
import type { Answers, RouteId } from '../check/types.ts'
import { daysBetween, type IsoDate, type Moment } from '../evidence/calendar.ts'
import { findLast } from '../evidence/lists.ts'
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import { type NewSymptom, type StopQuestion, stopQuestions } from '../programme/events.ts'
import { limit } from '../programme/thresholds.ts'
import { inBothLegs, type RegionId, reachDown, regionOf } from './body-map.ts'
import type { CountedEntry, EntryFields, Sign } from './entry.ts'

/** `full`: the whole check. `mini`: the short one before the next session. Full beats mini. */
export type Screen = 'full' | 'mini'

/** What to tell the programme (its `stopped` event): these are among its stop signs. */
export type RaiseStop = 'dangerSign' | 'weaknessOrNumbness' | 'fall' | 'fever' | 'chest' | 'newSymptom'

/** One reason to check again. */
export interface Raise {
  readonly id: 'phrase' | 'sign' | 'place' | 'bothLegs' | 'legFurther' | 'jump' | 'red'
  readonly screen: Screen
  /** Why, in words a person reads. */
  readonly because: string
  /** Questions of the check that it is about; empty for the check as a whole. */
  readonly questions: readonly string[]
  /** Null at a mini-check. */
  readonly stop: RaiseStop | null
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** The `stopped` event that something raised: its sign, and what was told where no sign was. */
export const stopOf = ({ stop, told }: Pick<Raised, 'stop' | 'told'>) =>
  stop && ({ kind: 'stopped', sign: stop, ...(told && { told }) } as const)

/** The same where no entry will hold what was ticked, so that the event itself has to. */
export function stopWithoutEntry(raised: Pick<Raised, 'stop' | 'told' | 'answers'>) {
  const stop = stopOf(raised)
  const questions = stopQuestions.filter((question) => raised.answers[question] === 'yes')
  return stop && ({ ...stop, ...(questions.length > 0 && { questions }) } as const)
}

/** What an entry raises. */
export interface Raised {
  /** The check to open at once; null when there is no reason to. */
  readonly screen: Screen | null
  /** No movement until that check is clear, or a clinician has cleared the person. True whenever `screen` is set. */
  readonly locksMovement: boolean
  /** The signal for the programme; null at none or a mini-check. */
  readonly stop: RaiseStop | null
  /** What was new or worse, where that is the signal and no tick of "new or worse" is. */
  readonly told?: NewSymptom | undefined
  /** Most weighty first. */
  readonly raises: readonly Raise[]
  /** Start the check with these: what was ticked as "yes", and the note, against which any "no" is asked again. */
  readonly answers: Answers
  /** Help to show at once, above all else, before any question is answered (H-17). Empty for most entries. */
  readonly routes: readonly RouteId[]
  /** The note speaks of someone who may be a danger to the person: it goes into nothing that is shared. */
  readonly keepNotePrivate: boolean
}

const ours = { sources: ['unclench-design'], tag: 'C' } as const

interface SignPlan {
  readonly question?: StopQuestion
  readonly stop: RaiseStop
  readonly because: string
}
/** Ticked signs: the question that each answers with "yes", and why it matters. */
const signs: Readonly<Record<Sign, SignPlan>> = {
  chest: { question: 'C1', stop: 'chest', because: 'You ticked chest pain, or hard to breathe.' },
  saddle: { question: 'A1', stop: 'dangerSign', because: 'You ticked a numb or odd feeling between the legs.' },
  bladder: { question: 'A2', stop: 'dangerSign', because: 'You ticked a change in how you pee.' },
  bowel: { question: 'A3', stop: 'dangerSign', because: 'You ticked that you leak or cannot feel poo.' },
  bothLegs: { question: 'A5', stop: 'dangerSign', because: 'You ticked both legs.' },
  weak: { question: 'A6', stop: 'weaknessOrNumbness', because: 'You ticked a weak leg or foot.' },
  unsteady: { question: 'A7', stop: 'weaknessOrNumbness', because: 'You ticked that you are unsteady.' },
  numb: { question: 'A8', stop: 'weaknessOrNumbness', because: 'You ticked a numb or tingly leg or foot.' },
  fever: { question: 'B2', stop: 'fever', because: 'You ticked hot, cold or shivery.' },
  fall: { stop: 'fall', because: 'You ticked a fall or a knock.' },
  other: { stop: 'newSymptom', because: 'You ticked that something is new or worse.' },
}

const toldBy: Partial<Readonly<Record<Raise['id'], NewSymptom>>> = { legFurther: 'legFurther', jump: 'painJump' }

/** Help that a note calls for before any question: thoughts of ending one's life, too many pills, someone who hurts. */
const routesOf: Readonly<Record<string, readonly RouteId[]>> = {
  I3: ['111-option-2', 'samaritans', '999'],
  I2: ['999', '111'],
  I4: ['999', 'domestic-abuse'],
}

/** An entry as it is told: when, and the day it is about where that is an earlier one. */
export type ToldEntry = EntryFields & Moment & { readonly about?: IsoDate }

/** The danger signs that somebody's words may mean, and the help that some of them call for before any question. */
export function dangerIn(words: string): { readonly heard: readonly HeardSign[]; readonly routes: readonly RouteId[] } {
  const heard = callsForHelp(dangerPhrases(words))
  return { heard, routes: helpFor(heard) }
}

/** Of what was heard, the signs that call for help. A fact of a life, such as being pregnant, is none. */
export const callsForHelp = (heard: readonly HeardSign[]): readonly HeardSign[] =>
  heard.filter(({ question }) => !lifeFacts.has(question))

/** The help that some signs call for by name, before any question. */
export const helpFor = (heard: readonly HeardSign[]): readonly RouteId[] => [
  ...new Set(heard.flatMap(({ question }) => routesOf[question] ?? [])),
]

/**
 * What this entry raises.
 * @param entry   as it was told, already sound (`checkedEntry`)
 * @param earlier the entries that count before it, oldest first, this one not among them
 * @param also    what was told with it beside the entry
 */
export function raisedBy(entry: ToldEntry, earlier: readonly CountedEntry[], also: readonly Raise[] = []): Raised {
  const { heard, routes } = dangerIn(entry.note ?? '')
  const raises: readonly Raise[] = [
    ...heard.map(({ question, says }): Raise => phraseRaise(question, says)),
    ...(entry.signs ?? []).map(signRaise),
    ...placeRaises(entry.places ?? []),
    ...comparedWithEach(lastWeeks(entry, earlier), (recent) => [
      ...bothLegsRaise(entry, recent),
      ...legRaise(entry, recent),
      ...jumpRaise(entry, recent),
    ]),
    ...redRaise(entry),
    ...also,
  ]
  const sorted = [...raises].sort((a, b) => weight(a) - weight(b))
  const [first] = sorted
  const stopping = sorted.find(({ stop }) => stop !== null)
  return {
    screen: first?.screen ?? null,
    locksMovement: first !== undefined,
    stop: stopping?.stop ?? null,
    told: stopping && toldBy[stopping.id],
    raises: sorted,
    answers: answersOf(entry, heard.length > 0),
    routes,
    keepNotePrivate: heard.some(({ question }) => isPrivate(question)),
  }
}

/**
 * The entries of the last week, each way of counting them. What was told late, or is told late now, may hide no change: it
 * is left out and counted in; and an entry about an earlier day is held beside what came before that day and before now.
 */
function lastWeeks(
  { at, day, about }: Moment & { readonly about?: IsoDate },
  earlier: readonly CountedEntry[],
): readonly (readonly CountedEntry[])[] {
  const week = (to: IsoDate) => earlier.filter((entry) => entry.at <= at && withinDays(entry.day, to, limit('window')))
  const [all, then] = [week(day), about === undefined ? [] : week(about)]
  const inTime = all.filter(({ toldLate }) => !toldLate)
  return [all, ...(inTime.length < all.length ? [inTime] : []), ...(about === undefined ? [] : [then])]
}

/** Everything raised beside any of these weeks, each kind once. */
function comparedWithEach(
  weeks: readonly (readonly CountedEntry[])[],
  raises: (recent: readonly CountedEntry[]) => readonly Raise[],
): readonly Raise[] {
  const found = weeks.flatMap(raises)
  return found.filter(({ id }, index) => found.findIndex((one) => one.id === id) === index)
}

/** Does the whole check open at once? Without a programme there is no short check, so a red entry opens the whole one too. */
export const opensWholeCheck = ({ screen }: Pick<Raised, 'screen'>, inProgramme: boolean): boolean =>
  screen === 'full' || (screen === 'mini' && !inProgramme)

/**
 * Questions whose yes alone forces an emergency, whatever else is answered (evidence.md §1, "Alone?"), those that do so as
 * listed there among them. A stiff spine (E7) is no sign by itself: only a fall or a sudden pain beside it is.
 */
const emergencyQuestions: ReadonlySet<string> = new Set([
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A10', 'A11'],
  ...['B1', 'C1', 'C2', 'C3', 'C5.collapse', 'C5.known', 'C6'],
  ...['D2', 'D6', 'D7', 'D8', 'E1'],
])

/** May what was told be an emergency, so that the way to help stands above the first question? A leg alone is for the check. */
export const mayBeEmergency = ({ raises }: Pick<Raised, 'raises'>): boolean =>
  raises.some(
    ({ id, questions }) => id !== 'legFurther' && id !== 'red' && questions.some((one) => emergencyQuestions.has(one)),
  )

const withinDays = (from: Moment['day'], to: Moment['day'], days: number): boolean => {
  const ago = daysBetween(from, to)
  return ago >= 0 && ago <= days
}

/** Danger signs first, then the other full checks, then the short one. */
const weight = ({ screen, stop }: Raise): number =>
  screen === 'mini' ? 2 : stop === 'dangerSign' || stop === 'chest' ? 0 : 1

const answersOf = ({ note, signs: ticked = [] }: EntryFields, dangerous: boolean): Answers => ({
  ...Object.fromEntries(ticked.flatMap((sign) => (signs[sign].question ? [[signs[sign].question, 'yes']] : []))),
  ...(dangerous && note !== undefined && { worry: note }),
})

/** Facts of a life, not news of a danger: whoever is pregnant writes of it each day. The check asks them of everyone. */
const lifeFacts: ReadonlySet<string> = new Set(['pregnancy', 'clotRisk'])

const phraseRaise = (question: string, says: string): Raise => ({
  id: 'phrase',
  screen: 'full',
  because: `You wrote something that may mean ${says}.`,
  questions: [question],
  stop: 'dangerSign',
  ...ours,
})

function signRaise(sign: Sign): Raise {
  const { question, stop, because } = signs[sign]
  return { id: 'sign', screen: 'full', because, questions: question ? [question] : [], stop, ...ours }
}

/** Two places on the map are always asked about: between the legs, and the chest. */
function placeRaises(places: readonly RegionId[]): readonly Raise[] {
  const found: Raise[] = []
  if (places.some((id) => regionOf(id).part === 'saddle'))
    found.push({
      id: 'place',
      screen: 'full',
      because: 'You marked a place between the legs.',
      questions: ['A1', 'A2', 'A3'],
      stop: 'dangerSign',
      ...ours,
    })
  if (places.some((id) => id === 'chest-left' || id === 'chest-right'))
    found.push({
      id: 'place',
      screen: 'full',
      because: 'You marked your chest.',
      questions: ['C1', 'C2', 'C3'],
      stop: 'chest',
      ...ours,
    })
  return found
}

/** The map that was drawn last, if it is not old. */
const lastPlaces = (recent: readonly CountedEntry[]): readonly RegionId[] | undefined =>
  findLast(recent, ({ places }) => places !== undefined)?.places

/** Pain in both legs that the last map did not show. With no map to compare, it counts as new. */
function bothLegsRaise({ places = [] }: EntryFields, recent: readonly CountedEntry[]): readonly Raise[] {
  if (!inBothLegs(places) || inBothLegs(lastPlaces(recent) ?? [])) return []
  return [
    {
      id: 'bothLegs',
      screen: 'full',
      because: 'You marked pain in both legs.',
      questions: ['A5'],
      stop: 'dangerSign',
      ...ours,
    },
  ]
}

/** Pain further down a leg than before, as told or as drawn. "Not sure" counts, for safety. */
function legRaise({ leg, places }: EntryFields, recent: readonly CountedEntry[]): readonly Raise[] {
  const before = lastPlaces(recent)
  const drawn =
    places !== undefined &&
    before !== undefined &&
    (['left', 'right'] as const).some((side) => reachDown(places, side) > reachDown(before, side))
  const fresh = isNewInLeg(leg, places ?? [], recent)
  if (leg !== 'further' && leg !== 'notSure' && !drawn && !fresh) return []
  const because =
    leg === 'notSure'
      ? 'You are not sure if the pain has moved down the leg.'
      : leg === 'further' || drawn
        ? 'The pain has moved further down a leg.'
        : 'There was no leg pain before, and now there is.'
  return [{ id: 'legFurther', screen: 'full', because, questions: ['A5', 'A6', 'A8'], stop: 'newSymptom', ...ours }]
}

/** Was "no leg pain" the last that was told of it, and is there some now? */
function isNewInLeg(leg: EntryFields['leg'], places: readonly RegionId[], recent: readonly CountedEntry[]): boolean {
  const inLeg = reachDown(places, 'left') > 0 || reachDown(places, 'right') > 0
  const last = findLast(recent, (entry) => entry.leg !== undefined)?.leg
  return last === 'none' && (inLeg || leg === 'same' || leg === 'nearer')
}

/**
 * A jump of 3 points or more, with no clear reason, above the last entry or above the mean of the last 7 days (where at
 * least three entries make one). A missing or unsure answer about the cause is no cause.
 */
function jumpRaise(entry: ToldEntry, recent: readonly CountedEntry[]): readonly Raise[] {
  if (!painJumped(entry.painNow0to10, recent) || entry.plainCause === 'yes') return []
  return [
    {
      id: 'jump',
      screen: 'full',
      because:
        entry.about === undefined
          ? `Your pain has jumped by ${limit('painJump')} points or more, with no clear reason.`
          : `Your pain was ${limit('painJump')} points or more above what you told us before, with no clear reason.`,
      questions: [],
      stop: 'newSymptom',
      ...ours,
    },
  ]
}

/** Is it time to ask "Is there a clear reason?" For the page, while the entry is being made. `recent`: the last 7 days. */
export function painJumped(painNow0to10: number, recent: readonly CountedEntry[]): boolean {
  const last = recent.at(-1)
  if (!last) return false
  const mean = recent.reduce((sum, entry) => sum + entry.painNow0to10, 0) / recent.length
  const compared = recent.length >= limit('entriesForMean') ? Math.min(last.painNow0to10, mean) : last.painNow0to10
  return painNow0to10 - compared >= limit('painJump') - 1e-9
}

/** Pain of 6 or more now: a red entry, so the short check comes before the next session. */
function redRaise({ painNow0to10 }: EntryFields): readonly Raise[] {
  if (painNow0to10 < limit('redPeak')) return []
  return [
    {
      id: 'red',
      screen: 'mini',
      because: `Your pain is ${limit('redPeak')} or more, so we check again before you move.`,
      questions: ['A1', 'A2', 'A3', 'A5', 'A6', 'B2'],
      stop: null,
      ...ours,
    },
  ]
}

/**
 * The entry as others may see it (doctor's page, CSV, a therapist): without a note that is for the person alone.
 * The person's own record keeps it, unless they choose not to.
 */
export function forSharing<Entry extends EntryFields>(
  entry: Entry,
): Entry | (Omit<Entry, 'note'> & { note?: undefined }) {
  if (entry.note === undefined || !isForThemAlone(entry.note)) return entry
  return withoutNote(entry)
}

/** The entry with no note: for a person who does not want it kept. */
export function withoutNote<Entry extends EntryFields>(entry: Entry): Omit<Entry, 'note'> {
  const { note: _left, ...rest } = entry
  return rest
}
