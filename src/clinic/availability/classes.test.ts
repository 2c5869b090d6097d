import { describe, expect, test } from 'vitest'
import { clinic, london, physio, therapist } from './availability.fixtures.ts'
import { acceptPlaces, type ClassMeeting, listClasses } from './classes.ts'

const pilates = { ...physio, id: 'pilates', noticeMinutes: 60, windowDays: 14 }
const input = clinic({
  now: london('2026-03-02T09:00'),
  firstDay: '2026-03-02',
  lastDay: '2026-03-31',
  services: [pilates],
  therapists: [therapist({ services: ['pilates'], absences: [{ firstDay: '2026-03-10' }] })],
  closures: [{ firstDay: '2026-03-12' }],
})
const meeting = (id: string, wall: string, taken: number): ClassMeeting => {
  const start = london(wall)
  return {
    ...{ id, service: 'pilates', therapist: 'ana', location: 'soho', start },
    end: start + 3_600_000,
    places: 6,
    taken,
  }
}
const all = [
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
  { ...meeting('other', '2026-03-03T18:00', 0), service: 'yoga' },
]
const why = (id: string, people = 1, by: 'public' | 'staff' = 'public') => {
  const answer = acceptPlaces(input, all, { meeting: id, people, by })
  return answer.ok ? 'accepted' : answer.why
}

describe('classes with places', () => {
  test('those with a place left are listed in order with how many, and each is accepted', () => {
    const open = listClasses(input, all, 'pilates')
    expect(open.map(({ meeting, placesLeft }) => [meeting.id, placesLeft])).toEqual([
      ['in an hour', 1],
      ['last day', 6],
    ])
    for (const { meeting, placesLeft } of open) {
      expect(why(meeting.id, placesLeft)).toBe('accepted')
      expect(why(meeting.id, placesLeft + 1)).toBe('full')
    }
  })

  test('everything else is refused with its reason', () => {
    const ids = ['late', 'past', 'soon', 'full', 'overfull', 'away', 'closed', 'another month', 'other', 'nothing']
    expect(ids.map((id) => why(id))).toEqual([
      ...['beyondWindow', 'past', 'insideNotice', 'full', 'full', 'away', 'closed', 'notLoaded', 'unknown', 'unknown'],
    ])
    expect([0, -1, 1.5, Number.NaN].map((people) => why('last day', people))).toEqual(Array(4).fill('unknown'))
  })

  test('staff may go inside the notice and beyond the window, and find no place where none is', () => {
    expect(['late', 'soon', 'past', 'full'].map((id) => why(id, 1, 'staff'))).toEqual([
      ...['accepted', 'accepted', 'past', 'full'],
    ])
  })
})
