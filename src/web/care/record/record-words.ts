/**
 * What happened, in a line: every event of the record as a person reads it on "my record".
 */
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { weekdayNames } from '../../../care/prevention/events.ts'
import { reminderTitle } from '../../../care/prevention/reminders.ts'
import { phases } from '../../../care/programme/phases.ts'
import { slots } from '../../../care/relief/slots.ts'
import { stepById } from '../../../care/relief/steps.ts'
import { levelWords } from '../../ui/level-banner.tsx'
import type { CareHome } from '../home.ts'
import { dayWords } from '../diary/diary-words.ts'
import { whenWords } from '../when-words.ts'

/** One event as a sentence. */
export function eventWords(event: NotebookEvent, home: CareHome): string {
  switch (event.kind) {
    case 'unreadable':
      return event.entries === 1 ? 'One entry cannot be read.' : `${event.entries} entries cannot be read.`
    case 'checkFinished':
      return `Check finished. Result: ${levelWords[event.level]}.`
    case 'planMade':
      return 'Plan made.'
    case 'doseTaken':
      return `Took ${event.product}: ${event.ingredient} ${event.milligrams} mg, ${whenWords(event.takenAt, home)}.`
    case 'doseWithdrawn':
      return 'Took a dose out again: it was written down by mistake.'
    case 'stepDone':
      return `Did a step: ${stepTitle(event.step)}.`
    case 'programmeStarted':
      return 'Started the day-by-day plan.'
    case 'sessionBegun':
      return `Began a session of ${counted(event.items.length, 'movement')}.`
    case 'sessionDone':
      return `Ended a session: ${counted(event.movements.filter(({ done }) => done !== 'skipped').length, 'movement')} done.`
    case 'morningNoted':
      return `Morning: pain ${event.pain0to10} of 10.`
    case 'miniCheckDone':
      return 'Did the short check.'
    case 'clinicianCleared':
      return `Cleared to move by: ${event.who}.`
    case 'dangerMistaken':
      return 'Told us something by mistake.'
    case 'tooMuchTold':
      return 'Told us about too much of a medicine, or answered a question about it.'
    case 'stopped':
      return 'Stopped, because of something new or worse.'
    case 'miniAsked':
      return `The short check comes next. ${event.because}`
    case 'abilitiesNoted':
      return 'Told what you can do.'
    case 'phaseChanged':
      return `Went on to phase ${event.to}, ${phases[event.to].name}.`
    case 'checkInDone':
      return `Looked back${event.replaces === undefined ? '' : ', put right'}: pain ${event.pain0to10} of 10.`
    case 'directionFound':
      return 'Told which way of moving feels better.'
    case 'helpAnswered':
      return 'Told how you feel about your back.'
    case 'diaryEntry':
      return diaryWords(event)
    case 'entryWithdrawn':
      return 'Took a diary entry out again: it was made by mistake.'
    case 'taskChosen':
      return `Chose a task: ${event.name}.`
    case 'taskDropped':
      return 'Dropped a task.'
    case 'walkingStarted':
      return 'Started the walking plan.'
    case 'walkingEnded':
      return 'Ended the walking plan.'
    case 'walkDone':
      return `Walked ${counted(event.minutes, 'minute')}.`
    case 'strengthDaysChosen':
      return `Chose strength days: ${event.weekdays.map((day) => weekdayNames[day]).join(' and ')}.`
    case 'deskNoted':
      return 'Went through the desk list.'
    case 'reminderSet':
      return `Set a reminder: ${reminderTitle(event.what)}.`
    case 'reminderCancelled':
      return event.what === 'all' ? 'Cancelled all reminders.' : `Cancelled a reminder: ${reminderTitle(event.what)}.`
    case 'reminderWording':
      return 'Chose what reminders say.'
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
