/** Which check a request stands on, where its own trail is posted and the record knows of it. */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { CheckFinished, NotebookEvent } from '../../../care/record/notebook.ts'
import { writeTrail } from '../check/trail.ts'
import { recordNow } from '../record/record-now.ts'
import { standingIn } from './plan-check.tsx'
import { checkEvent, finishedAnswers, memoryNotebook, noon, trailOf } from './plan.fixtures.ts'

const result = (id: string, minutesAgo: number): NotebookEvent => ({
  ...checkEvent({}, asEpochMs(noon - minutesAgo * 60_000)),
  id,
})
const [first, second] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const
const fields = new Map([['trail', [writeTrail(trailOf(finishedAnswers().answers))]]])

/** The record of a device that holds these events, folded at noon. */
async function recordOf(...events: NotebookEvent[]) {
  const record = await recordNow({
    kind: 'device',
    notebook: memoryNotebook(events),
    now: () => noon,
    newId: () => first,
    assets: { css: '/assets/site.css', islands: {} },
    buildId: 'test',
  })
  if (!record) throw new Error('no record')
  return record
}

test('a check that came to two results stands by the later one: a visit after the first does not count for it', async () => {
  const record = await recordOf(result(second, 5), result(first, 60))
  for (const posted of [fields, undefined])
    expect(standingIn(record, posted, noon)).toMatchObject({
      kind: 'finished',
      expired: false,
      check: { event: second, finishedAt: noon - 5 * 60_000 },
    })
})

describe('what the record holds of a check', () => {
  const found = async (event: NotebookEvent) => {
    const standing = standingIn(await recordOf(event), undefined, noon)
    return standing.kind === 'finished' ? [standing.check.found.level, standing.check.found.movement] : standing.kind
  }
  const of = (told: Answers, part: Partial<CheckFinished> = {}): CheckFinished => {
    const event = checkEvent(told)
    if (event.kind !== 'checkFinished') throw new Error('no check')
    return { ...event, ...part }
  }

  test('is what it found, where the rules of today find the same', async () => {
    for (const told of [{}, { F2: 'notSure' }, { C7: 'yes' }, { C4: 'yes' }, { C2: 'yes' }]) {
      const event = of(told)
      expect([told, await found(event)]).toEqual([told, [event.level, event.movement]])
    }
    expect(await found(of({ C7: 'yes' }))).toEqual(['soon', 'open'])
  })
  test('is no less than it found then, where the rules of today find less', async () => {
    expect(await found(of({}, { level: 'soon' }))).toEqual(['soon', 'gentle'])
    expect(await found(of({}, { level: 'urgent' }))).toEqual(['urgent', 'locked'])
    expect(await found(of({ C7: 'yes' }, { level: 'emergency' }))).toEqual(['emergency', 'locked'])
  })
  test('is the worse that the rules of today find', async () => {
    expect(await found(of({ C2: 'yes' }, { level: 'self-care', movement: 'open' }))).toEqual(['emergency', 'locked'])
  })
})
