/**
 * What doses and answers about too much come to, one after another: a table that a person reviews, in too-much-tables.txt
 * beside this test (rule I2 of evidence.md §1.I; H-08, H-12).
 */
import { describe, test } from 'vitest'
import { reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import { asEpochMs, hourMs } from '../evidence/time.ts'
import { moment, uuid } from './moments.fixtures.ts'
import type { NotebookEvent } from './notebook.ts'
import { doseRecord } from './too-much.ts'

const reviewed = reviewedOutlines(new URL('./too-much-tables.txt', import.meta.url))

type Fields = Readonly<Record<string, unknown>>
// One kind of event with the frame that all have: TypeScript cannot put the halves of a union together.
const event = (number: number, hours: number, what: Fields) =>
  ({ v: 1, id: uuid(number), ...moment(hours), ...what }) as unknown as NotebookEvent
const dose =
  (grams: number, more: Fields = {}) =>
  (number: number, hours: number): NotebookEvent => {
    const { at } = moment(hours)
    return {
      ...{ v: 1, id: uuid(number), at, kind: 'doseTaken', ingredient: 'paracetamol', milligrams: grams * 1000 },
      ...{ product: 'p', takenAt: at, offsetMinutes: 0, ...more },
    }
  }
const told =
  (facts: Fields, more: Fields = {}) =>
  (number: number, hours: number) =>
    event(number, hours, { kind: 'tooMuchTold', facts, ...more })
const seen = (how: 'seen' | 'spoken') => (number: number, hours: number) =>
  event(number, hours, { kind: 'clinicianCleared', who: 'GP', how, seenAfter: uuid(number - 1) })
const takenOut = (number: number, hours: number, dose: number): NotebookEvent => ({
  ...{ v: 1, id: uuid(number), at: moment(hours).at, kind: 'doseWithdrawn', dose: uuid(dose) },
})
const well = {
  ...{ liverDisease: 'no', heavyDrinking: 'no', eatingDisorder: 'no', pregnant: 'no', liverMedicine: 'no' },
  ...{ sickOrTummyPain: 'no', drowsyOrSlowBreathing: 'no', moreThanOneDay: 'no', onPurpose: 'no' },
}

/** What can be done after another; each is written two hours later, and names the first or the last before it. */
const acts: Readonly<Record<string, (number: number, hours: number) => NotebookEvent>> = {
  '1 g': dose(1),
  '5 g': dose(5),
  'a dose of unknown size': dose(0.5, { amountKnown: false }),
  'the first taken out': (number, hours) => takenOut(number, hours, 1),
  'the last taken out': (number, hours) => takenOut(number, hours, number - 1),
  'calm answers': told(well, { weightKg: 80 }),
  'not too much': told({ ...well, mayBeOver: 'no' }),
  'may be too much': told({ overPacketLimit: 'yes' }),
  'too much: no': told({ overPacketLimit: 'no' }),
  'liver: not sure': told({ liverDisease: 'notSure' }, { weightKg: 49 }),
  'an emergency': told({}, { emergency: true }),
  'a calm check': (number, hours) =>
    event(number, hours, {
      ...{ v: 2, kind: 'checkFinished', movement: 'open', check: uuid(number), answers: {}, level: 'self-care' },
      ...{ protocolVersion: 'p', changed: [] },
    }),
  'a mistake': (number, hours) => event(number, hours, { kind: 'dangerMistaken', checks: [uuid(1)] }),
  'seen after the last': seen('seen'),
  'spoken after the last': seen('spoken'),
}

const short = (id: string) => Number(id.slice(-4))
function cameTo(events: readonly NotebookEvent[]): string {
  const { doses, facts, seenAt, held, found } = doseRecord(events)
  const rest = Object.entries(facts).filter(([fact, reply]) => !(fact in well && reply === 'no'))
  return [
    `doses ${doses.map(({ id }) => short(id)).join(' ')}`,
    ...(held.size > 0 ? [`held ${[...held].map(short).join(' ')}`] : []),
    ...found.map(({ id, level, isNew }) => `${short(id)} ${level ?? 'open'}${isNew ? ', new' : ''}`),
    ...(rest.length > 0 ? [rest.map(([fact, reply]) => `${fact} ${reply}`).join(' ')] : []),
    ...(Object.keys(facts).length - rest.length > 0 ? [`${Object.keys(facts).length - rest.length} times no`] : []),
    ...(seenAt === undefined ? [] : ['seen']),
  ].join('; ')
}
/** Every two acts, one after the other, after those that come first. */
const pairs = (...first: readonly string[]) =>
  Object.keys(acts).flatMap((one) =>
    Object.keys(acts).map((two) => {
      const names = [...first, one, two]
      const events = names.map((name, index) => acts[name]?.(index + 1, 2 * index))
      return `${names.join(', ')}: ${cameTo(events.filter((made) => made !== undefined))}`
    }),
  )

describe('what the doses of a record come to', () => {
  test('by two things, one after the other', () => reviewed.checkLines('two', pairs()))
  test('by two things after an ordinary dose', () => reviewed.checkLines('after 1 g', pairs('1 g')))
  test('by two things after too much', () => reviewed.checkLines('after 5 g', pairs('5 g')))
  test('by two things after what may be too much', () =>
    reviewed.checkLines('after the button', pairs('may be too much')))
  test('by doses that were taken out, once somebody has seen the person', () => {
    const [first, second, after] = [dose(5)(1, 0), dose(5)(2, 1), dose(1)(3, 2)]
    const visit = event(9, 9, { kind: 'clinicianCleared', who: 'GP', how: 'seen', seenAfter: uuid(3) })
    const outs = [1, 2, 3].map((of) => takenOut(3 + of, 3 + of, of))
    reviewed.checkLines(
      'taken out, then seen',
      [[], [1], [2], [1, 2], [2, 3], [1, 2, 3]].map((which) => {
        const gone = outs.filter((_out, index) => which.includes(index + 1))
        return `out ${which.join(' ')}: ${cameTo([first, second, after, ...gone])} → ${cameTo([first, second, after, ...gone, visit])}`
      }),
    )
  })
  test('by a dose that is written down again as taken earlier, so long after it', () => {
    const before = [0, 4, 8].map((hours, index) => dose(1)(index + 1, hours))
    const late = dose(1.5)(4, 8)
    reviewed.checkLines(
      'moved',
      [0, 1, hourMs - 1, hourMs, hourMs + 1].map((ms) => {
        const at = asEpochMs(late.at + ms)
        const again = { ...late, id: uuid(5), at, takenAt: asEpochMs(moment(-16).at) }
        return `${ms} ms: ${cameTo([...before, late, again, { ...takenOut(6, 8, 4), at }])}`
      }),
    )
  })
  test('on the day that it was for the person', () => {
    const days = [0, 60, -60, 600, undefined].flatMap((offsetMinutes) =>
      [-1.5, -0.5, 0, 14].map((hours) => {
        const { found } = doseRecord([dose(5, { offsetMinutes })(1, hours)])
        return `${hours} hours, ${offsetMinutes ?? 'unknown'} minutes ahead: ${found.map(({ day }) => day).join(' ')}`
      }),
    )
    reviewed.checkLines('days', days)
  })
  test('and the file has no table that is not looked at', reviewed.end)
})
