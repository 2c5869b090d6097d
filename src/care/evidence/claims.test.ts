import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, type IsoDate } from './calendar.ts'
import type { Claim } from './claim.ts'
import { type ClaimId, claimOf, claims, reviewOf } from './claims.ts'
import { claimsDocument } from './claims-document.ts'
import { entriesOf, keysOf } from './closed-sets.ts'
import { sources } from './sources.ts'
import { claimsUnder, pickedFrom, themeIds } from './themes.ts'

const every = entriesOf<ClaimId, Claim>(claims)
const today = new Date().toISOString().slice(0, 10) as IsoDate

/** The claims that may not be relied on after this day. */
const overdue = (all: readonly (readonly [string, Claim])[], day: IsoDate): string[] =>
  all.flatMap(([id, claim]) => (dayNumber(reviewOf(claim).by) < dayNumber(day) ? [id] : []))
/** From the least sure: a claim is no surer than the surest of its sources. */
const surer = { C: 0, K: 1, V2: 2, V: 3 } as const

describe('each claim', () => {
  test('can be relied on today: none is past its review', () => {
    expect(overdue(every, today)).toEqual([])
  })
  test('and one that is past it would be found, on the day after and not before', () => {
    const claim: Claim = { ...claimOf('heat-eases'), reviewed: { on: '2026-01-01', by: '2026-06-30' } }
    expect(overdue([['old', claim]], '2026-06-30')).toEqual([])
    expect(overdue([['old', claim]], addDays('2026-06-30', 1))).toEqual(['old'])
  })
  test('is reviewed after it was written, and within two years', () => {
    for (const [id, claim] of every) {
      const { on, by } = reviewOf(claim)
      expect([id, dayNumber(by) - dayNumber(on) > 0 && dayNumber(by) - dayNumber(on) <= 731]).toEqual([id, true])
    }
  })
  test('is no surer than its surest source', () => {
    const wrong = every.flatMap(([id, { tag, sources: from }]) =>
      surer[tag] > Math.max(...from.map((source) => surer[sources[source].tag])) ? [id] : [],
    )
    expect(wrong).toEqual([])
  })
  test('has a grade only where something was tested', () => {
    expect(
      every.flatMap(([id, { kind, grade }]) => ((kind === 'dose' || kind === 'safety') && grade ? [id] : [])),
    ).toEqual([])
  })
  test('with an effect has its number inside its interval, and both inside its scale', () => {
    for (const [id, { effect }] of every) {
      if (!effect) continue
      const { from, to } = effect.scale
      const [low, high] = effect.likely ?? [effect.found, effect.found]
      expect([id, from <= low && low <= effect.found && effect.found <= high && high <= to]).toEqual([id, true])
    }
  })
  test('says something that no other says', () => {
    const said = every.map(([, { says }]) => says)
    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([])
  })
})

describe('the register', () => {
  test('holds each claim once, under a theme', () => {
    const under = themeIds.flatMap(claimsUnder)
    expect([...under].sort()).toEqual([...keysOf(claims)].sort())
  })
  test('shows what is asked for, and nothing else', () => {
    const against = pickedFrom({ theme: 'machines', grade: 'against' })
    expect(against).toEqual([['machines', ['tens-against', 'ultrasound-against']]])
    const plain = pickedFrom({ grade: 'ungraded' }).flatMap(([, ids]) => ids)
    expect(plain).toContain('heat-dose')
    expect(plain).not.toContain('heat-eases')
    expect(pickedFrom({}).flatMap(([, ids]) => ids)).toHaveLength(every.length)
    expect(pickedFrom({ theme: 'machines', grade: 'strong' })).toEqual([])
  })
})

describe('the printed page', () => {
  const page = claimsDocument()
  test('is in step with the data', () => {
    const file = readFileSync(join(import.meta.dirname, '../../../docs/safety/claims.md'), 'utf8')
    expect(file === page, 'docs/safety/claims.md is out of date: run `npm run claims` and commit it').toBe(true)
  })
  test('prints what was withdrawn, with the day and why; nothing of it where nothing was', () => {
    const gone = claimsDocument([
      { id: 'ginger', on: '2026-12-03', said: 'Ginger eases pain.', why: 'A trial found none.' },
    ])
    expect(gone).toContain('| `ginger` | 2026-12-03 | Ginger eases pain. | A trial found none. |')
    expect(page).not.toContain('Withdrawn')
  })
  test('prints each claim and each source, and that nobody has signed them off', () => {
    for (const id of keysOf(claims)) expect(page).toContain(`| \`${id}\` | `)
    for (const id of keysOf(sources)) expect(page).toContain(`| \`${id}\` | `)
    expect(page).toContain('Not signed off by a clinician yet')
  })
})
