import { expect, test } from 'vitest'
import { bookingPaths } from './booking-paths.ts'

test('a time to move to carries where, with whom and when, and nothing else that a slot may hold', () => {
  const slot = { therapist: 't', location: 'l', start: 1_000, inClass: { placesLeft: 2 }, end: 2_000 }
  expect(bookingPaths.moveTo('TOKEN', slot)).toBe('/visits/TOKEN/move?therapist=t&location=l&start=1000')
})
