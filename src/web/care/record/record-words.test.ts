/** What the record says of each kind of entry, and what that kind is called where entries are counted: words-tables.txt. */
import { afterAll, test } from 'vitest'
import { reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import type { CareHome } from '../home.ts'
import { noon } from '../plan/plan.fixtures.ts'
import { samples } from './record-event.fixtures.ts'
import { eventWords, kindNames } from './record-words.ts'

const reviewed = reviewedOutlines(new URL('./words-tables.txt', import.meta.url))
afterAll(() => reviewed.end())

const home: CareHome = {
  // Of UK time, wherever the test runs.
  ...{ kind: 'server', notebook: null, now: () => noon, newId: () => 'id', buildId: 'test' },
  assets: { css: '', islands: {} },
}

test('each kind of entry: how it is called, and what is said of one', () => {
  const lines = Object.values(samples).map(
    (event) => `${event.kind}: ${kindNames[event.kind]}. ${eventWords(event, home)}`,
  )
  reviewed.checkLines('each kind of entry', lines)
})
