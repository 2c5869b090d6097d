/**
 * What happened, in a line: every event of the record as a person reads it on "my record".
 */
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { weekdayNames } from '../../../care/prevention/events.ts'
import { reminderTitle } from '../../../care/prevention/reminders.ts'
import { phases } from '../../../care/programme/phases.ts'
import { stopBecause } from '../../../care/programme/stop-words.ts'
import { slots } from '../../../care/relief/slots.ts'
import { stepById } from '../../../care/relief/steps.ts'
import { levelWords } from '../../ui/level-banner.tsx'
import type { CareHome } from '../home.ts'
import { dayWords } from '../diary/diary-words.ts'
import { whenWords } from '../when-words.ts'

/** Events of which the same is said each time. */
const plainWords = {
  planMade: 'Plan made.',
  doseWithdrawn: 'Took a dose out again: it was written down by mistake.',
  programmeStarted: 'Started the day-by-day plan.',
  miniCheckDone: 'Did the short check.',
  dangerMistaken: 'Told us something by mistake.',
  tooMuchTold: 'Told us about too much of a medicine, or answered a question about it.',
  abilitiesNoted: 'Told what you can do.',
  directionFound: 'Told which way of moving feels better.',
  helpAnswered: 'Told how you feel about your back.',
  entryWithdrawn: 'Took a diary entry out again: it was made by mistake.',
  taskDropped: 'Dropped a task.',
  walkingStarted: 'Started the walking plan.',
  walkingEnded: 'Ended the walking plan.',
  deskNoted: 'Went through the desk list.',
  reminderWording: 'Chose what reminders say.',
} as const satisfies Partial<Record<NotebookEvent['kind'], string>>

type PlainEvent = Extract<NotebookEvent, { kind: keyof typeof plainWords }>
const isPlain = (event: NotebookEvent): event is PlainEvent => Object.hasOwn(plainWords, event.kind)

/** One event as a sentence. */
export function eventWords(event: NotebookEvent, home: CareHome): string {
  if (isPlain(event)) return plainWords[event.kind]
  switch (event.kind) {
    case 'unreadable':
      return event.entries === 1 ? 'One entry cannot be read.' : `${event.entries} entries cannot be read.`
    case 'checkFinished':
      return `Check finished. Result: ${levelWords[event.level]}.`
    case 'doseTaken':
      return `Took ${event.product}: ${event.ingredient} ${event.milligrams} mg, ${whenWords(event.takenAt, home)}${event.typed ? ` (typed as ${event.typed})` : ''}.`
    case 'stepDone':
      return `Did a step: ${stepTitle(event.step)}.`
    case 'sessionBegun':
      return `Began a session of ${counted(event.items.length, 'movement')}.`
    case 'sessionDone':
      return `Ended a session: ${counted(event.movements.filter(({ done }) => done !== 'skipped').length, 'movement')} done.`
    case 'morningNoted':
      return `Morning: pain ${event.pain0to10} of 10.`
    case 'clinicianCleared':
      return `Cleared to move by: ${event.who}.`
    case 'miniAsked':
      return `The short check comes next. ${event.because}`
    case 'stopped':
      return `Stopped. ${stopBecause(event)}`
    case 'phaseChanged':
      return `Went on to phase ${event.to}, ${phases[event.to].name}.`
    case 'checkInDone':
      return `Looked back${event.replaces === undefined ? '' : ', put right'}: pain ${event.pain0to10} of 10.`
    case 'diaryEntry':
      return diaryWords(event)
    case 'taskChosen':
      return `Chose a task: ${event.name}.`
    case 'walkDone':
      return `Walked ${counted(event.minutes, 'minute')}.`
    case 'strengthDaysChosen':
      return `Chose strength days: ${event.weekdays.map((day) => weekdayNames[day]).join(' and ')}.`
    case 'reminderSet':
      return `Set a reminder: ${reminderTitle(event.what)}.`
    case 'reminderCancelled':
      return event.what === 'all' ? 'Cancelled all reminders.' : `Cancelled a reminder: ${reminderTitle(event.what)}.`
    default:
      throw new Error(`unhandled event ${event satisfies never}`)
  }
}

/** Each kind of entry in two or three words, for lists that count them. */
export const kindNames = {
  checkFinished: 'Checks',
  planMade: 'Plans',
  doseTaken: 'Doses',
  doseWithdrawn: 'Doses taken out',
  stepDone: 'Steps done',
  sessionBegun: 'Sessions begun',
  sessionDone: 'Sessions ended',
  programmeStarted: 'Programme starts',
  morningNoted: 'Mornings',
  miniCheckDone: 'Short checks',
  clinicianCleared: 'Times you were cleared',
  dangerMistaken: 'Answers told by mistake',
  tooMuchTold: 'Answers on too much of a medicine',
  stopped: 'Stops',
  miniAsked: 'Short checks asked for',
  abilitiesNoted: 'Times you told what you can do',
  phaseChanged: 'Changes of phase',
  checkInDone: 'Looks back',
  directionFound: 'Direction tests',
  helpAnswered: 'Answers on how you feel',
  diaryEntry: 'Diary entries',
  entryWithdrawn: 'Diary entries taken out',
  taskChosen: 'Tasks chosen',
  taskDropped: 'Tasks dropped',
  walkingStarted: 'Walking plans begun',
  walkingEnded: 'Walking plans ended',
  walkDone: 'Walks',
  strengthDaysChosen: 'Strength days chosen',
  deskNoted: 'Desk lists',
  reminderSet: 'Reminders set',
  reminderCancelled: 'Reminders cancelled',
  reminderWording: 'Words of reminders chosen',
} as const satisfies Record<Exclude<NotebookEvent['kind'], 'unreadable'>, string>

function diaryWords({ painNow0to10, about, replaces }: Extract<NotebookEvent, { kind: 'diaryEntry' }>): string {
  const what = replaces === undefined ? 'Diary' : 'Put a diary entry right'
  return `${what}${about === undefined ? '' : `, about ${dayWords(about)}`}: pain ${painNow0to10} of 10.`
}

const counted = (number: number, word: string) => `${number} ${number === 1 ? word : `${word}s`}`

/** The title of a step by its id in a plan: slot and card. A newer Unclench may know steps that this one does not. */
function stepTitle(id: string): string {
  const [card] = slots.flatMap((slot) =>
    id.startsWith(`${slot.id}-`) ? (stepById.get(id.slice(slot.id.length + 1)) ?? []) : [],
  )
  return card?.title ?? 'one that this Unclench does not know'
}
