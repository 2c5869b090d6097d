import { describe, expect, test } from 'vitest'
import { acceptSlot } from './accept-slot.ts'
import { clinic, london, physio, therapist } from './availability.fixtures.ts'
import type { ClassMeeting } from './input.ts'
import { firstSlots, listSlots } from './slots.ts'
import { withTaken } from './with-taken.ts'

const meeting = (id: string, wall: string, taken: number): ClassMeeting => {
  const start = london(wall)
  return {
    ...{ id, service: 'pilates', therapist: 'ana', location: 'soho', start },
    end: start + 3_600_000,
    places: 6,
    taken,
  }
}
const meetings = [
  meeting('late', '2026-03-17T18:00', 0),
  meeting('last day', '2026-03-16T18:00', 0),
  meeting('past', '2026-03-02T08:59', 0),
  meeting('soon', '2026-03-02T09:59', 0),
  meeting('in an hour', '2026-03-02T10:00', 5),
  meeting('full', '2026-03-03T18:00', 6),
  meeting('overfull', '2026-03-03T19:00', 7),
  meeting('away', '2026-03-10T18:00', 0),
  meeting('closed', '2026-03-12T18:00', 0),
  meeting('another month', '2026-04-01T18:00', 0),
  { ...meeting('of another class', '2026-03-04T18:00', 0), service: 'yoga' },
  { ...meeting('of another therapist', '2026-03-05T18:00', 0), therapist: 'ben' },
  { ...meeting('elsewhere', '2026-03-06T18:00', 0), location: 'bow' },
]
const input = clinic({
  now: london('2026-03-02T09:00'),
  firstDay: '2026-03-02',
  lastDay: '2026-03-31',
  services: [{ ...physio, id: 'pilates', noticeMinutes: 60, windowDays: 14, places: 6 }, physio],
  therapists: [
    therapist({ services: ['pilates', 'physio'], absences: [{ firstDay: '2026-03-10' }] }),
    therapist({ id: 'ben' }),
  ],
  closures: [{ firstDay: '2026-03-12' }],
  meetings,
})
const wish = { service: 'pilates', location: 'soho' }
const why = (id: string, by: 'public' | 'staff' = 'public') => {
  const start = meetings.find((one) => one.id === id)?.start ?? london('2026-03-09T18:00')
  const answer = acceptSlot(input, { ...wish, therapist: 'ana', start, by })
  return answer.ok ? 'accepted' : answer.why
}

describe('a class with places', () => {
  test('is listed where a place is left, in order with how many, claims nothing, and is accepted', () => {
    const { slots, hidden } = listSlots(input, wish)
    expect(slots.map(({ inClass, resources }) => [inClass?.id, inClass?.placesLeft, resources])).toEqual([
      ['in an hour', 1, []],
      ['last day', 6, []],
    ])
    expect(hidden).toEqual([])
    for (const slot of slots)
      expect(acceptSlot(input, { ...wish, therapist: 'ana', start: slot.start })).toEqual({ ok: true, slot })
  })

  test('anywhere: also where the therapist meets it elsewhere', () => {
    expect(listSlots(input, { service: 'pilates' }).slots.map(({ inClass }) => inClass?.id)).toContain('elsewhere')
    expect(firstSlots(input, { service: 'pilates' }).get('ana')?.inClass?.id).toBe('in an hour')
  })

  test('is refused with its reason otherwise', () => {
    const ids = ['late', 'past', 'soon', 'full', 'overfull', 'away', 'closed', 'another month', 'of another class', '']
    expect(ids.map((id) => why(id))).toEqual([
      ...['beyondWindow', 'past', 'insideNotice', 'taken', 'taken', 'away', 'closed', 'notLoaded', 'notAStart'],
      'notAStart',
    ])
  })

  test('staff may go inside the notice and beyond the window, and find no place where none is', () => {
    expect(['late', 'soon', 'past', 'full'].map((id) => why(id, 'staff'))).toEqual([
      ...['accepted', 'accepted', 'past', 'taken'],
    ])
  })

  test('when its last place goes, what is near is offered instead', () => {
    const [slot] = listSlots(input, wish).slots
    if (!slot) throw new Error('no class')
    const answer = acceptSlot(withTaken(input, slot), { ...wish, therapist: 'ana', start: slot.start })
    expect(answer).toMatchObject({ ok: false, why: 'taken' })
    expect(!answer.ok && answer.near.map(({ inClass }) => inClass?.id)).toEqual(['elsewhere', 'last day'])
  })

  test('leaves visits of one as they were', () => {
    const visits = listSlots(input, { service: 'physio', location: 'soho' }).slots
    expect(visits.length).toBeGreaterThan(10)
    expect(visits.every(({ inClass, resources }) => inClass === undefined && resources.length === 1)).toBe(true)
  })
})
