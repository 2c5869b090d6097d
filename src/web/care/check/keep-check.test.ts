/** What a check writes into the record: each result that is not the last one already. */
import { expect, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { stateAt } from '../../../care/programme/fold.ts'
import { lockOf } from '../../../care/programme/state.ts'
import { programmeEvents } from '../../../care/record/person.ts'
import type { CareHome } from '../home.ts'
import { momentOf } from '../moment.ts'
import { finishedAnswers, memoryNotebook, noon, trailOf } from '../plan/plan.fixtures.ts'
import { keepCheck } from './keep-check.ts'

const numb: Answers = { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' }

test('an answer that was changed and changed back is written down again, and the same result only once', async () => {
  const notebook = memoryNotebook()
  const home: CareHome = {
    ...{ kind: 'device', notebook, now: () => noon, newId: () => crypto.randomUUID(), buildId: 'test' },
    assets: { css: '/assets/site.css', islands: {} },
  }
  const finish = (told: Answers, changed: boolean) => {
    const trail = trailOf(finishedAnswers(told).answers)
    const change = { question: 'A1', from: 'yes', to: 'no' } as const
    return keepCheck(home, { ...trail, changed: changed ? [change] : [] })
  }
  await finish(numb, false)
  await finish({}, true)
  await finish(numb, true)
  await finish(numb, true)
  const levels = notebook.events.flatMap((event) => (event.kind === 'checkFinished' ? [event.level] : []))
  expect(levels).toEqual(['emergency', 'self-care', 'emergency'])
  expect(lockOf(stateAt(programmeEvents(notebook.events), momentOf(home)))).toBe('locked')
})

test('another check with the very same answers is written down as well: somebody may have seen the person since', async () => {
  const notebook = memoryNotebook()
  const home: CareHome = {
    ...{ kind: 'device', notebook, now: () => noon, newId: () => crypto.randomUUID(), buildId: 'test' },
    assets: { css: '/assets/site.css', islands: {} },
  }
  const trail = trailOf(finishedAnswers(numb).answers)
  await keepCheck(home, trail)
  await keepCheck(home, { ...trail, id: trail.id.replace(/^.{8}/, 'abababab') })
  expect(notebook.events.map(({ kind }) => kind)).toEqual(['checkFinished', 'checkFinished'])
})
