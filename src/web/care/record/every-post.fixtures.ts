/**
 * Every form of the pages that can be sent, with what a person might say in it: for tests of what happens when the device
 * keeps nothing. Tests only.
 */
import type { Answers } from '../../../care/check/types.ts'
import { addDays, type IsoDate } from '../../../care/evidence/calendar.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { checkFields, memoryNotebook, trailOf } from '../plan/plan.fixtures.ts'
import { writeTrail } from '../check/trail.ts'
import { allClear, begunOn, device } from '../programme/programme.fixtures.ts'
import { writeRecordFile } from './record-file.ts'
import { samples } from './record-event.fixtures.ts'

type Fields = Readonly<Record<string, string | File>>
/** Ids of what the record holds, for forms that name one. */
export interface Held {
  readonly session: string
  readonly entry: string
  /** The day of that entry. */
  readonly day: IsoDate
  readonly step: string
  readonly movements: number
}
export interface EveryPost {
  readonly what: string
  /** The route's pattern, as the app registers it. */
  readonly route: string
  readonly at: (held: Held) => string
  readonly fields: (held: Held) => Fields
  /**
   * What must be said, kept or not, and before any word of keeping; nothing: it told of no danger. `afterReading`: only
   * where the record can be read, since the form alone does not tell.
   */
  readonly first?: RegExp
  readonly afterReading?: true
}

const plain = (route: string, what: string, fields: Fields, first?: RegExp): EveryPost => ({
  what,
  route,
  at: () => route,
  fields: () => fields,
  ...(first && { first }),
})
const doNotMove =
  /^\s*Stop\b|before you move (?:any )?more|no (?:more )?movements|do any movements|Leave your movements|movements wait/i
const helpNow = /Call 999|call 999/
const told: Answers = { painNow: 2 }
const formId = 'f0f0f0f0-1111-4222-8333-444455556666'
const doseId = 'd05ed05e-1111-4222-8333-444455556666'
const trail = writeTrail(trailOf({}))
const finished = Object.fromEntries(checkFields(told))
const finish = (count: number, leg: string): Fields => ({
  worst: '2',
  leg,
  effort: '2',
  ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`done.${index}`, 'all'])),
})
const walk = (felt: string): Fields => ({ do: 'note', minutes: '10', felt, form: formId })
const dose: Fields = { do: 'record', product: 'paracetamol500', units: '1', when: 'now' }
const checkIn: Fields = {
  'q.trend': 'same',
  'q.painNow': '5',
  'q.toilet': 'yes',
  'q.stand': 'yes',
  'q.medicine': 'yes',
  'q.normal': 'no',
  'q.leg': 'no',
  screen: '2',
}
const recordFile = () =>
  new File(
    [writeRecordFile({ owner: '11111111-1111-4111-8111-111111111111', events: Object.values(samples) })],
    'r.json',
  )

/** All of them. */
export const everyPost: readonly EveryPost[] = [
  plain('/check', 'a screen of the check', { trail, do: 'skip' }, /Safety check/),
  {
    ...plain('/check/:check/:screen{[0-9]+}', 'a screen of a check that is kept', { trail, do: 'skip' }),
    at: () => '/check/0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e0f/1',
  },
  plain('/check/summary', 'the summary of a check', finished, /home/),
  plain('/programme/stop', 'chest pain', { sign: 'chest' }, helpNow),
  plain('/programme/stop', 'a fever', { sign: 'fever' }, /Speak to someone today/),
  plain('/programme/stop', 'a fall', { sign: 'fall' }, doNotMove),
  plain('/programme/mini-check', 'numb between the legs', { 'q.A1': 'yes' }, helpNow),
  plain('/programme/mini-check', 'nothing new', allClear),
  plain('/programme/morning', 'a morning', { pain: '3', do: 'save', 'list.explain': 'none' }),
  plain(
    '/programme/morning',
    'a very sore morning',
    { pain: '8', 'q.plainCause': 'yes', do: 'save', 'list.explain': 'none' },
    doNotMove,
  ),
  plain('/programme/check-in', 'much the same', checkIn),
  plain('/programme/check-in', 'worse', { ...checkIn, 'q.trend': 'worse' }, doNotMove),
  plain('/programme/check-in/change', 'an answer put right', { ...checkIn, do: 'sure' }),
  plain('/programme/check-in/change', 'worse after all', { ...checkIn, 'q.trend': 'worse' }, doNotMove),
  plain('/programme/feelings', 'a wish to die', { do: 'life', 'q.I3': 'plan' }, helpNow),
  plain('/programme/feelings', 'no wish to die', { do: 'life', 'q.I3': 'no' }),
  plain('/programme/start', 'a new start', { 'q.began': '0', 'q.painDayOne': '4', 'q.firstEver': 'no', screen: '0' }),
  plain('/programme/abilities', 'what I can do', { 'q.walk5': 'yes', 'q.sit15': 'yes', 'q.normalTasks': 'most' }),
  plain('/programme/phase', 'the next phase', { to: '2' }),
  plain('/programme/cleared', 'a clinician', { 'q.who': 'GP', 'q.seenDaysAgo': '0', 'q.said': 'yes' }),
  plain('/programme/mistaken', 'a danger sign told by mistake', { mistake: 'wrong', sure: 'yes' }),
  plain('/programme/direction', 'the way that feels better', { 'q.better': 'back', 'q.leg': 'no' }),
  plain('/programme/full-check', 'the full check', { sign: 'chest' }, /Safety check/),
  plain('/prevent/walking', 'a walking plan', { do: 'start', minutesNow: '10', daysNow: '3' }),
  plain('/prevent/walking', 'its end', { do: 'end' }),
  plain('/prevent/walking', 'a fine walk', walk('fine')),
  plain('/prevent/walking', 'a walk that was too sore', walk('tooSore'), doNotMove),
  plain('/prevent/walking', 'a walk with pain down the leg', walk('leg'), doNotMove),
  plain('/prevent/strength', 'strength days', { first: '1', second: '4' }),
  plain('/prevent/desk', 'the desk', { done: 'feet' }),
  plain('/prevent/reminders', 'a reminder', { do: 'set', what: 'walk', time1: '09:00', days: '1' }),
  plain('/prevent/reminders', 'no reminders', { do: 'cancelAll' }),
  plain('/plan', 'the questions of the plan', { ...finished, do: 'skip', screen: '0' }),
  {
    ...plain('/plan/step/:step', 'a step that sent pain down the leg', { do: 'soreLeg', leg: 'further' }, doNotMove),
    at: ({ step }) => `/plan/step/${step}`,
  },
  { ...plain('/plan/step/:step', 'a step that is done', { do: 'done' }), at: ({ step }) => `/plan/step/${step}` },
  plain('/session', 'a session', { pain: '2', minutes: '30' }),
  { ...plain('/session', 'a jump in pain', { pain: '9', minutes: '30', cause: 'no' }, doNotMove), afterReading: true },
  {
    ...plain('/session/:session', 'the end of a session', {}),
    at: ({ session }) => `/session/${session}`,
    fields: ({ movements }) => finish(movements, 'none'),
  },
  {
    ...plain('/session/:session', 'a session that sent pain down the leg', {}, doNotMove),
    at: ({ session }) => `/session/${session}`,
    fields: ({ movements }) => finish(movements, 'further'),
  },
  {
    ...plain(
      '/session/:session',
      'too sore, with pain down the leg',
      { do: 'soreLeg', item: '0', leg: 'lasting' },
      doNotMove,
    ),
    at: ({ session }) => `/session/${session}`,
  },
  plain('/diary/entry', 'a calm entry', { pain: '3' }),
  plain('/diary/entry', 'a very sore entry', { pain: '8', worst: '8', asked: 'cause', cause: 'yes' }, doNotMove),
  plain('/diary/entry', 'numb between the legs', { pain: '3', signs: 'saddle' }, helpNow),
  plain('/diary/entry', 'numb between the legs, and no number for the pain', { signs: 'saddle' }, helpNow),
  plain('/diary/entry', 'a danger at home', { pain: '3', note: 'my husband hits me' }, /Who to call/),
  {
    ...plain('/diary/entry', 'numb between the legs, days ago', {}, helpNow),
    fields: ({ day }) => ({ pain: '3', signs: 'saddle', about: addDays(day, -5) }),
  },
  {
    ...plain('/diary/entry', 'an entry put right', {}),
    fields: ({ entry }) => ({ pain: '2', puts: entry }),
  },
  {
    ...plain('/diary/entry', 'an entry put right, with a danger in it', {}, helpNow),
    fields: ({ entry }) => ({ pain: '2', signs: 'saddle', puts: entry }),
  },
  {
    ...plain('/diary/entry/:entry', 'an entry taken back', { do: 'undo' }),
    at: ({ entry }) => `/diary/entry/${entry}`,
  },
  plain('/diary/tasks', 'tasks', { 'new.1': 'Carry shopping' }),
  plain('/diary/tasks', 'a task that speaks of danger', { 'new.1': 'numb between my legs' }, doNotMove),
  plain('/medicines', 'the questions about medicines', { screen: 'history', do: 'skip' }),
  plain('/medicines/tally', 'a dose', dose),
  plain('/medicines/tally', 'a dose taken out', { do: 'remove', dose: doseId }),
  plain('/medicines/tally', 'too much', { do: 'tooMuch' }, /Take no more painkillers/),
  plain(
    '/medicines/tally',
    'too much, on purpose',
    { do: 'facts', 'fact.onPurpose': 'yes', 'fact.drowsyOrSlowBreathing': 'yes' },
    /Call 999 or go to A&E now/,
  ),
  { ...plain('/record/import', 'a file', {}), fields: () => ({ file: recordFile(), mine: 'yes' }) },
  plain('/record/erase', 'erasing', {}),
  plain('/movements', 'the library after a check of the server', finished),
  { ...plain('/movements/:movement', 'a movement', finished), at: () => '/movements/M05' },
  {
    ...plain('/movements/sequences/:sequence', 'a set of movements', finished),
    at: () => '/movements/sequences/morning',
  },
  plain('/report/unclench-report.pdf', 'the page for a doctor', { name: 'A' }),
]

/** Lived once: every test begins with a copy of what it left. */
let lived: Promise<{ readonly events: NotebookEvent[]; readonly held: Held }> | undefined

/** A device with a programme, a walking plan, a session under way, an entry and a dose. */
export async function wellUsed() {
  lived ??= live()
  const { events, held } = await lived
  return { ...device(memoryNotebook(structuredClone(events))), held }
}

async function live() {
  const home = await begunOn()
  await home.post('/prevent/walking', { do: 'start', minutesNow: '10', daysNow: '3' })
  await home.post('/diary/entry', { pain: '3', form: 'e0e0e0e0-1111-4222-8333-444455556600' })
  await home.notebook.append({ ...samples.doseTaken, id: doseId })
  await home.post('/session', { pain: '2', minutes: '30' })
  const [begun] = await home.of('sessionBegun')
  const [entry] = await home.of('diaryEntry')
  if (!begun || !entry) throw new Error('the device was not used')
  const step = /href="\/plan\/step\/([^"]+)"/.exec((await home.get('/plan')).html)?.[1]
  if (!step) throw new Error('no step in the plan')
  const held: Held = { session: begun.id, entry: entry.id, day: entry.day, step, movements: begun.items.length }
  return { events: [...(await home.notebook.all())], held }
}
