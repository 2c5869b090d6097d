/** Which check a request stands on, where its own trail is posted and the record knows of it. */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import { nothingYet } from '../../../care/programme/state.ts'
import type { CheckFinished, NotebookEvent } from '../../../care/record/notebook.ts'
import { writeTrail } from '../check/trail.ts'
import type { RecordNow } from '../record/record-now.ts'
import { standingIn } from './plan-check.tsx'
import { checkEvent, finishedAnswers, noon, trailOf } from './plan.fixtures.ts'

const result = (id: string, minutesAgo: number): NotebookEvent => ({
  ...checkEvent({}, asEpochMs(noon - minutesAgo * 60_000)),
  id,
})
const [first, second] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const
const fields = new Map([['trail', [writeTrail(trailOf(finishedAnswers().answers))]]])

test('a check that came to two results stands by the later one: a visit after the first does not count for it', () => {
  // Of the record only what was told and what is open is asked for here.
  const record = { events: [result(second, 5), result(first, 60)], state: nothingYet } as unknown as RecordNow
  for (const posted of [fields, undefined])
    expect(standingIn(record, posted, noon)).toMatchObject({
      kind: 'finished',
      expired: false,
      check: { event: second, finishedAt: noon - 5 * 60_000 },
    })
})

describe('what the record holds of a check', () => {
  const found = (event: NotebookEvent) => {
    // Of the record only what was told and what is open is asked for here.
    const standing = standingIn({ events: [event], state: nothingYet } as unknown as RecordNow, undefined, noon)
    return standing.kind === 'finished' ? [standing.check.found.level, standing.check.found.movement] : standing.kind
  }
  const of = (told: Answers, part: Partial<CheckFinished> = {}): CheckFinished => {
    const event = checkEvent(told)
    if (event.kind !== 'checkFinished') throw new Error('no check')
    return { ...event, ...part }
  }

  test('is what it found, where the rules of today find the same', () => {
    for (const told of [{}, { F2: 'notSure' }, { C7: 'yes' }, { C4: 'yes' }, { C2: 'yes' }]) {
      const event = of(told)
      expect([told, found(event)]).toEqual([told, [event.level, event.movement]])
    }
    expect(found(of({ C7: 'yes' }))).toEqual(['soon', 'open'])
  })
  test('is no less than it found then, where the rules of today find less', () => {
    expect(found(of({}, { level: 'soon' }))).toEqual(['soon', 'gentle'])
    expect(found(of({}, { level: 'urgent' }))).toEqual(['urgent', 'locked'])
    expect(found(of({ C7: 'yes' }, { level: 'emergency' }))).toEqual(['emergency', 'locked'])
  })
  test('is the worse that the rules of today find', () => {
    expect(found(of({ C2: 'yes' }, { level: 'self-care', movement: 'open' }))).toEqual(['emergency', 'locked'])
  })
})
