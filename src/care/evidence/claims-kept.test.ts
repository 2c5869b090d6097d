/**
 * The register says what changed in a claim, and when: `claims-kept.txt` holds of each claim a mark of all that it states, and
 * how many changes it tells of. One that states something else without telling so fails here.
 * After a claim was changed, and the change written into its `changes`, `WRITE_CLAIMS=1` keeps it; it keeps nothing untold.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { describe, expect, test } from 'vitest'
import type { Claim } from './claim.ts'
import { type ClaimId, claimOf, claims } from './claims.ts'
import { entriesOf } from './closed-sets.ts'

const file = new URL('./claims-kept.txt', import.meta.url)

interface Kept {
  readonly mark: string
  readonly told: number
}
/** Not its dates of review, which say when it was read and not what it states; nor the words that tell of its changes. */
function keptOf({ says, kind, grade, effect, sources, tag, changes = [] }: Claim): Kept {
  const stated = JSON.stringify([says, kind, grade, effect, sources, tag])
  return { mark: createHash('sha256').update(stated).digest('hex').slice(0, 12), told: changes.length }
}
const nowKept = entriesOf<ClaimId, Claim>(claims).map(([id, claim]) => [id, keptOf(claim)] as const)
const before: ReadonlyMap<string, Kept> = new Map(
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', mark = '', told = ''] = line.split(' ')
      return [id, { mark, told: Number(told) }]
    }),
)

/** Those that state something else than was kept, and tell of no change since. */
const untold = (kept: ReadonlyMap<string, Kept>, now: readonly (readonly [string, Kept])[]): readonly string[] =>
  now.flatMap(([id, { mark, told }]) => {
    const was = kept.get(id)
    return was && was.mark !== mark && told <= was.told ? [id] : []
  })

describe('what changed in a claim', () => {
  test('is told by the claim itself', () => {
    expect(untold(before, nowKept), 'Say in its `changes` what changed, and when.').toEqual([])
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
  test('is told the newest first, of a day on which it stood already', () => {
    for (const [id, { changes = [] }] of entriesOf<ClaimId, Claim>(claims)) {
      const days = changes.map(({ on }) => on)
      expect([id, days]).toEqual([id, days.toSorted().toReversed()])
    }
  })
})
