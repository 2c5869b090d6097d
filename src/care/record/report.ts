/**
 * One page for a doctor or physio: what a person's record says of their back, in short lines. The page, the print and the
 * PDF all draw these same lines (`web/care/report/`).
 * Pure. Never: a note in the person's own words, an answer about safety at home (evidence.md I4, H-17), a name, a score,
 * or a word of praise or blame.
 */
import { checkState } from '../check/check.ts'
import { isForThemAlone, withoutPrivate } from '../check/private.ts'
import { reconcileFreeText } from '../check/reconcile-free-text.ts'
import { clinicianSummary, type SummaryLine } from '../check/summary.ts'
import { type Answers, levels } from '../check/types.ts'
import { regionOf } from '../diary/body-map.ts'
import { painChangeOf, taskChange, tenths } from '../diary/change.ts'
import { asLived, type DiaryDay } from '../diary/days.ts'
import { type DiaryEvent, entries, helpedAnswers, tasks } from '../diary/entry.ts'
import { flares } from '../diary/flare-days.ts'
import { addDays, daysBetween, type IsoDate, type Moment } from '../evidence/calendar.ts'
import { findLast, groupBy } from '../evidence/lists.ts'
import type { Made } from '../evidence/order.ts'
import { dayMs } from '../evidence/time.ts'
import { type CheckFinished, doses, inOrder, type NotebookEvent } from './notebook.ts'
import { allTold, lastPainTold, painDays } from './pain-told.ts'
import { type PhaseNumber, phases } from '../programme/phases.ts'
import { lockOf, type ProgrammeState } from '../programme/state.ts'
import { doseRecord } from './too-much.ts'

/** A line of the page. With a label: "Pain now: 4 of 10". */
export interface ReportLine {
  readonly label?: string
  readonly text: string
}
/** One part of the doctor's page. */
export interface ReportSection {
  readonly id: 'check' | 'flags' | 'told' | 'noes' | 'now' | 'timeline' | 'medicines' | 'helped' | 'tasks' | 'sessions'
  readonly title: string
  /** Most important first: where a page is full, the last ones are left out, and that is said. */
  readonly lines: readonly ReportLine[]
}
/** The doctor's page: what was told, by section, for the day it was made. */
export interface Report {
  readonly day: IsoDate
  readonly sections: readonly ReportSection[]
  /** What must stand on the page whatever else does. */
  readonly footing: readonly string[]
}

/** What the page stands on: a record, folded, at this moment. */
export interface ReportSource {
  readonly events: readonly NotebookEvent[]
  readonly diary: readonly DiaryEvent[]
  readonly state: ProgrammeState
  readonly phases: readonly { readonly phase: PhaseNumber; readonly name: string; readonly from: IsoDate }[]
  readonly now: Moment
}

/** How far back "lately" reaches, in days. Design choices [C]: long enough to show a pattern, short enough to be now. */
const recentDays = { medicines: 7, sessions: 7, places: 14, helped: 28 } as const
const most = { timeline: 12, places: 4, helped: 5, medicines: 6 } as const

/** The page: the pain now, its trend, the leg and stops first, the long list of noes last. Sections with nothing to say are left out. */
export function reportOf(source: ReportSource): Report {
  const check = findLast(inOrder(source.events), (event) => event.kind === 'checkFinished')
  const unreadable = source.events.find((event) => event.kind === 'unreadable')
  const told = check?.kind === 'checkFinished' ? checkSections(check, source.now) : []
  const last: readonly ReportSection['id'][] = ['told', 'noes']
  const sections: readonly ReportSection[] = [
    { id: 'now', title: 'Now', lines: nowLines(source) },
    ...told.filter(({ id }) => !last.includes(id)),
    { id: 'timeline', title: 'What happened', lines: timeline(source) },
    { id: 'medicines', title: 'Medicine for the pain, last 7 days', lines: medicineLines(source) },
    { id: 'tasks', title: 'Own tasks, 0 cannot do it to 10 as before', lines: taskLines(source) },
    { id: 'helped', title: 'What helped, last 28 days', lines: helpedLines(source) },
    { id: 'sessions', title: 'Movement sessions', lines: sessionLines(source) },
    ...told.filter(({ id }) => last.includes(id)),
  ]
  return {
    day: source.now.day,
    sections: sections.filter(({ lines }) => lines.length > 0),
    footing: [
      'Told by the person, on their own device. No doctor has looked at them for it.',
      'Not signed off by a clinician yet.',
      ...(unreadable ? ['A part of this record could not be read, so things may be missing here.'] : []),
    ],
  }
}

/** "23 Nov 2026". */
export function dateWords(day: IsoDate): string {
  const [year, month = 1, date] = day.split('-').map(Number)
  return `${date} ${months[month - 1]} ${year}`
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** The day of something told, or that nobody knows it: "23 Nov 2026". */
const toldOn = ({ day, dayNotKnown }: Told): string => (dayNotKnown ? dayNotKnownWords : dateWords(day))
type Told = { readonly day: IsoDate } & Pick<Made, 'dayNotKnown'>
const dayNotKnownWords = 'day not known, clock was ahead'

/**
 * A check: its level, what raised it, what was answered no. Read again by today's words; a kept level never sinks.
 * @param now says how long ago it was; `null`: the date alone, for whoever reads it on another day
 */
export function checkSections(event: CheckFinished, now: Moment | null): readonly ReportSection[] {
  // Their own words stay theirs; what they said of the body counts as it was settled then.
  const answers: Answers = { ...reconcileFreeText(withoutPrivate(event.answers)).answers, worry: '' }
  const when = now && !event.dayNotKnown ? `${dateWords(event.day)}, ${ago(event.day, now)}` : toldOn(event)
  const state = checkState({ ...answers, I4: 'no' })
  const title = 'Last check'
  if (!state.complete) {
    // Asked with other questions than today's: the level stands, the rest would be a guess.
    const said: readonly ReportLine[] = [{ label: 'Result', text: `${event.level.toUpperCase()}, ${when}` }]
    return [{ id: 'check', title, lines: said }]
  }
  const kept = levels.indexOf(state.level) < levels.indexOf(event.level)
  const summary = clinicianSummary(answers, state)
  const level = kept ? event.level : state.level
  const within = kept ? '' : ` (${state.actWithin})`
  const line = ({ label, answer }: SummaryLine): ReportLine => ({ label, text: answer })
  return [
    {
      id: 'check',
      title,
      lines: [{ label: 'Result', text: `${level.toUpperCase()}${within}, ${when}` }],
    },
    {
      id: 'flags',
      title: 'Flags in that check',
      lines: summary.flags.length > 0 ? summary.flags.map(line) : [{ text: 'None.' }],
    },
    {
      id: 'told',
      title: 'Told in that check',
      lines: [
        ...summary.timeline.map(line),
        ...summary.background.map(line),
        { label: 'Rules', text: `version ${event.protocolVersion}` },
      ],
    },
    {
      id: 'noes',
      title: 'Answered no in that check',
      lines: summary.importantNoes.length > 0 ? [{ text: summary.importantNoes.join('; ') }] : [],
    },
  ]
}

/** What is asked first: the pain, which way it goes, the leg, and what stopped the movements. */
const nowLines = (source: ReportSource): readonly ReportLine[] => [
  ...painLines(source),
  ...legLines(source),
  ...stopLines(source),
]

/** What the leg did, as it was told last, in the diary or at the end of a session. "Not sure" says nothing. */
function legLines({ events, diary }: ReportSource): readonly ReportLine[] {
  const inDiary = entries(diary).flatMap(({ at, day, dayNotKnown, leg }) =>
    leg === undefined || leg === 'notSure' ? [] : { at, day, dayNotKnown, leg },
  )
  const inSessions = inOrder(events).flatMap((event) =>
    event.kind === 'sessionDone' && event.leg !== 'notSure'
      ? { at: event.at, day: event.day, dayNotKnown: event.dayNotKnown, leg: event.leg }
      : [],
  )
  const last = [...inDiary, ...inSessions].sort((a, b) => a.at - b.at).at(-1)
  return last ? [{ label: 'Leg', text: `${legWords[last.leg]} (${toldOn(last)})` }] : []
}
const legWords = {
  none: 'no leg pain',
  same: 'as before',
  nearer: 'pain has moved nearer the back',
  further: 'pain has moved further down',
  lasting: 'worse, and it stayed after stopping',
} as const

/** The last stop of the movements; in a programme without one, that too is worth a line. */
function stopLines({ state }: ReportSource): readonly ReportLine[] {
  if (!state.started) return []
  const stop = findLast(state.decisions, ({ kind }) => kind === 'stop')
  if (!stop) return [{ label: 'Stops', text: 'none since the programme began' }]
  const why = stop.reasons.map(({ words }) => words).join(' ')
  return [{ label: 'Last stop', text: `${dateWords(stop.day)}: ${why}` }]
}

function painLines(source: ReportSource): readonly ReportLine[] {
  const { diary, events, now } = source
  const days = painDays(events, diary)
  const lived = asLived(days)
  const [first, last] = [lived[0], lastPainTold(events, diary)]
  if (!last) return []
  const change = painChangeOf(days)
  const places = counted(
    lately(entries(diary), now, recentDays.places).flatMap(({ places: touched = [] }) => touched),
    most.places,
  )
  return [
    {
      label:
        last.day === now.day
          ? 'Pain today, told last'
          : `Last told, ${last.day ? dateWords(last.day) : dayNotKnownWords}`,
      text: `${last.pain0to10} of 10`,
    },
    ...(first && change
      ? [{ label: `First day told, ${dateWords(first.day)}`, text: `${tenths(first.pain0to10)} of 10` }]
      : []),
    ...(change ? [{ label: 'Since then', text: changeWords[change.kind] }] : []),
    ...toldLateLines(days),
    ...noDayLines(source),
    ...(places.length > 0
      ? [{ label: 'Where, last 14 days', text: places.map(([place]) => regionOf(place).name).join('; ') }]
      : []),
  ]
}

/** How much of it is memory: whoever reads the trend must know. */
function toldLateLines(days: readonly DiaryDay[]): readonly ReportLine[] {
  const late = days.filter(({ toldLate }) => toldLate).length
  return late === 0 ? [] : [{ label: 'Told after the day', text: `${late} of ${days.length} days` }]
}

/** What was told under a clock that was ahead stands on no day, and in no trend: the worst of it is said. */
function noDayLines({ diary, events }: ReportSource): readonly ReportLine[] {
  const told = allTold(events, diary).flatMap((one) => (one.dayNotKnown ? one.painNow0to10 : []))
  return told.length === 0 ? [] : [{ label: `Worst told, ${dayNotKnownWords}`, text: `${Math.max(...told)} of 10` }]
}

interface DatedLine extends Told {
  readonly text: string
}

/** The episode in dates, oldest first: its beginning and the latest. */
function timeline({ events, diary, state, phases: marks }: ReportSource): readonly ReportLine[] {
  const told: DatedLine[] = []
  const { started } = state
  if (started) told.push({ day: started.episodeDay, text: 'This episode began' })
  for (const { phase, name, from } of marks) told.push({ day: from, text: `Programme: phase ${phase}, ${name}` })
  for (const event of events) {
    if (event.kind === 'checkFinished') told.push({ ...dayOf(event), text: `Check: ${event.level}` })
    if (event.kind === 'clinicianCleared')
      told.push({ ...dayOf(event), text: `Cleared to move by: ${shared(event.who)}` })
  }
  // Never said: what of it was on purpose, or what else a person told of it.
  for (const { day, level, isNew } of doseRecord(events).found)
    if (isNew && level) told.push({ day, text: `Too much of a medicine: ${level}` })
  for (const { from, to } of flares(painDays(events, diary)))
    told.push({ day: from, text: from === to ? 'Flare' : `Flare, until ${dateWords(to)}` })
  for (const { kind, day, reasons } of state.decisions)
    if (kind === 'stop') told.push({ day, text: `Stopped: ${reasons.map(({ words }) => words).join(' ')}` })
  const lines = withoutRepeats([...told].sort((a, b) => daysBetween(b.day, a.day)))
  const kept = lines.length > most.timeline ? [...lines.slice(0, 1), ...lines.slice(1 - most.timeline)] : lines
  return kept.map((line) => ({ label: toldOn(line), text: line.text }))
}

const dayOf = ({ day, dayNotKnown }: Told): Told => ({ day, dayNotKnown })

/** The same on the same day, once; a run of checks that all found nothing is one line. */
const withoutRepeats = (ordered: readonly DatedLine[]): readonly DatedLine[] =>
  ordered.filter(({ day, text }, index) => {
    const before = ordered[index - 1]
    const quiet = text === 'Check: self-care' && before?.text === text
    return !quiet && !(before?.day === day && before.text === text)
  })

function medicineLines({ events, now }: ReportSource): readonly ReportLine[] {
  const taken = doses(events).filter(({ takenAt }) => takenAt > now.at - recentDays.medicines * dayMs)
  const byIngredient = groupBy(taken, ({ ingredient }) => ingredient)
  return [...byIngredient]
    .map(([ingredient, list]): ReportLine => {
      const day = list.filter(({ takenAt }) => takenAt > now.at - dayMs)
      const mg = day.reduce((sum, { milligrams }) => sum + milligrams, 0)
      const atLeast = day.some(({ amountKnown }) => amountKnown === false) ? 'at least ' : ''
      const times = list.length === 1 ? 'once' : `${list.length} times`
      const today = day.length === 0 ? 'none in the last 24 hours' : `${atLeast}${mg} mg in the last 24 hours`
      return { label: ingredient, text: `${times}; ${today}` }
    })
    .slice(0, most.medicines)
}

function taskLines({ diary }: ReportSource): readonly ReportLine[] {
  return tasks(diary).flatMap(({ name: typed, scores }): ReportLine | [] => {
    const name = shared(typed)
    const [first, last] = [scores[0], scores.at(-1)]
    if (!first || !last) return []
    if (scores.length === 1) return { label: name, text: scoreWords(last) }
    const { kind } = taskChange(name, first.score0to10, last.score0to10)
    const between = `${scoreWords(first)}, ${scoreWords(last)}`
    return { label: name, text: `${between}: ${changeWords[kind]}` }
  })
}
const scoreWords = (score: Told & { readonly score0to10: number }): string =>
  `${score.score0to10} ${score.dayNotKnown ? `(${dayNotKnownWords})` : `on ${dateWords(score.day)}`}`
const changeWords = { better: 'better', worse: 'worse', noClearChange: 'no clear change' } as const

function helpedLines({ diary, now }: ReportSource): readonly ReportLine[] {
  const recent = lately(entries(diary), now, recentDays.helped)
  const said = recent.filter(({ helped }) => helped !== undefined)
  return counted(
    said.flatMap(({ helped = [] }) => helped),
    most.helped,
  ).map(([value, times]) => ({
    label: helpedAnswers.find((answer) => answer.value === value)?.text ?? value,
    text: `${times} of ${said.length} entries`,
  }))
}

/** What was done beside what was planned, without a word on it: a rest may have been the right thing. */
function sessionLines({ state, now }: ReportSource): readonly ReportLine[] {
  if (!state.started) return []
  const week = lately(state.sessions, now, recentDays.sessions)
  const full = week.filter(({ movements }) => movements.every(({ done }) => done === 'all')).length
  const planned = phases[state.phase].sessionsPerWeek
  const lock = lockOf(state)
  const peak = week.flatMap((session) => (typeof session.peak === 'number' ? session.peak : []))
  return [
    { label: 'Phase now', text: `${state.phase}, ${phases[state.phase].name}` },
    {
      label: 'Last 7 days',
      text: `${week.length} done, ${full} of them in full; the plan has ${planned} or more a week`,
    },
    ...(peak.length > 0 ? [{ label: 'Most pain in a session', text: `${Math.max(...peak)} of 10` }] : []),
    ...(lock === 'open' ? [] : [{ label: 'Movements now', text: lock === 'locked' ? 'locked' : 'gentle only' }]),
  ]
}

/** Those of the last so many days, today included. */
function lately<Item extends Pick<Moment, 'day'>>(items: readonly Item[], now: Moment, days: number): readonly Item[] {
  const from = addDays(now.day, 1 - days)
  return items.filter(({ day }) => daysBetween(from, day) >= 0 && daysBetween(day, now.day) >= 0)
}

/** What the person typed, unless it is for them alone. */
const shared = (typed: string): string => (isForThemAlone(typed) ? '(in their own words)' : typed)

/** What comes most often, with its number. */
function counted<Item>(items: readonly Item[], atMost: number): readonly (readonly [Item, number])[] {
  const groups = groupBy(items, (item) => item)
  return [...groups]
    .map(([item, { length }]) => [item, length] as const)
    .sort(([, one], [, other]) => other - one)
    .slice(0, atMost)
}

function ago(day: IsoDate, now: Moment): string {
  const days = daysBetween(day, now.day)
  return days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`
}
