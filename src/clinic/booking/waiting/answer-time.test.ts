/** Nobody is asked at night, and the night does not count as time to answer. */
import { expect, test } from 'vitest'
import { answerTime } from './answer-time.ts'

const london = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/London').epochMilliseconds
const far = london('2027-06-30T10:00')
const asked = (now: string, latest = far) => {
  const found = answerTime(london(now), 'Europe/London', latest)
  const words = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/London').toPlainDateTime().toString()
  return found && [words(found.askedAt), words(found.answerUntil)]
}

test.each([
  ['in the day: two hours from now', '2027-06-01T10:00', ['2027-06-01T10:00:00', '2027-06-01T12:00:00']],
  ['at eight in the morning sharp', '2027-06-01T08:00', ['2027-06-01T08:00:00', '2027-06-01T10:00:00']],
  ['a minute before eight: from eight', '2027-06-01T07:59', ['2027-06-01T08:00:00', '2027-06-01T10:00:00']],
  ['ending at eight in the evening sharp', '2027-06-01T18:00', ['2027-06-01T18:00:00', '2027-06-01T20:00:00']],
  ['a minute later: the rest is tomorrow’s', '2027-06-01T18:01', ['2027-06-01T18:01:00', '2027-06-02T08:01:00']],
  ['a minute before eight in the evening', '2027-06-01T19:59', ['2027-06-01T19:59:00', '2027-06-02T09:59:00']],
  ['at eight in the evening: in the morning', '2027-06-01T20:00', ['2027-06-02T08:00:00', '2027-06-02T10:00:00']],
  ['in the night before the clocks go forward', '2027-03-27T23:30', ['2027-03-28T08:00:00', '2027-03-28T10:00:00']],
])('%s', (_, now, window) => {
  expect(asked(now)).toEqual(window)
})

test('the answer ends when the time itself can be booked no more', () => {
  expect(asked('2027-06-01T10:00', london('2027-06-01T11:00'))).toEqual(['2027-06-01T10:00:00', '2027-06-01T11:00:00'])
})

test('with a quarter of an hour left somebody is asked, with a minute less nobody is', () => {
  expect(asked('2027-06-01T10:00', london('2027-06-01T10:15'))).toBeDefined()
  expect(asked('2027-06-01T10:00', london('2027-06-01T10:14'))).toBeUndefined()
})

test('a time of tomorrow morning that comes free at night is not held for a mail that would come too late', () => {
  expect(asked('2027-06-01T22:00', london('2027-06-02T08:10'))).toBeUndefined()
})
