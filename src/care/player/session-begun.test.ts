import { describe, expect, test } from 'vitest'
import { asEpochMs, hourMs } from '../evidence/time.ts'
import { mayMove } from '../programme/screening.ts'
import type { ProgrammeState } from '../programme/state.ts'
import { begun as started, moment } from '../programme/story.proof.ts'
import { endOf, type SessionBegun, sessionBegun, sessionUnderWay } from './session-begun.ts'

const now = moment(0, 12)
const session = (id: string, hoursAgo: number): SessionBegun => ({
  v: 1,
  id,
  kind: 'sessionBegun',
  at: asEpochMs(now.at - hoursAgo * hourMs),
  day: now.day,
  painNow0to10: 3,
  minutes: 10,
  items: [],
})
const done = (hoursAgo: number, own: { session?: string } = {}) => ({
  kind: 'sessionDone',
  id: `done-${hoursAgo}`,
  at: asEpochMs(now.at - hoursAgo * hourMs),
  ...own,
})
const event = (kind: string, hoursAgo: number) => ({ kind, id: kind, at: asEpochMs(now.at - hoursAgo * hourMs) })
const state = (): ProgrammeState => started().state(0, 12)

describe('the session under way', () => {
  test('goes on over midnight: the short check of the new day comes before the next one, not inside it', () => {
    const late = moment(0, 23.9)
    const one: SessionBegun = { ...session('one', 0), at: late.at, day: late.day }
    const after = moment(1, 0.1)
    const told = started().state(1, 0.1)
    expect(mayMove(told, after).ok).toBe(false)
    expect(sessionUnderWay([one], told, after)?.id).toBe('one')
    expect(sessionUnderWay([one], told, moment(1, 6))).toBeNull()
  })
  test('is the one begun last', () => {
    const events = [session('one', 2), session('two', 1)]
    expect(sessionUnderWay(events, state(), now)?.id).toBe('two')
  })
  test('counts until 6 hours after it was begun, and not at 6 hours', () => {
    const almost = { ...session('one', 6), at: asEpochMs(now.at - 6 * hourMs + 1) }
    expect(sessionUnderWay([almost], state(), now)?.id).toBe('one')
    expect(sessionUnderWay([session('one', 6)], state(), now)).toBeNull()
  })
  test('is none when it has ended, was stopped, or a check was done since', () => {
    const one = session('one', 1)
    expect(sessionUnderWay([one, done(0.5, { session: 'one' })], state(), now)).toBeNull()
    expect(sessionUnderWay([one, done(0.5)], state(), now)).toBeNull()
    expect(sessionUnderWay([one, event('stopped', 0.5)], state(), now)).toBeNull()
    expect(sessionUnderWay([one, event('checkFinished', 0.5)], state(), now)).toBeNull()
    expect(sessionUnderWay([event('checkFinished', 2), one], state(), now)?.id).toBe('one')
  })
  test('is none while the person may not move', () => {
    const shut = { ...state(), fullDue: { because: 'Your leg got worse.', since: now.at } }
    expect(sessionUnderWay([session('one', 1)], shut, now)).toBeNull()
  })
  test('is none when the clock says it has not begun yet', () => {
    expect(sessionUnderWay([session('one', -1)], state(), now)).toBeNull()
  })
})

describe('the end of a session', () => {
  test('is the one that names it, though another began in between', () => {
    const [one, two] = [session('one', 3), session('two', 2)]
    const events = [one, two, done(1, { session: 'one' })]
    expect(endOf(events, one)?.id).toBe('done-1')
    expect(endOf(events, two)).toBeNull()
    expect(sessionBegun(events, 'two')).toBe(two)
    expect(sessionBegun(events, 'none')).toBeNull()
  })
  test('without a name it ends the one begun before it', () => {
    const [one, two] = [session('one', 3), session('two', 1)]
    expect(endOf([one, done(2), two], one)?.id).toBe('done-2')
    expect(endOf([one, done(2), two], two)).toBeNull()
  })
})
