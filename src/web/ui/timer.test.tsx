/** The place of a timer on a page, as it is before any script and beside it. */
import { describe, expect, test } from 'vitest'
import type { TimerSpec } from '../../care/relief/step-types.ts'
import { renderPage } from './render.ts'
import { Timer } from './timer.tsx'

const onSkin: readonly TimerSpec[] = [
  { kind: 'heat', seconds: 900, skinCheckEverySeconds: 300 },
  { kind: 'cold', seconds: 600, skinCheckEverySeconds: 300 },
]
const warning = 'It rings only while this page is open and the screen is on. Set an alarm on your phone too.'

describe('a timer of warmth or cold', () => {
  test.each(onSkin)('says beside its digits that it may not ring, where it does: $kind', (spec) => {
    // A phone may refuse to keep its screen lit, and no other page rings for it: skin burns meanwhile.
    const live = renderPage(<Timer name="pack" spec={spec} />).split('class="timer-live"')[1]
    expect(live).toContain(warning)
  })

  test('is alone with it: what needs no alarm is not told to set one', () => {
    expect(renderPage(<Timer name="rest" spec={{ kind: 'hold', seconds: 60 }} />)).not.toContain('Set an alarm')
  })
})
