/** Today's movements on paper are those of today's session, with their dose; and no sheet can make them others, or more. */
import { describe, expect, test } from 'vitest'
import { OwnSheet } from '../../web/care/paper/paper-sheet.ts'
import { type MovementId, movementIds, movements } from '../movement/movements.ts'
import { type MovementProfile, nothingKnown } from '../movement/profile.ts'
import { makeSession, type Session } from '../programme/session.ts'
import { sessionDoseWords } from '../programme/session-item.ts'
import { phases } from '../programme/phases.ts'
import { kinds, live } from '../programme/simulated-people.proof.ts'
import { begun, building, moment, restoring, type story, well } from '../programme/story.proof.ts'
import { wordsOfPart } from './booklets.fixtures.ts'
import { type MovementOnSheet, type ProgrammeSheet, programmePaper, programmeSheet } from './own-programme.ts'

function sessionOf(told: ReturnType<typeof story>, day: number, profile: MovementProfile = well): Session {
  const session = makeSession(told.state(day, 12), profile, 20, moment(day, 12))
  if (session.kind === 'none') throw new Error(session.because)
  return session
}
const wordsOf = (sheet: ProgrammeSheet) => programmePaper(sheet)?.parts.flatMap(wordsOfPart) ?? []
const days = [
  ['calm', begun(), 0],
  ['restore', restoring(), 1],
  ['build', building(), 5],
  ['build, on a later day', building().session(5).mini(6).morning(6, 1), 6],
] as const
const people: readonly (readonly [string, MovementProfile])[] = [
  ['somebody well', well],
  ['somebody sore', { ...well, painNow0to10: 5 }],
  ['somebody of whom nothing is known', { ...nothingKnown, painNow0to10: 3 }],
  ['somebody with thin bones', { ...well, osteoporosisOrSteroids: 'yes' }],
  ['somebody pregnant', { ...well, pregnancyWeeks: 30 } as MovementProfile],
  ['somebody very sore', { ...well, painNow0to10: 8 }],
]

describe.each(days)('a day of %s', (_, told, day) => {
  test.each(people)(
    'for %s holds today’s movements, each with its dose and its changes, and no other',
    (_, profile) => {
      const session = sessionOf(told, day, profile)
      const sheet = programmeSheet(session)
      expect(OwnSheet.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet)
      const paper = programmePaper(sheet)
      const all = [...session.items, ...session.later]
      const titles =
        paper?.parts.flatMap((part) => (part.kind === 'heading' && part.level === 3 ? [part.text] : [])) ?? []
      expect(titles.slice(0, all.length)).toEqual(all.map(({ title }) => title))
      const words = wordsOf(sheet).join('\n')
      for (const item of all) {
        expect(words).toContain(sessionDoseWords(item.dose))
        for (const { rule, text } of item.changes) if (rule !== 'pain-4') expect(words).toContain(text)
      }
      const drawn = paper?.parts.flatMap((part) => (part.kind === 'drawings' ? part.drawings : [])) ?? []
      expect([...new Set(drawn.map(({ movement }) => movement))]).toEqual(all.map(({ movement }) => movement))
    },
  )
})

test('whoever may not go all the way is shown how it begins alone', () => {
  const session = sessionOf(begun(), 0)
  const [item] = programmeSheet(session).movements.filter(({ range }) => range < 100)
  expect(item).toBeDefined()
  const drawn = programmePaper(programmeSheet(session))?.parts.flatMap((part) =>
    part.kind === 'drawings' ? part.drawings.filter(({ movement }) => movement === item?.movement) : [],
  )
  expect(drawn?.map(({ caption }) => caption)).toEqual(['How it begins'])
})

describe('a sheet that no session can have made is no paper', () => {
  const good = programmeSheet(sessionOf(begun(), 0))
  const first = good.movements.find(({ movement }) => movement === 'M08')
  if (!first) throw new Error('no tilt')
  const withOne = (change: Partial<MovementOnSheet>, sheet: Partial<ProgrammeSheet> = {}) =>
    programmePaper({ ...good, ...sheet, movements: [{ ...first, ...change }] })

  test('as it is it is one', () => {
    expect([programmePaper(good), withOne({})]).not.toContain(undefined)
  })

  test('any movement that is closed until somebody was seen', () => {
    const dose = { sets: 1, sides: [], loadKg: 0 }
    const open = movementIds.filter(
      (movement) => withOne({ movement, dose, changes: [] }, { lock: 'gentle' }) !== undefined,
    )
    const kinds = new Set(open.map((id: MovementId) => movements[id].kind))
    expect([...kinds].toSorted()).toEqual(['breathing', 'ease', 'walk'])
    expect(open.filter((id) => movements[id].kind === 'walk')).toEqual(['M15'])
  })

  test('a movement of which the phase has no dose', () => {
    const dose = { sets: 1, sides: [], loadKg: 0 }
    for (const phase of [1, 2, 3, 4] as const)
      for (const movement of movementIds) {
        const isIn = movements[movement].dose[phases[phase].dose] !== null
        expect([movement, phase, withOne({ movement, dose, changes: [] }, { phase }) !== undefined]).toEqual([
          movement,
          phase,
          isIn,
        ])
      }
  })

  test.each([
    ['more times than the phase gives', { dose: { ...first.dose, reps: 500 } }],
    ['a longer hold', { dose: { ...first.dose, holdSeconds: 500 } }],
    ['minutes of what is counted', { dose: { ...first.dose, minutes: 500 } }],
    ['more rounds', { dose: { ...first.dose, sets: 50 } }],
    ['a weight', { dose: { ...first.dose, loadKg: 20 } }],
    ['a change that is not of this movement', { changes: ['pain-6-walk'] }],
    ['a change that there is not', { changes: ['as you like'] }],
  ])('%s', (_, change) => {
    expect(withOne(change)).toBeUndefined()
  })

  test('a movement twice, or none', () => {
    expect(programmePaper({ ...good, movements: [...good.movements, first] })).toBeUndefined()
    expect(programmePaper({ ...good, movements: [] })).toBeUndefined()
  })
})

test.each(kinds)(
  'every session that a %s course serves in its weeks becomes a paper, with each of its movements',
  (kind) => {
    const { served } = live(kind, 7, 70)
    expect(served.length).toBeGreaterThan(20)
    for (const { session } of served) {
      const sheet = programmeSheet(session)
      expect([OwnSheet.parse(sheet), sheet.movements.length]).toEqual([
        sheet,
        session.items.length + session.later.length,
      ])
      expect([sheet, programmePaper(sheet) !== undefined]).toEqual([sheet, true])
    }
  },
)
