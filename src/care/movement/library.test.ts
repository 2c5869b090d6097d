import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockedReasons, substituteFor } from './block-list.ts'
import { doseFor, minutesOf, phases } from './doses.ts'
import { filterMovements } from './filters.ts'
import { easierThan, harderThan, ladders, levelOf } from './ladders.ts'
import { motions } from './motions.ts'
import { movements } from './movements.ts'
import type { MovementProfile, Reply } from './profile.ts'
import { nothingKnown } from './profile.ts'
import { sequenceFor, sequences } from './sequences.ts'
import { needsOf, positions, positionsOf, things } from './equipment.ts'
import type { MovementId } from './types.ts'
import { movementIds, movementNamed } from './types.ts'

const reply = fc.constantFrom<Reply>('yes', 'no', 'notSure')
const anyone: fc.Arbitrary<MovementProfile> = fc.record({
  painNow0to10: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant('notSure' as const)),
  pregnancyWeeks: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 42 }), fc.constant('notSure' as const)),
  weeksAfterBirth: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 30 }), fc.constant('notSure' as const)),
  pattern: fc.constantFrom('PT0', 'PT1', 'PT2', 'PT3', 'PT4', 'PT5', 'PT6', 'PT7'),
  radicularSide: fc.constantFrom('none', 'left', 'right', 'both', 'notSure'),
  osteoporosisOrSteroids: reply,
  stenosis: reply,
  spondylolisthesis: reply,
  pelvicGirdle: reply,
  fusionFractureOrStiffSpine: reply,
  recentSurgeryOrHernia: fc.constantFrom<Reply>('no', 'no', 'yes'),
  pressureHeartOrEyes: reply,
  wristPain: reply,
  shoulderPain: reply,
  kneePain: reply,
  hipReplacement: reply,
  vertigo: reply,
  unsteady: reply,
  breathingTrouble: reply,
  footDrop: reply,
  floorTransfer: fc.constantFrom('yes', 'no', 'notSure', 'there'),
  canSit: reply,
  canStand: reply,
  hasChair: reply,
  hasBed: reply,
})
const well: MovementProfile = {
  ...(Object.fromEntries(Object.entries(nothingKnown).map(([fact]) => [fact, 'no'])) as unknown as MovementProfile),
  painNow0to10: 2,
  pregnancyWeeks: null,
  weeksAfterBirth: null,
  pattern: 'PT0',
  radicularSide: 'none',
  floorTransfer: 'yes',
  canSit: 'yes',
  canStand: 'yes',
  hasChair: 'yes',
  hasBed: 'yes',
}

describe('the library is whole', () => {
  test('a card and its motion stand in files of one name, and a movement is named as its motion is', () => {
    const inFile = (start: string) =>
      globSync(`${start}-*.ts`, { cwd: import.meta.dirname }).map((file) => ({
        group: file.slice(start.length + 1),
        source: readFileSync(`${import.meta.dirname}/${file}`, 'utf8'),
      }))
    const [cardFiles, motionFiles] = [inFile('cards'), inFile('motions')]
    expect([cardFiles.length, motionFiles.length]).toEqual([5, 5])
    for (const id of movementIds) {
      const [name = 'none'] = Object.entries(motions).find(([, motion]) => motion === movements[id].motion) ?? []
      // One motion is drawn on the floor and in bed.
      const named = Object.entries(movementNamed).find(([, one]) => one === id)?.[0]
      expect(named?.replace(name === 'openBook' ? 'InBed' : '', ''), id).toBe(name)
      const drawn = motionFiles
        .filter(({ source }) => new RegExp(`^export const ${name}\\b`, 'm').test(source))
        .map(({ group }) => group)
      expect(drawn, id).toHaveLength(1)
      const holds = cardFiles.find(({ group }) => group === drawn[0])?.source ?? ''
      expect(holds, id).toContain(`'${id}'`)
      expect(holds, id).toMatch(new RegExp(`\\.${name}\\b`))
    }
  })
  test('every card of the brief is there: M01 to M16, M17a to d, M18 to M22', () => {
    const cards = new Set(movementIds.map((id) => movements[id].card as string))
    const wanted = Array.from({ length: 22 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`)
    for (const card of wanted.filter((one) => one !== 'M17')) expect(cards.has(card), card).toBe(true)
    for (const card of ['M17a', 'M17b', 'M17c', 'M17d']) expect(cards.has(card), card).toBe(true)
  })
  test('every movement has a dose in some phase, and beyond the calm phase unless its card gives none', () => {
    for (const id of movementIds) {
      const { calm, restore, strength } = movements[id].dose
      expect(calm ?? restore ?? strength, id).not.toBeNull()
      expect(restore ?? strength, id).not.toBeNull()
    }
  })
  test('doses of the cards, number by number', () => {
    const dose = (id: MovementId, phase: (typeof phases)[number]) => movements[id].dose[phase]
    expect(dose('M03-small', 'calm')).toMatchObject({ reps: [5, 10], timesADay: [2, 4], onlyFor: ['PT1', 'PT3'] })
    expect(dose('M03', 'restore')).toMatchObject({ reps: [8, 10] })
    expect(dose('M04-half', 'calm')).toMatchObject({ reps: [3, 3], holdSeconds: [10, 15] })
    expect(dose('M04', 'restore')).toMatchObject({ reps: [2, 3], holdSeconds: [20, 30] })
    expect(dose('M06', 'restore')).toMatchObject({ reps: [3, 3], holdSeconds: [10, 20], eachSide: true })
    expect(dose('M06', 'strength')).toMatchObject({ reps: [2, 2], holdSeconds: [20, 20] })
    expect(dose('M07', 'restore')).toMatchObject({ reps: [2, 3], holdSeconds: [20, 30], timesADay: [1, 1] })
    expect(dose('M09', 'calm')).toMatchObject({ reps: [5, 8], timesADay: [2, 4] })
    expect(dose('M10-half', 'calm')).toMatchObject({ reps: [5, 5], holdSeconds: [3, 3], painAtMost0to10: 3 })
    expect(dose('M10', 'restore')).toMatchObject({ reps: [8, 10], holdSeconds: [5, 5], sets: [1, 2] })
    expect(dose('M10', 'strength')).toMatchObject({ reps: [8, 12], sets: [2, 3] })
    expect(dose('M11-wall', 'restore')).toMatchObject({ reps: [5, 5], holdSeconds: [5, 10] })
    expect(dose('M11', 'strength')).toMatchObject({ reps: [6, 8], holdSeconds: [10, 10] })
    expect(dose('M12-leg', 'restore')).toMatchObject({ reps: [5, 6], holdSeconds: [5, 5] })
    expect(dose('M12', 'strength')).toMatchObject({ reps: [6, 8], holdSeconds: [8, 10], sets: [2, 3] })
    expect(dose('M13-wall', 'restore')).toMatchObject({ reps: [4, 5], holdSeconds: [5, 8], eachSide: true })
    expect(dose('M13-knees', 'strength')).toMatchObject({ reps: [6, 6], holdSeconds: [8, 10], sets: [1, 2] })
    expect(dose('M14-heel-slide', 'calm')).toMatchObject({ reps: [5, 5], eachSide: true })
    expect(dose('M14-taps', 'restore')).toMatchObject({ reps: [6, 6], sets: [1, 2] })
    expect(dose('M14', 'strength')).toMatchObject({ reps: [6, 10], sets: [2, 3] })
    expect(dose('M16', 'calm')).toMatchObject({ reps: [3, 5] })
    expect(dose('M16', 'restore')).toMatchObject({ reps: [8, 8], sets: [2, 2] })
    expect(dose('M16-loaded', 'strength')).toMatchObject({ reps: [8, 12], sets: [2, 3] })
    expect(dose('M19', 'calm')).toMatchObject({ reps: [3, 5] })
    expect(dose('M19', 'strength')).toMatchObject({ reps: [5, 10], sets: [2, 3] })
    expect(dose('M20-side', 'restore')).toMatchObject({ reps: [8, 10], eachSide: true })
  })
  test('only the levels that phase 2 names are done in phase 2', () => {
    for (const id of [
      'M11-knees',
      'M11',
      'M12-arm',
      'M12',
      'M13-knees',
      'M13',
      'M14-leg',
      'M14',
      'M16-loaded',
    ] as const)
      expect(movements[id].dose.restore, id).toBeNull()
  })
})

describe('whose dose it is', () => {
  test('small press-ups in the calm phase: patterns 1 and 3 only', () => {
    for (const pattern of ['PT1', 'PT3'] as const)
      expect(doseFor('M03-small', 'calm', { ...well, pattern })).not.toBeNull()
    for (const pattern of ['PT0', 'PT2', 'PT4', 'PT7'] as const)
      expect(doseFor('M03-small', 'calm', { ...well, pattern })).toBeNull()
    expect(doseFor('M03-small', 'restore', well)).not.toBeNull()
  })
  test('half bridge in the calm phase: pain 3 yes, 4 no, not known no', () => {
    expect(doseFor('M10-half', 'calm', { ...well, painNow0to10: 3 })).not.toBeNull()
    expect(doseFor('M10-half', 'calm', { ...well, painNow0to10: 4 })).toBeNull()
    expect(doseFor('M10-half', 'calm', { ...well, painNow0to10: 'notSure' })).toBeNull()
    expect(doseFor('M10', 'calm', well)).toBeNull()
  })
  test('a session takes minutes that a person would believe', () => {
    expect(minutesOf('M15', 'calm')).toBe(5)
    expect(minutesOf('M07', 'calm')).toBeNull()
    expect(minutesOf('M12', 'strength')).toBeGreaterThan(minutesOf('M12-leg', 'restore') as number)
    for (const id of movementIds)
      for (const phase of phases) {
        const minutes = minutesOf(id, phase)
        expect(minutes === null, id).toBe(movements[id].dose[phase] === null)
        if (minutes !== null) {
          expect(minutes, id).toBeGreaterThanOrEqual(1)
          expect(minutes, id).toBeLessThanOrEqual(30)
        }
      }
  })
})

describe('levels', () => {
  test('a movement stands on one ladder at most, and up and down lead back', () => {
    const all = ladders.flat()
    expect(new Set(all).size).toBe(all.length)
    for (const id of movementIds) {
      const up = harderThan(id)
      if (up) expect(easierThan(up)).toBe(id)
      const down = easierThan(id)
      if (down) expect(harderThan(down)).toBe(id)
    }
    expect(harderThan('M11-wall')).toBe('M11-worktop')
    expect(easierThan('M11')).toBe('M11-knees')
    expect(easierThan('M11-wall')).toBeUndefined()
    expect(harderThan('M11')).toBeUndefined()
    expect(levelOf('M18')).toBeUndefined()
    expect(levelOf('M13')).toEqual({ ladder: ['M13-wall', 'M13-knees', 'M13'], level: 2 })
  })
  test('no level starts in an earlier phase than an easier one of the same card', () => {
    const first = (id: MovementId) => phases.findIndex((phase) => movements[id].dose[phase] !== null)
    for (const ladder of ladders)
      ladder.slice(1).forEach((id, index) => {
        const below = ladder[index] as MovementId
        if (movements[below].card === movements[id].card) expect(first(id), id).toBeGreaterThanOrEqual(first(below))
      })
  })
})

describe('filters', () => {
  test('nothing asked: everything, in order', () => expect(filterMovements({})).toEqual([...movementIds]))
  test('position, and breathing in all of them', () => {
    const found = filterMovements({ position: 'side' })
    expect(found).toContain('M13')
    expect(found).toContain('M21')
    expect(found).toContain('breathing')
    expect(found).not.toContain('M07')
    expect(filterMovements({ position: 'handsAndKnees' })).toContain('M11')
    expect(filterMovements({ position: 'sitting' })).toContain('M15-bike')
    for (const id of movementIds) expect(positionsOf(id).length === 1 || id === 'breathing', id).toBe(true)
    expect(new Set(positions.flatMap((position) => filterMovements({ position })))).toEqual(new Set(movementIds))
  })
  test('what is at hand: nothing at all leaves the floor and free standing', () => {
    const bare = filterMovements({ equipment: [] })
    for (const id of bare) expect(needsOf(id), id).toEqual([])
    for (const id of ['M08', 'M10', 'M15', 'M18', 'breathing'] as const) expect(bare).toContain(id)
    for (const id of ['M07', 'M19', 'M16', 'M08-bed', 'M17a'] as const) expect(bare).not.toContain(id)
    expect(filterMovements({ equipment: ['wall'] })).not.toContain('M16')
    expect(filterMovements({ equipment: ['wall', 'stick'] })).toContain('M16')
    expect(filterMovements({ equipment: things })).toEqual([...movementIds])
  })
  test('every prop that a picture cannot do without is asked for', () => {
    for (const id of movementIds) {
      const { motion, start } = movements[id]
      if (motion.held === 'footStrap') expect(needsOf(id), id).toContain('strap')
      if (motion.held === 'backStick' || motion.stickPast !== undefined) expect(needsOf(id), id).toContain('stick')
      if (motion.held === 'weight') expect(needsOf(id), id).toContain('weight')
      for (const thing of ['worktop', 'wall', 'table'] as const)
        if (new RegExp(`\\b${thing}\\b`).test(start)) expect(needsOf(id), id).toContain(thing)
    }
  })
  test('phase: only what has a dose there', () => {
    expect(filterMovements({ phase: 'calm' })).not.toContain('M07')
    expect(filterMovements({ phase: 'restore' })).toContain('M07')
    expect(filterMovements({ phase: 'restore' })).not.toContain('M11')
    expect(filterMovements({ phase: 'strength' })).toContain('M11')
  })
  test('minutes: both sides of the border', () => {
    expect(filterMovements({ phase: 'calm', minutes: 5 })).toContain('M15')
    expect(filterMovements({ phase: 'calm', minutes: 4 })).not.toContain('M15')
    expect(filterMovements({ minutes: 0 })).toEqual([])
  })
  test('minutes without a phase are those of its shortest phase, whichever that is', () => {
    for (const phase of phases)
      for (const id of movementIds) {
        const minutes = minutesOf(id, phase)
        if (minutes !== null) expect(filterMovements({ minutes }), `${id} in ${phase}`).toContain(id)
      }
    // Four minutes in the second phase, eight in the third, none in the first.
    expect(filterMovements({ minutes: 4 })).toContain('M10')
    expect(filterMovements({ minutes: 3 })).not.toContain('M10')
  })
  test('no kneeling', () => {
    const found = filterMovements({ kneeling: false })
    for (const id of ['M04', 'M05', 'M12', 'M11-knees', 'M08-four-point'] as const) expect(found).not.toContain(id)
    for (const id of ['M11', 'M13-knees', 'M12-standing'] as const) expect(found).toContain(id)
    expect(filterMovements({ kneeling: true })).toEqual([...movementIds])
  })
  test('one more filter never lets more through, and all hold at once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...positions),
        fc.subarray([...things]),
        fc.constantFrom(...phases),
        fc.integer({ min: 0, max: 30 }),
        (position, equipment, phase, minutes) => {
          const all = filterMovements({ position, equipment, phase, minutes, kneeling: false })
          for (const one of [{ position }, { equipment }, { phase }, { phase, minutes }, { kneeling: false }]) {
            const some = filterMovements(one)
            for (const id of all) expect(some).toContain(id)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
  test('looks only at what it is given', () =>
    expect(filterMovements({ position: 'standing' }, ['M18', 'M08'])).toEqual(['M18']))
})

describe('sets of movements', () => {
  test('each movement of a set has a dose in its phase', () => {
    for (const { id, phase, movements: ids } of sequences)
      for (const one of ids) expect(movements[one].dose[phase], `${id}: ${one}`).not.toBeNull()
  })
  test('yoga and Pilates are named with honest grades: weak, and no evidence for a new spasm', () => {
    for (const id of ['yoga', 'yoga-chair', 'pilates'] as const) {
      const found = sequences.find((one) => one.id === id)
      expect(found?.grade).toBe('weak')
      expect(found?.proof).toMatch(/new spasm there is no good evidence/)
      expect(found?.phase).toBe('restore')
    }
    expect(sequences[0]?.movements).toEqual(expect.arrayContaining(['M03', 'M04', 'M05']))
  })
  test('a well person does each set as it stands', () => {
    for (const sequence of sequences)
      expect(sequenceFor(sequence, well, 'open').map(({ id, insteadOf }) => ({ id, insteadOf }))).toEqual(
        sequence.movements.map((id) => ({ id, insteadOf: undefined })),
      )
  })
  test('a set says what each stand-in takes the place of, and of no movement that it stands in for itself', () => {
    let stoodIn = 0
    for (const sequence of sequences)
      for (const { id, insteadOf } of sequenceFor(sequence, { ...well, kneePain: 'yes', wristPain: 'yes' }, 'open')) {
        expect(insteadOf === undefined, id).toBe(sequence.movements.includes(id))
        if (insteadOf === undefined) continue
        stoodIn++
        expect(sequence.movements, id).toContain(insteadOf)
        expect(blockedReasons(insteadOf, { ...well, kneePain: 'yes', wristPain: 'yes' }), insteadOf).not.toEqual([])
      }
    expect(stoodIn).toBeGreaterThan(1)
  })
  test('the bed, chair and standing sets need no floor', () => {
    for (const sequence of sequences.filter(({ id }) => id === 'bed' || id === 'chair' || id === 'standing'))
      for (const id of sequence.movements) expect(movements[id].place, id).not.toBe('floor')
  })
  test('for anybody: nothing blocked, nothing without a dose, nothing twice, never empty unless locked', () => {
    fc.assert(
      fc.property(
        anyone,
        fc.constantFrom(...sequences),
        fc.constantFrom('open' as const, 'gentle' as const),
        (profile, sequence, lock) => {
          const steps = sequenceFor(sequence, profile, lock)
          expect(steps.length).toBeGreaterThan(0)
          expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
          for (const { id, dose } of steps) {
            expect(blockedReasons(id, profile)).toEqual([])
            expect(dose).toEqual(doseFor(id, sequence.phase, profile))
          }
        },
      ),
      { numRuns: 400 },
    )
    for (const sequence of sequences) expect(sequenceFor(sequence, well, 'locked')).toEqual([])
  })
  test('every place in the phases has a stand-in with a dose, for a person who can do nothing but breathe', () => {
    for (const id of movementIds) expect(substituteFor(id, nothingKnown)).toBe('breathing')
    for (const phase of phases) expect(movements.breathing.dose[phase]).not.toBeNull()
  })
})
