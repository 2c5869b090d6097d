/**
 * The register says which claim came, changed or went, and when: `claims-kept.txt` holds of each claim a mark of all that it
 * states, and how much it tells of itself; of a withdrawn one, that it is. One that is added, states something else or is taken
 * out without telling so fails here.
 * After it was told (`cameOn`, `changes`, or a row of `withdrawn.ts`), `WRITE_CLAIMS=1` keeps it; it keeps nothing untold.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { describe, expect, test } from 'vitest'
import type { IsoDate } from './calendar.ts'
import type { Claim } from './claim.ts'
import { type ClaimId, claimOf, claims } from './claims.ts'
import { entriesOf } from './closed-sets.ts'
import { withdrawnClaims } from './withdrawn.ts'

const file = new URL('./claims-kept.txt', import.meta.url)

interface Kept {
  readonly mark: string
  readonly told: number
}
/** Not its dates of review, which say when it was read and not what it states; nor the words that tell of its changes. */
function keptOf({ says, kind, grade, effect, sources, tag, cameOn, changes = [] }: Claim): Kept {
  const stated = JSON.stringify([says, kind, grade, effect, sources, tag])
  return {
    mark: createHash('sha256').update(stated).digest('hex').slice(0, 12),
    told: changes.length + (cameOn ? 1 : 0),
  }
}
const gone: Kept = { mark: 'withdrawn', told: 1 }
type Rows = readonly (readonly [id: string, kept: Kept])[]
const nowKept: Rows = [
  ...entriesOf<ClaimId, Claim>(claims).map(([id, claim]) => [id, keptOf(claim)] as const),
  ...withdrawnClaims.map(({ id }) => [id, gone] as const),
]
const before: ReadonlyMap<string, Kept> = new Map(
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', mark = '', told = ''] = line.split(' ')
      return [id, { mark, told: Number(told) }]
    }),
)

/** Those that came, state something else than was kept, or went, and tell nothing of it; and those that tell less than they did. */
function untold(kept: ReadonlyMap<string, Kept>, now: Rows): readonly string[] {
  const ids = new Set(now.map(([id]) => id))
  const isUntold = ([id, { mark, told }]: Rows[number]) => {
    const was = kept.get(id)
    if (!was) return told === 0
    return told < was.told || (mark !== was.mark && mark !== gone.mark && told === was.told)
  }
  return [...now.filter(isUntold).map(([id]) => id), ...[...kept.keys()].filter((id) => !ids.has(id))]
}

describe('what changed in a claim', () => {
  test('is told by the claim itself', () => {
    expect(
      untold(before, nowKept),
      'Say in its `changes` what changed and when; in `cameOn`, or in withdrawn.ts, when it came or went.',
    ).toEqual([])
  })
  test('is kept: each claim once, as it is now', () => {
    const text = nowKept.map(([id, { mark, told }]) => `${id} ${mark} ${told}\n`).join('')
    if (env.WRITE_CLAIMS && untold(before, nowKept).length === 0) writeFileSync(file, text)
    expect(readFileSync(file, 'utf8'), 'WRITE_CLAIMS=1 keeps them as they are now').toBe(text)
  })
  test.each<[string, Partial<Claim>]>([
    ['its words', { says: 'Warmth does nothing.' }],
    ['how sure we are', { grade: 'strong' }],
    [
      'how much it does',
      {
        effect: { of: 'more relief', found: 2, scale: { from: 0, to: 5, words: ['none', 'complete'] }, unit: 'points' },
      },
    ],
    ['where it is from', { sources: ['bnf'] }],
    ['how it was checked', { tag: 'C' }],
  ])('and another of %s would be found until it is told', (_, other) => {
    const { changes = [], ...was } = claimOf('heat-eases')
    const kept = new Map([['heat-eases', keptOf({ ...was, changes })]])
    const one = (more: NonNullable<Claim['changes']>) =>
      [['heat-eases', keptOf({ ...was, ...other, changes: more })]] as const
    expect(untold(kept, one(changes))).toEqual(['heat-eases'])
    expect(untold(kept, one([{ on: '2026-11-29', what: 'It says something else.' }, ...changes]))).toEqual([])
  })
  test('and one that came is found until it says when', () => {
    const claim = claimOf('heat-eases')
    const came = (cameOn?: IsoDate) =>
      [['heat-eases', keptOf({ ...claim, ...(cameOn && { cameOn }), changes: [] })]] as const
    expect(untold(new Map(), came())).toEqual(['heat-eases'])
    expect(untold(new Map(), came('2026-11-29'))).toEqual([])
    // What it told once it goes on telling.
    expect(untold(new Map(came('2026-11-29')), came())).toEqual(['heat-eases'])
  })
  test('and one that went, until it is among those withdrawn; and so is that, if it is taken out again', () => {
    const kept = new Map([['heat-eases', keptOf(claimOf('heat-eases'))]])
    expect(untold(kept, [])).toEqual(['heat-eases'])
    expect(untold(kept, [['heat-eases', gone]])).toEqual([])
    expect(untold(new Map([['heat-eases', gone]]), [])).toEqual(['heat-eases'])
  })
  test('no claim of today is withdrawn, and none twice', () => {
    const ids = withdrawnClaims.map(({ id }) => id)
    expect(ids.filter((id) => id in claims)).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('is told the newest first, of a day on which it stood already', () => {
    for (const [id, { changes = [] }] of entriesOf<ClaimId, Claim>(claims)) {
      const days = changes.map(({ on }) => on)
      expect([id, days]).toEqual([id, days.toSorted().toReversed()])
    }
  })
})
