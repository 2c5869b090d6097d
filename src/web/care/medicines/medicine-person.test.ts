/** What the medicine room is told of a person, where no page can show the difference. */
import { describe, expect, test } from 'vitest'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { asEpochMs, dayMs, hourMs } from '../../../care/evidence/time.ts'
import { gateItems, gateNumbers } from '../../../care/medicines/conditions.ts'
import { ibuprofenMostDays, warfarinParacetamolDays } from '../../../care/medicines/limits.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import type { Answers } from '../../../care/check/types.ts'
import type { DangerLock } from '../../../care/programme/locks.ts'
import { nothingYet, type ProgrammeState } from '../../../care/programme/state.ts'
import type { FinishedCheck, Standing } from '../plan/plan-check.tsx'
import { checkEvent, noon } from '../plan/plan.fixtures.ts'
import { contextOf, gateIsAnswered, profileOf, standsOn, worseFacts } from './medicine-person.ts'
import { emptyState, gateScreenIds, type MedicineState, readState } from './medicine-state.ts'
import { tallyView } from './medicine-tally-flow.ts'

test('replies that were given with another check count for nothing until they are given again', () => {
  const now = asEpochMs(1_800_000_000_000)
  const stands = standsOn({ kind: 'none' }, null, now)
  const state = { ...emptyState, check: '0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e0f', replies: { liver: 'no' } } as const
  expect(profileOf(state, stands, [], now).replies).toEqual({})
})

test('too much that was told by mistake, and put right in the same check, is not held against a dose; unconfirmed it is', () => {
  const told = (changed: readonly { question: string; from: string; to: string }[]) => {
    const slip = { ...checkEvent({ I2: 'overOther', 'I2.risk': [] }, asEpochMs(noon - 60_000)), id: 'slip' }
    const mended = { ...checkEvent({}), changed } as NotebookEvent
    return standsOn({ kind: 'none' }, { events: [slip, mended], state: nothingYet }, noon).told.tooMuch
  }
  expect(told([{ question: 'I2', from: 'overOther', to: 'within' }])).toEqual([])
  expect(told([])).toHaveLength(1)
})

describe('what is offered', () => {
  const answers: Answers = { age: 35, sex: 'male', A1: 'no', A2: 'no', A3: 'no' }
  const checked = (part: Partial<FinishedCheck> = {}, expired = false): Standing => {
    const found = part.found ?? { level: 'self-care', movement: 'open' }
    const check: FinishedCheck = {
      ...{ id: 'c', trail: null, answers, ...found, found, event: 'e', protocolVersion: 'p', finishedAt: noon },
      ...part,
    }
    return { kind: 'finished', check, expired }
  }
  const urgent = { found: { level: 'urgent', movement: 'locked' } } as const
  const lock: DangerLock = {
    ...{ event: 'd', lock: 'locked', level: 'emergency', at: noon, day: '2026-11-23', mistaken: false },
  }
  const due = { because: 'x', since: noon }
  const level = (standing: Standing, state: Partial<ProgrammeState> = {}) => {
    const stands = standsOn(standing, { events: [], state: { ...nothingYet, ...state } }, noon)
    return `${contextOf(stands, false).level}${stands.seen ? ', seen' : ''}${stands.held ? ', held' : ''}`
  }
  test.each<[string, Standing, Partial<ProgrammeState>, string]>([
    ['no check', { kind: 'none' }, {}, 'notChecked'],
    ['a check', checked(), {}, 'self-care'],
    ['an old check', checked({}, true), {}, 'notChecked'],
    ['a check, and one due', checked(), { fullDue: due }, 'notChecked'],
    ['a check beside an emergency', checked({ level: 'emergency' }), { locks: [lock] }, 'emergency, held'],
    ['no check beside an emergency', { kind: 'none' }, { locks: [lock] }, 'emergency, held'],
    ['an urgent check', checked(urgent), {}, 'urgent'],
    ['an urgent check, seen since', checked(urgent), { clearedOf: ['e'] }, 'notChecked, seen'],
    ['an urgent check, another seen to', checked(urgent), { clearedOf: ['other'] }, 'urgent'],
    ['an urgent check in no record', checked({ ...urgent, event: null }), { clearedOf: ['e'] }, 'urgent'],
    ['a calm check that a visit names', checked(), { clearedOf: ['e'] }, 'self-care'],
    [
      'an urgent check, seen since, beside an emergency',
      checked(urgent),
      { clearedOf: ['e'], locks: [lock] },
      'emergency, seen, held',
    ],
  ])('after %s', (_what, standing, state, words) => expect(level(standing, state)).toBe(words))

  test('when the signs of A1 to A3 were asked last: by this check, or by one of the record that is later', () => {
    const asked = (finishedAt: typeof noon | null, events: readonly NotebookEvent[] = []) =>
      standsOn(checked({ finishedAt }), { events, state: nothingYet }, noon).signsAskedAt
    const kept = (ago: number) => ({ ...checkEvent({}, asEpochMs(noon - ago)), id: 'k' })
    expect(asked(null)).toBeUndefined()
    expect(asked(noon)).toBe(noon)
    expect(asked(asEpochMs(noon - 9), [kept(5)])).toBe(noon - 5)
    expect(asked(asEpochMs(noon - 5), [kept(9)])).toBe(noon - 5)
    expect(asked(null, [kept(9)])).toBe(noon - 9)
  })
  test('the gate is answered for this check alone, with every screen of it', () => {
    const state = { ...emptyState, check: 'c', answered: gateScreenIds }
    expect(gateIsAnswered(state, checked())).toBe(true)
    expect(gateIsAnswered(state, { kind: 'none' })).toBe(false)
    expect(gateIsAnswered({ ...state, check: 'other' }, checked())).toBe(false)
    for (const id of gateScreenIds)
      expect(gateIsAnswered({ ...state, answered: gateScreenIds.filter((one) => one !== id) }, checked())).toBe(false)
  })
  test('replies, weeks and what is not asked hold for the check that they were given with', () => {
    const given = { ...emptyState, check: 'c', replies: { liver: 'no', pregnant: 'yes' }, pregnancyWeeks: 30 } as const
    const profile = (state: MedicineState, standing: Standing) =>
      profileOf(state, standsOn(standing, null, noon), [], noon)
    const woman = { ...answers, sex: 'female', pregnancy: 'yes' }
    expect(profile(given, checked({ answers: woman }))).toMatchObject({
      replies: { liver: 'no', pregnant: 'yes' },
      pregnancyWeeks: 30,
    })
    expect(profile(given, checked()).replies).toMatchObject({ liver: 'no', pregnant: 'no' })
    expect(profile({ ...given, check: 'other' }, checked({ answers: woman }))).toMatchObject({ replies: {} })
    expect(profile({ ...given, check: 'other' }, checked({ answers: woman }))).not.toHaveProperty('pregnancyWeeks')
    // What an old check was told of the person is no answer of today.
    expect(profile(given, checked({ answers: { ...woman, weeks: 12 } }, true))).toMatchObject({ pregnancyWeeks: 30 })
    expect(profile(given, checked({ answers: { ...woman, weeks: 12 } }))).toMatchObject({ pregnancyWeeks: 12 })
  })
})

test('of two replies to one fact the worse counts, whichever place told it', () => {
  const order = [undefined, 'no', 'notSure', 'yes'] as const
  for (const [place, one] of order.entries())
    for (const [at, other] of order.entries()) {
      if (other === undefined) continue
      const facts = worseFacts(one === undefined ? {} : { liverDisease: one }, { liverDisease: other })
      expect(facts.liverDisease, `${one} and ${other}`).toBe(order[Math.max(place, at)])
    }
})

describe('the numbers of a person as they are kept', () => {
  const kept = (name: keyof typeof gateNumbers, value: number) =>
    readState(JSON.stringify({ ...emptyState, [name]: value }))?.[name]
  test.each(keysOf(gateNumbers))('%s: from its least to its most, and nothing beyond', (name) => {
    const { min, max } = gateNumbers[name]
    expect([min - 1, min, max, max + 1].map((value) => kept(name, value))).toEqual([undefined, min, max, undefined])
  })
})

describe('the tally counts the days on which a painkiller was taken', () => {
  const check: FinishedCheck = {
    ...{ id: '0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e0f', trail: null, answers: { age: 35, sex: 'male' }, event: 'e' },
    ...{ found: { level: 'self-care', movement: 'open' }, level: 'self-care', movement: 'open' },
    ...{ protocolVersion: 'p', finishedAt: noon },
  }
  const verdict = (ingredient: 'ibuprofen' | 'paracetamol', days: number, replies: MedicineState['replies'] = {}) => {
    const no = Object.fromEntries(gateItems.map(({ id }) => [id, 'no'] as const))
    const state = {
      ...emptyState,
      check: check.id,
      weightKg: 70,
      answered: [...gateScreenIds],
      replies: { ...no, ...replies },
    }
    const entries = Array.from({ length: days }, (_, day) => ({
      ...{ id: `d${day}`, ingredient, milligrams: 200, product: 'x', takenAt: asEpochMs(noon - hourMs - day * dayMs) },
    }))
    const stands = standsOn({ kind: 'finished', check, expired: false }, null, noon)
    return tallyView(state, stands, entries, noon).ingredients.find((one) => one.ingredient === ingredient)?.verdict
  }
  test('ibuprofen for longer than it may be taken is no more in order', () => {
    expect(verdict('ibuprofen', ibuprofenMostDays.adult)).toBe('ok')
    expect(verdict('ibuprofen', ibuprofenMostDays.adult + 1)).not.toBe('ok')
  })
  test('paracetamol beside warfarin for longer than that is asked about', () => {
    const by = (days: number) => verdict('paracetamol', days, { warfarin: 'yes' })
    expect(by(warfarinParacetamolDays + 1)).not.toBe(by(warfarinParacetamolDays))
  })
})
