/** Until when a time is held: whose clock that is, to the minute, and in the last minute no clock at all. */
import { expect, test } from 'vitest'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { renderPage } from '../../ui/render.ts'
import { HeldUntil } from './held-until.tsx'

const endsAt = Date.UTC(2026, 10, 29, 10, 45, 46)
const at = (now: number, zone = 'Europe/London') => {
  // Only what the line reads.
  const hold = {
    holdEndsAt: endsAt,
    holdRenewed: false,
    startsAt: 0,
    service: { id: 's' },
    place: { zone },
  } as VisitView
  const page = renderPage(<HeldUntil {...{ hold, now }} path="/book/x" form="book" />)
  return page.replaceAll(/<[^>]+>/g, '').trim()
}

test('names the minute and the place, also to somebody elsewhere', () => {
  expect(at(endsAt - 300_000)).toContain('Held for you until 10:45 (London time)')
  expect(at(endsAt - 300_000, 'America/St_Johns')).toContain('Held for you until 07:15 (St Johns time)')
})

test('says in its last minute how little is left, and then that it is over', () => {
  expect(at(endsAt - 46_000)).toContain('Held for you for less than a minute more')
  expect(at(endsAt - 47_000)).toContain('Held for you until 10:45 (London time)')
  expect(at(endsAt)).toContain('This time is not held any more.')
})
