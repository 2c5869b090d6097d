/** What the player does at each press, without a page: the same sentences as on the screen, at once and by moments. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TimedItem } from '../../../care/player/timed-item.ts'
import type { Clocks } from './player-clock.ts'
import { written } from './progress.ts'
import {
  type Act,
  type Effect,
  itemOf,
  next,
  offeredAt,
  type Playing,
  playingFrom,
  soreWords,
  wasSore,
} from './player-state.ts'

const clocks = (ms: number): Clocks => ({ wall: 1_000_000 + ms, steady: 500 + ms, sound: null })
const item = (title: string): TimedItem => ({
  ...{
    title,
    start: '',
    breathe: '',
    place: 'floor',
    sets: 1,
    restMs: 10_000,
    sides: [],
    mirroredFor: [],
    captions: [],
  },
  work: { kind: 'time', ms: 60_000, fromMs: null },
})
const choice = (movement: string) => ({ movement, title: `The ${movement}`, timed: item(movement) })
const slots = [[choice('a'), choice('a-easy')], [choice('b'), choice('a-easy')], [choice('c')]]
const session = playingFrom(slots, true, null)

/** Plays these acts, a second between two of them unless a moment is named. */
function played(from: Playing, ...acts: readonly (Act | readonly [number, Act])[]) {
  let playing = from
  let ms = 0
  const effects: Effect[] = []
  for (const one of acts) {
    const [at, act] = 'act' in one ? [ms + 1000, one] : one
    // A tab that is looked at four times a second.
    while (playing.run.since && ms + 250 < at) {
      ms += 250
      const look = next(playing, { act: 'look' }, clocks(ms))
      playing = look.playing
      effects.push(...look.effects)
    }
    ms = at
    const done = next(playing, act, clocks(ms))
    playing = done.playing
    effects.push(...done.effects)
  }
  return { playing, effects, now: clocks(ms), last: effects.at(-1) }
}
const told = ({ effects }: { effects: readonly Effect[] }) =>
  effects.flatMap((one) => (one.effect === 'tell' ? one.words : []))
const donesOf = ({ progress }: Playing) => progress.places.map(({ done }) => done)
const play: Act = { act: 'play' }
const skip: Act = { act: 'skip' }
const sore: Act = { act: 'sore' }

describe('playing', () => {
  test('begins, stands where it was, and goes on from there', () => {
    const stood = played(session, play, [10_000, { act: 'toggle' }])
    expect([stood.playing.run.since, stood.playing.progress.elapsedMs]).toEqual([null, 9000])
    expect(told(stood)).toEqual(['Paused.'])
    expect(next(stood.playing, play, clocks(90_000)).playing.run.baseMs).toBe(9000)
  })
  test('comes back after a reload where it was, and never plays by itself', () => {
    const { playing } = played(session, play, [20_000, { act: 'leave' }])
    const again = playingFrom(slots, true, written(playing.progress))
    expect([again.run.baseMs, again.run.since, again.inSight]).toEqual([19_000, null, 'screen'])
  })
  test('a gap stops it where it was last seen, and says so', () => {
    const begun = played(session, play).playing
    const away = next(begun, { act: 'look' }, clocks(60_000))
    expect(away.playing.run.since).toBeNull()
    expect(told(away)).toEqual(['Paused, because you were away. Press Go on when you are ready.'])
  })
  test('to its end by itself every movement is done, and it asks how it went', () => {
    const done = played(session, play, [400_000, { act: 'look' }])
    expect(donesOf(done.playing)).toEqual(['all', 'all', 'all'])
    expect([done.playing.inSight, done.playing.progress.over]).toEqual(['form', true])
    expect(next(done.playing, play, clocks(500_000)).playing.run.since).toBeNull()
  })
  test('a course of relaxing ends on a word, and can be done once more', () => {
    const over = played(playingFrom([[choice('breath')]], false, null), play, [200_000, { act: 'look' }])
    expect(over.playing.inSight).toBe('over')
    const again = next(over.playing, { act: 'again' }, clocks(300_000))
    expect([again.playing.inSight, again.playing.run.baseMs, again.playing.run.since !== null]).toEqual([
      'screen',
      0,
      true,
    ])
  })
  test('what was skipped before it began is left out; what was begun is part', () => {
    expect(donesOf(played(session, play, skip).playing)).toEqual(['skipped', null, null])
    expect(donesOf(played(session, play, [30_000, skip]).playing)).toEqual(['part', null, null])
  })
})

describe('too sore', () => {
  const hurt = () => played(session, play, [30_000, sore])
  test('stops everything at once and asks about the leg', () => {
    const { playing, effects, now } = hurt()
    expect([playing.run.since, playing.inSight]).toEqual([null, 'sore'])
    expect(effects.map(({ effect }) => effect)).toContain('rest')
    expect(soreWords(playing, now)).toBe('Stop this one. How is your leg?')
  })
  test.each(['further', 'lasting', 'notSure'])('a leg that is %s ends the session and sends it, too sore', (leg) => {
    const { playing, last } = played(hurt().playing, { act: 'leg', leg })
    expect(last).toEqual({ effect: 'send', fields: { leg } })
    expect([playing.progress.over, wasSore(playing)]).toEqual([true, true])
  })
  test.each(['none', 'same', 'nearer'])('a leg that is %s leaves that one out and offers another', (leg) => {
    const asked = played(hurt().playing, { act: 'leg', leg })
    expect([asked.playing.inSight, asked.playing.why, asked.last?.effect]).toEqual(['swap', 'tooSore', undefined])
    expect([...offeredAt(asked.playing, 0)]).toEqual(['0.1'])
    const other = played(asked.playing, { act: 'take', choice: 1 })
    expect(other.playing.progress.places[0]?.told).toEqual([{ movement: 'a', done: 'tooSore' }])
    expect(other.playing.run.since).not.toBeNull()
    // What stands in one place is not offered for another.
    expect([...offeredAt(other.playing, 1)]).toEqual([])
  })
  test('in the rest before a movement it speaks of the one that is over', () => {
    const { playing, now } = played(session, play, [30_000, skip], sore)
    expect(itemOf(playing, now)).toBe(1)
    expect(soreWords(playing, now)).toBe('The a was too sore. How is your leg?')
    const calm = played(playing, { act: 'leg', leg: 'none' })
    expect(donesOf(calm.playing)).toEqual(['tooSore', null, null])
    expect(told(calm)).toEqual(['Left out for today. Press Go on for the next one.'])
  })
  test('pressed by mistake, nothing has changed', () => {
    const { playing } = played(hurt().playing, { act: 'cancel' })
    expect([playing.inSight, wasSore(playing)]).toEqual(['screen', false])
    // The question is not left behind for a screen reader.
    expect(told(played(hurt().playing, { act: 'cancel' }))).toEqual(['Paused. Press Go on when you are ready.'])
    expect(told(played(session, { act: 'cancel' }))).toEqual([])
  })
  test('and then something new or worse: both are sent', () => {
    const left = played(hurt().playing, { act: 'leg', leg: 'none' }, { act: 'take', choice: null }).playing
    const { last } = played(left, { act: 'stop' }, { act: 'worse' })
    expect(last).toEqual({ effect: 'send', fields: { leg: 'none', next: 'stop' } })
  })
})

test('whatever is pressed, in any order: too sore is never forgotten, and what stands does not run on', () => {
  const acts: readonly Act[] = [
    ...(['play', 'toggle', 'back', 'skip', 'sore', 'swap', 'stop', 'cancel', 'look', 'leave'] as const).map(
      (act): Act => ({ act }),
    ),
    ...[0, 1, null].map((choice): Act => ({ act: 'take', choice })),
    ...['none', 'further'].map((leg): Act => ({ act: 'leg', leg })),
  ]
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9000), fc.constantFrom(...acts)), { maxLength: 30 }), (pressed) => {
      let playing = session
      let ms = 0
      for (const [wait, act] of pressed) {
        ms += wait
        const { playing: after } = next(playing, act, clocks(ms))
        expect(wasSore(after) || !wasSore(playing), JSON.stringify(act)).toBe(true)
        const { baseMs, since } = after.run
        expect(baseMs >= 0 && baseMs <= after.line.totalMs && (since === null || !after.progress.over)).toBe(true)
        if (['sore', 'swap', 'stop'].includes(after.inSight)) expect(since).toBeNull()
        playing = after
      }
    }),
  )
})

describe('whether the record still allows it', () => {
  const asks = (effects: readonly Effect[]) => effects.filter(({ effect }) => effect === 'ask').length
  test.each<[string, Playing, Act]>([
    ['Start, or Go on', session, { act: 'play' }],
    ['the one button', session, { act: 'toggle' }],
    ['the next movement', session, { act: 'skip' }],
    ['another movement', { ...session, inSight: 'swap' }, { act: 'take', choice: 1 }],
    ['once more', { ...playingFrom(slots, false, null), inSight: 'over' }, { act: 'again' }],
  ])('is asked first of all at %s', (_what, from, act) => {
    expect(next(from, act, clocks(0)).effects[0]).toEqual({ effect: 'ask' })
  })
  test('is asked before each movement that comes by itself, and not at every look', () => {
    const begun = played(session, { act: 'play' })
    const { effects } = played(begun.playing, [200_000, { act: 'look' }])
    const before = effects.flatMap((one, at) =>
      one.effect === 'give' && one.cues.some(({ kind }) => kind === 'ready' || kind === 'start')
        ? effects[at - 1]?.effect
        : [],
    )
    expect(before.length).toBeGreaterThan(3)
    expect(new Set(before)).toEqual(new Set(['ask']))
    expect(asks(effects)).toBe(before.length)
  })
  test('is not asked by whoever stops, goes back or leaves', () => {
    const { playing, now } = played(session, { act: 'play' }, [30_000, { act: 'look' }])
    for (const act of ['stop', 'sore', 'leave', 'cancel'] as const)
      expect(asks(next(playing, { act }, now).effects)).toBe(0)
    expect(asks(next(playing, { act: 'pause', words: 'Paused.' }, now).effects)).toBe(0)
  })
})
