import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockedReasons, withinLock } from '../movement/block-list.ts'
import { movements } from '../movement/movements.ts'
import { type MovementProfile, nothingKnown } from '../movement/profile.ts'
import type { DirectionWord, SessionDone } from './events.ts'
import { ladder } from './ladder.ts'
import { movementAt, type PhaseNumber, phases } from './phases.ts'
import { makeSession, type Session, standInsFor } from './session.ts'
import { secondsOf } from './session-item.ts'
import { strengthAllowed } from './session-lines.ts'
import type { ProgrammeState } from './state.ts'
import { begun, building, moment, restoring, story, well } from './story.proof.ts'

const make = (
  told: ReturnType<typeof story>,
  profile: Partial<MovementProfile> = {},
  minutes = 60,
  day = 0,
  hour = 12,
): Session => {
  const made = makeSession(told.state(day, hour), { ...well, ...profile }, minutes, moment(day, hour))
  if (made.kind === 'none') throw new Error(made.because)
  return made
}
const ids = (session: Session) => session.items.map(({ movement }) => movement)
const cards = (session: Session) => session.items.map(({ card }) => card)

describe('a first session', () => {
  test('is breathing, small moves, a walk and rest, each with its dose in numbers', () => {
    const session = make(begun())
    expect(ids(session)).toEqual(['breathing', 'M08', 'M09', 'M01', 'M15', 'M17a'])
    expect(session.items[1]?.dose).toMatchObject({ reps: 8, holdSeconds: 2, sets: 1, sides: [] })
    expect(session.items[3]?.dose).toMatchObject({ sides: ['left', 'right'] })
    expect(session.items[4]?.dose).toMatchObject({ minutes: 2 })
    expect(session.items.every(({ half }) => half === null)).toBe(true)
  })
  test('other movements are named as coming later, never shown', () => {
    const session = make(begun())
    expect(session.leftOut).toContainEqual({ card: 'M05', because: 'It joins later, when the first ones go well.' })
  })
  test('there is none before a check', () => {
    expect(makeSession(story().state(0), well, 20, moment(0))).toMatchObject({ kind: 'none', why: 'notStarted' })
    expect(makeSession(begun().state(1), well, 20, moment(1))).toMatchObject({ kind: 'none', why: 'miniCheck' })
  })
})

describe('the press-up in the calm phase', () => {
  const lineOf = (direction: DirectionWord) => {
    const told = begun()
    const state = (
      direction === 'notDone' ? told : told.write(moment(0, 11), { kind: 'directionFound', direction })
    ).state(0, 12)
    const joined = { ...state, cards: { ...state.cards, M03: { rung: 0, offOn: null, half: false } } }
    const made = makeSession(joined, well, 60, moment(0, 12))
    if (made.kind === 'none') throw new Error(made.because)
    const isIn = made.items.some(({ card }) => card === 'M03')
    return isIn ? 'in' : made.leftOut.find(({ card }) => card === 'M03')?.because
  }

  test.each<[DirectionWord, string]>([
    ['back', 'in'],
    ['backOnly', 'in'],
    ['notDone', 'Only if leaning back helps you.'],
    ['notSure', 'Only if leaning back helps you.'],
    ['either', 'Only if leaning back helps you.'],
    ['forward', 'Only if leaning back helps you.'],
    ['stopForward', 'Only if leaning back helps you.'],
    ['stopBack', 'Leaning back sent pain down your leg, so it stays out.'],
    ['forwardOnly', 'Leaning forward helped. Leaning back sent pain down your leg, so it stays out.'],
  ])('is only for those whom leaning back helped: %s', (direction, line) => {
    expect(lineOf(direction)).toBe(line)
  })
})

describe('how sore the person is', () => {
  test('from 4 all movements and walks are half; at 3 whole', () => {
    const [sore, fine] = [make(begun(), { painNow0to10: 4 }), make(begun(), { painNow0to10: 3 })]
    const tilt = (session: Session) => session.items.find(({ card }) => card === 'M08')
    expect(tilt(fine)?.dose.reps).toBe(8)
    expect(tilt(sore)?.dose.reps).toBe(4)
    expect(tilt(sore)?.half).toBe('You start sore, so this is half.')
  })
  test('at 6 and 7 only rest, breathing, tilts, small knee rolls and a short walk', () => {
    for (const painNow0to10 of [6, 7]) {
      const session = make(restoring().mini(1, 8.5), { painNow0to10 }, 60, 1)
      for (const { movement, dose } of session.items) {
        const { kind, card } = movements[movement]
        expect(kind !== 'move' || card === 'M08' || card === 'M09', movement).toBe(true)
        if (kind === 'walk') expect(dose.minutes).toBeLessThanOrEqual(2)
      }
    }
  })
  test('at 8 knee rolls are out too', () => {
    expect(make(begun(), { painNow0to10: 8 }).items.some(({ movement }) => movements[movement].card === 'M09')).toBe(
      false,
    )
    expect(make(begun(), { painNow0to10: 7 }).items.some(({ movement }) => movements[movement].card === 'M09')).toBe(
      true,
    )
  })
  test('pain not known counts as very sore', () => {
    const session = make(begun(), { painNow0to10: 'notSure' })
    expect(
      session.items.every(({ movement }) => movements[movement].kind !== 'move' || movements[movement].card === 'M08'),
    ).toBe(true)
  })
})

describe('what is off or half', () => {
  const red: Partial<SessionDone> = {
    painBefore0to10: 4,
    movements: [{ card: 'M09', movement: 'M09', peak0to10: 6, done: 'all' }],
  }
  test('a red movement is out for the day, and half in number and range the next time', () => {
    const told = begun().session(0, 10, red).mini(0, 11)
    expect(cards(make(told))).not.toContain('M09')
    const next = make(told.mini(1), {}, 60, 1).items.find(({ card }) => card === 'M09')
    expect(next).toMatchObject({ half: 'It was too sore last time, so this is half.', range: 0.5, dose: { reps: 3 } })
  })
  test('in a flare everything is half, and the range stays', () => {
    const told = begun().morning(1, 2).morning(2, 2).morning(3, 2).full(3, 7).morning(4, 4).full(4, 9)
    expect(told.state(4).flare).not.toBeNull()
    const session = make(told, { painNow0to10: 3 }, 60, 4)
    expect(session.sort).toBe('flare')
    for (const { movement, half } of session.items)
      if (movements[movement].kind === 'move' || movements[movement].kind === 'walk')
        expect(half, movement).toMatch(/flare/)
  })
  test('after three step-backs only breathing, rest positions and walking', () => {
    const told = begun().session(0, 10, red).session(1, 10, red).session(2, 10, red).full(2, 11)
    const session = make(told, {}, 60, 2)
    expect(session.sort).toBe('quiet')
    for (const { movement } of session.items) expect(movements[movement].kind, movement).not.toBe('move')
  })
})

describe('the direction', () => {
  const facing = (direction: DirectionWord, pattern: MovementProfile['pattern'] = 'PT0') =>
    ids(make(begun().write(moment(0, 9), { kind: 'directionFound', direction }), { pattern }))
  test('back: on the front; forward: knee to chest; neither: forward bends', () => {
    expect(facing('back')).toContain('M02-prone')
    expect(facing('back')).not.toContain('M01')
    expect(facing('forward')).toContain('M01')
    expect(facing('either')).toContain('M01')
  })
  test('without a test the pattern decides', () => {
    expect(facing('notDone', 'PT1')).toContain('M02-prone')
    expect(facing('notDone', 'PT2')).toContain('M01')
  })
  test('a direction that sent pain down the leg is never served, nor a stand-in that goes that way', () => {
    const arch = (id: string) => ['M02', 'M02-prone', 'M02-wall', 'M18', 'M05', 'M17c'].includes(id)
    const bend = (id: string) => ['M01', 'M01-bed', 'M01-sitting', 'M05', 'M17d'].includes(id)
    for (const direction of ['stopBack', 'forwardOnly'] as const)
      expect(facing(direction, 'PT1').filter(arch)).toEqual([])
    for (const direction of ['stopForward', 'backOnly'] as const)
      expect(facing(direction, 'PT2').filter(bend)).toEqual([])
  })
  test('both ways down the leg: rest positions and walking only', () => {
    for (const id of facing('stopBoth')) expect(movements[id].kind, id).not.toBe('move')
  })
})

describe('for whom it is not', () => {
  test('a stand-in takes the place and says why', () => {
    const session = make(begun(), { floorTransfer: 'no' })
    const tilt = session.items.find(({ card }) => card === 'M08')
    expect(tilt).toMatchObject({
      movement: 'M08-bed',
      insteadOf: { movement: 'M08', because: 'It is done on the floor.' },
    })
  })
  test('a gentle lock leaves breathing, rest positions and walking', () => {
    const session = make(begun().full(0, 9, { level: 'soon', lock: 'gentle' }))
    expect(session.items.length).toBeGreaterThan(0)
    for (const { movement } of session.items) expect(withinLock(movement, 'gentle'), movement).toBe(true)
  })
  test('nobody, in any phase, direction, lock or minutes, gets a blocked movement, one twice, or nothing', () => {
    const fact = (key: keyof MovementProfile) =>
      key === 'pattern'
        ? fc.constantFrom('PT0', 'PT1', 'PT2', 'PT3', 'PT4', 'PT5', 'PT6', 'PT7')
        : key === 'radicularSide'
          ? fc.constantFrom('none', 'left', 'right', 'both', 'notSure')
          : key === 'painNow0to10'
            ? fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant('notSure'))
            : key === 'pregnancyWeeks' || key === 'weeksAfterBirth'
              ? fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 41 }), fc.constant('notSure'))
              : fc.constantFrom('yes', 'no', 'no', 'notSure')
    const person = fc.record(
      Object.fromEntries((Object.keys(nothingKnown) as (keyof MovementProfile)[]).map((key) => [key, fact(key)])),
    ) as unknown as fc.Arbitrary<MovementProfile>
    const direction = fc.constantFrom<DirectionWord>(
      'back',
      'forward',
      'either',
      'backOnly',
      'forwardOnly',
      'stopBack',
      'stopForward',
      'stopBoth',
      'notDone',
    )
    const rung = fc.integer({ min: -1, max: 6 })
    const base = begun().state(0)
    fc.assert(
      fc.property(
        person,
        fc.constantFrom<PhaseNumber>(1, 2, 3, 4),
        direction,
        fc.boolean(),
        fc.integer({ min: 0, max: 40 }),
        rung,
        (profile, phase, way, gentle, minutes, at) => {
          const state: ProgrammeState = {
            ...base,
            phase,
            cards: Object.fromEntries(
              phases[phase].content.map(({ card }) => [card, { rung: at, offOn: null, half: at === 2 }]),
            ),
            direction: { v: 1, id: 'd', ...moment(0, 9), kind: 'directionFound', direction: way },
            locks: gentle ? [{ event: 'l', lock: 'gentle', level: 'soon', ...moment(0), mistaken: false }] : [],
          }
          const session = makeSession(state, profile, minutes, moment(0))
          if (session.kind === 'none') throw new Error(session.because)
          const all = [...session.items, ...session.later].map(({ movement }) => movement)
          expect(session.items.length).toBeGreaterThan(0)
          expect(new Set(all).size).toBe(all.length)
          for (const id of all) {
            expect(blockedReasons(id, profile), id).toEqual([])
            expect(withinLock(id, session.lock), id).toBe(true)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

test('the hamstring of the sore leg is left alone, the other one is stretched', () => {
  const profile = { pattern: 'PT0', radicularSide: 'left' } as const
  const stretch = make(restoring().mini(1, 8.5), profile, 90, 1).items.find(({ card }) => card === 'M07')
  expect(stretch?.dose.sides ?? ['right']).toEqual(['right'])
})

describe('time', () => {
  test('a short session keeps its order, leaves the rest for later and never goes over', () => {
    const session = make(begun(), {}, 8)
    expect(session.items.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(8 * 60)
    expect(session.later.length).toBeGreaterThan(0)
  })
  test('no minutes still give one movement', () => {
    expect(make(begun(), {}, 0).items).toHaveLength(1)
  })
  test('seconds are work, holds, sides, minutes and rests', () => {
    expect(secondsOf({ reps: 5, holdSeconds: 4, sets: 2, sides: ['left', 'right'], restSeconds: 30, loadKg: 0 })).toBe(
      2 * 2 * 50 + 60,
    )
    expect(secondsOf({ minutes: 5, sets: 1, sides: [], restSeconds: 10, loadKg: 0 })).toBe(310)
  })
})

describe('strength days', () => {
  const bridge = [{ card: 'M10', movement: 'M08', peak0to10: 1, done: 'all' }] as const
  test('not on the day after one, and no more than 3 in 7 days in phase 3', () => {
    const told = building().session(6, 10, { movements: bridge })
    expect(strengthAllowed(told.state(7), moment(7))).toBe(false)
    expect(strengthAllowed(told.state(8), moment(8))).toBe(true)
    told.session(8, 10, { movements: bridge }).session(10, 10, { movements: bridge })
    expect(strengthAllowed(told.state(12), moment(12))).toBe(false)
    expect(strengthAllowed(told.state(13), moment(13))).toBe(true)
  })
  test('the third stays one until its end: what was done today is no earlier day', () => {
    const told = building()
    for (const day of [6, 8, 10]) told.session(day, 10, { movements: bridge })
    expect(strengthAllowed(told.state(10, 18), moment(10, 18))).toBe(true)
  })
  test('every day is fine in phases 1 and 2', () => {
    expect(strengthAllowed(restoring().session(1, 10, { movements: bridge }).state(2), moment(2))).toBe(true)
  })
})

test('every line of every phase has a dose at each of its levels: no place in a session is a dead end', () => {
  let looked = 0
  for (const phase of [1, 2, 3, 4] as const)
    for (const { card, levels } of phases[phase].content)
      for (const level of levels) {
        looked += 1
        const found = ladder(phase, card).filter((rung) => rung.level === level)
        expect(found.length, `phase ${phase}, ${movementAt(card, level)}`).toBeGreaterThan(0)
      }
  expect(looked).toBeGreaterThan(60)
})

describe('what may take the place of a movement that is too sore', () => {
  const none: ReadonlySet<never> = new Set()
  const instead = (told: ReturnType<typeof story>, own: Partial<MovementProfile>, movement: 'M01' | 'M08', day = 0) =>
    standInsFor({ card: movement, movement }, told.state(day, 12), { ...well, ...own }, moment(day, 12), none)

  test('is an easier level or a stand-in of its card, at its own least dose', () => {
    const [first] = instead(begun(), {}, 'M01')
    expect(first).toMatchObject({ card: 'M01', movement: 'M01-bed', dose: { reps: 5, holdSeconds: 5, sets: 1 } })
  })
  test('is nothing once a check is due', () => {
    expect(instead(begun(), {}, 'M01', 1)).toEqual([])
  })
  test('is never blocked, locked, the same one, or one that the session has already (H-09, H-10)', () => {
    const profiles = fc.record({
      painNow0to10: fc.constantFrom<number | 'notSure'>(0, 3, 5, 6, 7, 8, 10, 'notSure'),
      pregnancyWeeks: fc.constantFrom<number | null>(null, 10, 20),
      stenosis: fc.constantFrom('yes' as const, 'no' as const),
      osteoporosisOrSteroids: fc.constantFrom('yes' as const, 'no' as const),
      floorTransfer: fc.constantFrom('yes' as const, 'no' as const),
      pattern: fc.constantFrom('PT0' as const, 'PT1' as const, 'PT2' as const, 'PT3' as const, 'PT4' as const),
    })
    let offered = 0
    fc.assert(
      fc.property(profiles, (own) => {
        const profile = { ...well, ...own }
        const session = make(begun(), own)
        const taken = new Set(ids(session))
        for (const item of session.items)
          for (const other of standInsFor(item, begun().state(0, 12), profile, moment(0, 12), taken)) {
            offered += 1
            expect(blockedReasons(other.movement, profile)).toEqual([])
            expect(withinLock(other.movement, session.lock)).toBe(true)
            expect(other.movement).not.toBe(item.movement)
            expect(taken.has(other.movement)).toBe(false)
            expect(other.card).toBe(item.card)
          }
      }),
    )
    expect(offered).toBeGreaterThan(100)
  })
})

describe('what was too sore', () => {
  test('does not come back today by another name, standing or sitting', () => {
    const state = begun().state(0)
    // So sore that the block list puts a pelvic tilt on a chair or at a wall in the place of two others.
    const sore = { ...well, painNow0to10: 8 }
    const tilts = (cardsNow: ProgrammeState['cards']) => {
      const made = makeSession({ ...state, cards: cardsNow }, sore, 60, moment(0))
      if (made.kind !== 'session') throw new Error(made.because)
      return [...made.items, ...made.later].filter(({ movement }) => movement.startsWith('M08'))
    }
    expect(tilts(state.cards).length).toBeGreaterThan(0)
    expect(tilts({ ...state.cards, M08: { rung: 0, offOn: moment(0).day, half: true } })).toEqual([])
  })
})
