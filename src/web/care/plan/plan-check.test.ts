/** Which check a request stands on, where its own trail is posted and the record knows of it. */
import { expect, test } from 'vitest'
import { asEpochMs } from '../../../care/evidence/time.ts'
import { nothingYet } from '../../../care/programme/state.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
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
