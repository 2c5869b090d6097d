/**
 * What a check that begins now is told of danger from before, and how the diary says it, as a table that a person reviews:
 * told-since-tables.txt beside this test (H-04). Each line: what was told, an hour apart; then the answers of the next
 * check, how many stops wait for it, and the lines of the diary.
 */
import { afterAll, expect, test } from 'vitest'
import { reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import { answersWith } from '../check/told.fixtures.ts'
import { type EntryFields, entries } from '../diary/entry.ts'
import { entryEvents } from '../diary/entry-events.ts'
import { nothingYet } from '../programme/state.ts'
import { stateAt } from '../programme/fold.ts'
import { dangerTold } from './danger-told.ts'
import { moment, uuid } from './moments.fixtures.ts'
import type { NotebookEvent } from './notebook.ts'
import { diaryEvents, programmeEvents } from './person.ts'
import { stopsOfEntry, stopsSince, toldSince } from './told-since.ts'

const reviewed = reviewedOutlines(new URL('./told-since-tables.txt', import.meta.url))
afterAll(() => reviewed.end())

type Told = (number: number, hours: number, before: readonly NotebookEvent[]) => readonly NotebookEvent[]
const base = (number: number, hours: number) => ({ v: 1, id: uuid(number), ...moment(hours) }) as const
const mini =
  (answers: Readonly<Record<string, 'yes' | 'no' | 'notSure'>>): Told =>
  (number, hours) => [{ ...base(number, hours), kind: 'miniCheckDone', answers } as NotebookEvent]
const entry =
  (
    fields: EntryFields,
    more: { readonly about?: 'yesterday'; readonly replaces?: true; readonly kept?: true } = {},
  ): Told =>
  (number, hours, before) => {
    const earlier = entries(diaryEvents(before))
    const last = earlier.at(-1)
    return entryEvents(fields, {
      ...{ now: moment(hours), id: uuid(number), programme: nothingYet },
      note: more.kept ? 'keep' : 'unasked',
      earlier: more.replaces && last ? earlier.filter(({ id }) => id !== last.id) : earlier,
      ...(more.replaces && last && { replaces: last }),
      ...(more.about && { about: moment(hours - 24).day }),
    }).events
  }
const check =
  (level: 'self-care' | 'urgent' | 'emergency'): Told =>
  (number, hours) => [
    {
      ...{ ...base(number, hours), v: 2, kind: 'checkFinished', check: uuid(number), level, protocolVersion: 'p' },
      ...{ movement: level === 'self-care' ? 'open' : 'locked', answers: answersWith({ age: 35 }), changed: [] },
    } as NotebookEvent,
  ]

const dangers: Readonly<Record<string, Told>> = {
  'stop chest': (number, hours) => [{ ...base(number, hours), kind: 'stopped', sign: 'chest', questions: ['C1'] }],
  'stop bladder': (number, hours) => [
    { ...base(number, hours), kind: 'stopped', sign: 'dangerSign', questions: ['A2'] },
  ],
  'stop of before, fever': (number, hours) => [{ ...base(number, hours), kind: 'stopped', sign: 'fever' }],
  'stop of before, fall': (number, hours) => [{ ...base(number, hours), kind: 'stopped', sign: 'fall' }],
  'short check A1': mini({ A1: 'yes', A2: 'no', anythingNew: 'no' }),
  'short check not sure A1, A2': mini({ A1: 'notSure', A2: 'notSure' }),
  'short check new': mini({ A1: 'no', anythingNew: 'yes' }),
  'entry chest': entry({ painNow0to10: 2, signs: ['chest'] }),
  'entry of yesterday, fall': entry({ painNow0to10: 2, signs: ['fall'] }, { about: 'yesterday' }),
  'entry in words': entry({ painNow0to10: 2, note: 'numb between my legs' }),
  'entry of home': entry({ painNow0to10: 2, note: 'my husband hit me' }),
  'entry of home, its words kept': entry({ painNow0to10: 2, note: 'my husband hit me' }, { kept: true }),
}
const others: Readonly<Record<string, Told>> = {
  'entry calm': entry({ painNow0to10: 2 }),
  'put right, calm': entry({ painNow0to10: 2 }, { replaces: true }),
  'clear check': check('self-care'),
  'urgent check': check('urgent'),
  visit: (number, hours) => [{ ...base(number, hours), kind: 'clinicianCleared', who: 'GP', how: 'seen' }],
  'visit after it': (number, hours, before) => [
    {
      ...{ ...base(number, hours), kind: 'clinicianCleared', who: 'GP', how: 'seen' },
      seenAfter: before.find(({ kind }) => kind === 'checkFinished')?.id ?? uuid(1),
    },
  ],
}
const all = { ...dangers, ...others }

/** Ids far apart: an entry makes those of its other events from its own. */
function recordOf(...told: readonly Told[]): readonly NotebookEvent[] {
  const record: NotebookEvent[] = []
  for (const [index, one] of told.entries()) record.push(...one((index + 1) * 100, index, [...record]))
  return record
}
function seen(events: readonly NotebookEvent[], hours = 5): string {
  const state = stateAt(programmeEvents(events), moment(hours))
  const answers = Object.entries(toldSince(events, state)).map(([id, answer]) => `${id} ${JSON.stringify(answer)}`)
  const lines = dangerTold(events, state).map(
    ({ day, words, isOpen, toldLate }) =>
      `${day === moment(0).day ? '' : `${day}: `}${words}${isOpen ? ' (open)' : ''}${toldLate ? ' (late)' : ''}`,
  )
  return [
    answers.join(', ') || 'nothing',
    `stops ${stopsSince(events, state).length}`,
    lines.join(' / ') || 'no line',
  ].join(' | ')
}
const pick = (names: readonly string[]) => names.map((name) => all[name] as Told)

test('one thing told, before and after a clear check', () => {
  reviewed.checkLines(
    'one thing',
    Object.keys(all).flatMap((name) => [
      `${name}: ${seen(recordOf(...pick([name])))}`,
      `${name}, clear check: ${seen(recordOf(...pick([name, 'clear check'])))}`,
      `clear check, ${name}: ${seen(recordOf(...pick(['clear check', name])))}`,
    ]),
  )
})

test('two things told after a check', () => {
  reviewed.checkLines(
    'two things after a check',
    Object.keys(dangers).flatMap((first) =>
      Object.keys(all)
        .filter((second) => second !== first && second !== 'clear check')
        .map((second) => `${first}, ${second}: ${seen(recordOf(...pick(['clear check', first, second])))}`),
    ),
  )
})

test('what was told before the last check, and after it', () => {
  reviewed.checkLines(
    'before the last check and after it',
    Object.keys(dangers).map((name, index, names) => {
      const next = names[(index + 1) % names.length] as string
      return `${name}, clear check, ${next}: ${seen(recordOf(...pick([name, 'clear check', next])))}`
    }),
  )
  const checks = ['urgent check', 'visit after it', 'urgent check'] as const
  reviewed.checkLines('checks and visits', [
    `urgent check, visit after it: ${seen(recordOf(...pick(checks.slice(0, 2))))}`,
    `and an emergency since: ${seen(recordOf(...pick(checks.slice(0, 2)), check('emergency')))}`,
  ])
})

test('what was told at the very moment of the last check counts still', () => {
  for (const name of ['stop chest', 'short check A1', 'entry chest']) {
    const events = [...(all['clear check'] as Told)(1, 1, []), ...(all[name] as Told)(2, 1, [])]
    const state = stateAt(programmeEvents(events), moment(2))
    expect([name, Object.keys(toldSince(events, state))]).not.toEqual([name, []])
    expect([name, dangerTold(events, state).some(({ isOpen }) => !isOpen)]).toEqual([name, false])
  }
})

test('the stops of one entry are its own, also once it was put right, and not those of another', () => {
  const events = recordOf(...pick(['entry chest', 'put right, calm', 'entry of yesterday, fall', 'stop chest']))
  const state = stateAt(programmeEvents(events), moment(5))
  const of = (number: number) => stopsOfEntry(events, state, uuid(number * 100)).map(({ sign }) => sign)
  expect([of(1), of(2), of(3), of(4)]).toEqual([['chest'], ['chest'], ['fall'], []])
})
