/**
 * What gets harder next and what is undone, which mornings make a flare where a day is not known, what a check was begun after, what a morning
 * says of a session, and what Today still says of a
 * decision once its check is done: tables that a person reviews, in step-tables.txt beside this test (evidence.md §6.2, §6.4).
 */
import { afterAll, expect, test } from 'vitest'
import { reviewedOutlines, stretches } from '../../../scripts/outlines/page-outline.ts'
import type { Made } from '../evidence/order.ts'
import { asEpochMs } from '../evidence/time.ts'
import { answeredBy, beginMark, begunAfterIn } from './asked.ts'
import { carriedOut, settle } from './carry-out.ts'
import type { MorningNoted } from './events.ts'
import { flareAfter } from './flare.ts'
import { nextState } from './fold.ts'
import { ladder } from './ladder.ts'
import type { DangerLock } from './locks.ts'
import { nextChange } from './next-step.ts'
import { cardNamed, type PhaseNumber, phases } from './phases.ts'
import type { Change, Decision, ProgrammeState, SessionRecord } from './state.ts'
import { mayMove } from './screening.ts'
import { begun, moment, tilt, well } from './story.proof.ts'
import { today, weekInSight } from './today.ts'
import { withoutStepOf } from './undo-step.ts'

const reviewed = reviewedOutlines(new URL('./step-tables.txt', import.meta.url))
afterAll(() => reviewed.end())

const allPhases = [1, 2, 3, 4] as const satisfies readonly PhaseNumber[]
const told = begun().goodDay(0).state(1)
const [good] = told.sessions
if (!good) throw new Error('a good day has sessions')
const sessionOf = (
  phase: PhaseNumber,
  part: (card: string) => object = () => ({}),
  effort: SessionRecord['effort'] = 2,
) =>
  ({
    ...good,
    phase,
    effort,
    movements: phases[phase].content.map(({ card }) => ({ ...good.movements[0], card, movement: card, ...part(card) })),
  }) as SessionRecord
const advance = (change: Change, number = 0): Decision => ({
  ...moment(1, 8 + number / 60),
  ...{ kind: 'advance', after: 'morning', words: 'One step more.', reasons: [], change },
})
const stateIn = (phase: PhaseNumber, sessions: readonly SessionRecord[], part: Partial<ProgrammeState> = {}) => ({
  ...told,
  ...{ phase, cards: {}, levels: {}, sessions, decisions: [], ...part },
})

/** One step after the other, each carried out, in short. */
function climbed(start: ProgrammeState, most: number): string {
  const found: string[] = []
  let state = start
  for (let number = 0; number < most; number += 1) {
    const change = nextChange(state)
    if (!change) return `${found.join(', ')}, no more`
    found.push(change.what === 'join' ? `${change.card} joins` : `${change.card} ${change.from}→${change.to}`)
    state = carriedOut(state, advance(change, number))
  }
  return found.join(', ')
}

test('what gets harder, one step after the other', () => {
  const lines = allPhases.flatMap((phase) => {
    const whole = [1, 2, 3].map(() => sessionOf(phase))
    const [one] = phases[phase].content.flatMap(({ card }) => (ladder(phase, card).length > 1 ? card : []))
    const rungs = Object.fromEntries(
      phases[phase].content.map(({ card }) => [card, { rung: 0, offOn: null, half: false }]),
    )
    const all = { cards: rungs }
    const last = (part: (card: string) => object) => [...whole.slice(1), sessionOf(phase, part)]
    const only = (many: number) =>
      stateIn(phase, [...whole.slice(0, many), ...[1, 2, 3].map(() => sessionOf(phase, () => ({ done: 'part' })))], all)
    return [
      `phase ${phase}: ${climbed(stateIn(phase, whole), 100)}`,
      `phase ${phase}, all begun: ${climbed(stateIn(phase, whole, all), 12)}`,
      `phase ${phase}, in smaller steps: ${climbed(stateIn(phase, whole, { ...all, help: { offerEarlierPhysio: true, askI3: false } as never }), 12)}`,
      `phase ${phase}, ${one} not whole in the last: ${climbed(
        stateIn(
          phase,
          last((card) => (card === one ? { done: 'part' } : {})),
          all,
        ),
        3,
      )}`,
      `phase ${phase}, ${one} never whole: ${climbed(
        stateIn(
          phase,
          [1, 2, 3].map(() => sessionOf(phase, (card) => (card === one ? { done: 'part' } : {}))),
          all,
        ),
        3,
      )}`,
      `phase ${phase}, whole in the session before the last three: ${climbed(only(1), 3)}`,
      ...(['back', 'forward', 'stopBack', 'stopForward', 'stopBoth', 'notDone'] as const).map(
        (word) => `phase ${phase}, ${word}: ${joins(phase, { direction: { ...moment(1), direction: word } as never })}`,
      ),
    ]
  })
  reviewed.checkLines('steps', lines)
  const plank = allPhases.flatMap((phase) => {
    const rungs = ladder(phase, cardNamed.plank)
    return rungs.map((_, rung) => {
      const by = (effort: SessionRecord['effort']) =>
        climbed(
          stateIn(phase, [sessionOf(phase, undefined, effort)], {
            cards: { [cardNamed.plank]: { rung, offOn: null, half: false } },
          }),
          40,
        ).includes(`${cardNamed.plank} ${rung}→`)
      return `phase ${phase}, step ${rung}: ${stretches(0, 10, (effort) => (by(effort) ? 'on' : 'waits'))}; not sure ${by('notSure') ? 'on' : 'waits'}`
    })
  })
  reviewed.checkLines('the plank, by effort', plank)
})

/** Which movements join. */
function joins(phase: PhaseNumber, part: Partial<ProgrammeState>): string {
  const found = climbed(stateIn(phase, [sessionOf(phase)], part), 100)
  return [...found.matchAll(/(\S+) joins/g)].map(([, card]) => card).join(' ')
}

test('a step that is undone leaves its line as far along as before, and at the level of before', () => {
  for (const phase of allPhases)
    for (const { card } of phases[phase].content) {
      const rungs = ladder(phase, card)
      for (let to = 1; to < rungs.length; to += 1) {
        const from = to - 1
        const before = stateIn(phase, [], {
          cards: { [card]: { rung: from, offOn: null, half: false } },
          levels: { [card]: rungs[from]?.level ?? 1 },
        })
        const after = carriedOut(before, advance({ card, what: 'step', from, to }))
        const undone = withoutStepOf(after, moment(1).day)
        expect([undone.cards, undone.levels, undone.decisions]).toEqual([before.cards, before.levels, []])
      }
    }
})

test('which morning makes a flare, by the mornings before it and whether their days are known', () => {
  const flare = (pains: readonly number[], unknown: readonly number[]) =>
    stretches(0, 10, (pain0to10) => {
      const mornings = [
        ...pains.map((pain) => [pain, false] as const),
        ...unknown.map((pain) => [pain, true] as const),
      ].map(
        ([pain, dayNotKnown], index) =>
          ({
            ...moment(1 + index, 8),
            pain0to10: pain,
            ...(dayNotKnown && { dayNotKnown }),
          }) as ProgrammeState['mornings'][number],
      )
      const morning: MorningNoted = {
        v: 1,
        id: 'm',
        ...moment(7, 8),
        kind: 'morningNoted',
        pain0to10,
        plainCause: 'yes',
      }
      const made = flareAfter({ ...told, mornings, flare: null }, morning)
      return made ? `flare from ${made.usualBefore}` : 'none'
    })
  reviewed.checkLines(
    'flares, by mornings of a day not known',
    [
      [[3, 3, 3], []],
      [[3, 3, 3], [9]],
      [
        [3, 3, 3],
        [0, 0, 0],
      ],
      [[3, 3], [9]],
      [[], [3, 3, 3]],
      [[3, 3], []],
    ].map(
      ([known = [], unknown = []]) =>
        `known ${known.join(' ')}, not known ${unknown.join(' ')}: ${flare(known, unknown)}`,
    ),
  )
})

test('what Today says of a decision that asked for the check, before and after it, and of the week', () => {
  const asked: Decision = {
    ...moment(1, 8),
    ...{ kind: 'hold', after: 'morning', words: 'The full check comes first.', fullCheckBecause: 'A flare.' },
    reasons: [{ id: 'flare', words: 'your pain is 7.', sources: ['unclench-design'], tag: 'C' }],
  } as Decision
  const lock = (part: Partial<DangerLock>) => [{ event: 'x', ...moment(0), level: 'soon', ...part } as DangerLock]
  const half = { M08: { rung: 0, offOn: null, half: true }, M09: { rung: 0, offOn: null, half: false } }
  const checked = (hour: number) => ({ ...told.lastFull, ...moment(1, hour) }) as ProgrammeState['lastFull']
  const states: Readonly<Record<string, Partial<ProgrammeState>>> = {
    'not checked since': { lastFull: checked(7) },
    'checked at the same moment': { lastFull: checked(8) },
    'checked since': { lastFull: checked(9) },
    'checked since, another check due': {
      lastFull: checked(9),
      fullDue: { because: 'A fall.', since: moment(1, 10).at },
    },
    'checked since, gentle': { lastFull: checked(9), locks: lock({ lock: 'gentle' }) },
    'checked since, closed': { lastFull: checked(9), locks: lock({ lock: 'locked', level: 'urgent' }) },
    'checked since, in a flare': { lastFull: checked(9), flare: { since: moment(1).day, usualBefore: 3 } },
    'checked since, one movement of two halved': { lastFull: checked(9), cards: half as never },
    'never checked': { lastFull: null },
    'a short check due': { lastFull: checked(9), miniDue: true },
    'not begun': { started: null },
  }
  reviewed.checkLines(
    'today, by the check',
    Object.entries(states).flatMap(([name, part]) => {
      const said = (decision: Decision) => {
        const state: ProgrammeState = { ...told, decisions: [decision], ...part }
        const made = today(state, well, moment(1, 12))
        const planned = weekInSight(state, made).map(({ sessionsPlanned }) => sessionsPlanned ?? '-')
        return `${made.changed.map(({ words }) => words).join(' | ')}; ${made.next.kind}; week ${planned.join(' ')}`
      }
      const back = said({ ...asked, stepBack: { off: [], size: 'one' } as never })
      const plain = said(asked)
      return [`${name}: ${plain}`, ...(back === plain ? [] : [`${name}, stepped back: ${back}`])]
    }),
  )
})

test('what a check was begun after, by what the record held and holds', () => {
  const made = (id: string, at: number, order?: number): Made => ({
    ...{ id, at: asEpochMs(at) },
    ...(order !== undefined && { order: asEpochMs(order) }),
  })
  const records: Readonly<Record<string, readonly Made[]>> = {
    nothing: [],
    one: [made('a', 10)],
    'two in order': [made('a', 10), made('b', 20)],
    'two the other way round': [made('b', 20), made('a', 10)],
    'the second by a clock put back': [made('a', 20), made('b', 10, 21)],
    'two at one place': [made('b', 10), made('a', 10)],
  }
  const said = Object.entries(records).map(([name, events]) => {
    const mark = beginMark(events)
    const again = Object.entries(records).map(([then, now]) => `${then} ${begunAfterIn(now, mark)}`)
    return `${name}: after ${mark.begunAfter}, with ${mark.begunWith ?? 'none'}; in a record of ${again.join(', ')}`
  })
  const check = { ...made('check', 50), begunAfter: asEpochMs(20) }
  const midst = [[], [20], [21], [30, 25], [49], [50], [51], [20, 30, 60]].map(
    (at) =>
      `told at ${at.join(' and ') || 'no time'}: ${answeredBy(
        check,
        at.map((ms, index) => made(`t${index}`, ms)),
      )}`,
  )
  const byClock = `told third, by a clock put back: ${answeredBy(check, [made('t', 5, 30)])}`
  const noMark = `of a check without a mark: ${answeredBy(made('check', 50), [made('t', 30)])}`
  reviewed.checkLines('what a check was begun after', [...said, ...midst, byClock, noMark])
})

test('what a morning says of the session before it, and a green session of a movement that was halved, by whether their days are known', () => {
  const unknown = { dayNotKnown: true } as const
  const days = [
    ['both days known', {}, {}],
    ['the day of the session not known', unknown, {}],
    ['the day of the morning not known', {}, unknown],
    ['neither day known', unknown, unknown],
  ] as const
  const nextMorning = (told: ReturnType<typeof begun>) => String(told.state(1, 20).sessions.at(-1)?.nextMorning)
  const mornings = days.flatMap(([name, session, morning]) =>
    ([2, 'notSure'] as const).map((painBefore0to10) => {
      const by = (pain: number) =>
        nextMorning(
          begun()
            .session(0, 10, { painBefore0to10, ...session })
            .morning(1, pain, { plainCause: 'yes', ...morning }),
        )
      return `${name}, ${painBefore0to10} before: ${stretches(0, 10, by)}`
    }),
  )
  const late = [0, 1, 2].map((about) => {
    const by = (pain0to10: number) =>
      nextMorning(
        begun()
          .session(0)
          .morning(1, 3, { plainCause: 'yes' })
          .write(moment(1, 12), { kind: 'painToldLate', about: moment(about).day, pain0to10 }),
      )
    return `told late of day ${about}, the morning being 3: ${stretches(0, 10, by)}`
  })
  const missed = nextMorning(
    begun()
      .session(0)
      .write(moment(1, 12), { kind: 'painToldLate', about: moment(1).day, pain0to10: 9 }),
  )
  reviewed.checkLines('mornings of sessions', [
    ...mornings,
    ...late,
    `told late of a morning that was missed: ${missed}`,
  ])
  const halved = [
    ['M08', null],
    ['M08', moment(1).day],
    ['M09', null],
  ] as const
  reviewed.checkLines(
    'halved, then green',
    halved.flatMap(([card, offOn]) =>
      ([{}, unknown] as const).flatMap((part) =>
        ([2, 7] as const).map((peak0to10) => {
          const cards = { M08: { rung: 0, offOn: null, half: false }, [card]: { rung: 0, offOn, half: true } }
          const event = { v: 1, id: 's', ...moment(1, 10), kind: 'sessionDone', effort0to10: 2, leg: 'none' } as const
          const movements = [{ ...tilt, peak0to10 }]
          const state = nextState({ ...told, cards }, { ...event, painBefore0to10: 2, movements, ...part })
          const half = Object.entries(state.cards).flatMap(([id, progress]) => (progress?.half ? id : []))
          return `${card} halved${offOn ? ' and off today' : ''}, M08 at ${peak0to10}${'dayNotKnown' in part ? ', of a day not known' : ''}: half ${half.join(' ') || 'none'}`
        }),
      ),
    ),
  )
})

test('why nobody may move, by what closed it', () => {
  const lock = (event: string, part: Partial<DangerLock>) =>
    ({ event, ...moment(0), level: 'urgent', lock: 'locked', ...part }) as DangerLock
  const [check, dose] = [lock('a', {}), lock('b', { tooMuch: true })]
  const due = { because: 'A fall.', since: moment(0).at }
  const states: Readonly<Record<string, Partial<ProgrammeState>>> = {
    'a check': { locks: [check] },
    'too much': { locks: [dose] },
    'both, the check first': { locks: [check, dose] },
    'both, too much first': { locks: [dose, check] },
    'not begun': { started: null },
    'not begun, a check due': { started: null, fullDue: due },
    'not begun, closed': { started: null, fullDue: due, locks: [check] },
  }
  reviewed.checkLines(
    'may not move',
    Object.entries(states).map(
      ([name, part]) => `${name}: ${JSON.stringify(mayMove({ ...told, ...part }, moment(1)))}`,
    ),
  )
})

test('where each line stands after more than a week away, and at which level the next phase may begin', () => {
  const lines = allPhases.flatMap((phase) =>
    phases[phase].content.flatMap(({ card }) => {
      const rungs = ladder(phase, card)
      if (rungs.length < 2) return []
      const by = (rung: number) => {
        const state = stateIn(phase, told.sessions, { cards: { [card]: { rung, offOn: null, half: false } } })
        const { cards, levels } = settle(state, moment(12))
        return `step ${cards[card]?.rung} level ${levels[card]}`
      }
      return [`phase ${phase} ${card}: ${stretches(-1, rungs.length - 1, by)}`]
    }),
  )
  reviewed.checkLines('after a pause', lines)
})
